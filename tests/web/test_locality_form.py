"""The form of a unit, under both regimes of government."""

from datetime import date
from pathlib import Path

import pytest

from kehoach.errors import KehoachError
from kehoach.locality import read_locality
from kehoach.web.locality_form import locality_of, regime_on, typed_day, typed_of, unit_kinds

LOCALITIES = sorted((Path(__file__).parents[2] / "corpora" / "localities").glob("*.toml"))
NOW, THEN = date(2026, 2, 10), date(2022, 9, 5)


def typed(**changed):
    return {**typed_of(None, NOW), "name": "Suối Ngàn", **changed}


def test_kinds_of_units_are_offered_with_their_regimes():
    regimes = {each.kind: each.regimes for each in unit_kinds()}
    assert regimes["thị trấn"] == ("three_tiers",)
    assert regimes["đặc khu"] == ("two_tiers",)
    assert regimes["xã"] == ("three_tiers", "two_tiers")
    assert (regime_on(THEN), regime_on(NOW)) == ("three_tiers", "two_tiers")


@pytest.mark.parametrize("path", LOCALITIES, ids=lambda path: path.stem)
def test_a_profile_that_a_form_shows_is_understood_again(path):
    profile = read_locality(path)
    again = locality_of(typed_of(profile, profile.date), profile.date)
    kept = {"unit", "signer", "offices", "deadlines", "recipients", "date"}
    assert again.model_dump(include=kept) == profile.model_dump(include=kept)


@pytest.mark.parametrize(
    ("changed", "day", "message"),
    [
        ({"name": " "}, NOW, "Hãy ghi tên đơn vị"),
        ({"kind": "thị trấn", "village_kind": "khóm"}, NOW, "không có đơn vị loại “thị trấn”"),
        ({}, THEN, "thuộc cấp huyện"),
        ({"kind": "quận"}, NOW, "loại và tên đơn vị"),
        ({"days_ahead": "nhiều"}, NOW, "từ 0 đến 60"),
        ({"village_kind": "khóm"}, NOW, "không chia thành “khóm”"),
        ({"offices": "Phòng Kinh tế: phép thuật"}, NOW, "không có lĩnh vực “phép thuật”"),
    ],
)
def test_what_does_not_fit_is_said_in_words(changed, day, message):
    with pytest.raises(KehoachError, match=message):
        locality_of(typed(**changed), day)


def test_a_district_that_is_still_in_the_form_counts_only_before_it_ended():
    assert locality_of(typed(district="huyện Đồi Sim"), NOW).unit.district is None
    assert locality_of(typed(district="huyện Đồi Sim"), THEN).unit.district == "huyện Đồi Sim"


def test_fields_of_offices_are_written_in_words():
    found = locality_of(typed(offices="Phòng Kinh tế: nông thôn mới, tài chính, ngân sách"), NOW)
    assert found.offices[0].name == "Phòng Kinh tế"
    assert found.offices[0].fields == ["rural", "finance"]


@pytest.mark.parametrize("text", ["2026", "3/2026", "15/01 hằng năm"])
def test_a_draft_needs_a_whole_day(text):
    with pytest.raises(KehoachError, match="chưa đủ"):
        typed_day(text)
