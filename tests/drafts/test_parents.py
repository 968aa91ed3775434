"""What a draft says of its parent: how it cites it, its money, its annexes and its numbering; on made-up plans."""

import invariants
import pytest
from drafted import locality
from test_levels import PLAN, drafted, duties, under

import kehoach
from kehoach.drafts import updated_draft
from kehoach.reports.official import official

DECISION = """ỦY BAN NHÂN DÂN
TỈNH MÂY TRẮNG
Số: 77/QĐ-UBND
Mây Trắng, ngày 03 tháng 02 năm 2026
QUYẾT ĐỊNH
Ban hành Kế hoạch phát triển phong trào đọc sách năm 2026
ỦY BAN NHÂN DÂN TỈNH MÂY TRẮNG
Căn cứ Luật Xuất bản ngày 20 tháng 11 năm 2012;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển phong trào đọc sách năm 2026.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A

ỦY BAN NHÂN DÂN
TỈNH MÂY TRẮNG
KẾ HOẠCH
Phát triển phong trào đọc sách năm 2026
(Kèm theo Quyết định số 77/QĐ-UBND ngày 03 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Mây Trắng)
I. MỤC TIÊU
- Mở rộng phong trào đọc sách.
II. TỔ CHỨC THỰC HIỆN
1. Ủy ban nhân dân các xã, phường mở tủ sách.
"""


def read(text):
    return kehoach.extract(text.encode(), name="ke-hoach.txt")


def texts_of(draft):
    return [b.text for b in draft.plan.blocks]


def test_a_parent_that_a_decision_promulgates_is_cited_by_it():
    plan = read(DECISION)
    assert plan.header.promulgated_by
    draft = kehoach.derive(plan, locality("xa-2026"))
    assert draft.plan.blocks[0].text.startswith(
        "Thực hiện Quyết định số 77/QĐ-UBND ngày 03 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Mây Trắng ban hành Kế "
        "hoạch phát triển phong trào đọc sách năm 2026"
    )


def test_bases_of_the_decision_that_a_plan_is_attached_to():
    duties = "Căn cứ Nghị định số 55/2025/NĐ-CP ngày 02/3/2025 của Chính phủ quy định chức năng, nhiệm vụ của Bộ;"
    plan = DECISION.replace("QUYẾT ĐỊNH:\n", f"{duties}\nQUYẾT ĐỊNH:\n")
    bases = [t for t in texts_of(kehoach.derive(read(plan), locality("xa-2026"))) if t.startswith("Căn cứ")]
    assert bases == ["Căn cứ Luật Xuất bản ngày 20 tháng 11 năm 2012."]


def test_a_table_that_a_sentence_announces_is_asked_for():
    table = ["| TT | Chỉ tiêu | Đơn vị tính | Năm 2027 |", "|---|---|---|---|", "| 1 | Tủ sách | tủ | 40 |"]
    draft = drafted(under("MỤC TIÊU", "- Mở tủ sách ở các xã.", "- Chỉ tiêu phân kỳ theo năm như sau:", *table))
    assert any("Bảng ở mục này" in q.message for q in draft.questions)


def test_dates_of_bodies_above_are_not_moved():
    line = "- Súc miệng mỗi tuần ở các trường; Trung tâm Kiểm soát bệnh tật tỉnh cấp thuốc xong trước ngày 15/9/2026."
    lines = [line, "- Khám xong trước ngày 15/9/2026."]
    texts = texts_of(drafted(under("NỘI DUNG", *lines)))
    assert [("15/9/2026" in t) for t in texts if "xong trước ngày" in t] == [True, False]


def test_the_report_of_a_department_is_not_the_communes():
    line = "1. Ủy ban nhân dân các xã rà soát sách. Sở Y tế tổng hợp kết quả báo cáo UBND tỉnh trong tháng 9/2026."
    said = " ".join(texts_of(drafted(duties(line))))
    assert "tháng 9/2026" not in said


