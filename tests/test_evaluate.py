"""Scoring: what counts as found, as right, as a miss; and what a report says of it."""

import json

import pytest

from kehoach.errors import ReadError
from kehoach.evaluate import evaluate
from kehoach.evaluate.gold import Gold
from kehoach.evaluate.likeness import body, fold, overlap, same, same_bodies, words
from kehoach.evaluate.report import Result
from kehoach.evaluate.scoring import compare, total
from kehoach.plan import Award, Block, Citation, Finding, Plan, Quote, SourceInfo, Target

TEXT = """\
KẾ HOẠCH
Trồng cây năm 2026
Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Mây Trắng
MỤC TIÊU
Trồng mới 1.500 cây
ít nhất 85% số hộ tham gia
Lưu: VT
"""


def quoted(words):
    start = TEXT.index(words)
    return {"quote": words, "span": (start, start + len(words))}


def block(id, text, **fields):
    return Block(id=id, text=text, span=quoted(text)["span"], **fields)


def a_gold(**fields):
    lists = [name for name, field in Gold.model_fields.items() if str(field.annotation).startswith("list")]
    empty = {name: [] for name in lists}
    header = dict.fromkeys(("document_type", "number", "place", "date", "title", "movement", "period", "parent"))
    header["issuer"] = dict.fromkeys(("name", "kind", "level"))
    signature = dict.fromkeys(("capacity", "position", "name"))
    return Gold.model_validate({"doc": "a.txt", "header": header, "signature": signature, **empty, **fields})


def a_plan(**fields):
    starts = [0, TEXT.index("ít nhất")]
    source = SourceInfo(name="a.txt", sha256="0", media_type="text/plain", pages=2, page_starts=starts)
    return Plan(source=source, text=TEXT, **fields)


CITATION = {
    "type": "Quyết định",
    "number": "12/QĐ-UBND",
    "date": "2026-01-05",
    "issuer": "Ủy ban nhân dân tỉnh Mây Trắng",
    "title": None,
    "basis": True,
    "quote": "Quyết định số 12/QĐ-UBND",
}
TARGET = {
    "quote": "ít nhất 85% số hộ tham gia",
    "indicator": "số hộ tham gia",
    "comparator": ">=",
    "value": 85,
    "value_to": None,
    "of": None,
    "unit": "%",
    "due": "2026",
}
BLOCKS = [
    {"label": "I.", "depth": 1, "heading": True, "roles": ["targets"], "start": "MỤC TIÊU", "end": "MỤC TIÊU"},
    {"label": "-", "depth": 2, "heading": False, "start": "Trồng mới 1.500 cây", "end": "Trồng mới 1.500 cây"},
    {"label": "-", "depth": 2, "heading": False, "start": "ít nhất 85% số hộ tham", "end": "85% số hộ tham gia"},
]


def blocks():
    return [
        block("t", "MỤC TIÊU", label="I", depth=1, heading=True, roles=["targets"]),
        block("t1", "Trồng mới 1.500 cây", label="–", parent="t", depth=2, heading=False),
        block("t2", "ít nhất 85% số hộ tham gia", label="-", parent="t", depth=2, heading=False),
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("**Kế hoạch**\nsố  5", "kế hoạch số 5"),
        ("“Toàn dân” – 2025", '"Toàn dân" - 2025'),
        ("21- NQ/TW", "21-NQ/TW"),
        (None, ""),
    ],
)
def test_fold(a, b):
    assert fold(a) == fold(b)


def test_words_keep_numbers_of_documents_whole():
    assert words("Số 587/QĐ-TTg, 1.500 cây") == ("số", "587/qđ-ttg", "1.500", "cây")


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ("trồng cây", "trồng mới 1.500 cây", 1),
        ("cây cây", "cây xanh", 0.5),
        ("", "cây", 0),
        ("cây", None, 0),
    ],
)
def test_overlap_is_of_the_shorter(a, b, share):
    assert overlap(a, b) == share


def test_same_forgives_punctuation_around():
    assert same("Sở Nội vụ;", "Sở Nội Vụ")
    assert not same("Sở Nội vụ", "Sở Y tế")


