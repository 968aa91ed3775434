"""``kehoach check``: the command, its settings and its page."""

import json
import re
from pathlib import Path

import pytest

import kehoach
from kehoach import cli
from kehoach.errors import UsageError
from kehoach.findings import CODES, RULES
from kehoach.findings.settings import load_settings
from kehoach.plan import Plan
from kehoach.reports.review import review
from kehoach.reports.rules import rules_page

PLAN = Path(__file__).parents[1] / "corpora" / "plans" / "002_8fc6f1cecadcf485.txt"
RULES_PAGE = Path(__file__).parents[1] / "docs" / "rules.md"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings_of(folder, text):
    (folder / "kehoach.toml").write_text(text, encoding="utf-8")
    return load_settings(folder / "kehoach.toml", CODES)


def shown(capsys, *arguments):
    code = cli.run(["check", *map(str, arguments)])
    out = capsys.readouterr()
    return code, out.out, out.err


@pytest.mark.parametrize(
    ("fail_on", "code"), [(None, 0), ("error", 0), ("warning", 1), ("info", 1)], ids=["no", "error", "warning", "info"]
)
def test_exit_code_tells_what_was_found(folder, capsys, fail_on, code):
    chosen = ["--fail-on", fail_on] if fail_on else []
    assert shown(capsys, PLAN, *chosen)[0] == code


def test_text_names_code_place_quote_and_source(folder, capsys):
    _, out, err = shown(capsys, PLAN)
    assert err == ""
    assert "[KH201] cần xem lại (mục III): Số “III.” lặp lại" in out
    assert "“phần đầu” → “phấn đấu”" in out
    assert out.count("Căn cứ: ") == out.count("\n[KH")


def test_json_is_the_contract(folder, capsys):
    _, out, _ = shown(capsys, PLAN, "--format", "json")
    data = json.loads(out)
    assert data["source"]["name"] == PLAN.name
    assert data["findings"] == json.loads(kehoach.extract(PLAN).to_json())["findings"]


def test_page_shows_findings_beside_the_text(folder, capsys):
    assert shown(capsys, PLAN, "--format", "html", "-o", "trang.html")[0] == 0
    page = (folder / "trang.html").read_text(encoding="utf-8")
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert re.search(r'<mark class="warning"><a id="t\d+" href="#r\d+">\d+</a>phần đầu</mark>', page)
    assert page.count("<li id=") == len(kehoach.extract(PLAN).findings)


def test_hostile_text_is_shown_and_does_nothing():
    text = "KẾ HOẠCH\n<script>alert(1)</script> {{ 7*7 }}\n\nI. MỤC ĐÍCH\n\nTiêm […] con.\x07\u202e\n"
    plan = kehoach.extract(text.encode(), name="<img src=x>.txt")
    page = review(plan, "html").decode()
    assert "<script>" not in page and "<img" not in page and "49" not in page.split("<main>")[0]
    assert "\x07" not in review(plan, "text").decode()


def test_a_plan_without_findings_says_so():
    plan = Plan.model_validate({"source": {"name": "a.txt", "sha256": "0", "media_type": "text/plain"}, "text": ""})
    assert review(plan, "text").decode() == "a.txt: Không phát hiện chỗ sai.\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "usage"),
        (["--explain", "KH999"], "unknown_rule"),
        ([str(PLAN), "--format", "pdf"], "unknown_value"),
        ([str(PLAN), "--fail-on", "all"], "unknown_value"),
        ([str(PLAN), "--config", "khong-co.toml"], "no_settings"),
    ],
)
def test_wrong_usage(folder, capsys, arguments, code):
    got, out, err = shown(capsys, *arguments)
    assert (got, out) == (2, "")
    assert err.startswith(f"Lỗi [{code}]")


def test_a_file_that_is_not_there(folder, capsys):
    code, _, err = shown(capsys, "khong-co.txt", "--format", "json")
    assert code == 3
    assert json.loads(err)["error"]["file"] == "khong-co.txt"


# Rules explained


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule, capsys):
    assert re.fullmatch(r"KH\d{3}", rule.code)
    assert shown(capsys, "--explain", rule.code.lower())[1].startswith(f"## {rule.code} {rule.title}")
    assert rule.source and rule.advice.endswith(".")
    assert rule.find.__doc__


def test_codes_are_unique():
    assert len(CODES) == len(RULES)


def test_the_page_of_rules_is_current():
    """``make rules`` writes it anew."""
    assert RULES_PAGE.read_text(encoding="utf-8") == rules_page(RULES)


# kehoach.toml


def test_rules_are_switched_off_and_tuned(folder):
    settings = settings_of(folder, '[rules]\nKH201 = "error"\nKH903 = "off"\n')
    found = kehoach.check(kehoach.extract(PLAN), settings)
    assert {f.severity for f in found if f.code == "KH201"} == {"error"}
    assert not [f for f in found if f.code == "KH903"]


def test_a_waived_finding_stays_with_its_reason(folder, capsys):
    waiver = '[[waive]]\ncode = "KH201"\nquote = "III. nhiệm vụ"\nreason = "Giữ số mục của Sở"\n'
    (found,) = (f for f in kehoach.check(kehoach.extract(PLAN), settings_of(folder, waiver)) if f.code == "KH201")
    assert found.waived == "Giữ số mục của Sở"
    code, out, _ = shown(capsys, PLAN, "--fail-on", "error")
    assert "1 đã chấp nhận" in out
    assert "Đã chấp nhận: Giữ số mục của Sở" in out
    assert code == 0


def test_a_waived_finding_fails_no_check(folder, capsys):
    codes = sorted({f.code for f in kehoach.extract(PLAN).findings if f.severity != "info"})
    (folder / "kehoach.toml").write_text(
        "".join(f'[[waive]]\ncode = "{c}"\nreason = "bản quét"\n' for c in codes), encoding="utf-8"
    )
    assert shown(capsys, PLAN, "--fail-on", "warning")[0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "[rules",
        'luat = "x"',
        '[rules]\nKH999 = "off"',
        '[rules]\nKH201 = "tắt"',
        'profile = "nd31"',
        '[[waive]]\ncode = "KH201"',
        '[[waive]]\ncode = "KH201"\nreason = " "',
        '[[waive]]\ncode = "KH201"\nreason = "x"\nfrom = "y"',
        '[[parts]]\nroles = ["purpose"]',
    ],
)
def test_settings_that_are_not_understood_are_told(folder, text):
    with pytest.raises(UsageError) as told:
        settings_of(folder, text)
    assert told.value.code == "bad_settings"
    assert told.value.file
