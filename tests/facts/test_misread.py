"""Names whose tone marks a scan lost: the fields have the right name, the text what was read, a finding tells both."""

import pytest
from plan_texts import rules

import kehoach
from kehoach.facts import plan_of
from kehoach.facts.misread import with_sure_name
from kehoach.facts.signature import find_signature
from kehoach.findings import find_all
from kehoach.ingest.source import Paragraph, Source
from kehoach.knowledge.names import mended, mended_place
from kehoach.outline import Line
from kehoach.plan import DoubtfulWord, Signature

BODY = ("KẾ HOẠCH", "Trồng cây năm 2026", "I. NHIỆM VỤ", "1. Rà soát diện tích rừng.")


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("ỦY BẠN NHÂN DẬN", "ỦY BAN NHÂN DÂN"),
        ("THÁNH PHÓ CÁN THƠ", "THÀNH PHỐ CẦN THƠ"),
        ("UBND TÌNH LÀO CÀI", "UBND TỈNH LÀO CAI"),
        ("XÃ THINH MINH", "XÃ THỊNH MINH"),
        ("ĐẢNG ỦY XÃ ÂN THỊ", "ĐẢNG ỦY XÃ ÂN THI"),
        ("ĐẶC KHU LÝ SON", "ĐẶC KHU LÝ SƠN"),
        ("SỚ GIÁO DUC VÀ ĐẢO TẠO HÀ TỈNH", "SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ TĨNH"),
        ("SỞ LAO ĐỘNG - THƯƠNG BỊNH VÀ XÃ HÔI", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"),
        ("CÔNG HÒA XÃ HỘI CHÚ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("KT. GIÁM ĐÓC", "KT. GIÁM ĐỐC"),
    ],
)
def test_names_that_are_known(read, right):
    assert mended(read) == right and mended(right) == right


@pytest.mark.parametrize(
    "read",
    [
        pytest.param("ỦY BAN NHÂN DÂN TỈNH THANH HOÁ", id="the other place of the tone"),
        pytest.param("TRƯỜNG TIỂU HỌC HẢI ĐƯỜNG", id="a place that there is, beside Hải Dương"),
        pytest.param("BÁN TRÚ TRUNG HỌC CƠ SỞ", id="one word is too little: no BAN"),
        pytest.param("Số: 25/KH-UBND", id="no Sở"),
        pytest.param("TRƯỜNG THPT NGUYỄN THỊ BÍCH CHÂU", id="names of persons"),
    ],
)
def test_what_stays_as_it_was_read(read):
    assert mended(read) == read


@pytest.mark.parametrize(
    ("read", "right"),
    [("Cân Thơ", "Cần Thơ"), ("Thành phô Hồ Chí Mính", "Thành phố Hồ Chí Minh"), ("Đồi Sim", "Đồi Sim")],
)
def test_the_place_of_the_date(read, right):
    assert mended_place(read) == right


def test_one_of_several_places_is_told_by_the_date():
    assert mended("XÃ ĐƯC LÍNH", "2026-03-01") == "XÃ ĐỨC LINH"
    assert mended("XÃ ĐƯC LÍNH", "2020-03-01") == "XÃ ĐỨC LĨNH"
    assert mended("XÃ ĐƯC LÍNH") == "XÃ ĐƯC LÍNH"


def scan(*lines, foot=(), ocr=True):
    confidence = 0.9 if ocr else None
    parts = [Paragraph(text, page=1, confidence=confidence) for text in (*lines, *BODY, *foot)]
    plan = plan_of(Source("scan.pdf", "0", "application/pdf", parts, pages=1, ocr=ocr))
    told = [(f.quote, f.right, f.field) for f in find_all(plan) if f.code == "KH954"]
    return plan, told


