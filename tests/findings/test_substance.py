"""KH7xx, KH8xx: form as words tell it, what the plan leaves open, parts that it lacks."""

import pytest
from plan_findings import FOOT, HEAD, findings, found, plan_of

import kehoach
from kehoach.findings.settings import Settings

STRICT = Settings(profile="nd30")


def strict(code, *body, **head):
    """The quotes of a rule where the form is judged by the letter."""
    return [f.quote for f in kehoach.check(plan_of(*body, **head), STRICT) if f.code == code]


@pytest.mark.parametrize(
    ("date", "right"),
    [
        ("05 tháng 3 năm 2026", None),
        ("5 tháng 3 năm 2026", "05 tháng 3"),
        ("05 tháng 03 năm 2026", "05 tháng 3"),
        ("05 tháng 2 năm 2026", "05 tháng 02"),
    ],
)
def test_date_of_issue(date, right):
    plan = plan_of("I. MỤC ĐÍCH", "Ngăn bệnh dại.", date=date)
    rights = [f.right for f in kehoach.check(plan, STRICT) if f.code == "KH701"]
    assert rights == ([f"ngày {right} năm 2026"] if right else [])
    assert not found("KH701", "I. MỤC ĐÍCH", "Ngăn bệnh dại.", date=date), "offices write it their own way"


@pytest.mark.parametrize(("last", "hits"), [("Trên đây là Kế hoạch của xã./.", 0), ("Trên đây là Kế hoạch của xã.", 1)])
def test_end_of_the_text(last, hits):
    assert len(strict("KH702", "I. MỤC ĐÍCH", "Ngăn bệnh dại.", last)) == hits


@pytest.mark.parametrize(
    ("code", "foot", "hits"),
    [
        ("KH703", FOOT, 0),
        ("KH703", FOOT.replace("- Lưu: VT.\n", ""), 1),
        ("KH705", FOOT, 0),
        ("KH705", FOOT.replace("CHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"), 0),
        ("KH705", FOOT.replace("CHỦ TỊCH", "KT. CHỦ TỊCH"), 1),
    ],
)
def test_foot(code, foot, hits):
    assert len(found(code, "I. MỤC ĐÍCH", "Ngăn bệnh dại.", foot=foot)) == hits


@pytest.mark.parametrize(("capacity", "hits"), [("TM. SỞ Y TẾ", 1), ("TM. BAN VĂN HÓA - XÃ HỘI", 0)])
def test_who_signs_alone_and_who_for_a_board(capacity, hits):
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ", "UBND TỈNH ĐỒNG XA\nSỞ Y TẾ")
    foot = FOOT.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", f"{capacity}\nTRƯỞNG BAN")
    assert len(found("KH705", "I. MỤC ĐÍCH", "Ngăn bệnh dại.", head=head, number="12/KH-SYT", foot=foot)) == hits


def test_no_address_in_a_plan():
    assert found("KH704", "Kính gửi: Các thôn", "I. MỤC ĐÍCH", "Ngăn bệnh dại.") == ["Kính gửi: Các thôn"]


def test_party_documents_have_another_form():
    lines = "ĐẢNG ỦY XÃ SÔNG MƠ;*;ĐẢNG CỘNG SẢN VIỆT NAM;Số 11-KH/ĐU;Sông Mơ, ngày 5 tháng 3 năm 2026;KẾ HOẠCH;{title};"
    head = lines.replace(";", "\n")
    plan = plan_of("Kính gửi: Các chi bộ", "I. MỤC ĐÍCH", "Học tập.", head=head)
    assert not [f.code for f in kehoach.check(plan, STRICT) if f.kind == "form"]


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Căn cứ Chương trình hành động này, các thôn thực hiện.", ["Chương trình hành động này"]),
        ("Căn cứ Kế hoạch này, các thôn thực hiện.", []),
        ("Thực hiện Đề án số 08 của tỉnh; Đề án này gồm hai phần.", []),
    ],
)
def test_leftovers_of_another_document(line, quotes):
    assert found("KH805", "I. MỤC ĐÍCH", line) == quotes


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Báo cáo Ủy ban nhân dân xã Suối Đá.", ["Ủy ban nhân dân xã Suối Đá"]),
        ("Báo cáo Ủy ban nhân dân xã Sông Mơ.", []),
        ("Theo Kế hoạch số 9/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân xã Suối Đá.", []),
    ],
)
def test_another_place(line, quotes):
    assert found("KH806", "I. MỤC ĐÍCH", line) == quotes


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Tiêm cho […] con chó.", ["[…]"]),
        ("Tiêm cho ....... con chó.", ["......."]),
        ("Tiêm cho chó, mèo, …", []),
        ("Mua vắc xin ............ 12.500.000đ", []),  # dots that lead to a sum
    ],
)
def test_blanks(line, quotes):
    assert found("KH807", "I. MỤC ĐÍCH", line) == quotes


def test_duties_without_time_are_told_once():
    duties = [
        f"{n}. Thôn {name} tổ chức tiêm vắc xin cho đàn chó."
        for n, name in enumerate(["Đông", "Tây", "Nam", "Bắc", "Trung"], 1)
    ]
    (one,) = findings("KH802", "I. TỔ CHỨC THỰC HIỆN", *duties)
    assert one.severity == "info"
    assert "5/5" in one.message
    timed = [d.replace(" cho", " trước ngày 15/5/2026 cho") for d in duties]
    assert not findings("KH802", "I. TỔ CHỨC THỰC HIỆN", *timed)


@pytest.mark.parametrize(
    ("title", "headings", "missing"),
    [
        ("Phòng, chống bệnh dại", "MỤC ĐÍCH;NỘI DUNG;TỔ CHỨC THỰC HIỆN", ""),
        ("Phòng, chống bệnh dại", "MỤC ĐÍCH;NỘI DUNG", "tổ chức thực hiện"),
        ("Phát động phong trào thi đua sạch làng", "MỤC ĐÍCH;NỘI DUNG;TỔ CHỨC THỰC HIỆN", "hình thức khen thưởng"),
    ],
)
def test_parts_of_a_kind_of_plan(title, headings, missing):
    body = [line for n, h in enumerate(headings.split(";")) for line in (f"{'I' * (n + 1)}. {h}", f"Việc {n}.")]
    messages = [f.message for f in findings("KH851", *body, title=title)]
    assert bool(messages) == bool(missing)
    assert all(missing in m for m in messages)


def test_an_office_has_its_own_parts():
    plan = plan_of("I. MỤC ĐÍCH", "Ngăn bệnh dại.")
    own = Settings(parts=({"kind": "Kế hoạch của xã", "roles": ["budget"]},))
    assert ["kinh phí" in f.message for f in kehoach.check(plan, own) if f.code == "KH851"] == [True]