@pytest.mark.parametrize(
    ("gold", "found", "agree"),
    [
        (["UBND tỉnh"], ["Ủy ban nhân dân tỉnh"], True),
        (["Sở Nội vụ", "Sở Y tế"], ["Sở Y tế", "Sở Nội vụ"], True),
        (["các sở, ban, ngành"], ["sở", "ban", "ngành"], True),
        (["Sở Nội vụ"], ["Sở Nội vụ", "Sở Y tế", "Sở Tài chính"], False),
        (["Sở Nội vụ"], ["Sở Y tế"], False),
        (["Sở Nội vụ"], [], False),
        ([], [], True),
    ],
)
def test_same_bodies(gold, found, agree):
    assert same_bodies(gold, found) is agree


def test_body_writes_abbreviations_out():
    assert body("Các UBND TP. Mây") == body("Ủy ban nhân dân thành phố Mây")


def test_an_unreadable_file_misses_everything():
    score = compare(a_gold(citations=[CITATION], blocks=BLOCKS, recipients=["Lưu: VT"]), None)
    assert (score.fields["header"].gold, score.fields["header"].found) == (15, 0)
    assert {m.kind for tally in score.fields.values() for m in tally.mistakes} == {"missed"}
    assert [score.fields[name].right_share for name in ("citations", "blocks", "roles", "recipients")] == [0, 0, 0, 0]
    assert score.fields["targets"].right_share == 1, "nothing to find"


def test_blocks_and_roles():
    score = compare(a_gold(blocks=BLOCKS), a_plan(blocks=blocks()))
    assert (score.fields["blocks"].right, score.fields["roles"].right) == (3, 1)
    deeper = blocks()
    deeper[1].depth, deeper[0].roles = 3, ["content"]
    score = compare(a_gold(blocks=BLOCKS), a_plan(blocks=deeper))
    assert (score.fields["blocks"].found, score.fields["blocks"].right, score.fields["roles"].right) == (3, 2, 0)
    assert score.fields["blocks"].mistakes[0].faults == (("depth", 3, 2),)


def test_a_wrong_attribute_is_found_but_not_right():
    cited = Citation(
        type="Quyết định",
        number="12/QĐ-UBND",
        date="2025-01-05",
        issuer="UBND tỉnh Mây Trắng",
        basis=True,
        **quoted("Quyết định số 12/QĐ-UBND"),
    )
    tally = compare(a_gold(citations=[CITATION]), a_plan(citations=[cited])).fields["citations"]
    assert (tally.found_share, tally.right_share) == (1, 0)
    assert [(m.kind, m.faults) for m in tally.mistakes] == [("wrong", (("date", "2025-01-05", "2026-01-05"),))]


def test_inventing_costs_as_much_as_missing():
    words = quoted("ít nhất 85% số hộ tham gia")
    right = Target(indicator="số hộ", comparator=">=", value=85, unit="%", due="2026", **words)
    other = Target(indicator="cây", comparator="=", value=1500, unit="cây", **quoted("Trồng mới 1.500 cây"))
    tally = compare(a_gold(targets=[TARGET]), a_plan(targets=[right, other])).fields["targets"]
    assert (tally.gold, tally.predicted, tally.right) == (1, 2, 1)
    assert tally.right_share == pytest.approx(2 / 3)
    assert [m.kind for m in tally.mistakes] == ["invented"]


def test_the_better_pair_is_taken_first():
    said = {"form": "Giấy khen", "class": None, "occasion": None}
    gold = [
        {**said, "authority": None, "quote": "Trồng mới 1.500 con"},
        {**said, "authority": "tỉnh", "quote": "Trồng mới 1.500 cây"},
    ]
    award = Award(form="Giấy khen", authority="tỉnh", **quoted("Trồng mới 1.500 cây"))
    assert compare(a_gold(awards=gold), a_plan(awards=[award])).fields["awards"].right == 1


def test_defects_are_recall_and_findings_serve_once():
    defect = {"kind": "ocr", "quote": "Mây Trắng", "note": "Trăng"}
    findings = [
        Finding(id=str(n), code="ocr", kind="ocr", severity="info", quote=quote, message="", source="")
        for n, quote in enumerate(["Mây Trắng", TEXT])
    ]
    score = compare(a_gold(defects=[defect, defect]), a_plan(findings=findings))
    assert (score.fields["defects"].right_share, score.other_findings) == (0.5, 1)


def test_a_missing_part_is_known_by_its_field():
    defect = {"kind": "missing", "field": "number", "quote": None, "note": "no number"}
    finding = Finding(id="1", code="no_number", kind="missing", severity="error", field="number", message="", source="")
    assert compare(a_gold(defects=[defect]), a_plan(findings=[finding])).fields["defects"].right == 1
    finding.field = "date"
    assert compare(a_gold(defects=[defect]), a_plan(findings=[finding])).fields["defects"].right == 0


