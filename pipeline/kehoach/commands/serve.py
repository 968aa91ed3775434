"""``kehoach serve``: the pages and the API for this machine, over a store, until it is stopped."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Annotated

import typer

from kehoach.commands.console import DONE
from kehoach.errors import UsageError
from kehoach.writing import shown

LOOPBACK = {"127.0.0.1": "127.0.0.1", "localhost": "127.0.0.1"}
NEEDS_WEB = "Lệnh này cần phần mở rộng web. Hãy cài: pip install “kehoach[web]”."
DATA_HELP = "Thư mục dữ liệu. Mặc định là thư mục riêng của người dùng."


def serve(
    data: Annotated[str | None, typer.Option("--data", metavar="THƯ_MỤC", help=DATA_HELP)] = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="CỔNG", help="Cổng; 0: cổng trống.")] = 8000,
    host: Annotated[
        str, typer.Option("--host", metavar="ĐỊA_CHỈ", help="Chỉ nhận địa chỉ của chính máy này.")
    ] = "127.0.0.1",
    open_browser: Annotated[bool, typer.Option("--open", help="Mở trình duyệt.")] = False,
) -> None:
    """Mở trang Kehoach trên máy này: tải kế hoạch lên, tóm tắt, soạn kế hoạch cấp dưới, so sánh.

    Không cần internet; máy khác không truy cập được. Dừng bằng Ctrl-C.
    """
    if host not in LOOPBACK:
        message = "Hiện Kehoach chỉ chạy cho chính máy này (127.0.0.1), không mở cho máy khác truy cập."
        raise UsageError("not_loopback", message)
    with needs_web():
        _serve(data_folder(data), _bound(LOOPBACK[host], port), open_browser=open_browser)
    raise typer.Exit(DONE)


@contextmanager
def needs_web() -> Iterator[None]:
    """Tell how to install what a plain installation lacks."""
    try:
        yield
    except ModuleNotFoundError as missing:
        raise UsageError("web_needed", f"{NEEDS_WEB} (thiếu {missing.name})") from None


def data_folder(given: str | None) -> Path:
    """The folder of the store: as asked, else the user's own by the custom of the system."""
    if given:
        return Path(given)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "Kehoach"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "kehoach"


def _bound(host: str, port: int) -> socket.socket:
    """A socket of the address. Raises ``UsageError`` where another program has it."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":  # there it would let two programs share the port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)  # who comes before the program is ready waits
    except OSError:
        listening.close()
        message = f"Cổng {port} đang được chương trình khác dùng. Hãy chọn cổng khác, ví dụ --port {port + 1}."
        raise UsageError("port_taken", message) from None
    return listening


def _log_to(path: Path) -> None:
    """What goes wrong inside is noted beside the data, for whoever helps the user; the terminal stays readable."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = RotatingFileHandler(path, maxBytes=2**20, backupCount=2, encoding="utf-8", delay=True)
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[kept])


def _serve(folder: Path, listening: socket.socket, *, open_browser: bool) -> None:
    import uvicorn

    from kehoach.jobs import Jobs
    from kehoach.store import Store
    from kehoach.web.app import create_app

    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    _log_to(folder / "kehoach.log")
    with listening, Store.open(folder) as store, Jobs(store) as jobs:
        app = create_app(store, wake=jobs.wake)
        config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, lifespan="off", ws="none")
        print(f"Kehoach đang chạy tại {address} (dữ liệu: {shown(folder)}). Nhấn Ctrl-C để dừng.", file=sys.stderr)
        if open_browser:
            threading.Timer(0.5, webbrowser.open, [address]).start()
        uvicorn.Server(config).run(sockets=[listening])
