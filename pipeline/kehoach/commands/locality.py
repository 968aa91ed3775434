"""``kehoach locality init``: a profile to fill in."""

from __future__ import annotations

import json
from datetime import date as Date
from pathlib import Path
from typing import Annotated

import typer

from kehoach.commands.console import Command, print_bytes
from kehoach.errors import UsageError
from kehoach.writing import shown, write

locality_app = typer.Typer(name="locality", help="Hồ sơ địa phương.", no_args_is_help=True, rich_markup_mode=None)
KINDS = ("xã", "phường", "thị trấn", "đặc khu", "sở")


@locality_app.callback()
def _locality() -> None:
    """Hồ sơ địa phương."""


@locality_app.command(cls=Command, short_help="Tạo hồ sơ địa phương")
def init(
    unit: Annotated[str, typer.Argument(metavar="ĐƠN_VỊ", help="Loại và tên, ví dụ “xã Suối Ngàn”.")],
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="TỆP", help="Nơi ghi hồ sơ.")] = None,
    province: Annotated[str | None, typer.Option("--province", metavar="TỈNH", help="Ví dụ “tỉnh Mây Ngàn”.")] = None,
    district: Annotated[str | None, typer.Option("--district", metavar="HUYỆN", help="Chỉ trước 01/7/2025.")] = None,
    villages: Annotated[
        str | None, typer.Option("--villages", metavar="LOẠI", help="thôn, ấp, bản, khóm, tổ dân phố…")
    ] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của dự thảo.")] = None,
) -> None:
    """Tạo hồ sơ địa phương (TOML) để điền tiếp; chỗ chưa biết để trống, không tự điền."""
    from kehoach.locality import Locality, check_units

    kind, name = _unit(unit)
    day = _day(date)
    data = {"unit": {"kind": kind, "name": name, "province": province, "district": district}}
    if villages:
        data["villages"] = {"kind": villages}
    profile = Locality.model_validate(data)
    if day is not None:
        check_units(profile, day)
    text = _as_toml(kind, name, province, district, villages, day)
    if output is None:
        print_bytes(text.encode())
    elif Path(output).exists():
        raise UsageError("exists", "Tệp đã có; hãy chọn tên khác để không ghi đè.", file=shown(output))
    else:
        write(Path(output), text.encode())


def _unit(text: str) -> tuple[str, str]:
    for kind in KINDS:
        if text.casefold().startswith(kind + " ") and text[len(kind) :].strip():
            return kind, text[len(kind) :].strip()
    raise UsageError("unknown_unit", f"“{shown(text)}” không bắt đầu bằng loại đơn vị ({', '.join(KINDS)}).")


def _day(date: str | None) -> Date | None:
    try:
        return Date.fromisoformat(date) if date else None
    except ValueError:
        raise UsageError("bad_date", f"Ngày “{shown(date or '')}” không đúng; hãy viết như 2026-02-10.") from None


def _as_toml(
    kind: str, name: str, province: str | None, district: str | None, villages: str | None, day: Date | None
) -> str:
    """The profile with every section, unknown values as remarks."""
    signed = 'position = ["GIÁM ĐỐC"]' if kind == "sở" else 'capacity = "TM. ỦY BAN NHÂN DÂN"\nposition = ["CHỦ TỊCH"]'
    lines = [
        "# Hồ sơ địa phương. Dòng có dấu # ở đầu là chưa điền.",
        f"date = {day.isoformat()}" if day else "# date = 2026-02-10        ngày của dự thảo",
        "",
        "[unit]",
        f"kind = {_quoted(kind)}",
        f"name = {_quoted(name)}",
        f"province = {_quoted(province)}"
        if province
        else '# province = "tỉnh …"    không ghi: lấy theo kế hoạch cấp trên',
        f"district = {_quoted(district)}" if district else '# district = "huyện …"   chỉ trước ngày 01/7/2025',
        "",
        "[letterhead]",
        f"symbol = {_quoted('KH-UBND')}" if kind != "sở" else '# symbol = "KH-…"',
        '# place = "…"             địa danh trên văn bản; không ghi: tên đơn vị',
        "",
        *(
            ["[villages]", f"kind = {_quoted(villages)}", '# names = ["…", "…"]', "# as_of = 2026-01-01", ""]
            if villages
            else []
        ),
        "[signer]",
        signed,
        '# name = "…"',
        "",
        "[deadlines]",
        "days_ahead = 5",
        "",
        "# [[offices]]             bộ phận, nếu khác quy định chung",
        '# name = "…"',
        '# fields = ["emulation", "rural"]',
        "",
        '# recipients = ["…"]      không ghi: theo thông lệ',
        "",
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
