"""What a commune says, leaves to others and passes on, on a made-up plan: one case a former defect."""

import pytest
from drafted import locality

import kehoach
from kehoach.locality import LocalityError

PLAN = """ỦY BAN NHÂN DÂN
TỈNH MÂY TRẮNG
Số: 12/KH-UBND
Mây Trắng, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Phát triển phong trào đọc sách trên địa bàn tỉnh Mây Trắng năm 2026
Thực hiện Chỉ thị số 08/CT-TTg ngày 15 tháng 12 năm 2025 của Thủ tướng Chính phủ về phát triển văn hóa đọc, Ủy ban \
nhân dân tỉnh ban hành Kế hoạch như sau:
{body}
Nơi nhận:
- Các sở, ngành tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
"""


def drafted(body, name="xa-2026"):
    plan = kehoach.extract(PLAN.format(body=body).encode(), name="ke-hoach.txt")
    return kehoach.derive(plan, locality(name))


def duties(*lines):
    return "\n".join(["I. MỤC TIÊU", "- Mở rộng phong trào đọc sách.", "II. TỔ CHỨC THỰC HIỆN", *lines])


def under(title, *lines):
    return "\n".join([f"I. {title}", *lines, "II. TỔ CHỨC THỰC HIỆN", "1. Ủy ban nhân dân các xã, phường mở tủ sách."])


@pytest.mark.parametrize(
    ("body", "says", "not_says"),
    [
        pytest.param(
            duties("1. Thủ trưởng các đơn vị, địa phương mở tủ sách; báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ)."),
            "báo cáo Ủy ban nhân dân xã",
            "(qua Sở Nội vụ)",
            id="offices report to their own committee",
        ),
        pytest.param(
            under("GIẢI PHÁP", "1. Các cơ quan, đơn vị, địa phương gửi danh mục sách về Sở Nội vụ trước khi mua."),
            "gửi danh mục sách về Ủy ban nhân dân xã tổng hợp, gửi Sở Nội vụ",
            "gửi danh mục sách về Sở Nội vụ",
            id="what goes to a body above goes through the commune",
        ),
        pytest.param(
            under("GIẢI PHÁP", "1. Các đơn vị lập báo cáo gửi về Ban Chỉ đạo tỉnh và Sở, ngành trực tiếp quản lý."),
            "Ban Chỉ đạo tỉnh và Sở, ngành trực tiếp quản lý",
            "các cơ quan, đơn vị trực tiếp quản lý",
            id="departments that receive a report stay",
        ),
        pytest.param(
            under("NỘI DUNG", "- Tập huấn công chức Sở Nội vụ và Ủy ban nhân dân các xã, phường."),
            "công chức Ủy ban nhân dân xã",
            "các thôn",
            id="villages have no civil servants",
        ),
        pytest.param(
            under("THÀNH PHẦN", "- Lãnh đạo các sở là thành viên Ban Chỉ đạo tỉnh.", "- Đoàn thể cấp xã."),
            "Đoàn thể cấp xã",
            "là thành viên",
            id="members of a committee above are not the commune's",
        ),
        pytest.param(
            under("NỘI DUNG", "- Kết nối thư viện với nền tảng đọc sách của Tỉnh."),
            "nền tảng đọc sách của Tỉnh",
            "của xã",
            id="a platform above stays above",
        ),
        pytest.param(
            under("NỘI DUNG", "- Nâng cao dân trí của người dân tỉnh Mây Trắng."),
            "người dân xã Suối Ngàn",
            "người dân tỉnh",
            id="the name of the province behind a noun of place",
        ),
        pytest.param(
            under("NỘI DUNG", "- Từng địa phương phấn đấu có tủ sách."),
            "Từng thôn phấn đấu",
            "Từng địa phương",
            id="places one by one are villages",
        ),
        pytest.param(
            under("CÁCH XẾP HẠNG", "a) Trên cơ sở kết quả chấm điểm của Hội đồng Thi đua tỉnh.", "b) Công bố kết quả."),
            "Công bố kết quả",
            "Trên cơ sở kết quả",
            id="a ground without what rests on it",
        ),
        pytest.param(
            under("CÁCH XẾP HẠNG", "a) Nếu có từ 02 địa phương trở lên bằng điểm thì bốc thăm.", "b) Công bố kết quả."),
            "Công bố kết quả",
            "bốc thăm",
            id="communes are compared above",
        ),
        pytest.param(
            duties(
                "1. Ủy ban nhân dân các xã, phường",
                "- Xây dựng và ban hành Kế hoạch triển khai thực hiện.",
                "- Mở tủ sách.",
            ),
            "mở tủ sách",
            "ban hành Kế hoạch triển khai",
            id="to issue this plan is no duty of this plan",
        ),
        pytest.param(
            duties(
                "1. Ủy ban nhân dân các xã, phường",
                "- Ban hành Kế hoạch triển khai thực hiện và mở tủ sách.",
                "- Vận động.",
            ),
            "Mở tủ sách",
            "ban hành Kế hoạch",
            id="the rest of such a duty stays",
        ),
        pytest.param(
            duties(
                "1. Ủy ban nhân dân các xã, phường",
                "- Xây dựng kế hoạch triển khai phù hợp với quy hoạch, điều kiện thực tế.",
                "- Mở tủ sách.",
            ),
            "mở tủ sách",
            "Điều kiện thực tế",
            id="nor its conditions",
        ),
        pytest.param(
            duties("1. Ủy ban nhân dân các xã, phường", "- Mở tủ sách.", "- Báo cáo Sở Nội vụ về kết quả đọc sách."),
            "Tham mưu Ủy ban nhân dân xã báo cáo Sở Nội vụ",
            "báo cáo kết quả thực hiện Kế hoạch về",
            id="the committee reports upward, once",
        ),
        pytest.param(
            duties("1. Sở Nội vụ theo dõi phong trào; đồng thời tổ chức kiểm tra các tủ sách."),
            "Tổ chức kiểm tra các tủ sách",
            "Đồng thời",
            id="a duty does not begin with a link to what is gone",
        ),
    ],
)
def test_each_level_keeps_to_its_own(body, says, not_says):
    text = " ".join(b.text for b in drafted(body).plan.blocks if b.depth > 0).casefold()
    assert says.casefold() in text
    assert not_says.casefold() not in text