def test_a_law_and_what_changed_it_are_one_basis():
    law = "Căn cứ Luật Xuất bản số 19/2012/QH13, được sửa đổi, bổ sung bởi Luật số 35/2018/QH14"
    plan = DECISION.partition("Nguyễn Văn A")[2].replace("I. MỤC TIÊU", f"{law};\nI. MỤC TIÊU")
    bases = [t for t in texts_of(kehoach.derive(read(plan), locality("xa-2026"))) if t.startswith("Căn cứ")]
    assert bases == [f"{law}."]


def test_a_step_of_bodies_above_leaves_no_label_behind():
    steps = ["Bước 1. Các tập thể tự chấm điểm.", "Bước 2. Sở Nội vụ thẩm định hồ sơ trong 10 ngày, trình tỉnh."]
    texts = texts_of(drafted(under("TRÌNH TỰ XÉT TẶNG", *steps)))
    assert not [t for t in texts if t.startswith("Bước 2")]


def test_the_mark_of_the_end_stands_at_the_end_only():
    body = duties("1. Ủy ban nhân dân các xã, phường mở tủ sách.", "2. Các cơ quan, đơn vị đọc sách hằng ngày./.")
    texts = texts_of(drafted(body))
    assert [t for t in texts if "./." in t] == [texts[-1]]
    assert any(t.endswith("đọc sách hằng ngày.") for t in texts)


@pytest.mark.parametrize("often", ["2 lần/tháng", "02 lần trong năm", "mỗi quý 01 lần", "02 lần mỗi năm"])
def test_a_frequency_is_a_standard(often):
    body = under("CHỈ TIÊU", f"- Trao đổi sách {often}; trao 48 cuốn/năm.")
    text = drafted(body).plan.text
    assert often in text
    assert "48" not in text


PLACES = under(
    "NỘI DUNG",
    "- Mở thư viện tại 09 điểm, cụ thể như sau:",
    "+ Bến sông Cái: Mở 02 thư viện gồm:",
    "* 01 thư viện tại chợ Mới - xã Bến Đò;",
    "* 01 thư viện tại chợ Cũ - xã Đồi Chè.",
    "+ Chợ Gò - xã Đồi Chè: Mở 03 thư viện;",
    "+ Chợ Đá - phường Hồ Mây: Mở 01 thư viện;",
    "+ Khu vực suối Vàng: Mở 02 thư viện;",
    "+ Khu vực hồ Xanh: Mở 02 thư viện;",
    "+ Thời gian mở cửa: 02 ngày/tuần.",
)


def test_a_lead_in_goes_with_the_list_that_it_announces():
    draft = drafted(PLACES)
    assert "Bến sông Cái" not in draft.plan.text
    assert {e.rule for e in draft.left_out} == {"other_place"}


def test_places_without_a_unit_are_asked_once_and_keep_their_figures():
    plan, profile = read(PLAN.format(body=PLACES)), locality("xa-2026")
    draft = kehoach.derive(plan, profile)
    (asked,) = [q for q in draft.questions if "Các địa điểm này" in q.message]
    assert asked.options == ["Giữ nguyên", "Bỏ mục này"]
    assert "suối Vàng" in asked.parent_quote
    assert "hồ Xanh" in asked.parent_quote
    assert "Khu vực suối Vàng: Mở 02 thư viện;" in texts_of(draft)
    dropped = texts_of(kehoach.derive(plan, profile, answers={asked.id: "Bỏ mục này"}))
    assert not any("suối" in t or "hồ Xanh" in t for t in dropped)
    assert "Thời gian mở cửa: 02 ngày/tuần." in dropped


@pytest.mark.parametrize(
    ("money", "asked"),
    [
        ("Kinh phí được bố trí trong dự toán ngân sách tỉnh năm 2026.", True),
        ("Từ nguồn ngân sách cấp tỉnh và các nguồn hợp pháp khác.", True),
        ("Kinh phí do ngân sách nhà nước bảo đảm theo phân cấp.", False),
        ("Ngân sách tỉnh, ngân sách cấp xã theo phân cấp.", False),
    ],
)
def test_money_of_the_unit_above_is_asked_and_never_made_its_own(money, asked):
    draft = drafted("I. KINH PHÍ THỰC HIỆN\n" + money + "\n" + duties("1. UBND các xã, phường mở tủ sách."))
    found = [q for q in draft.questions if "nguồn kinh phí" in q.message]
    assert [q.options for q in found] == ([["Giữ nguyên"]] if asked else [])
    assert not asked or money in texts_of(draft)