def test_the_text_stays_and_the_finding_tells():
    plan, told = scan("ỦY BẠN NHÂN DÂN", "THÀNH PHÓ CÁN THƠ", "Số: 27/KH-UBND", "Cân Thơ, ngày 14 tháng 02 năm 2026")
    assert plan.text.startswith("ỦY BẠN NHÂN DÂN\nTHÀNH PHÓ CÁN THƠ\n")
    assert plan.header.issuer.name == "Ủy ban nhân dân thành phố Cần Thơ"
    assert (plan.header.issuer.level, plan.header.place) == ("province", "Cần Thơ")
    assert told == [("BẠN", "BAN", "issuer"), ("PHÓ CÁN", "PHỐ CẦN", "issuer"), ("Cân", "Cần", "place")]


def test_a_digital_text_is_not_put_right():
    plan, told = scan("ỦY BAN NHÂN DÂN", "XÃ THINH MINH", "Số: 27/KH-UBND", ocr=False)
    assert (plan.header.issuer.name, told) == ("Ủy ban nhân dân xã Thinh Minh", [])


def test_signatures():
    foot = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. GIÁM ĐÓC", "PHÓ GIẢM ĐỐC", "Lê Thanh Hoa")
    plan, told = scan("SỞ NỘI VỤ", "Số: 27/KH-SNV", foot=foot)
    assert (plan.signature.position, plan.signature.name) == ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "Lê Thanh Hoa")
    assert told == [("ĐÓC", "ĐỐC", "signature"), ("GIẢM", "GIÁM", "signature")]


def test_dirt_before_a_position():
    found = find_signature([Line("– CHỦ TỊCH", (0, 10))], scanned=True)
    assert (found.position, found.spans["position"]) == ("CHỦ TỊCH", (2, 10))


@pytest.mark.parametrize(("confidence", "name"), [(0.9, "Kuứn Thế Phước"), (0.5, "Kuứn Thế Phước"), (0.2, None)])
def test_a_name_under_a_seal_is_missing(confidence, name):
    signature = Signature(name="Kuứn Thế Phước", position="CHỦ TỊCH", spans={"name": (9, 23), "position": (0, 8)})
    word = DoubtfulWord(quote="Kuứn", span=(9, 13), page=1, confidence=confidence)
    found = with_sure_name(signature, [word])
    assert (found.name, found.position, "name" in found.spans) == (name, "CHỦ TỊCH", name is not None)


@rules(
    ("lines", "name"),
    {
        "the text's own words, where nothing is known": (
            ["TRƯỜNG TIỂU HỌC ĐỒI SỊM", "Trường Tiểu học Đồi Sim ban hành Kế hoạch."],
            "Trường Tiểu học Đồi Sim",
        ),
        "the text bears out what was read": (
            ["TRƯỜNG TIỂU HỌC LÀO CÀI", "Trường Tiểu học Lào Cài ban hành Kế hoạch."],
            "Trường Tiểu học Lào Cài",
        ),
    },
)
def test_by_the_text(lines, name):
    heading, *rest = lines
    assert scan(heading, foot=rest)[0].header.issuer.name == name


def test_a_dash_that_lost_a_space():
    plan, _ = scan("TRƯỜNG ĐẠI HỌC", "KỸ THUẬT -CÔNG NGHỆ CÀN THƠ")
    assert plan.header.issuer.name.casefold() == "trường đại học kỹ thuật - công nghệ cần thơ"


def test_bodies_of_a_letterhead_that_lost_the_head_of_the_number():
    plan, _ = scan("TỈNH ỦY LẠNG SƠN", "-KH/TU", "Lạng Sơn, ngày 14 tháng 02 năm 2026")
    assert plan.header.issuer.name == "Tỉnh ủy Lạng Sơn"


def test_a_motto_that_did_not_fit_on_its_line():
    text = "ỦY BAN NHÂN DÂN\nXÃ ĐỒI SIM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\nĐộc lập - Tự do - Hạnh phúc\n"
    plan = kehoach.extract((text + "\n".join(BODY)).encode(), name="x.txt")
    assert plan.header.issuer.name == "Ủy ban nhân dân xã Đồi Sim"


def test_the_government_needs_no_place():
    plan, _ = scan("CHÍNH PHỦ", "Số: 318/NQ-CP", foot=("Chính phủ", "Năm 2025"))
    assert plan.header.issuer.name == "Chính phủ"