def test_the_report_goes_to_the_department_that_the_parent_names():
    body = duties(
        "1. Ủy ban nhân dân các xã, phường mở tủ sách; định kỳ hằng năm báo cáo kết quả thực hiện về Sở Nội vụ để tổng "
        "hợp báo cáo Ủy ban nhân dân tỉnh."
    )
    assert "về Sở Nội vụ" in drafted(body).plan.text


@pytest.mark.parametrize(
    "told",
    [
        "2. Có vướng mắc, các đơn vị báo cáo Ủy ban nhân dân tỉnh.",
        "2. Có vướng mắc, các đơn vị phản ánh về Sở Nội vụ; Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh.",
    ],
)
def test_word_of_difficulties_is_no_report(told):
    body = duties("1. Ủy ban nhân dân xã mở tủ sách.", told)
    assert (
        "báo cáo kết quả thực hiện Kế hoạch về Ủy ban nhân dân tỉnh Mây Trắng trước ngày […]" in drafted(body).plan.text
    )


def test_the_report_is_told_once_and_by_nobody_where_no_field_is_named():
    body = duties("1. Ủy ban nhân dân các xã, phường trồng hoa.") + "\nIII. THÀNH PHẦN THỰC HIỆN\n- Đoàn thể cấp xã."
    texts = [b.text for b in drafted(body.replace("đọc sách", "trồng hoa")).plan.blocks]
    assert sum("báo cáo kết quả thực hiện Kế hoạch" in text for text in texts) == 1
    assert not any("Giao Phòng" in text for text in texts)
    assert texts.index("THÀNH PHẦN THỰC HIỆN") == len(texts) - 3


def test_other_communes_are_left_to_themselves():
    body = under(
        "NỘI DUNG",
        "- Mở thư viện tại các xã như sau:",
        "+ Xã Bến Đò: 02 thư viện;",
        "+ Xã Đồi Chè: 01 thư viện.",
        "- Trao sách cho:",
        "+ Xã Suối Ngàn: 100 cuốn;",
        "+ Xã Bến Đò: 80 cuốn.",
    )
    texts = [b.text for b in drafted(body).plan.blocks]
    assert "Trao sách cho:" in texts
    assert "Xã Suối Ngàn: 100 cuốn;" in texts
    assert not any("Bến Đò" in text or "như sau:" in text for text in texts if "ban hành" not in text)