def test_what_is_counted_as_a_whole_is_open():
    text = drafted(
        under("NỘI DUNG", "- Các thông tin: Mở cửa 02 ngày/tuần; số lượng sách cho mượn 640 cuốn/năm.")
    ).plan.text
    assert "02 ngày/tuần; số lượng sách cho mượn […] cuốn/năm" in text


def test_an_amount_of_the_unit_above_is_open():
    body = "I. KINH PHÍ THỰC HIỆN\nTổng kinh phí khoảng 86 tỷ đồng.\n" + duties("1. UBND các xã, phường mở tủ sách.")
    draft = drafted(body)
    assert "Tổng kinh phí khoảng […] tỷ đồng." in texts_of(draft)
    assert any("86 tỷ" in (q.parent_quote or "") for q in draft.questions)


@pytest.mark.parametrize(
    ("partners", "own"),
    [
        ("Sở Nội vụ, đơn vị được lựa chọn", "phối hợp với Sở Nội vụ, đơn vị được lựa chọn mở tủ sách"),
        ("Sở Nội vụ và các đơn vị liên quan", "phối hợp với Sở Nội vụ và các đơn vị liên quan mở tủ sách"),
        ("Sở Nội vụ, các sở, ngành", "phối hợp với Sở Nội vụ, các cơ quan, đơn vị mở tủ sách"),
        ("các sở, ban, ngành tỉnh", "phối hợp với các cơ quan, đơn vị mở tủ sách"),
    ],
)
def test_a_department_that_is_the_commune_s_partner_keeps_its_name(partners, own):
    body = duties(f"1. Ủy ban nhân dân các xã, phường phối hợp với {partners} mở tủ sách.")
    assert own in drafted(body).plan.text.replace("Phối", "phối")


@pytest.mark.parametrize(
    ("told", "own"),
    [
        ("Công an tỉnh tham mưu UBND tỉnh bảo vệ tủ sách.", "Công an xã tham mưu UBND xã bảo vệ tủ sách."),
        ("Giao Công an tỉnh tham mưu UBND tỉnh bảo vệ tủ sách.", "Công an xã tham mưu UBND xã bảo vệ tủ sách."),
        (
            "Mở tủ sách theo Quy chế do Sở Nội vụ tham mưu UBND tỉnh ban hành.",
            "Mở tủ sách theo Quy chế do Sở Nội vụ tham mưu UBND tỉnh ban hành.",
        ),
        ("Mở tủ sách. Sở Nội vụ tham mưu UBND tỉnh cấp kinh phí.", "Mở tủ sách."),
        ("Mở tủ sách. Sở Nội vụ tham mưu UBND tỉnh khen thưởng.", "Mở tủ sách."),
    ],
)
def test_no_body_above_serves_the_committee_of_the_commune(told, own):
    draft = drafted(under("GIẢI PHÁP", f"- {told}", "- Đọc sách."))
    assert own in texts_of(draft)
    assert invariants.serves_own_committee(draft, locality("xa-2026")) == []


@pytest.mark.parametrize(
    ("tasks", "asked"),
    [
        ("- Xây dựng kho sách dùng chung.", 1),
        ("- Xây dựng kho sách dùng chung ở cấp xã.", 0),
        ("- Các địa phương xây dựng kho sách dùng chung.", 0),
    ],
)
def test_tasks_that_the_parent_gives_to_nobody_are_asked_on_their_heading(tasks, asked):
    draft = drafted(under("NHIỆM VỤ, GIẢI PHÁP", tasks, "- Đọc sách."))
    found = [q for q in draft.questions if "nhiệm vụ nào ở mục này" in q.message]
    assert [q.options for q in found] == [["Giữ nguyên"]] * asked
    assert "Đọc sách." in texts_of(draft)


