"""Which paragraphs are headings: titles of what follows and bare lead-ins, not text that says something itself."""

import pytest

from kehoach.ingest.source import Grid, Paragraph, Source
from kehoach.outline import outline


def blocks(*lines, bold=()):
    """The blocks of a plan with one section, given its lines."""
    head = ["KẾ HOẠCH", "Phòng, chống dịch bệnh", "I. CÔNG VIỆC"]
    parts = [line if isinstance(line, Grid) else Paragraph(line, bold=line in bold) for line in (*head, *lines)]
    return outline(Source("x", "0", "text/plain", parts)).blocks[1:]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        pytest.param("1. Mục đích", "Bảo vệ sức khỏe người dân.", id="title over a paragraph"),
        pytest.param("1. Mục tiêu", "a) Số ca mắc giảm.", id="title over items"),
        pytest.param("1. Công tác truyền thông", "- Phát tờ rơi.", id="title over bullets"),
        pytest.param("1. Trạm Y tế xã:", "- Phun thuốc.", id="a body and a colon"),
        pytest.param("1. Sở Y tế, Sở Giáo dục và Đào tạo:", "- Phun thuốc.", id="bodies and a colon"),
        pytest.param("1. Trạm Y tế xã chịu trách nhiệm:", "- Phun thuốc.", id="responsible, and no duty yet"),
        pytest.param("1. Văn phòng Ủy ban có nhiệm vụ như sau:", "- Phun thuốc.", id="has the following duties"),
        pytest.param("1. Việc phun thuốc tập trung vào các lĩnh vực:", "- Nhà ở.", id="announces and says no more"),
        pytest.param("1. Các trường học.", "- Dạy trẻ rửa tay.", id="a name that someone closed with a full stop"),
        pytest.param("1. Đối với các hộ kinh doanh thực phẩm:", "- Có tủ kính.", id="addressed"),
        pytest.param("1. Chỉ tiêu: Đến năm 2027", "- Không có ca tử vong.", id="only a year behind the colon"),
        pytest.param("1. Đợt 2: Từ tháng 01 đến ngày 15/3/2026", "- Phun thuốc.", id="a stage and its time"),
        pytest.param("1. Mục tiêu 4: Trong lĩnh vực y tế", "- Không có ca tử vong.", id="one of several by number"),
        pytest.param("2.1. Đến hết tháng 12/2026:", "- Phun thuốc.", id="only a time over what is done by then"),
        pytest.param("Các chỉ tiêu đến ngày 31/8/2026:", "- Không có ca tử vong.", id="a day is no figure"),
        pytest.param("1. Lưu ý khi chấm điểm:", "- Chấm kín.", id="what to mind"),
        pytest.param(
            "1. Xây dựng mạng lưới cộng tác viên y tế ở tất cả các thôn, khu dân cư trên địa bàn xã.",
            "Mỗi thôn có một người.",
            id="a title that begins with its verb, over a paragraph",
        ),
        pytest.param("1. Mở lớp tập huấn cho cộng tác viên", "- Thời gian: tháng 4/2026.", id="its bullets tell when"),
        pytest.param(
            "1. Các thôn mở lớp tập huấn. Mỗi lớp hai buổi.", "- Chủ trì: Trạm Y tế.", id="its bullets tell who"
        ),
    ],
)
def test_headings(line, below):
    assert [b.heading for b in blocks(line, below)] == [True, False]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        pytest.param("1. Thời gian phun thuốc chia thành 02 đợt:", "- Đợt 1: Tháng 4.", id="how many rounds"),
        pytest.param("Trạm Y tế tổ chức 02 đợt phun thuốc:", "- Đợt 1: Tháng 4.", id="how many are held"),
        pytest.param("1. Khen hộ đạt đủ các tiêu chuẩn sau:", "a) Có màn.", id="for whom it is"),
        pytest.param("1. Phun thuốc diệt muỗi.", None, id="nothing below"),
        pytest.param("1. Mục đích", None, id="a title of nothing"),
        pytest.param("1. Các thôn phun thuốc. Các hộ dọn vườn.", "- Mỗi tuần một lần.", id="two sentences"),
        pytest.param("1. Công an xã tiếp tục tuần tra các khu chợ và bến đò:", "- Ban đêm.", id="a duty of its own"),
        pytest.param("1. Phấn đấu ít nhất 80% số hộ:", "- Có màn.", id="a figure of its own"),
        pytest.param("1. Tổng kinh phí là 24.860 triệu đồng, chia theo nguồn:", "- Tỉnh.", id="a sum of its own"),
        pytest.param("Ban Tổ chức gồm 11 đồng chí:", "- Ông Sim.", id="how many there are"),
        pytest.param("1. Các thôn gửi danh sách trước ngày 15/4/2026 gồm:", "- Trẻ em.", id="a deadline of its own"),
        pytest.param("1. Xã sẽ lập các tổ kiểm tra.", "- Tổ một.", id="a short sentence of what will be"),
        pytest.param("1. Khi có dịch, các trường học:", "- Cho học sinh nghỉ.", id="a condition of its own"),
        pytest.param("1. Thời gian: từ tháng 3 năm 2026", "- Đợt một.", id="a title that runs into its text"),
        pytest.param("1. Nội dung: phun thuốc và phát màn", "- Phun thuốc.", id="a title before words"),
        pytest.param(
            "1. Các thôn và trường học phải tiêm đủ mũi cho trẻ em và người già;", "- Mũi một.", id="a sentence"
        ),
        pytest.param(
            "1. Phải tiêm đủ mũi cho trẻ dưới sáu tuổi và người già trên địa bàn xã;",
            "- Mũi một.",
            id="a sentence that begins with its verb",
        ),
    ],
)
def test_text(line, below):
    assert [b.heading for b in blocks(line, *filter(None, [below]))] == [False] * (2 if below else 1)


