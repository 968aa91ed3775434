"""The plan page: facts and their places, corrections, downloads, what is printed."""

import json

from conftest import PHONE
from playwright.sync_api import expect


def test_a_click_on_a_fact_shows_its_place_and_escape_leads_back(library, page, look):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['004']}")
    look("plan", guide="ke-hoach")
    fact = page.locator("#s-targets .jump").nth(3)
    key = fact.get_attribute("data-goto")
    fact.click()
    place = page.locator(f"#at-{key}")
    expect(place).to_be_focused()
    expect(place).to_be_in_viewport()
    expect(page.locator(f"[data-facts~='{key}'].lit").first).to_be_visible()
    page.screenshot(path="build/screens/plan-place.png")
    page.keyboard.press("Escape")
    expect(fact).to_be_focused()
    expect(fact).to_be_in_viewport()


def test_on_a_telephone_the_way_back_is_in_reach(library, page):
    address, _, ids = library
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/plans/{ids['004']}")
    fact = page.locator("#s-targets .jump").nth(3)
    fact.click()
    expect(page.locator(f"#at-{fact.get_attribute('data-goto')}")).to_be_in_viewport()
    back = page.get_by_role("button", name="Về mục vừa xem")
    above = page.locator(".bar").bounding_box()
    assert back.bounding_box()["y"] >= above["y"] + above["height"], "not below the menu"
    back.click()
    expect(fact).to_be_in_viewport()


def test_a_mark_in_the_document_leads_to_its_fact_even_where_it_is_folded(library, page):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['004']}")
    last = page.locator("#s-targets .jump").last
    expect(last).to_be_hidden()
    key = last.get_attribute("data-goto")
    page.locator(f"#at-{key}").click()
    expect(last).to_be_visible()
    expect(last).to_be_focused()


def test_facts_and_places_are_reached_by_keyboard_alone(library, page):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['tin']}")
    fact = page.locator("#s-timeline .jump").first
    fact.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#at-{fact.get_attribute('data-goto')}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(fact).to_be_focused()


def test_a_misread_number_is_put_right_marked_used_and_taken_back(library, page, look):
    address, store, ids = library
    number = ids["tin"]
    page.goto(f"{address}/plans/{number}")
    row = page.locator("#s-targets tr", has_text="hồ sơ thủ tục hành chính")
    row.get_by_text("Sửa").click()
    form = page.get_by_role("dialog")
    expect(form.get_by_label("Con số")).to_have_value("90")
    look("plan-correct", phone=False, guide="sua")
    form.get_by_label("Con số").fill("chín mươi")
    form.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("Hãy viết như 1500")
    page.get_by_label("Con số").fill("92,5")
    page.get_by_role("button", name="Lưu").click()
    expect(row).to_contain_text("từ 92,5% trở lên")
    expect(row).to_contain_text("máy đọc là “90”")
    assert store.plan(number).plan.targets[0].value == 92.5
    assert store.plan(number).extracted.targets[0].value == 90
    page.get_by_role("link", name="Xem và lấy lại").click()
    look("corrections")
    page.get_by_role("button", name="Lấy lại giá trị máy đọc").click()
    assert store.plan(number).corrections == []


def test_what_is_no_fact_is_taken_out_and_brought_back(library, page):
    address, store, ids = library
    number = ids["tin"]
    page.goto(f"{address}/plans/{number}")
    count = page.locator("#s-timeline tbody tr").count()
    page.locator("#s-timeline tbody tr").first.get_by_text("Sửa").click()
    page.get_by_role("button", name="bỏ đi").click()
    expect(page.get_by_role("heading", name="Các mục đã bỏ")).to_be_visible()
    page.goto(f"{address}/plans/{number}")
    expect(page.locator("#s-timeline tbody tr")).to_have_count(count - 1)
    page.get_by_role("link", name="Xem và lấy lại").click()
    page.get_by_role("button", name="Đưa trở lại").click()
    assert len(store.plan(number).plan.timeline) == count