def test_a_movement_calls_on_all_and_is_not_asked_whose_its_tasks_are():
    body = under("NHIỆM VỤ, GIẢI PHÁP", "- Xây dựng kho sách.")
    text = PLAN.format(body=body).replace("Phát triển phong trào đọc sách", "Phong trào thi đua “Cả tỉnh đọc sách”")
    plan = read(text)
    assert plan.header.movement
    questions = kehoach.derive(plan, locality("xa-2026")).questions
    assert not any("nhiệm vụ nào ở mục này" in q.message for q in questions)


@pytest.mark.parametrize(
    ("said", "own"),
    [
        (
            "Mở tủ sách (chi tiết tại Phụ lục I, II kèm theo).",
            "(chi tiết tại Phụ lục I, II kèm theo Kế hoạch số 12/KH-UBND)",
        ),
        ("Mở tủ sách (có danh sách đính kèm).", "(có danh sách đính kèm Kế hoạch số 12/KH-UBND)"),
        ("Mở tủ sách theo Phụ lục của Kế hoạch này.", "theo Phụ lục kèm theo Kế hoạch số 12/KH-UBND."),
        ("Mở tủ sách theo mẫu tại Phụ lục I Nghị định số 9/2025/NĐ-CP.", "tại Phụ lục I Nghị định số 9/2025/NĐ-CP."),
        ("Gửi hồ sơ kèm theo danh sách.", "Gửi hồ sơ kèm theo danh sách."),
    ],
)
def test_annexes_of_the_parent_are_said_to_be_its_own(said, own):
    assert own in drafted(under("NỘI DUNG", f"- {said}")).plan.text


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("Mở tủ sách (chi tiết tại Phụ lục kèm theo).", "Mở tủ sách."),
        (
            "Mở tủ sách theo Phụ lục I.",
            "Mở tủ sách theo Phụ lục I kèm theo Kế hoạch của Ủy ban nhân dân tỉnh Mây Trắng.",
        ),
    ],
)
def test_an_annex_of_a_parent_without_a_number(said, own):
    text = PLAN.format(body=under("NỘI DUNG", f"- {said}")).replace("Số: 12/", "Số:     /")
    assert own in texts_of(kehoach.derive(read(text), locality("xa-2026")))


INTERNAL = "\n".join(
    [
        "I. TÌNH HÌNH",
        "- Toàn tỉnh có 40 thư viện.",
        "II. NỘI DUNG",
        "1. Sở Nội vụ ban hành quy định về sách.",
        "2. Đọc sách",
        "- Mở tủ sách.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Ủy ban nhân dân các xã, phường thực hiện nội dung tại {place} hằng tháng.",
    ]
)


@pytest.mark.parametrize(
    ("place", "own", "asked"),
    [
        ("khoản 2 Mục II Kế hoạch này", "tại khoản 1 Mục II Kế hoạch này", 0),
        ("mục II", "tại mục II", 0),
        ("các đơn vị (trọng tâm là khoản 2 Mục II)", "(trọng tâm là khoản 1 Mục II)", 0),
        ("khoản 1 Mục II Kế hoạch này", "tại khoản 1 Mục II Kế hoạch này", 1),
        ("khoản 9 mục II", "tại khoản 9 mục II", 1),
        ("điểm a khoản 2 Điều 9 Nghị định số 9/2025/NĐ-CP", "tại điểm a khoản 2 Điều 9 Nghị định", 0),
    ],
)
def test_references_within_the_plan_follow_its_numbering(place, own, asked):
    draft = drafted(INTERNAL.format(place=place))
    assert own in draft.plan.text
    assert sum("dẫn tới nội dung" in q.message for q in draft.questions) == asked


