"""What a draft says of its parent: how it cites it, its money, its annexes and its numbering; on made-up plans."""

import pytest
from drafted import locality
from test_levels import PLAN, drafted, duties, under

import kehoach

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
