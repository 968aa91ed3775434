"""What holds of every reading, whatever the file: total, grounded, in order, the same each time; edits stay local."""

import json
import os
import random
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))  # whether or not tests/ is a package

import kehoach
from kehoach.errors import KehoachError
from kehoach.plan import Plan
from planted import generate, planted_plans
from planted.render import as_markdown, as_text, rendered

REAL = sorted((Path(__file__).parent.parent / "corpora" / "plans").iterdir())
FACTS = ("citations", "targets", "criteria", "awards", "timeline", "assignments")
#: What the genre is made of, to be put together as nobody would
PIECES = [
    "KẾ HOẠCH",
    "QUYẾT ĐỊNH",
    "Số: 7/KH-UBND",
    "Ngọc Hà, ngày 06 tháng 4 năm 2026",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Căn cứ Luật Phòng cháy và chữa cháy số 27/2001/QH10;",
    "Thực hiện Kế hoạch số 40/KH-UBND ngày 01/02/2026",
    "I.",
    "II. NỘI DUNG",
    "Phần thứ nhất",
    "1. Mục tiêu",
    "1.1. ",
    "a) ",
    "- ",
    "+ Có ít nhất 90% số hộ",
    "trước ngày 15/4/2026",
    "hằng năm",
    "Quý I/2026",
    "12/13 xã",
    "Sở Y tế chủ trì, phối hợp với Công an tỉnh",
    "tặng Giấy khen của Chủ tịch",
    "Đối với tập thể:",
    "Trên đây là Kế hoạch./.",
    "Nơi nhận:",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Đỗ Thị Sim",
    "PHỤ LỤC",
    "| STT | Việc |",
    "|---|---|",
    "|",
    "[1] Ghi chú",
    "(Ban hành kèm theo",
    "“",
    "”",
    ":",
    ";",
    "...",
    "\f",
    "\t    ",
    "–",
    "Điều 1.",
]
texts_of_pieces = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "\n", "\n\n"])), max_size=40).map(
    lambda pieces: "".join(piece + space for piece, space in pieces)
)


def read(text: str) -> Plan:
    return kehoach.extract(text.encode())


def entries(found: object) -> Iterator[dict]:
    """All objects within a plan's JSON."""
    if isinstance(found, dict):
        yield found
    for inner in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from entries(inner)


def spans_of(plan: Plan) -> list[tuple[int, int]]:
    cells = [span for table in plan.tables for row in table.spans for span in row]
    return [
        *plan.header.spans.values(),
        *plan.signature.spans.values(),
        *(a.span for a in plan.appendices),
        *cells,
        *(tuple(entry["span"]) for entry in entries(json.loads(plan.to_json())) if entry.get("span")),
    ]


def check(plan: Plan) -> None:
    """What CONTRACT promises of any plan."""
    text = plan.text
    assert unicodedata.is_normalized("NFC", text)
    assert all(0 <= start <= end <= len(text) for start, end in spans_of(plan))
    for entry in entries(json.loads(plan.to_json())):
        if entry.get("quote") is not None and entry.get("span"):
            assert text[slice(*entry["span"])] == entry["quote"]
    assert [text[slice(*b.span)] for b in plan.blocks] == [b.text for b in plan.blocks]
    assert all(
        text[slice(*span)] == cell
        for table in plan.tables
        for row, spans in zip(table.rows, table.spans, strict=True)
        for cell, span in zip(row, spans, strict=True)
    )
    check_blocks(plan)
    assert Plan.model_validate_json(plan.to_json()) == plan


def check_blocks(plan: Plan) -> None:
    """Blocks stand in order, one line each, parents first and one level above; facts know the block that holds them."""
    by_id = {b.id: b for b in plan.blocks}
    places = {b.id: n for n, b in enumerate(plan.blocks)}
    assert len(by_id) == len(plan.blocks)
    assert all(a.span[1] < b.span[0] for a, b in pairwise(plan.blocks))
    for n, block in enumerate(plan.blocks):
        assert block.text.strip()
        assert "\n" not in block.text
        assert block.heading is bool(block.roles)
        assert block.parent is None or places[block.parent] < n
        assert block.depth == by_id[block.parent].depth + 1 if block.parent else block.depth in (0, 1)
    for kind in ("citations", "targets", "awards", "timeline", "assignments"):
        for fact in getattr(plan, kind):
            holding = [b.id for b in plan.blocks if b.span[0] <= fact.span[0] and fact.span[1] <= b.span[1]]
            assert [fact.block] == (holding or [None])
    assert all(entry.block in by_id for entry in plan.criteria)


# -- any file ------------------------------------------------------------------------------------------------------