def test_references_outlive_an_edited_file():
    plan, profile = read(PLAN.format(body=INTERNAL.format(place="khoản 2 Mục II"))), locality("xa-2026")
    draft = kehoach.derive(plan, profile)
    again, changes = updated_draft(
        plan, profile, profile.date, {}, official(draft), kehoach.extract(official(draft), name="x.docx"), "x.docx"
    )
    assert texts_of(again) == texts_of(draft)
    assert not (changes.edited or changes.parent_gone)


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("Thông qua Quỹ phát triển văn hóa đọc cho người cao tuổi của tỉnh.", None),
        ("Đọc sách theo đặc thù từng ngành, từng địa phương.", None),
        (
            "Các đơn vị gửi báo cáo kết quả đọc sách trước ngày 15 hằng tháng và báo cáo khi có yêu cầu về Sở Nội vụ.",
            "x",
        ),
    ],
)
def test_what_is_of_the_province_or_of_all_branches_stays(said, own):
    text = drafted(under("GIẢI PHÁP", f"- {said}", "- Mở tủ sách.")).plan.text
    if own == "x":
        assert "khi có yêu cầu về Ủy ban nhân dân xã tổng hợp, gửi Sở Nội vụ" in text
    else:
        assert (own or said) in text


def test_views_are_carried_and_forecasts_of_the_province_are_not():
    body = "I. QUAN ĐIỂM\n- Đọc sách là thói quen tốt.\n" + under(
        "NỘI DUNG", "1. Dự báo những tác động", "- Ngân sách của tỉnh còn hạn chế.", "2. Việc làm", "- Đọc sách."
    ).replace("II. TỔ", "III. TỔ").replace("I. NỘI", "II. NỘI")
    text = drafted(body).plan.text
    assert "Đọc sách là thói quen tốt." in text
    assert "còn hạn chế" not in text


def test_sentences_for_other_communes_are_taken_from_a_duty():
    body = duties("1. Ủy ban nhân dân các xã, phường: Mở tủ sách. Riêng xã Bến Đò mở thư viện lớn.")
    text = drafted(body).plan.text
    assert "Mở tủ sách." in text
    assert "Bến Đò" not in text


@pytest.mark.parametrize(
    ("told", "own"),
    [
        ("Đến năm 2030, tỉnh Mây Trắng có ít nhất 20 thư viện.", "Đến năm 2030, xã có ít nhất […] thư viện."),
        ("Soạn kịch bản cấp tỉnh, ngành và địa phương.", "Soạn kịch bản cấp tỉnh, ngành và địa phương."),
        ("Để mọi người đọc sách, Ủy ban nhân dân tỉnh Mây Trắng xác định khung kinh phí.", None),
    ],
)
def test_what_the_unit_above_reaches_levels_and_settles(told, own):
    texts = texts_of(drafted(under("CHỈ TIÊU", f"- {told}", "- Đọc sách.")))
    assert own in texts if own else not any("khung kinh phí" in t for t in texts)


def test_figures_in_an_annex_of_the_parent_are_asked():
    draft = drafted(under("NỘI DUNG", "- Dự kiến số sách cho mượn như Mẫu biểu số 02 đính kèm.", "- Đọc sách."))
    assert [q.options for q in draft.questions if "Số liệu ở phụ lục" in q.message] == [["Giữ nguyên", "Bỏ mục này"]]


def test_a_body_that_a_duty_names_again_is_asked_once():
    body = duties("1. Công an tỉnh", "- Công an tỉnh chủ trì bảo vệ tủ sách.", "2. UBND các xã, phường mở tủ sách.")
    assert "Đề nghị Công an xã chủ trì bảo vệ tủ sách." in texts_of(drafted(body))


def test_details_go_with_the_duty_above_that_they_detail():
    text = "1. Sở Nội vụ trình UBND tỉnh ban hành Quy chế; trong đó quy định việc kiểm tra tủ sách; kiểm tra tủ sách."
    own = drafted(duties(text, "2. UBND các xã, phường mở tủ sách.")).plan.text
    assert "rong đó" not in own
    assert "iểm tra tủ sách" in own


def test_partners_of_a_detail_keep_the_departments_by_name():
    body = under(
        "NHIỆM VỤ",
        "1. Mở tủ sách",
        "- Đơn vị chủ trì: Ủy ban nhân dân các xã, phường.",
        "- Đơn vị phối hợp: Sở Nội vụ; các cơ quan, đơn vị liên quan.",
    )
    assert "Đơn vị phối hợp: Sở Nội vụ; các cơ quan, đơn vị, các thôn liên quan." in texts_of(drafted(body))
