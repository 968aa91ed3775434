"""Scans: progress page by page, cancel, survival of a reload, pictures of the pages."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

sys.path.insert(0, str(Path(__file__).parents[1] / "ingest"))

from scan_files import PURPOSE, needs_tesseract, plan_pdf, scan

pytestmark = needs_tesseract


@pytest.fixture(scope="module")
def pages():
    """A scan of several pages."""
    pdf = plan_pdf()
    for _ in range(5):
        pdf.next()
        for _ in range(6):
            pdf.para(PURPOSE)
    return scan(pdf)


def test_a_scan_is_followed_page_by_page_survives_a_reload_and_is_cancelled(empty, page, pages, look):
    page.goto(empty)
    page.locator("#files").set_input_files({"name": "quet.pdf", "mimeType": "application/pdf", "buffer": pages})
    expect(page.locator("#jobs li.reading")).to_contain_text("trang", timeout=30_000)
    page.reload()
    expect(page.locator("#jobs li.reading")).to_contain_text("quet.pdf")
    look("upload-progress", guide="dua-vao")
    page.get_by_role("button", name="Hủy đọc quet.pdf").click()
    expect(page.locator("#jobs li.cancelled")).to_contain_text("đã hủy")
    expect(page.locator("#plans .title")).to_have_count(0)


def test_the_pages_of_a_scan_are_shown_and_facts_lead_to_them(empty, page, look):
    page.goto(empty)
    page.locator("#files").set_input_files(
        {"name": "quet.pdf", "mimeType": "application/pdf", "buffer": scan(plan_pdf())}
    )
    page.locator("#jobs li.done a").click(timeout=60_000)
    expect(page.get_by_text("nhận dạng từ ảnh quét")).to_be_visible()
    page.get_by_role("button", name="Trang gốc").click()
    picture = page.get_by_role("img", name="Trang 1 của tệp gốc")
    expect(picture).to_be_visible()
    assert picture.evaluate("async (img) => { await img.decode(); return img.naturalWidth; }") > 500
    page.locator("#s-duties .jump").first.click()
    expect(page.locator("#page-1")).to_have_class("lit")
    look("plan-scan", phone=False, guide="trang-goc")