MAGIC = [
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html><body>",
    b"<?xml version='1.0'?>",
    b"{\\rtf1",
    b"\x89PNG\r\n",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe\0\0",
    "KẾ HOẠCH\n".encode(),
]


def checked_or_refused(data: bytes) -> None:
    try:
        plan = kehoach.extract(data, name="thử")
    except KehoachError as refusal:
        assert refusal.code
        assert refusal.message
        assert refusal.file == "thử"
    else:
        assert Plan.model_validate_json(plan.to_json()) == plan
        assert all(0 <= start <= end <= len(plan.text) for start, end in spans_of(plan))


@given(magic=st.sampled_from(MAGIC), rest=st.binary(max_size=300))
@example(magic=b"", rest=b"")
@example(magic=b"", rest=b"\0" * 40)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_bytes_are_read_or_refused(magic: bytes, rest: bytes) -> None:
    checked_or_refused(magic + rest)


@pytest.mark.parametrize("form", ["docx", "pdf", "md", "ocr"])
def test_damaged_files_are_read_or_refused(form: str) -> None:
    _, content, _ = rendered(generate(3), form)
    for seed in range(12):
        rng = random.Random(seed)
        data = bytearray(content)
        for _ in range(rng.randrange(1, 20)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        checked_or_refused(bytes(data[: rng.randrange(len(data))] if seed % 3 == 0 else data))


@given(text=texts_of_pieces)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_words_of_the_genre_in_any_order(text: str) -> None:
    checked_or_refused(text.encode())


# -- every plan ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", REAL, ids=[path.stem for path in REAL])
def test_real_plans_are_read_as_the_contract_says(path: Path) -> None:
    plan = kehoach.extract(path)
    check(plan)
    assert plan.header.document_type == "Kế hoạch"
    assert all(getattr(plan, kind) for kind in ("blocks", "citations", "targets", "timeline", "assignments"))


@given(plan=planted_plans())
@settings(max_examples=40, deadline=None, derandomize=True)
def test_invented_plans_are_read_as_the_contract_says(plan) -> None:
    check(read(as_text(plan)))


def test_pieces_of_real_plans_are_read_as_the_contract_says() -> None:
    """A plan whose lines are missing, doubled or in disorder."""
    for seed in range(40):
        rng = random.Random(seed)
        lines = rng.choice(REAL).read_text().split("\n")
        start = rng.randrange(len(lines) - 20)
        lines = lines[start : start + rng.randrange(20, 120)]
        if seed % 2:
            rng.shuffle(lines)
        check(read("\n".join(lines)))


def test_the_text_is_in_the_order_of_the_contract() -> None:
    """Letterhead, type, title, body, recipients, signature, appendices, tables."""
    for seed in range(40):
        plan = read(as_text(generate(seed)))
        head = plan.header.spans
        parts = [
            [head[key] for key in ("number", "place", "date") if key in head],
            [head["document_type"]],
            [head["title"]],
            [b.span for b in plan.blocks],
            [r.span for r in plan.recipients],
            list(plan.signature.spans.values()),
            [a.span for a in plan.appendices],
            [span for table in plan.tables for row in table.spans for span in row],
        ]
        filled = [part for part in parts if part]
        assert all(max(a)[1] < min(b)[0] for a, b in pairwise(filled)), seed
        assert plan.text[slice(*head["title"])] == plan.header.title


# -- the same each time, and in each spelling ----------------------------------------------------------------------


def test_reading_is_the_same_each_time() -> None:
    text = as_text(generate(5))
    assert read(text).to_json() == read(text).to_json()


def test_reading_is_the_same_in_each_process() -> None:
    """No order of a set, no clock, no memory of an earlier plan comes into it."""
    code = "import sys, kehoach; sys.stdout.buffer.write(kehoach.extract(sys.argv[1]).to_json().encode())"
    here = kehoach.extract(REAL[2]).to_json()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, REAL[2]],
            capture_output=True,
            check=True,
            timeout=120,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )
        assert done.stdout.decode() == here


def bare(entry: object) -> object:
    """A fact without the places that another spelling of the file moves."""
    if isinstance(entry, dict):
        return {k: bare(v) for k, v in entry.items() if k not in ("span", "spans", "page", "page_starts", "source")}
    return [bare(v) for v in entry] if isinstance(entry, list) else entry


def whole(plan: Plan) -> dict:
    return json.loads(plan.model_copy(update={"source": read("KẾ HOẠCH").source}).to_json())


@pytest.mark.parametrize(
    "spelling",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text).encode(), id="decomposed letters"),
        pytest.param(lambda text: text.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(lambda text: text.encode("utf-16"), id="UTF-16"),
        pytest.param(lambda text: text.replace("\n\n", "\n\n\n  \n").encode(), id="more blank lines"),
    ],
)
def test_another_spelling_gives_the_same_plan(spelling) -> None:
    for text in (as_text(generate(7)), as_text(generate(8)), REAL[1].read_text()):
        assert whole(kehoach.extract(spelling(text))) == whole(read(text))


