"""The library: files that come in, search, tree; what is said where there is nothing or something went wrong."""

import re

import pytest
from conftest import corpus_file, serving
from playwright.sync_api import expect
from sample_plans import PARENT

ZIP_BOMB_NAME = "<img src=x onerror=alert(1)>.docx"


def drop(page, files):
    """Drag files from the desktop onto the page."""
    data = page.evaluate_handle(
        """(files) => { const data = new DataTransfer();
        for (const [name, text] of files) data.items.add(new File([text], name)); return data; }""",
        files,
    )
    page.dispatch_event("#drop", "dragenter", {"dataTransfer": data})
    expect(page.locator("#drop")).to_have_class(re.compile("over"))
    page.dispatch_event("#drop", "drop", {"dataTransfer": data})


def test_files_that_are_dropped_are_read_and_appear(empty, page, look):
    page.goto(empty)
    expect(page.get_by_text("Kho chưa có kế hoạch nào")).to_be_visible()
    look("library-empty", guide="kho-trong")
    texts = [(path.name, path.read_text(encoding="utf-8")) for path in (corpus_file(1), corpus_file(3))]
    drop(page, texts)
    expect(page.locator("#jobs li.done")).to_have_count(2, timeout=60_000)
    expect(page.locator("#plans .title")).to_have_count(2)
    expect(page.locator("#plans")).to_contain_text("Tây Sơn")
    look("library")


def test_what_cannot_be_read_says_so_and_does_not_stop_the_others(empty, page, look):
    page.goto(empty)
    files = [
        {"name": ZIP_BOMB_NAME, "mimeType": "application/zip", "buffer": b"PK\x03\x04broken"},
        {"name": "rong.txt", "mimeType": "text/plain", "buffer": b""},
        {"name": "tot.txt", "mimeType": "text/plain", "buffer": corpus_file(1).read_bytes()},
    ]
    page.locator("#files").set_input_files(files)
    expect(page.locator("#jobs li.done")).to_have_count(1, timeout=60_000)
    expect(page.locator("#jobs li.failed", has_text=ZIP_BOMB_NAME)).to_be_visible(timeout=30_000)
    expect(page.locator("#sending li", has_text="rong.txt")).to_contain_text("Tệp rỗng")
    look("library-failed")
    page.reload()
    expect(page.locator("#jobs li.failed")).to_have_count(1)
    page.locator("#jobs").get_by_role("button", name="Bỏ").click()
    expect(page.locator("#jobs li.failed")).to_have_count(0)


def test_a_file_that_is_there_already_says_where(library, page):
    address, _, ids = library
    page.goto(address)
    named = [("cua-toi.txt", PARENT), ("tinh.txt", PARENT)]
    files = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in named]
    page.locator("#files").set_input_files(files)
    sent = page.locator("#sending li")
    expect(sent).to_have_count(2)
    expect(sent.first).to_contain_text("cua-toi.txt đã có trong kho")
    expect(sent.first).to_contain_text("Cùng nội dung với “tinh.txt”")
    expect(page.locator("#jobs li").first).to_contain_text("cùng nội dung")
    sent.first.get_by_role("link", name="Mở kế hoạch").click()
    expect(page).to_have_url(re.compile(f"/plans/{ids['tin']}$"))


def test_scripts_in_a_document_stay_words(empty, page):
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}'
    text = PARENT.replace("Cải cách hành chính năm 2026", f"Cải cách {evil} năm 2026").replace(
        "dân, doanh", f"{evil}, doanh"
    )
    page.goto(empty)
    page.locator("#files").set_input_files({"name": f"{evil}.txt", "mimeType": "text/plain", "buffer": text.encode()})
    expect(page.locator("#plans .title")).to_contain_text("<script>alert(1)</script>", timeout=60_000)
    page.locator("#plans .title").click()
    expect(page.locator(".document")).to_contain_text("onerror=alert(2)>{{ 7 * 7 }}")
    page.get_by_role("link", name="Soạn kế hoạch cấp dưới").click()
    page.get_by_label("Tên", exact=True).fill(evil)
    page.get_by_role("button", name="Lập dự thảo").click()
    expect(page.locator("h1, [role=alert]").first).to_be_visible()


