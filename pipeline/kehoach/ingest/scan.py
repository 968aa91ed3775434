"""Scanned pages → ``Page``: pages are read side by side, each by an OCR process of its own, and come back in order."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice

from kehoach.ingest.ocr import Engine, EngineError, Tesseract
from kehoach.ingest.page_layout import Page
from kehoach.ingest.scan_page import read_scan
from kehoach.ingest.scan_picture import Picture
from kehoach.ingest.source import Limits, Progress
from kehoach.plan import SourceError

_FAILED = {
    "ocr_timeout": "Nhận dạng chữ trang {page} quá lâu nên đã bỏ qua. Hãy quét lại trang này rõ hơn hoặc nhập tay.",
    "ocr_failed": "Không nhận dạng được chữ của trang {page}. Hãy quét lại trang này hoặc nhập tay nội dung.",
    "page_failed": "Không đọc được trang {page}. Hãy quét lại trang này hoặc nhập tay nội dung.",
    "too_large": "Ảnh của trang {page} quá lớn. Hãy quét lại ở 200–300 dpi.",
}


@dataclass(frozen=True, slots=True)
class Scan:
    """A page to be read: its number, and how its picture is had (that may fail, and is done when its turn comes)."""

    number: int
    picture: Callable[[], Picture]


class PictureRefused(Exception):
    """A picture that is not to be opened: it would not fit into memory."""


def processors() -> int:
    """How many pages are read at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def engine_for(limits: Limits) -> Engine:
    """The engine that reads pictures unless another is given."""
    return Tesseract(seconds=limits.page_seconds)


def read_scans(scans: list[Scan], engine: Engine, on_page: Progress | None = None) -> dict[int, Page | SourceError]:
    """All pages by their numbers, read or with the reason why not. A page that fails leaves the others.

    ``on_page`` is told of every page that is done. However this ends, no process is left behind.
    """
    done: dict[int, Page | SourceError] = {}
    waiting = iter(scans)
    pool = ThreadPoolExecutor(max(min(processors(), len(scans)), 1), thread_name_prefix="scan")
    try:
        running = {pool.submit(_page, scan, engine): scan.number for scan in islice(waiting, processors() + 1)}
        while running:
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                number = running.pop(future)
                done[number] = future.result()
                if on_page:
                    on_page(len(done), len(scans))
            for scan in islice(waiting, len(finished)):
                running[pool.submit(_page, scan, engine)] = scan.number
    except BaseException:
        engine.stop()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return done


def _page(scan: Scan, engine: Engine) -> Page | SourceError:
    try:
        return read_scan(scan.picture(), scan.number, engine)
    except EngineError as error:
        code = error.code
    except PictureRefused:
        code = "too_large"
    except Exception:  # a defect of one page, in the file or here, must not take the others with it
        code = "page_failed"
    return SourceError(code=code, message=_FAILED[code].format(page=scan.number), page=scan.number)