def test_total_adds_counts():
    one = compare(a_gold(recipients=["Lưu: VT"]), a_plan(recipients=[Quote(**quoted("Lưu: VT"))]))
    other = compare(a_gold(recipients=["Lưu: VT"]), None)
    assert total([one, other]).fields["recipients"].right_share == pytest.approx(2 / 3)


@pytest.fixture
def corpus(tmp_path):
    """Two plans, of which the second has no file."""

    def write(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")

    rest = 'source = "invented"\nlevel = "commune"\ntopic = "trees"\n'
    tables = [f'[[plan]]\nid = "{id}"\nfile = "{id}.txt"\ngold = "{id}.json"\n{rest}' for id in "ab"]
    write("manifest.toml", "\n".join(tables))
    write("a.txt", "KẾ HOẠCH\n\nTrồng cây năm 2026\n\nI. MỤC TIÊU\n\n- Trồng cây.\n\nNơi nhận:\n- Lưu: VT.\n")
    for id in "ab":
        write(f"{id}.json", a_gold(recipients=["Lưu: VT"]).model_dump_json(by_alias=True))
    return tmp_path


def test_failures_count_and_do_not_stop(corpus):
    report = evaluate(corpus)
    assert [result.status for result in report.results] == ["ok", "failed"]
    assert report.fields["recipients"].right_share == pytest.approx(2 / 3)
    assert report.results[1].error["code"] == "not_found"
    assert "[not_found]" in report.as_table()


def test_a_defect_of_the_program_counts_as_a_failure(corpus, monkeypatch):
    import kehoach

    monkeypatch.setattr(kehoach, "extract", lambda path: 1 / 0)
    assert {result.error["code"] for result in evaluate(corpus).results} == {"defect"}


def test_report_as_json(corpus):
    told = json.loads(evaluate(corpus).to_json())
    assert set(told) == {"mean_right", "fields", "other_findings", "plans"}
    assert told["fields"]["recipients"] == {"gold": 2, "predicted": 1, "found": 0.6667, "right": 0.6667}
    assert [plan["id"] for plan in told["plans"]] == ["a", "b"]
    assert told["plans"][1]["mistakes"][-1] == {
        "field": "recipients",
        "kind": "missed",
        "quote": "Lưu: VT",
        "faults": [],
        "note": None,
        "place": None,
        "page": None,
        "offset": None,
    }


@pytest.mark.parametrize(
    ("quote", "place", "page"),
    [
        ("ít nhất 85%", "I › -", 2),
        ("MỤC TIÊU", "I", 1),
        ("trồng  cây", None, 1),
        ("không có", None, None),
    ],
)
def test_the_place_of_a_mistake(quote, place, page):
    plan = a_plan(blocks=blocks())
    score = compare(a_gold(recipients=[quote]), plan)
    result = Result(None, plan, score)
    offset = result.offset_of(score.fields["recipients"].mistakes[0])
    assert (result.place_of(offset), result.page_of(offset)) == (place, page)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("manifest.toml", None, "not_found"),
        ("manifest.toml", "plan = 1", "bad_manifest"),
        ("manifest.toml", "[[plan", "bad_manifest"),
        ("a.json", None, "not_found"),
        ("a.json", "{}", "bad_gold"),
        ("a.json", "\udcff", "unreadable"),
    ],
)
def test_a_faulty_corpus_is_named(corpus, name, content, code):
    path = corpus / name
    path.unlink() if content is None else path.write_text(content, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(ReadError) as caught:
        evaluate(corpus)
    assert (caught.value.code, caught.value.file) == (code, str(path))


def test_two_plans_with_one_id_are_refused(corpus):
    text = (corpus / "manifest.toml").read_text(encoding="utf-8")
    (corpus / "manifest.toml").write_text(text.replace('id = "b"', 'id = "a"'), encoding="utf-8")
    with pytest.raises(ReadError, match="hai lần"):
        evaluate(corpus)


def test_gold_with_a_word_outside_the_vocabulary_is_refused(corpus):
    text = (corpus / "a.json").read_text(encoding="utf-8").replace('"defects"', '"defect"')
    (corpus / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=r"defects.*Còn 1 lỗi khác"):
        evaluate(corpus)
