"""``kehoach export`` and ``kehoach import``: a whole store as one file, and back."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path
from typing import Annotated

import typer

from kehoach.commands.console import DONE, print_bytes
from kehoach.commands.serve import DATA_HELP, data_folder, needs_web
from kehoach.writing import shown


def export(
    target: Annotated[str, typer.Argument(metavar="TỆP|THƯ_MỤC", help="Nơi ghi bản lưu (.zip).")],
    data: Annotated[str | None, typer.Option("--data", metavar="THƯ_MỤC", help=DATA_HELP)] = None,
) -> None:
    """Lưu cả kho ra một tệp .zip: tệp gốc, kế hoạch đã đọc, chỗ đã sửa, hồ sơ địa phương, dự thảo."""
    with needs_web():
        from kehoach.store import Store

        path = Path(target)
        if path.is_dir():
            path = path / f"kehoach-{Date.today().isoformat()}.zip"
        with Store.open(data_folder(data)) as store:
            count = store.export_to(path)
    print_bytes(f"Đã lưu {count} tài liệu vào {shown(path)}.\n".encode())
    raise typer.Exit(DONE)


def import_(
    source: Annotated[str, typer.Argument(metavar="TỆP", help="Bản lưu do “kehoach export” ghi ra.")],
    data: Annotated[str | None, typer.Option("--data", metavar="THƯ_MỤC", help=DATA_HELP)] = None,
) -> None:
    """Nhập bản lưu vào kho. Tài liệu đã có trong kho giữ nguyên."""
    with needs_web():
        from kehoach.store import Store

        with Store.open(data_folder(data)) as store:
            got = store.import_from(Path(source))
    line = (
        f"Đã nhập {got.documents} tài liệu, {got.localities} hồ sơ địa phương, {got.drafts} dự thảo; "
        f"{got.known} tài liệu đã có sẵn hoặc không được nhận."
    )
    print_bytes(f"{line}\n".encode())
    raise typer.Exit(DONE)