def test_a_plan_is_taken_out_of_the_library(library, page):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['001']}")
    page.get_by_text("Xóa kế hoạch này khỏi kho").click()
    page.get_by_role("button", name="Xóa kế hoạch").click()
    expect(page.locator("#plans .title")).to_have_count(6)


def test_plans_are_found_with_and_without_tone_marks_and_narrowed(library, page, look):
    address, _, _ = library
    page.goto(address)
    words = page.get_by_label("Tìm theo chữ")
    hits = page.locator("#plans .title")
    expect(hits).to_have_count(7)
    words.fill("cai cach hanh chinh")
    expect(hits.nth(1)).to_contain_text("Cải cách hành chính")  # titles before texts
    expect(hits.first).to_contain_text("Cải cách hành chính")
    words.fill("cải cách hành chính năm 2026")
    expect(hits).to_have_count(2)
    look("library-search", guide="tim")
    page.get_by_text("Lọc theo cấp").click()
    page.locator("[name=level]").select_option("commune")
    expect(hits).to_have_count(1)
    expect(page).to_have_url(re.compile("level=commune"))
    page.reload()
    expect(hits).to_have_count(1)
    page.get_by_label("Tìm theo chữ").fill("không có kế hoạch như vậy")
    expect(page.locator("#plans")).to_contain_text("Thử ít chữ hơn")


def test_the_tree_shows_which_plans_cite_a_plan(library, page, look):
    address, _, ids = library
    page.goto(f"{address}/?q=40/KH-UBND")
    row = page.locator("#plans tr", has_text="tinh.txt")
    row.get_by_text("kế hoạch dẫn văn bản này").click()
    expect(row.locator(".tree")).to_contain_text("Suối Ngàn")
    look("library-tree", phone=False)
    row.locator(".tree a", has_text="Suối Ngàn").click()
    expect(page).to_have_url(re.compile(f"/plans/{ids['xa.']}$"))
    expect(page.locator("#s-head")).to_contain_text("Thực hiện hoặc dẫn")


def test_an_address_that_leads_nowhere_says_what_to_do(library, page, look):
    address, _, _ = library
    page.goto(f"{address}/plans/4711")
    expect(page.get_by_role("alert")).to_contain_text("Không có kế hoạch số 4711")
    look("error")
    page.get_by_role("link", name="Về kho kế hoạch").click()
    expect(page.get_by_role("heading", name="Kho kế hoạch").last).to_be_visible()


def test_the_library_is_saved_and_taken_in_on_another_machine(library, tmp_path, page, look):
    address, store, ids = library
    store.correct(ids["tin"], "/targets/0/value", 95)
    page.goto(address)
    page.get_by_role("link", name="Sao lưu và khôi phục").click()
    look("backup")
    with page.expect_download() as got:
        page.get_by_role("link", name="Tải bản sao lưu").click()
    assert got.value.suggested_filename.endswith(".zip")
    with serving(tmp_path / "other") as (other, _):
        page.goto(f"{other}/backup")
        page.get_by_label("Chọn bản sao lưu").set_input_files(got.value.path())
        expect(page.locator("[data-name-of]")).not_to_contain_text("chưa chọn tệp")
        page.get_by_role("button", name="Khôi phục").click()
        expect(page.get_by_role("status")).to_contain_text("Đã nhập 7 tài liệu")
        page.get_by_role("link", name="← Kho kế hoạch").click()
        expect(page.locator("#plans .title")).to_have_count(7)
        page.locator("#plans tr", has_text="tinh.txt").get_by_role("link").first.click()
        expect(page.locator("#s-targets")).to_contain_text("từ 95% trở lên")
        page.wait_for_load_state("networkidle")  # the server goes before the page


def test_the_page_recovers_when_the_program_starts_again(tmp_path, page):
    slow = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": (f"{n}\n" + PARENT).encode()} for n in range(8)]
    with serving(tmp_path) as (address, _):
        page.goto(address)
        page.locator("#files").set_input_files(slow)
        expect(page.locator("#jobs li")).to_have_count(8)
        port = int(address.rsplit(":", 1)[1])
    if page.locator("#jobs .waiting, #jobs .reading").count():
        expect(page.locator("#lost")).to_be_visible()
    with serving(tmp_path, port=port):
        expect(page.locator("#jobs li.done")).to_have_count(8, timeout=60_000)
        expect(page.locator("#lost")).to_be_hidden()
        page.goto("about:blank")
