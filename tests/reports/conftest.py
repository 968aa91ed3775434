"""Plans with invented content: a usual one, a crowded one, an empty one, and one that means harm."""

import pytest

from kehoach.plan import (
    Assignment,
    Award,
    Block,
    Citation,
    Criteria,
    Finding,
    Header,
    Issuer,
    Milestone,
    Period,
    Plan,
    Promulgation,
    Quote,
    Signature,
    SourceInfo,
    Table,
    Target,
    Task,
)

TEXT = """\
ỦY BAN NHÂN DÂN XÃ SÔNG MƠ
Số: 12/KH-UBND
Sông Mơ, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Trồng cây bóng mát năm 2026
Thực hiện Kế hoạch số 40/KH-UBND ngày 01/02/2026 của Ủy ban nhân dân tỉnh Mây Trắng về trồng cây
MỤC ĐÍCH
Phủ xanh các tuyến đường của TP. Mây và các xã. Câu thứ hai không cần in.
CHỈ TIÊU
Đến hết năm 2026 trồng mới 1.500 cây; ít nhất 85% số hộ tham gia
KHEN THƯỞNG
Giấy khen của Chủ tịch Ủy ban nhân dân xã
Đối với thôn
Trồng đủ số cây được giao
TỔ CHỨC THỰC HIỆN
Phòng Kinh tế
Chủ trì, phối hợp với Đoàn Thanh niên xã cấp cây giống trước ngày 15/4/2026
báo cáo kết quả trước ngày 20/12 hằng năm
Các thôn
vận động người dân chăm sóc cây
1.234,5
"""


def place(words):
    """The one place of ``words`` in the text."""
    assert TEXT.count(words) == 1, words
    start = TEXT.index(words)
    return {"quote": words, "span": (start, start + len(words))}


def block(id, text, label=None, parent=None, roles=(), **fields):
    depth = 1 + bool(parent) + (parent == "k2")
    return Block(
        id=id,
        text=text,
        label=label,
        parent=parent,
        roles=list(roles),
        depth=depth,
        heading=bool(roles),
        span=place(text)["span"],
        **fields,
    )


def source(**fields):
    return SourceInfo(**{"name": "trồng cây.docx", "sha256": "0" * 64, "media_type": "text/plain", **fields})


BLOCKS = [
    ("m", "MỤC ĐÍCH", "I.", None, ["purpose"]),
    ("m1", "Phủ xanh các tuyến đường của TP. Mây và các xã. Câu thứ hai không cần in.", None, "m"),
    ("c", "CHỈ TIÊU", "II.", None, ["targets"]),
    ("c1", "Đến hết năm 2026 trồng mới 1.500 cây; ít nhất 85% số hộ tham gia", "-", "c"),
    ("k", "KHEN THƯỞNG", "III.", None, ["awards"]),
    ("k1", "Giấy khen của Chủ tịch Ủy ban nhân dân xã", "1.", "k"),
    ("k2", "Đối với thôn", "2.", "k", ["criteria"]),
    ("k3", "Trồng đủ số cây được giao", "a)", "k2"),
    ("t", "TỔ CHỨC THỰC HIỆN", "IV.", None, ["implementation"]),
    ("t1", "Phòng Kinh tế", "1.", "t", ["implementation"]),
    ("t2", "Các thôn", "2.", "t", ["implementation"]),
]