def test_markdown_of_the_same_plan_has_the_same_facts() -> None:
    for seed in range(20):
        plain, marked = (whole(read(write(generate(seed)))) for write in (as_text, as_markdown))
        for field in (*FACTS, "blocks", "header", "recipients", "signature", "tables", "appendices"):
            assert bare(marked[field]) == bare(plain[field]), (seed, field)


# -- edits ---------------------------------------------------------------------------------------------------------

NEW = "Đoạn này được chèn thêm để thử."


def sections(plan: Plan) -> dict[str, str]:
    """The outermost block over each block."""
    over: dict[str, str] = {}
    for block in plan.blocks:
        over[block.id] = over[block.parent] if block.parent else block.id
    return over


def elsewhere(plan: Plan, section: str) -> dict[str, list]:
    """Blocks and facts outside a section, without their places."""
    over = sections(plan)
    found = {"blocks": [bare(b.model_dump(mode="json")) for b in plan.blocks if over[b.id] != section]}
    for kind in FACTS:
        found[kind] = [
            bare(fact.model_dump(mode="json")) for fact in getattr(plan, kind) if over.get(fact.block) != section
        ]
    return found


@given(seed=st.integers(0, 200), place=st.integers(0, 60))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_paragraph_more_in_one_section_changes_nothing_in_the_others(seed: int, place: int) -> None:
    paragraphs = as_text(generate(seed)).split("\n\n")
    before = read("\n\n".join(paragraphs))
    inside = [n for n, text in enumerate(paragraphs) if any(text.endswith(b.text) for b in before.blocks)]
    at = inside[place % len(inside)]
    after = read("\n\n".join([*paragraphs[:at], NEW, *paragraphs[at:]]))
    added = [b for b in after.blocks if b.text == NEW]
    assume(added)  # or it reads as the rest of an open line
    assert [b.id for b in after.blocks if b.text != NEW] == [b.id for b in before.blocks]
    section = sections(after)[added[0].id]
    assert elsewhere(after, section) == elsewhere(before, section)
    assert bare(after.header.model_dump()) == bare(before.header.model_dump())


@given(seed=st.integers(0, 200), place=st.integers(0, 60))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_a_paragraph_less_keeps_the_ids_of_the_others(seed: int, place: int) -> None:
    paragraphs = as_text(generate(seed)).split("\n\n")
    before = read("\n\n".join(paragraphs))
    singles = [b for b in before.blocks if paragraphs.count(f"{b.label or ''} {b.text}".strip()) == 1]
    gone = singles[place % len(singles)]
    paragraphs.remove(f"{gone.label or ''} {gone.text}".strip())
    left = {b.id for b in before.blocks} - {gone.id}
    assert {b.id for b in read("\n\n".join(paragraphs)).blocks} == left


# -- where there is no plan ----------------------------------------------------------------------------------------

LETTER = """\
Kính gửi: Bác Tư

Cháu đã nhận được thư của bác. Vườn nhà cháu năm nay được mùa, cam ngọt và nhiều.

Hôm nào rảnh mời bác ghé chơi, cả nhà cùng ăn cơm.

Cháu của bác
"""
POEM = """\
Chiều trên sông

Gió đưa hàng trúc ven sông
Thuyền ai lờ lững giữa dòng trăng trôi
Mẹ ngồi vá áo bên nôi
Tiếng ru chín bậc, ơi hời gọi mưa
"""
RECIPE = """\
Canh chua cá lóc

Nguyên liệu: 1 con cá lóc 800 g, 3 quả cà chua, 200 g giá.

1. Làm sạch cá, cắt khúc.

2. Nấu nước me sôi 5 phút rồi cho cá vào.
"""


@pytest.mark.parametrize(
    "text",
    [LETTER, POEM, RECIPE, "Một câu.", "*** 12/34 (…) ***"],
    ids=["letter", "poem", "recipe", "one sentence", "signs"],
)
def test_where_there_is_no_plan_there_are_no_facts(text: str) -> None:
    plan = read(text)
    check(plan)
    for kind in (*FACTS, "recipients", "tables", "appendices"):
        assert getattr(plan, kind) == []
    assert (plan.signature.position, plan.signature.name, plan.header.number, plan.header.issuer.name) == (None,) * 4
    assert [f.code for f in plan.findings] == ["KH001"]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n "])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(KehoachError) as refusal:
        kehoach.extract(data)
    assert refusal.value.code == "empty"
