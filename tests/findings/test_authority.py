"""KH601–KH603: who may award, and who still exists, on the plan's date."""

import pytest
from plan_findings import found

AFTER, BEFORE = "05 tháng 8 năm 2025", "05 tháng 3 năm 2025"


@pytest.mark.parametrize(
    ("date", "line", "hits"),
    [
        (AFTER, "Giấy khen của Chủ tịch UBND huyện;", 1),
        (BEFORE, "Giấy khen của Chủ tịch UBND huyện;", 0),
        (AFTER, "Giấy khen của Chủ tịch UBND xã;", 0),
    ],
)
def test_awards_of_districts(date, line, hits):
    assert len(found("KH601", "I. HÌNH THỨC KHEN THƯỞNG", line, date=date)) == hits


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("- Tặng Bằng khen cho 02 tập thể;", ["Bằng khen"]),
        ("- Đề nghị cấp có thẩm quyền tặng Bằng khen cho 02 tập thể;", []),
        ("- Bằng khen của Chủ tịch UBND tỉnh;", []),
        ("- Tặng Giấy khen cho 02 tập thể;", []),
    ],
)
def test_awards_above_a_commune(line, quotes):
    hits = found("KH602", "I. HÌNH THỨC KHEN THƯỞNG", line)
    assert len(hits) == len(quotes)
    assert all(quote in hit for quote, hit in zip(quotes, hits, strict=True))


@pytest.mark.parametrize(
    ("date", "line", "quotes"),
    [
        (AFTER, "Phối hợp với Sở Tài nguyên và Môi trường.", ["Sở Tài nguyên và Môi trường"]),
        (BEFORE, "Phối hợp với Sở Tài nguyên và Môi trường.", []),
        (AFTER, "Phối hợp với Sở Nông nghiệp và Môi trường.", []),
        (AFTER, "Theo Công văn số 45/STNMT ngày 02/02/2025 của Sở Tài nguyên và Môi trường về rác thải.", []),
        (AFTER, "Phối hợp với Sở Tài nguyên và Môi trường (nay là Sở Nông nghiệp và Môi trường).", []),
        (AFTER, "Báo cáo Ủy ban nhân dân huyện và UBND huyện.", ["Ủy ban nhân dân huyện", "UBND huyện"]),
    ],
)
def test_dissolved_bodies(date, line, quotes):
    assert found("KH603", "I. TỔ CHỨC THỰC HIỆN", line, date=date) == quotes