def test_the_situation_of_the_province_is_not_the_commune_s():
    draft = drafted("I. TÌNH HÌNH ĐỌC SÁCH\n- Toàn tỉnh có 40 thư viện.\n" + duties().replace("I. MỤC", "II. MỤC"))
    texts = [b.text for b in draft.plan.blocks]
    assert texts[texts.index("TÌNH HÌNH ĐỌC SÁCH") + 1] == "[…]."
    assert "40" not in draft.plan.text


@pytest.mark.parametrize(
    ("bases", "own"),
    [
        (
            "Thực hiện Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách, Nghị quyết số 30/NQ-CP "
            "ngày 11/12/2025 của Chính phủ về đọc; Ủy ban nhân dân tỉnh Mây Trắng ban hành Kế hoạch như sau:",
            [
                "Thực hiện Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách;",
                "Thực hiện Nghị quyết số 30/NQ-CP ngày 11/12/2025 của Chính phủ về đọc.",
            ],
        ),
        (
            "Căn cứ Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách, sau khi thống nhất với "
            "các sở; Ủy ban nhân dân tỉnh Mây Trắng ban hành Kế hoạch như sau:",
            ["Căn cứ Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách."],
        ),
        (
            "Căn cứ Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách; xét đề nghị của "
            "Sở Văn hóa tại Tờ trình số 12/TTr-SVH ngày 20/12/2025, Ủy ban nhân dân tỉnh Mây Trắng ban hành Kế hoạch "
            "như sau:",
            ["Căn cứ Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách."],
        ),
        (
            "Căn cứ Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách; Ủy ban nhân dân tỉnh phát "
            "động phong trào đọc sách năm 2026 như sau:",
            ["Căn cứ Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách."],
        ),
        (
            "Căn cứ Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách. UBND tỉnh Mây Trắng ban "
            "hành Kế hoạch triển khai với các nội dung sau:",
            ["Căn cứ Quyết định số 10/QĐ-TTg ngày 02/12/2025 của Thủ tướng Chính phủ về sách."],
        ),
    ],
)
def test_bases_in_one_sentence_become_one_a_line(bases, own):
    text = PLAN.format(body=duties("1. Ủy ban nhân dân xã mở tủ sách."))
    start, end = text.index("Thực hiện Chỉ thị"), text.index("I. MỤC TIÊU")
    plan = kehoach.extract((text[:start] + bases + "\n" + text[end:]).encode(), name="ke-hoach.txt")
    found = [b.text for b in kehoach.derive(plan, locality("xa-2026")).plan.blocks if b.depth == 0]
    assert found[1:-2] == own


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Phát triển kinh tế số tỉnh Mây Trắng năm 2026", "Phát triển kinh tế số xã Suối Ngàn năm 2026"),
        (  # capitals but for a word that keeps its own
            "PHÁT TRIỂN HẠ TẦNG IoT TRÊN ĐỊA BÀN TỈNH MÂY TRẮNG NĂM 2026",
            "Phát triển hạ tầng IoT trên địa bàn xã Suối Ngàn năm 2026",
        ),
        (
            "Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh Mây Trắng",
            "Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh Mây Trắng",
        ),
    ],
)
def test_a_title_that_ends_in_the_province(title, own):
    text = PLAN.format(body=duties("1. Ủy ban nhân dân xã mở tủ sách."))
    text = text.replace("Phát triển phong trào đọc sách trên địa bàn tỉnh Mây Trắng năm 2026", title)
    draft = kehoach.derive(kehoach.extract(text.encode(), name="ke-hoach.txt"), locality("xa-2026"))
    assert draft.plan.header.title == own


def test_what_the_province_becomes_is_helped_and_what_it_is_stays_away():
    body = under(
        "MỤC TIÊU", "- Mây Trắng trở thành tỉnh có 3 thư viện lớn.", "- Mây Trắng là tỉnh vùng cao.", "- Mở tủ sách."
    )
    text = drafted(body).plan.text
    assert "Góp phần đưa Mây Trắng trở thành" in text
    assert "là tỉnh" not in text


