"""Profiles: what is accepted, and how a wrong one is told."""

from datetime import date

import pytest

from kehoach.locality import Locality, LocalityError, check_units, read_locality


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("[unit\n", "not_toml", "TOML"),
        ("[unit]\nkind = 'làng'\nname = 'A'\n", "bad_profile", "unit.kind"),
        ("[unit]\nkind = 'xã'\n", "bad_profile", "unit.name"),
        ("[unit]\nkind = 'xã'\nname = 'A'\n[khac]\nx = 1\n", "bad_profile", "khac"),
    ],
)
def test_a_wrong_file_is_told_in_vietnamese(tmp_path, text, code, says):
    path = tmp_path / "xa.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LocalityError) as caught:
        read_locality(path)
    assert caught.value.code == code
    assert says in caught.value.message


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(LocalityError) as caught:
        read_locality(tmp_path / "không có.toml")
    assert caught.value.code == "not_found"


@pytest.mark.parametrize(
    ("unit", "day", "code"),
    [
        ({"kind": "thị trấn", "name": "A"}, date(2026, 1, 1), "unit_not_on_date"),
        ({"kind": "đặc khu", "name": "A"}, date(2024, 1, 1), "unit_not_on_date"),
        ({"kind": "xã", "name": "A", "district": "huyện B"}, date(2026, 1, 1), "district_dissolved"),
        ({"kind": "xã", "name": "A"}, date(2024, 1, 1), "district_needed"),
    ],
)
def test_units_that_contradict_the_date(unit, day, code):
    with pytest.raises(LocalityError) as caught:
        check_units(Locality.model_validate({"unit": unit}), day)
    assert caught.value.code == code


def test_a_village_kind_of_another_unit():
    profile = Locality.model_validate({"unit": {"kind": "phường", "name": "A"}, "villages": {"kind": "ấp"}})
    with pytest.raises(LocalityError) as caught:
        check_units(profile, date(2026, 1, 1))
    assert caught.value.code == "unknown_village_kind"
