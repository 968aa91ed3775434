"""Phrases of level and place re-scoped; what is quoted, cited or comes from above stays."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.drafts.phrases import held, names_district, released, rescope
from kehoach.drafts.scope import Scope

UNIT = {"kind": "xã", "full": "xã Suối Ngàn", "body": "Ủy ban nhân dân xã Suối Ngàn", "villages": "thôn"}
PROVINCE = Scope(
    **UNIT,
    upper=("tỉnh", "Tỉnh"),
    upper_name="Mây Trắng",
    superior="Ủy ban nhân dân tỉnh Mây Trắng",
    two_tiers=True,
    department=False,
    day=date(2026, 2, 10),
)


@pytest.mark.parametrize(
    ("parent", "own"),
    [
        ("hệ thống chính trị từ tỉnh đến cơ sở", "hệ thống chính trị từ xã đến thôn"),
        ("trên địa bàn tỉnh", "trên địa bàn xã"),
        ("trên địa bàn tỉnh Mây Trắng", "trên địa bàn xã Suối Ngàn"),
        ("trên toàn tỉnh", "trên toàn xã"),
        ("mục tiêu phát triển của tỉnh", "mục tiêu phát triển của xã"),
        ("theo quy định của tỉnh", "theo quy định của tỉnh"),
        (
            "theo định mức của Hội đồng Thi đua - Khen thưởng tỉnh",
            "theo định mức của Hội đồng Thi đua - Khen thưởng tỉnh",
        ),
        ("các sở, ban, ngành, địa phương", "các cơ quan, đơn vị và các thôn"),
        ("tại cơ quan các sở, ngành, địa phương", "tại cơ quan, đơn vị và các thôn"),
        ("các cấp, các ngành, đoàn thể", "các cơ quan, đơn vị, đoàn thể"),
        ("Ủy ban nhân dân các xã, phường tổ chức", "Ủy ban nhân dân xã tổ chức"),
        ("UBND huyện, xã phối hợp", "UBND xã phối hợp"),
        ("khen thưởng các xã, huyện đạt chuẩn", "khen thưởng xã đạt chuẩn"),
        ("cộng tác viên ở ấp, khu vực", "cộng tác viên ở thôn"),
        ("chăm sóc sức khỏe, buôn bán, văn bản", "chăm sóc sức khỏe, buôn bán, văn bản"),
        ("“Mây Trắng toàn tỉnh chung sức”", "“Mây Trắng toàn tỉnh chung sức”"),
        ("báo cáo Ủy ban nhân dân tỉnh", "báo cáo Ủy ban nhân dân tỉnh"),
        ("Tham mưu UBND tỉnh khen thưởng", "Tham mưu UBND xã khen thưởng"),
        ("Chương trình mỗi xã một sản phẩm", "Chương trình mỗi xã một sản phẩm"),
        ("Trưởng xóm, tổ trưởng tổ dân phố, tuyên truyền viên", "Trưởng thôn, tuyên truyền viên"),
        ("toàn tỉnh có 92 đơn vị (77 xã, 15 phường)", "toàn tỉnh có 92 đơn vị (77 xã, 15 phường)"),
        ("hợp tác xã, xã hội", "hợp tác xã, xã hội"),
    ],
)
def test_a_phrase_in_the_words_of_the_commune(parent, own):
    assert rescope(parent, PROVINCE).replace(", các thôn", " và các thôn") == own


def test_an_office_reports_to_its_own_committee():
    text = "báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) kết quả"
    assert rescope(text, PROVINCE, own_office=True) == "báo cáo Ủy ban nhân dân xã kết quả"


def test_a_standard_of_an_award_from_above_keeps_its_movement():
    text = "đơn vị tiêu biểu trong phong trào của tỉnh"
    assert rescope(text, PROVINCE, standard=True) == text


@given(st.text(alphabet='abc “”".,;xã huyện tỉnh', max_size=80))
@settings(deadline=None)
def test_what_is_held_fast_comes_back(text):
    keep = []
    assert released(held(text, keep), keep) == text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("cấp huyện tổ chức", True),
        ("Huyện ủy chỉ đạo", True),
        ("thị trấn và xã", True),
        ("Kế hoạch “Xây dựng huyện nông thôn mới”", False),
        ("xã, phường, đặc khu", False),
    ],
)
def test_the_district_level_is_found_outside_quotations(text, named):
    assert names_district(text) is named