def test_years_are_no_share():
    heading = drafted(under("MỤC TIÊU", "1. Chỉ tiêu 03 năm 2026 - 2028", "- Mở 40 tủ sách.")).plan.blocks[4]
    assert heading.text == "Chỉ tiêu 03 năm 2026 - 2028"


def test_a_total_that_is_given_to_all_communes_is_asked():
    body = under("MỤC TIÊU", "- Tỉnh phấn đấu trao 2.305 cuốn sách.")
    body = body.replace("mở tủ sách", "phấn đấu trao 2.305 cuốn sách")
    text = drafted(body).plan.text
    assert "2.305" not in text


def test_quan_huyen_and_xa_phuong_without_a_comma():
    body = under("NỘI DUNG", "- Vận động quận huyện, xã phường mở tủ sách.")
    assert "Vận động xã mở tủ sách" in drafted(body).plan.text


def test_a_long_list_of_unions_is_one_body():
    body = duties(
        "1. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh, các tổ chức hội: Hội Nông dân, Hội Cựu chiến binh vận động hội viên."
    )
    assert "các tổ chức chính trị - xã hội xã vận động hội viên" in drafted(body).plan.text


def test_a_target_stays_when_its_years_have_passed():
    body = under("CHỈ TIÊU", "Đến năm 2027, tỉnh phấn đấu có 9 xã đạt chuẩn. Cụ thể:", "- Năm 2024: Có 2 xã đạt chuẩn.")
    assert [b.text for b in drafted(body).plan.blocks][4] == "Đến năm 2027, xã phấn đấu […]."


def test_a_share_beside_a_fraction_is_asked_once():
    body = under("CHỈ TIÊU", "- Có ít nhất 2/13 xã (>10% số xã) trên địa bàn tỉnh đạt chuẩn văn hóa đọc.")
    asks = [q for q in drafted(body).questions if q.about == "target"]
    assert [q.options for q in asks] == [["xã đạt chuẩn văn hóa đọc"]]


def test_commercial_banks_are_partners_and_do_not_take_the_commune_s_duty_with_them():
    body = under(
        "PHƯƠNG ÁN",
        "a) Mở tài khoản: UBND xã, phường phối hợp với các Ngân hàng thương mại mở tài khoản. Ngân hàng hướng "
        "dẫn quy trình cho người dân.",
    )
    assert "phối hợp với các Ngân hàng thương mại" in drafted(body).plan.text


def test_of_a_paragraph_only_the_sentence_of_a_body_above_goes():
    body = under(
        "PHƯƠNG ÁN",
        "a) Ủy ban nhân dân xã, phường mở tủ sách tại trụ sở. Sở Nội vụ cấp kinh phí mua sách cho các tủ sách.",
    )
    text = drafted(body).plan.text
    assert "mở tủ sách tại trụ sở" in text
    assert "Sở Nội vụ cấp kinh phí" not in text


def test_a_phuong_is_no_xa():
    body = under(
        "KHEN THƯỞNG", "1. Cấp tỉnh", "a) Bằng khen.", "2. Cấp xã", "a) Ủy ban nhân dân xã quyết định khen thưởng."
    )
    draft = drafted(body, "phuong-2026")
    assert [b.text for b in draft.plan.blocks if b.text.startswith("Cấp")] == ["Cấp tỉnh", "Cấp phường"]
    assert "commune_award" not in {entry.rule for entry in draft.lineage}
    criteria = under(
        "TIÊU CHÍ THI ĐUA", "1. Đối với xã:", "- Có nhà đọc nông thôn.", "2. Đối với cá nhân:", "- Đọc sách."
    )
    assert "nhà đọc nông thôn" not in drafted(criteria, "phuong-2026").plan.text
    assert "nhà đọc nông thôn" in drafted(criteria).plan.text


def test_communes_of_the_new_countryside_are_no_phuong():
    body = under(
        "YÊU CẦU",
        "- Khen thưởng các xã, huyện đạt chuẩn nông thôn mới.",
        "- Vận động các xã, phường.",
        "- UBND huyện, xã xây dựng nông thôn mới.",
    )
    text = drafted(body, "phuong-2026").plan.text
    assert "Khen thưởng xã đạt chuẩn" in text
    assert "Vận động phường" in text
    assert "UBND phường xây dựng" in text


