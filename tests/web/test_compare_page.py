"""The pages of comparisons: what stands in them where nothing is dropped, and how plans are offered."""

import re

from served import FILES, put

import kehoach


def twin(store, number):
    """A plan that says the same as another one."""
    data = FILES[number].read_bytes() + b"\n"
    return store.add(f"twin-{number}.txt", data, kehoach.extract(data, name=f"twin-{number}.txt")).id


def test_a_plan_that_carries_everything_stands_in_the_coverage(store, client):
    parent, same, other = put(store, 1), twin(store, 1), put(store, 2)
    told = client.get("/compare", params={"parent": parent, "child": [same, other]})
    assert told.status_code == 200
    shares = re.findall(r"mang theo (\d+)%", told.text)
    assert (len(shares), shares[0]) == (2, "100")


def test_a_download_is_named_by_what_was_compared(store, client):
    parent, child = put(store, 1), twin(store, 1)
    for format in ("docx", "html"):
        told = client.get(f"/compare/download/{format}", params={"parent": parent, "child": child})
        assert told.headers["content-disposition"].endswith(f"So%20sanh%20twin-1.{format}")


def test_plans_of_upper_levels_are_offered_first(store, client):
    province, district = put(store, 4), put(store, 1)
    assert [plan.level for plan in store.search().hits] == ["district", "province"]
    for path in ("/compare", "/drafts"):
        page = client.get(path).text
        first, second = (re.search(rf'value="{id}"', page).start() for id in (province, district))
        assert first < second, path
    chosen = client.get("/compare", params={"parent": district}).text
    assert re.findall(r'<option value="(\d+)"', chosen)[0] == str(district)


def test_an_upper_plan_is_offered_for_drafts_after_many_of_communes(store, client):
    province = put(store, 4)
    plan = kehoach.extract(FILES[1])
    plan.header.issuer.level = "commune"
    for number in range(25):
        store.add(f"{number}.txt", str(number).encode(), plan)
    page = client.get("/drafts").text
    assert f'name="parent" value="{province}" required checked' in page


def test_a_plan_that_is_asked_for_can_be_chosen_however_old_it_is(store, client, monkeypatch):
    from kehoach.web.pages import comparisons

    old, older = put(store, 1), put(store, 2)
    put(store, 3), put(store, 4)
    monkeypatch.setattr(comparisons, "_LISTED", 2)
    offered = client.get("/compare", params={"parent": old, "child": [older], "choose": True}).text
    assert f'<option value="{old}" selected' in offered
    assert f'name="child" value="{older}" checked' in offered
    assert client.get("/compare", params={"parent": 4711}).status_code == 404
