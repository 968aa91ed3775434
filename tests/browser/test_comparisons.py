"""Comparisons: two plans side by side, the coverage of many, downloads."""

from playwright.sync_api import expect


def test_what_a_commune_dropped_and_weakened_is_seen(library, page, look):
    address, _, ids = library
    page.goto(f"{address}/plans/{ids['tin']}")
    page.get_by_role("link", name="So sánh", exact=True).last.click()
    expect(page.get_by_text("dẫn kế hoạch cấp trên").first).to_be_visible()
    expect(page.locator("[name=child]:checked")).to_have_count(1)
    look("compare-choice", guide="chon-so-sanh")
    page.get_by_role("button", name="So sánh").click()
    expect(page.get_by_text("90%").first).to_be_visible()
    look("compare", guide="so-sanh")
    page.locator(".filters label", has_text="Bị bỏ").click()
    rows = page.locator(".rows .row:visible")
    expect(rows.first).to_be_visible()
    assert all("bị bỏ" in words for words in rows.locator(".middle").all_inner_texts())
    expect(page.locator(".rows")).to_contain_text("Tổ chức đối thoại với người dân")
    with page.expect_download() as got:
        page.get_by_role("link", name="Word có theo dõi sửa đổi").click()
    assert got.value.path().read_bytes().startswith(b"PK")


def test_many_lower_plans_make_a_matrix(library, page, look):
    address, _, ids = library
    page.goto(f"{address}/compare?parent={ids['004']}")
    for name in ("000", "001", "003"):
        page.locator(f"[name=child][value='{ids[name]}']").check()
    page.get_by_text("Thêm lựa chọn").click()
    page.get_by_label("Danh sách địa phương").fill("Tây Sơn\nxã Không Có")
    page.get_by_role("button", name="So sánh").click()
    expect(page.locator(".matrix thead th")).to_have_count(5)
    expect(page.get_by_text("Chưa có kế hoạch:").locator("..")).to_contain_text("xã Không Có")
    look("compare-many", guide="do-phu")
    with page.expect_download() as got:
        page.get_by_role("link", name="Excel").click()
    assert got.value.path().read_bytes().startswith(b"PK")
    page.locator("li a", has_text="Tây Sơn").click()
    expect(page.locator(".rows")).to_be_visible()


def test_help_says_what_can_be_done(library, page, look):
    address, _, _ = library
    page.goto(f"{address}/help")
    look("help")