def test_capitals_are_a_heading_even_over_nothing():
    assert [b.heading for b in blocks("1. VỆ SINH MÔI TRƯỜNG", "2. Phun thuốc.")] == [True, False]


@pytest.mark.parametrize(
    ("line", "bold", "expected"),
    [
        ("Đối với trường học:", False, True),  # a lead-in
        ("Đối với trường học", True, False),  # nothing hangs on it: bold alone is no sign
        ("Các trường học dạy trẻ rửa tay.", False, False),
    ],
)
def test_paragraphs_without_a_number(line, bold, expected):
    found = blocks(line, "- Dạy trẻ rửa tay.", bold=[line] if bold else [])
    assert found[0].heading is expected


def test_a_lead_in_of_a_table_is_its_title_unless_it_tells_a_figure():
    table = Grid([["Thôn", "Số hộ"], ["Hạ", "120"]])
    assert [b.heading for b in blocks("1. Tổ chức, thực hiện các buổi đối thoại đối với các thôn, bản:", table)] == [
        True
    ]
    assert [b.heading for b in blocks("1. Tổ chức, thực hiện ít nhất 05 buổi đối thoại đối với các thôn:", table)] == [
        False
    ]


def test_a_table_makes_its_caption_a_heading():
    table = Grid([["Thôn", "Số hộ"], ["Hạ", "120"]])
    assert [b.heading for b in blocks("1. Danh sách thôn", table)] == [True]
    assert [b.heading for b in blocks("1. Danh sách thôn")] == [False]


def test_preamble_and_closing_are_never_headings():
    parts = [
        Paragraph(text)
        for text in (
            "KẾ HOẠCH",
            "Phòng, chống dịch bệnh",
            "Căn cứ các văn bản của Sở Y tế:",
            "- Công văn số 7/SYT ngày 02/02/2026;",
            "I. CÔNG VIỆC",
            "1. Phun thuốc.",
            "Trên đây là Kế hoạch của xã./.",
        )
    ]
    found = outline(Source("x", "0", "text/plain", parts)).blocks
    assert [(b.depth, b.heading) for b in found] == [(0, False), (1, False), (1, True), (2, False), (0, False)]