def test_the_issuing_sentence_comes_from_the_issuing_sentence():
    body = duties("1. Ủy ban nhân dân xã mở tủ sách.")
    text = PLAN.format(body=body).replace(
        "Thực hiện Chỉ thị",
        "Căn cứ Quyết định số 9/QĐ-TTg ngày 01/12/2025 về việc ban hành Kế hoạch đọc sách;\nThực hiện Chỉ thị",
    )
    plan = kehoach.extract(text.encode(), name="ke-hoach.txt")
    draft = kehoach.derive(plan, locality("xa-2026"))
    entry = next(e for e in draft.lineage if e.rule == "issuing_sentence")
    assert "ban hành Kế hoạch như sau" in next(b.text for b in plan.blocks if b.id == entry.parents[0])


def test_nong_thon_is_no_village():
    body = under(
        "TIÊU CHÍ THI ĐUA", "1. Đối với cơ quan:", "- Có tủ sách nông thôn.", "2. Đối với cá nhân:", "- Đọc sách."
    )
    assert "Đối với các thôn" in drafted(body).plan.text


def test_annexes_of_the_parent_are_asked_for():
    body = under("NỘI DUNG", "- Mở tủ sách theo Phụ lục kèm theo.")
    text = PLAN.format(body=body) + "PHỤ LỤC\nDANH MỤC SÁCH\n(Kèm theo Kế hoạch số 12/KH-UBND)\n1. Sách thiếu nhi\n"
    plan = kehoach.extract(text.encode(), name="ke-hoach.txt")
    assert plan.appendices
    draft = kehoach.derive(plan, locality("xa-2026"))
    assert any("phụ lục" in q.message for q in draft.questions)


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Được công nhận cấp cơ sở; tổ chức từ 02 hội thi.", "Được công nhận cấp cơ sở; tổ chức từ 02 hội thi."),
        (
            "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh tặng cho 20 tập thể.",
            "Đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 20 tập thể.",
        ),
    ],
)
def test_standards_and_awards_keep_their_words(line, own):
    draft = drafted(under("KHEN THƯỞNG", f"1. {line}"))
    assert own in [b.text for b in draft.plan.blocks]


MINISTRY = """BỘ GIÁO DỤC VÀ ĐÀO TẠO
Số: 77/KH-BGDĐT
Hà Nội, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Phát triển phong trào đọc sách năm 2026
I. MỤC TIÊU
- Mở rộng phong trào đọc sách.
II. NHIỆM VỤ
1. Vụ Pháp chế rà soát quy định về sách.
2. Các Sở mở tủ sách; báo cáo trước ngày 25 hằng tháng.
Nơi nhận:
- Các Sở;
- Lưu: VT.
BỘ TRƯỞNG
Nguyễn Văn A
"""


def test_a_department_under_a_ministry_signs_below_the_committee_of_its_province():
    plan = kehoach.extract(MINISTRY.encode(), name="ke-hoach.txt")
    sở = locality("so-2026")
    draft = kehoach.derive(plan, sở).plan
    assert draft.header.place == "Mây Trắng"
    assert not any("Vụ Pháp chế" in b.text for b in draft.blocks)
    assert any("Các Sở mở tủ sách" in b.text for b in draft.blocks)
    nowhere = sở.model_copy(update={"unit": sở.unit.model_copy(update={"province": None})})
    with pytest.raises(LocalityError) as caught:
        kehoach.derive(plan, nowhere)
    assert caught.value.code == "no_province"


def test_a_department_that_names_no_unit_is_that_of_the_city_of_its_letterhead():
    text = PLAN.format(body=under("GIẢI PHÁP", "1. Mở rộng tủ sách trên toàn Thành phố."))
    text = text.replace("ỦY BAN NHÂN DÂN\nTỈNH MÂY TRẮNG", "SỞ VĂN HÓA VÀ THỂ THAO HÀ NỘI", 1)
    text = text.replace("Mây Trắng, ngày", "Hà Nội, ngày").replace("12/KH-UBND", "12/KH-SVHTT")
    draft = kehoach.derive(kehoach.extract(text.encode(), name="ke-hoach.txt"), locality("phuong-2026"))
    assert "Mở rộng tủ sách trên toàn phường." in [b.text for b in draft.plan.blocks]