@pytest.fixture
def plan():
    return Plan(
        source=source(pages=3, page_starts=[0, 200, 10_000]),
        text=TEXT,
        header=Header(
            issuer=Issuer(name="Ủy ban nhân dân xã Sông Mơ", kind="people_committee", level="commune"),
            document_type="Kế hoạch",
            number="12/KH-UBND",
            place="Sông Mơ",
            date="2026-03-05",
            title="Trồng cây bóng mát năm 2026",
            period=Period(start="2026", end="2026"),
            parent="40/KH-UBND",
            spans={"number": place("12/KH-UBND")["span"], "title": place("Trồng cây bóng mát năm 2026")["span"]},
        ),
        citations=[
            Citation(
                type="Kế hoạch",
                number="40/KH-UBND",
                date="2026-02-01",
                issuer="Ủy ban nhân dân tỉnh Mây Trắng",
                basis=True,
                **place("Kế hoạch số 40/KH-UBND ngày 01/02/2026 của Ủy ban nhân dân tỉnh Mây Trắng"),
            )
        ],
        blocks=[block(*fields) for fields in BLOCKS],
        targets=[
            Target(
                indicator="cây trồng mới",
                comparator="=",
                value=1500,
                unit="cây",
                due="2026",
                block="c1",
                **place("trồng mới 1.500 cây"),
            ),
            Target(
                indicator="số hộ tham gia",
                comparator=">=",
                value=85,
                unit="%",
                due="2026-12-31",
                block="c1",
                **place("ít nhất 85% số hộ tham gia"),
            ),
        ],
        criteria=[Criteria(audience="thôn", items=[Quote(**place("Trồng đủ số cây được giao"))], block="k2")],
        awards=[
            Award(
                form="Giấy khen",
                authority="Chủ tịch Ủy ban nhân dân xã",
                occasion="tổng kết năm 2026",
                block="k1",
                **place("Giấy khen của Chủ tịch Ủy ban nhân dân xã"),
            )
        ],
        timeline=[
            Milestone(
                time="trước ngày 20/12 hằng năm",
                kind="recurring",
                end="--12-20",
                recurrence="annual",
                block="t1",
                actors=["Phòng Kinh tế"],
                **place("báo cáo kết quả trước ngày 20/12 hằng năm"),
            ),
            Milestone(
                time="trước ngày 15/4/2026",
                kind="deadline",
                end="2026-04-15",
                actors=["Phòng Kinh tế"],
                block="t1",
                **place("cấp cây giống trước ngày 15/4/2026"),
            ),
        ],
        assignments=[
            Assignment(
                lead=["Phòng Kinh tế"],
                partners=["Đoàn Thanh niên xã"],
                block="t1",
                **place("Phòng Kinh tế"),
                tasks=[
                    Task(
                        due="2026-04-15",
                        **place("Chủ trì, phối hợp với Đoàn Thanh niên xã cấp cây giống trước ngày 15/4/2026"),
                    ),
                    Task(product="Báo cáo", **place("báo cáo kết quả trước ngày 20/12 hằng năm")),
                ],
            ),
            Assignment(
                lead=["Các thôn"],
                block="t2",
                **place("Các thôn"),
                tasks=[
                    Task(**place("vận động người dân chăm sóc cây")),
                ],
            ),
        ],
        signature=Signature(position="CHỦ TỊCH", name="Lê Thị Mận"),
        tables=[
            Table(
                caption="Phân bổ cây",
                page=2,
                header=["Thôn", "Số cây", "Mã"],
                rows=[["Hạ", "1.234,5", "01"], ["Thượng", "700", "1.2"]],
                spans=[[place("1.234,5")["span"]]],
            )
        ],
        findings=[
            Finding(
                id="f1",
                code="signature",
                kind="missing",
                severity="warning",
                source="-",
                message="Thiếu TM. ỦY BAN NHÂN DÂN.",
            ),
            Finding(
                id="f2",
                code="award",
                kind="authority",
                severity="error",
                source="-",
                message="Sai thẩm quyền khen thưởng.",
                span=place("Giấy khen của Chủ tịch Ủy ban nhân dân xã")["span"],
            ),
            Finding(id="f3", code="x", kind="form", severity="info", message="Đã bỏ qua.", source="-", waived="đã xem"),
        ],
    )


@pytest.fixture
def empty():
    return Plan(source=source(), text="")


@pytest.fixture
def attached(plan):
    """The usual plan, promulgated by a decision."""
    plan.header.promulgated_by = Promulgation(type="Quyết định", number="9/QĐ-UBND", date="2026-03-04")
    plan.header.marks = ["Hỏa tốc"]
    return plan


def copies(entries, number):
    return [entry.model_copy(deep=True) for entry in entries for _ in range(number)]


@pytest.fixture
def crowded(plan):
    """Far more of everything than a page holds."""
    long = " ".join(["Rà soát, đôn đốc các đơn vị thuộc phạm vi quản lý triển khai đúng tiến độ"] * 6)
    for field in ("targets", "timeline", "awards", "citations", "criteria", "findings", "assignments"):
        setattr(plan, field, copies(getattr(plan, field), 25))
    for i, assignment in enumerate(plan.assignments):
        assignment.lead = [f"Phòng chuyên môn số {i} thuộc Ủy ban nhân dân xã", "các đơn vị sự nghiệp có liên quan"]
        assignment.tasks[0].quote = long
    for i, award in enumerate(plan.awards):
        award.quote = f"Giấy khen loại {i} của Chủ tịch Ủy ban nhân dân xã"
    for i, finding in enumerate(plan.findings):
        finding.message = f"{i} {long}"
    for i, target in enumerate(plan.targets):
        target.indicator = f"{i} {long}"
    plan.header.title = plan.header.movement = long
    return plan


HARM = "=HYPERLINK(\"http://x\")<script>alert('x')</script>|*b*\x1b[31m\x00\x9b\ud800\u202e{{ 7*7 }}"


@pytest.fixture
def hostile(plan):
    """A plan whose every word tries to be a formula, a script, a table, a terminal command, a template."""
    plan.text = HARM * 50
    plan.source.name = HARM.replace("\ud800", "")
    plan.header.title = plan.header.movement = plan.header.issuer.name = plan.header.number = HARM
    plan.signature.name = HARM
    for entry in (*plan.targets, *plan.awards, *plan.timeline, *plan.citations, *plan.assignments):
        entry.quote = HARM
    for target in plan.targets:
        target.indicator = target.unit = HARM
    for assignment in plan.assignments:
        assignment.lead = assignment.partners = [HARM]
        for task in assignment.tasks:
            task.quote = task.product = HARM
    for text_block in plan.blocks:
        text_block.text = HARM
    plan.criteria[0].audience = plan.criteria[0].items[0].quote = HARM
    plan.tables[0].rows = [["+1+1", "-2", "@SUM(A1)", HARM]]
    plan.tables[0].header = plan.tables[0].rows[0]
    plan.findings[0].message = HARM
    return plan
