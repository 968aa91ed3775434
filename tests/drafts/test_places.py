"""Units by their names: what the tables fill in, and what they refuse."""

from datetime import date

import pytest
from drafted import locality, parent

import kehoach
from kehoach.cli import run
from kehoach.drafts.scope import scope_of
from kehoach.knowledge.places import folded, places_named, predecessors, successor_of
from kehoach.locality import Locality, LocalityError, find_unit, read_locality

THEN, NOW = date(2022, 5, 1), date(2026, 2, 10)


@pytest.mark.parametrize(
    ("kind", "name", "province", "day", "above"),
    [
        ("xã", "An Biên", None, NOW, ("tỉnh An Giang", None)),
        ("xã", "Hoà Bình", "Tỉnh Cà Mau", NOW, ("tỉnh Cà Mau", None)),
        ("đặc khu", "Phú Quốc", None, NOW, ("tỉnh An Giang", None)),
        ("xã", "Trị An", None, NOW, ("thành phố Đồng Nai", None)),
        ("xã", "Trị An", None, date(2025, 8, 1), ("tỉnh Đồng Nai", None)),
        ("xã", "Đông Thái", "tỉnh Kiên Giang", THEN, ("tỉnh Kiên Giang", "huyện An Biên")),
        ("xã", "Suối Ngàn", None, NOW, (None, None)),
    ],
)
def test_units_above_come_from_the_name(kind, name, province, day, above):
    unit = find_unit(kind, name, province, None, day)
    assert (unit.province, unit.district) == above


@pytest.mark.parametrize(
    ("unit", "province", "district", "day", "code", "says"),
    [
        (("phường", "An Bình"), None, None, NOW, "ambiguous_unit", "tỉnh Gia Lai"),
        (("xã", "Hòa Bình"), "tỉnh Cao Bằng", None, NOW, "other_units_above", "tỉnh Cà Mau"),
        (("xã", "Đông Thái"), None, "huyện An Biên", NOW, "unit_dissolved", "xã Đông Thái, tỉnh An Giang"),
        (("phường", "1"), "thành phố Hồ Chí Minh", "quận 5", NOW, "unit_dissolved", "“Phường 1”"),
        (("đặc khu", "Phú Quốc"), None, None, THEN, "unit_not_on_date", "01/7/2025"),
    ],
)
def test_a_name_that_does_not_tell_the_unit_is_refused(unit, province, district, day, code, says):
    with pytest.raises(LocalityError) as caught:
        find_unit(*unit, province, district, day)
    assert caught.value.code == code
    assert says in caught.value.message


def test_tones_may_stand_on_either_letter():
    assert folded("xã Hoà Bình") == folded("Xã Hòa Bình") != folded("xã Hóa Bình")


def test_communes_were_formed_from_others():
    place = next(p for p in places_named("xã An Biên", NOW))
    assert [old.unit for old in predecessors(place)] == ["thị trấn Thứ Ba", "xã Hưng Yên", "xã Đông Yên"]


@pytest.mark.parametrize(
    ("province", "day", "now"),
    [
        ("tỉnh Kiên Giang", NOW, "tỉnh An Giang"),
        ("tỉnh Kiên Giang", THEN, "tỉnh Kiên Giang"),
        ("Thành phố Cần Thơ", NOW, "thành phố Cần Thơ"),
        ("tỉnh Mây Trắng", NOW, "tỉnh Mây Trắng"),
    ],
)
def test_provinces_that_were_merged(province, day, now):
    assert successor_of(province, day) == now


def test_init_writes_what_the_tables_tell(tmp_path, capsys):
    out = tmp_path / "xa.toml"
    assert run(["locality", "init", "xã An Biên", "--date", "2026-02-10", "--villages", "ấp", "-o", str(out)]) == 0
    unit = read_locality(out).unit
    assert (unit.province, unit.merged_from) == ("tỉnh An Giang", ["thị trấn Thứ Ba", "xã Hưng Yên", "xã Đông Yên"])
    assert "thuộc tỉnh An Giang" in capsys.readouterr().err
    assert run(["locality", "init", "phường An Bình", "--date", "2026-02-10"]) == 3


def test_init_of_before_the_change_has_the_district(capsys):
    assert run(["locality", "init", "xã Đông Thái, huyện An Biên, tỉnh Kiên Giang", "--date", "2022-05-01"]) == 0
    assert 'district = "huyện An Biên"' in capsys.readouterr().out


def test_the_commune_reports_to_the_province_of_today():
    profile = locality("xa-2026")
    assert scope_of(parent("004"), profile, profile.date).authority == "Ủy ban nhân dân tỉnh An Giang"
    draft = kehoach.derive(parent("004"), profile)
    assert draft.plan.recipients[0].quote == "UBND tỉnh An Giang (để báo cáo)"
    assert any("không còn" in q.message for q in draft.questions)
    assert "Ủy ban nhân dân tỉnh Kiên Giang" in draft.plan.blocks[0].text


def test_a_profile_of_the_new_province_fits_a_plan_of_the_old_one():
    unit = {"kind": "xã", "name": "An Biên", "province": "tỉnh An Giang"}
    assert kehoach.derive(parent("004"), Locality(unit=unit, date=NOW)).plan.blocks
    unit["province"] = "tỉnh Cà Mau"
    with pytest.raises(LocalityError):
        kehoach.derive(parent("004"), Locality(unit=unit, date=NOW))