def test_a_finding_is_accepted_for_a_reason_and_open_again(library, page, look):
    address, store, ids = library
    page.goto(f"{address}/plans/{ids['004']}")
    findings = page.locator("#s-findings")
    open_ones = findings.locator("ol.remarks > li")
    count = open_ones.count()
    first = open_ones.first.inner_text()
    open_ones.first.get_by_text("Chấp nhận, không phải sửa").click()
    open_ones.first.get_by_label("Lý do").fill("Bản trích gửi các xã")
    open_ones.first.get_by_role("button", name="Chấp nhận").click()
    expect(open_ones).to_have_count(count - 1)
    expect(page.locator(".parts a", has_text="Cần xem")).to_contain_text(str(count - 1))
    expect(page.locator("#remark-1")).to_be_in_viewport()
    findings.get_by_text("Đã chấp nhận (1)").click()
    accepted = findings.locator("#s-accepted li")
    expect(accepted).to_contain_text("Bản trích gửi các xã")
    accepted.scroll_into_view_if_needed()
    look("plan-accepted")
    assert [f.waived for f in store.plan(ids["004"]).plan.findings if f.waived] == ["Bản trích gửi các xã"]
    accepted.get_by_role("button", name="Không chấp nhận nữa").click()
    expect(open_ones).to_have_count(count)
    assert open_ones.first.inner_text() == first


def test_the_duty_of_a_body_is_found_without_tone_marks(library, page):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['tin']}")
    page.get_by_label("Tìm theo cơ quan hoặc việc").fill("xay dung ke hoach")
    shown = page.locator("#duties tbody:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("15/02/2026")
    page.get_by_label("Tìm theo cơ quan hoặc việc").fill("không có")
    expect(page.get_by_text("Không có phân công nào như vậy.")).to_be_visible()


def test_downloads_are_files_of_their_kind(library, page):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['tin']}")
    starts = {
        "Word": b"PK",
        "Excel": b"PK",
        "ics": b"BEGIN:VCALENDAR",
        "Markdown": b"**",
        "JSON": b"{",
        "gốc": "ỦY".encode(),
    }
    for words, start in starts.items():
        if page.locator(".menu[open]").count() == 0:
            page.locator(".menu > summary").click()
        with page.expect_download() as got:
            page.locator(".menu a", has_text=words).click()
        data = got.value.path().read_bytes()
        assert data.startswith(start) or words == "Markdown", words
        if words == "JSON":
            assert json.loads(data)["schema_version"] == "1"


def test_the_summary_prints_on_one_page(library, page, look):
    import pypdfium2

    address, _, ids = library
    page.goto(f"{address}/plans/{ids['004']}")
    page.get_by_role("link", name="In tóm tắt một trang").click()
    look("summary", guide="tom-tat")
    printed = page.pdf(path="build/screens/summary.pdf", prefer_css_page_size=True)
    assert len(pypdfium2.PdfDocument(printed)) == 1
    page.goto(f"{address}/plans/{ids['004']}")
    page.pdf(path="build/screens/plan.pdf", prefer_css_page_size=True)


def test_one_goes_back_to_a_form_that_was_refused(library, page):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['tin']}")
    page.locator("#s-targets tr", has_text="90%").get_by_text("Sửa", exact=True).click()
    page.get_by_label("Con số").fill("chín mươi")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("không đúng")
    page.get_by_label("Con số").fill("95")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#s-targets")).to_contain_text("95%")
    page.go_back()
    expect(page.get_by_role("alert")).to_contain_text("không đúng")


def test_what_a_form_lacks_is_said_in_vietnamese(library, page):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['001']}")
    page.get_by_text("Chấp nhận, không phải sửa").first.click()
    reason = page.locator(".waive input").first
    page.get_by_role("button", name="Chấp nhận").first.click()
    assert reason.evaluate("field => field.validationMessage") == "Hãy điền vào ô này."
    reason.fill("đã thống nhất")
    assert reason.evaluate("field => field.checkValidity()")


def test_the_menu_of_files_fits_a_telephone_and_the_document_stays_whole_at_the_end(library, page):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['001']}")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    bar, paper = page.locator("header.bar").bounding_box(), page.locator(".paper-bar").bounding_box()
    assert paper["y"] >= bar["y"] + bar["height"] - 3  # not pushed under the menu
    page.set_viewport_size(PHONE)
    page.locator(".menu > summary").click()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
