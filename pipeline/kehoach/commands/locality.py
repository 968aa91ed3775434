"""``kehoach locality init``: a profile to fill in."""

from __future__ import annotations

import json
import sys
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.commands.console import Command, print_bytes
from kehoach.commands.files import result_file
from kehoach.errors import UsageError
from kehoach.writing import shown, utf8, write

if TYPE_CHECKING:
    from kehoach.locality import Locality, Unit, UnitKind

locality_app = typer.Typer(name="locality", help="Hồ sơ địa phương.", no_args_is_help=True, rich_markup_mode=None)
KINDS: tuple[UnitKind, ...] = ("xã", "phường", "thị trấn", "đặc khu", "sở")


@locality_app.callback()
def _locality() -> None:
    """Hồ sơ địa phương."""


@locality_app.command(cls=Command, short_help="Tạo hồ sơ địa phương")
def init(
    unit: Annotated[str, typer.Argument(metavar="ĐƠN_VỊ", help="Loại và tên, ví dụ “xã Suối Ngàn, tỉnh Mây Ngàn”.")],
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="TỆP", help="Nơi ghi hồ sơ.")] = None,
    province: Annotated[str | None, typer.Option("--province", metavar="TỈNH", help="Ví dụ “tỉnh Mây Ngàn”.")] = None,
    district: Annotated[str | None, typer.Option("--district", metavar="HUYỆN", help="Chỉ trước 01/7/2025.")] = None,
    villages: Annotated[
        str | None, typer.Option("--villages", metavar="LOẠI", help="thôn, ấp, bản, khóm, tổ dân phố…")
    ] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của dự thảo.")] = None,
) -> None:
    """Tạo hồ sơ địa phương (TOML) để điền tiếp; tỉnh, huyện, đơn vị cũ lấy theo bảng đơn vị, chỗ chưa biết để trống."""
    from kehoach.locality import Locality, Villages, check_units, find_unit

    kind, name, above = _unit(unit)
    province = province or next((a for a in above if a.casefold().startswith(("tỉnh ", "thành phố "))), None)
    district = district or next((a for a in above if a.casefold().startswith(("huyện ", "quận ", "thị xã "))), None)
    day = _day(date)
    found = find_unit(kind, name, province, district, day or Date.today())
    profile = Locality(unit=found, villages=Villages(kind=villages) if villages else None, date=day)
    if day is not None:
        check_units(profile, day)
    text = _as_toml(profile)
    if output is None:
        print_bytes(text.encode())
    elif Path(output).exists():
        raise UsageError("exists", "Tệp đã có; hãy chọn tên khác để không ghi đè.", file=shown(output))
    else:
        write(result_file(output, []) or Path(output), text.encode())
    if kind != "sở":
        print(_told(found), file=sys.stderr)


def _unit(text: str) -> tuple[UnitKind, str, list[str]]:
    """``xã Đông Thái, huyện An Biên, tỉnh Kiên Giang`` → kind, name, units above."""
    first, *above = [part.strip() for part in utf8(text).split(",")]
    for kind in KINDS:
        if first.casefold().startswith(kind + " ") and first[len(kind) :].strip():
            return kind, first[len(kind) :].strip(), [a for a in above if a]
    raise UsageError("unknown_unit", f"“{shown(text)}” không bắt đầu bằng loại đơn vị ({', '.join(KINDS)}).")


def _told(unit: Unit) -> str:
    """What the tables told, for the officer to check."""
    if not unit.province and not unit.merged_from:
        return f"“{unit.full}” không có trong bảng đơn vị hành chính; hãy kiểm tra tên và điền các đơn vị cấp trên."
    above = ", ".join(filter(None, [unit.district, unit.province]))
    merged = f"; hình thành từ {', '.join(unit.merged_from)}" if unit.merged_from else ""
    return f"{unit.full}: thuộc {above}{merged}. Hãy kiểm tra lại."


def _day(date: str | None) -> Date | None:
    try:
        return Date.fromisoformat(date) if date else None
    except ValueError:
        raise UsageError("bad_date", f"Ngày “{shown(date or '')}” không đúng; hãy viết như 2026-02-10.") from None


_SECTIONS = """\
[letterhead]
{symbol}
# place = "…"             địa danh trên văn bản; không ghi: tên đơn vị

{villages}[signer]
{signer}
# name = "…"

[deadlines]
days_ahead = 5

# [[offices]]             bộ phận, nếu khác quy định chung
# name = "…"
# fields = ["emulation", "rural"]

# recipients = ["…"]      không ghi: theo thông lệ
"""


def _as_toml(profile: Locality) -> str:
    """The profile with every section, unknown values as remarks."""
    unit, villages = profile.unit, profile.villages
    department = unit.kind == "sở"
    committee = 'capacity = "TM. ỦY BAN NHÂN DÂN"\nposition = ["CHỦ TỊCH"]'
    lines = [
        "# Hồ sơ địa phương. Dòng có dấu # ở đầu là chưa điền.",
        f"date = {profile.date.isoformat()}" if profile.date else "# date = 2026-02-10        ngày của dự thảo",
        "",
        "[unit]",
        f"kind = {_quoted(unit.kind)}",
        f"name = {_quoted(unit.name)}",
        _line("province", unit.province, "tỉnh …", "không ghi: lấy theo kế hoạch cấp trên"),
        _line("district", unit.district, "huyện …", "chỉ trước ngày 01/7/2025"),
    ]
    if unit.merged_from:
        lines.append(f"merged_from = {_quoted(unit.merged_from)}")
    sections = _SECTIONS.format(
        symbol='# symbol = "KH-…"' if department else 'symbol = "KH-UBND"',
        villages=f'[villages]\nkind = {_quoted(villages.kind)}\n# names = ["…", "…"]\n# as_of = 2026-01-01\n\n'
        if villages
        else "",
        signer='position = ["GIÁM ĐỐC"]' if department else committee,
    )
    return "\n".join([*lines, "", sections])


def _line(key: str, value: str | None, like: str, remark: str) -> str:
    return f"{key} = {_quoted(value)}" if value else f'# {key} = "{like}"    {remark}'


def _quoted(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)
