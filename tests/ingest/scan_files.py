"""Scans for the tests: pages of ``pdf_files``, worn; and engines that do what a test wants."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # whether or not tests/ is a package

from pdf_files import LEFT, Pdf

from kehoach.ingest.ocr import EngineError
from planted.degrade import Wear, scanned, worn_pages

# On CI Tesseract is there (Makefile, SYSTEM_NEEDS): a test that would be skipped fails.
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None and not os.environ.get("CI"), reason="tesseract-ocr-vie is not installed"
)

PURPOSE = (
    "Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức và Nhân dân trong việc thực hiện phong trào thi "
    "đua; kịp thời phát hiện, biểu dương các gương điển hình tiên tiến."
)
DUTY = (
    "Phòng Văn hóa - Xã hội chủ trì, phối hợp với các cơ quan, đơn vị liên quan tham mưu Ủy ban nhân dân xã tổ chức "
    "thực hiện Kế hoạch này; tổng hợp, báo cáo kết quả trước ngày 15 tháng 12 năm 2026."
)


def plan_pdf(number: str = "Số: 25/KH-UBND", date: str = "Hòa Bình, ngày 16 tháng 3 năm 2026") -> Pdf:
    """A plan of one page in official form."""
    pdf = Pdf().letterhead(["ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH"], number, date)
    pdf.middle(150, "KẾ HOẠCH").middle(168, "Tổ chức phong trào thi đua yêu nước năm 2026")
    pdf.para("I. MỤC ĐÍCH, YÊU CẦU", "b").para("1. Mục đích", "b").para(PURPOSE)
    pdf.para("II. TỔ CHỨC THỰC HIỆN", "b").para("1. " + DUTY)
    foot = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Minh"]
    return pdf.foot(["- Thường trực Đảng ủy xã;", "- Các thôn trong xã;", "- Lưu: VT."], foot, 520)


PLAIN = Wear("200 dpi", noise=4.0)


def scan(pdf: Pdf, wear: Wear = PLAIN) -> bytes:
    """The pages of a PDF as pictures in a PDF."""
    return scanned(worn_pages(pdf.bytes(), wear), wear)


class Broken:
    """An engine that reads nothing; ``fails`` tells for each picture (from 1) the code of its error, or None."""

    def __init__(self, fails: dict[int, str | Exception]) -> None:
        self.fails, self.count, self.stopped = fails, 0, False

    def missing(self) -> str | None:
        return None

    def read(self, picture: object, dpi: float, *, column: bool = False) -> list[object]:
        self.count += 1
        fault = self.fails.get(self.count)
        if isinstance(fault, str):
            raise EngineError(fault)
        if fault is not None:
            raise fault
        return []

    def stop(self) -> None:
        self.stopped = True


__all__ = ["DUTY", "LEFT", "PURPOSE", "Broken", "Pdf", "Wear", "needs_tesseract", "plan_pdf", "scan", "worn_pages"]
