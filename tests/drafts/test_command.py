"""``kehoach derive`` and ``kehoach locality init`` as an officer meets them."""

import json

import pytest
from drafted import ROOT

import kehoach
from kehoach.cli import run

PARENT = str(next((ROOT / "plans").glob("004_*.txt")))
COMMUNE = str(ROOT / "localities" / "xa-2022.toml")


@pytest.mark.parametrize("format", ["docx", "json", "md", "html"])
def test_a_draft_in_each_form(tmp_path, capsys, format):
    out = tmp_path / f"du-thao.{format}"
    assert run(["derive", PARENT, "--locality", COMMUNE, "-o", str(out), "--trace"]) == 0
    assert "không chuyển" in capsys.readouterr().err
    assert "Nậm Lau" in out.read_text(encoding="utf-8") if format != "docx" else out.read_bytes().startswith(b"PK")


def test_the_plan_may_be_given_as_json(tmp_path, capsys):
    plan = tmp_path / "plan.json"
    plan.write_text(kehoach.extract(PARENT).to_json(), encoding="utf-8")
    assert run(["derive", str(plan), "--locality", COMMUNE, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["lineage"]


def test_the_copy_for_signing_is_refused_while_questions_are_open(tmp_path, capsys):
    out = tmp_path / "ky.docx"
    assert run(["derive", PARENT, "--locality", COMMUNE, "-o", str(out), "--clean"]) == 2
    assert "questions_open" in capsys.readouterr().err
    assert not out.exists()
    assert run(["derive", PARENT, "--locality", COMMUNE, "-o", str(out), "--clean", "--force"]) == 0


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (["derive", "không-có.docx", "--locality", COMMUNE], 3, "not_found"),
        (["derive", PARENT, "--locality", "không-có.toml"], 3, "not_found"),
        (["derive", PARENT, "--locality", COMMUNE, "--date", "hôm nay"], 2, "bad_date"),
        (["derive", PARENT, "--locality", COMMUNE, "--date", "2026-01-05"], 3, "district_dissolved"),
        (["derive", str(next((ROOT / "plans").glob("003_*.txt"))), "--locality", COMMUNE], 3, "parent_not_higher"),
        (["derive", PARENT, "--locality", COMMUNE, "--format", "docx"], 2, "output_needed"),
    ],
)
def test_what_cannot_be_done_is_told_with_a_code(capsys, arguments, exit_code, code):
    assert run(arguments) == exit_code
    assert f"[{code}]" in capsys.readouterr().err


def test_errors_are_json_when_json_is_asked_for(capsys):
    assert run(["derive", "không-có.docx", "--locality", COMMUNE, "--format", "json"]) == 3
    assert json.loads(capsys.readouterr().err)["error"]["code"] == "not_found"


def test_a_new_profile_can_be_read_and_is_not_written_over(tmp_path, capsys):
    out = tmp_path / "xa.toml"
    assert run(["locality", "init", "xã Suối Ngàn", "--villages", "bản", "--date", "2026-02-10", "-o", str(out)]) == 0
    assert run(["derive", PARENT, "--locality", str(out), "--format", "md"]) == 0
    assert "Suối Ngàn" in capsys.readouterr().out
    assert run(["locality", "init", "xã Suối Ngàn", "-o", str(out)]) == 2


def test_a_department_prints_the_committee_of_its_province_above_its_name(tmp_path, capsys):
    text = "BỘ NỘI VỤ\nSố: 7/KH-BNV\nKẾ HOẠCH\nĐọc sách năm 2026\nI. NHIỆM VỤ\n1. Các Sở mở tủ sách.\nBỘ TRƯỞNG\n"
    plan = tmp_path / "bo.txt"
    plan.write_text(text, encoding="utf-8")
    department = str(ROOT / "localities" / "so-2026.toml")
    assert run(["derive", str(plan), "--locality", department, "--format", "md"]) == 0
    assert capsys.readouterr().out.startswith("**UBND TỈNH MÂY TRẮNG**  \n**SỞ NỘI VỤ**")


def test_words_that_would_act_on_a_page_stay_words(tmp_path):
    text = "\n".join(
        [
            "UBND TỈNH MÂY TRẮNG",
            "Số: 1/KH-UBND",
            "KẾ HOẠCH",
            "Trồng cây <script>alert(1)</script> năm 2026",
            "I. MỤC TIÊU",
            "- Trồng cây {{ 7*7 }} <b>xanh</b> \x07 trên địa bàn tỉnh.",
            "Nơi nhận:",
            "- Lưu: VT.",
            "CHỦ TỊCH",
        ]
    )
    plan = tmp_path / "xau.txt"
    plan.write_text(text, encoding="utf-8")
    commune = str(ROOT / "localities" / "xa-2026.toml")
    for format in ("html", "docx"):
        assert run(["derive", str(plan), "--locality", commune, "-o", str(tmp_path / f"o.{format}")]) == 0
    page = (tmp_path / "o.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
