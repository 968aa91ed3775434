"""Drafts: for a new unit of either regime, questions answered, paragraphs written over, a newer parent."""

from io import BytesIO

from docx import Document
from playwright.sync_api import expect
from sample_plans import PARENT

import kehoach


def make_draft(page, address, parent, *, day="10/02/2026", name="Suối Ngàn"):
    page.goto(f"{address}/plans/{parent}")
    page.get_by_role("link", name="Soạn kế hoạch cấp dưới").click()
    page.get_by_label("Ngày của dự thảo").fill(day)
    page.get_by_label("Tên", exact=True).fill(name)
    page.get_by_role("button", name="Lập dự thảo").click()
    expect(page.get_by_role("article", name="Dự thảo")).to_be_visible()


def test_a_draft_is_made_asked_about_answered_and_saved_as_word(library, page, look):
    address, store, ids = library
    page.goto(f"{address}/drafts")
    expect(page.get_by_text("Chưa có dự thảo nào")).to_be_visible()
    look("drafts-empty")
    page.goto(f"{address}/drafts/new?parent={ids['004']}")
    look("draft-form", guide="don-vi")
    make_draft(page, address, ids["004"])
    look("draft", guide="du-thao")
    open_before = len(store.draft(1).draft.open)
    question = page.locator(".question", has_text="không có số")
    question.get_by_role("textbox").fill("219/KH-UBND")
    page.locator(".question", has_text="Giữ nguyên tên").get_by_role("button", name="Giữ nguyên").click()
    page.get_by_role("button", name="Lưu câu trả lời").click()
    expect(page.get_by_role("article")).to_contain_text("Thực hiện Kế hoạch số 219/KH-UBND")
    assert len(store.draft(1).draft.open) == open_before - 2
    with page.expect_download() as got:
        page.get_by_role("link", name="Tải Word", exact=True).click()
    word = Document(BytesIO(got.value.path().read_bytes()))
    assert any("219/KH-UBND" in p.text for p in word.paragraphs)
    page.goto(f"{address}/drafts")
    look("drafts")


def test_the_clause_of_a_paragraph_is_shown_on_hover_and_on_focus(library, page):
    address, _, ids = library
    make_draft(page, address, ids["tin"])
    para = page.locator(".para", has_text="đối thoại với người dân").first
    para.hover()
    expect(page.locator("#origin blockquote")).to_contain_text("Tổ chức đối thoại với người dân, doanh nghiệp")
    other = page.locator(".para", has_text="Rà soát, đơn giản hóa").first
    other.focus()
    expect(page.locator("#origin blockquote")).to_contain_text("Rà soát, đơn giản hóa")
    page.locator("#origin").get_by_role("link", name="mở tại chỗ").click()
    expect(page.locator(".line:target")).to_contain_text("Rà soát, đơn giản hóa")


def test_a_paragraph_is_written_over_taken_out_and_restored(library, page, look):
    address, store, ids = library
    make_draft(page, address, ids["tin"])
    para = page.locator(".para", has_text="đối thoại với người dân").first
    para.hover()
    para.get_by_text("Sửa", exact=True).click()
    para.get_by_role("textbox").fill("Tổ chức đối thoại với người dân tại nhà văn hóa thôn.")
    look("draft-edit", phone=False, guide="sua-doan")
    para.get_by_role("button", name="Lưu").click()
    written = page.locator(".para.edited")
    expect(written).to_contain_text("tại nhà văn hóa thôn")
    saved = store.draft(1)
    assert [entry.note for entry in saved.draft.lineage if "Cán bộ đã sửa" in (entry.note or "")]
    written.hover()
    written.get_by_text("Sửa", exact=True).click()
    written.get_by_role("button", name="Lấy lại bản máy soạn").click()
    expect(page.locator(".para.edited")).to_have_count(0)
    first = page.locator(".para", has_text="đối thoại với người dân").first
    first.hover()
    first.get_by_text("Sửa", exact=True).click()
    first.get_by_role("button", name="Bỏ đoạn này").click()
    expect(page.locator(".para", has_text="đối thoại với người dân")).to_have_count(0)


def test_the_form_knows_both_regimes(library, page, look):
    address, _, ids = library
    page.goto(f"{address}/drafts/new?parent={ids['004']}")
    expect(page.get_by_label("Huyện, quận")).to_be_hidden()
    page.get_by_label("Ngày của dự thảo").fill("05/9/2022")
    expect(page.get_by_label("Huyện, quận")).to_be_visible()
    page.get_by_label("Loại đơn vị").select_option("thị trấn")
    page.get_by_label("Tên", exact=True).fill("Nậm Lau")
    look("draft-form-2022")
    page.get_by_role("button", name="Lập dự thảo").click()
    expect(page.get_by_role("alert")).to_contain_text("cấp xã thuộc cấp huyện")
    page.get_by_label("Huyện, quận").fill("huyện Đồi Sim")
    page.get_by_role("button", name="Lập dự thảo").click()
    expect(page.get_by_role("article")).to_contain_text("THỊ TRẤN NẬM LAU")


def test_the_unit_of_a_draft_is_changed_and_answers_stay(library, page):
    address, store, ids = library
    make_draft(page, address, ids["tin"])
    page.locator(".question", has_text="họ tên người ký").get_by_role("textbox").fill("Lê Văn Suối")
    page.get_by_role("button", name="Lưu câu trả lời").click()
    expect(page.get_by_role("article")).to_contain_text("Lê Văn Suối")
    page.get_by_role("link", name="Sửa hồ sơ đơn vị").click()
    page.get_by_label("Địa danh trên văn bản").fill("Bến Gạo")
    page.get_by_role("button", name="Lập lại dự thảo").click()
    expect(page.get_by_role("article")).to_contain_text("Bến Gạo, ngày")
    expect(page.get_by_role("article")).to_contain_text("Lê Văn Suối")
    assert len(store.drafts()) == len(store.localities()) == 1


def test_a_newer_parent_shows_what_changes_and_keeps_answers_and_edits(library, page, look):
    address, store, ids = library
    make_draft(page, address, ids["tin"])
    para = page.locator(".para", has_text="đối thoại với người dân").first
    para.hover()
    para.get_by_text("Sửa", exact=True).click()
    para.get_by_role("textbox").fill("Tổ chức đối thoại tại nhà văn hóa thôn trước ngày 10/9/2026.")
    para.get_by_role("button", name="Lưu").click()
    newer = PARENT.replace("ngày 05 tháng 01", "ngày 20 tháng 01").replace("30/6/2026", "31/5/2026")
    store.add("tinh-moi.txt", newer.encode(), kehoach.extract(newer.encode(), name="tinh-moi.txt"))
    page.goto(f"{address}/drafts/1")
    page.get_by_role("link", name="Xem dự thảo sẽ thay đổi").click()
    expect(page.locator(".rows")).to_contain_text("5/2026")
    look("draft-update", phone=False)
    page.get_by_role("button", name="Cập nhật dự thảo").click()
    expect(page.get_by_role("article")).to_contain_text("nhà văn hóa thôn")
    assert store.draft(1).summary.parent_state == "same"
