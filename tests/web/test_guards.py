"""Only this machine, only our own pages, bounded bodies, strict headers."""

import pytest
from served import ORIGIN, client_of
from starlette.datastructures import Headers

from kehoach.web.guards import is_loopback, is_own


@pytest.mark.parametrize(
    ("host", "passes"),
    [
        ("127.0.0.1", True),
        ("127.0.0.1:8000", True),
        ("localhost:9000", True),
        ("LOCALHOST", True),
        ("[::1]:8000", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example:8000", False),
        ("evil.example:127", False),
        ("127.0.0.1@evil.example", False),
        ("evil.example@127.0.0.1", False),
        ("127.0.0.2", False),
        ("0.0.0.0", False),
        ("192.168.1.10", False),
        ("127.0.0.1/x", False),
        ("127.0.0.1:port", False),
        ("[::1", False),
        ("", False),
        (None, False),
    ],
)
def test_hosts(host, passes):
    assert is_loopback(host) == passes


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({}, True),  # a program, no browser
        ({"sec-fetch-site": "same-origin", "origin": ORIGIN}, True),
        ({"origin": ORIGIN}, True),
        ({"sec-fetch-site": "cross-site", "origin": "http://evil.example"}, False),
        ({"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:3000"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "http://127.0.0.1:3000"}, False),
        ({"origin": "https://127.0.0.1:8000"}, False),
        ({"origin": "null"}, False),
        ({"origin": ""}, False),
        ({"sec-fetch-site": "same-origin", "origin": "http://evil.example"}, False),
    ],
)
def test_who_may_change_something(headers, passes):
    assert is_own(Headers({"host": "127.0.0.1:8000", **headers})) == passes


@pytest.mark.parametrize(("accept", "kind"), [("text/html,*/*", "text/html"), ("*/*", "application/json")])
def test_a_refusal_is_words_for_people_and_json_for_programs(client, accept, kind):
    told = client.get("/", headers={"host": "evil.example", "accept": accept})
    assert told.status_code == 421 and told.headers["content-type"].startswith(kind)
    assert "127.0.0.1" in told.text


def test_a_page_that_answers_a_form_can_be_gone_back_to(client):
    assert client.get("/").headers["cache-control"] == "no-store"
    refused = client.post("/backup", files={"file": ("a.zip", b"no archive")})
    assert (refused.status_code, refused.headers["cache-control"]) == (422, "private, no-cache")
    assert client.post("/api/v1/diff", json={}).headers["cache-control"] == "no-store"


def test_an_error_within_a_page_is_no_page_in_a_page(client):
    assert "<html" in client.get("/plans/4711").text
    part = client.get("/plans/4711/facts/targets-0", headers={"hx-request": "true"}).text
    assert "<html" not in part and "4711" in part


CHANGES = [
    ("POST", "/api/v1/uploads"),
    ("POST", "/api/v1/uploads/1/cancel"),
    ("DELETE", "/api/v1/uploads/1"),
    ("POST", "/api/v1/plans/1/corrections"),
    ("DELETE", "/api/v1/plans/1/corrections?path=/x/y"),
    ("POST", "/api/v1/localities"),
    ("PUT", "/api/v1/localities/1"),
    ("POST", "/api/v1/derive"),
    ("POST", "/api/v1/drafts"),
    ("POST", "/api/v1/diff"),
]


@pytest.mark.parametrize(("method", "path"), CHANGES)
def test_another_site_changes_nothing(store, client, method, path):
    store.accept("a.txt", b"a")
    told = client.request(method, path, headers={"origin": "http://evil.example"})
    assert (told.status_code, told.json()["error"]["code"]) == (403, "other_site")
    assert store.state(1) == "waiting" and len(store.uploads()) == 1


def test_every_route_that_changes_something_is_guarded(client):
    """Whatever the routes are: the guard stands before all of them."""
    routes = client.get("/api/v1/openapi.json").json()["paths"]
    for path, methods in routes.items():
        for method in set(methods) - {"get"}:
            told = client.request(method, path, headers={"sec-fetch-site": "cross-site"})
            assert told.status_code == 403, (method, path)


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/v1/uploads", "/static/x.css", "/nowhere"])
def test_another_name_of_this_machine_is_refused(client, path):
    told = client.get(path, headers={"host": "evil.example"})
    assert (told.status_code, told.json()["error"]["code"]) == (421, "wrong_host")


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/healthz", {}),
        ("GET", "/api/v1/plans/7", {}),
        ("GET", "/nowhere", {}),
        ("POST", "/api/v1/diff", {}),
        ("POST", "/api/v1/diff", {"origin": "null"}),
        ("GET", "/healthz", {"host": "evil.example"}),
        ("GET", "/defect", {}),
    ],
)
def test_headers_of_every_answer(store, method, path, headers):
    client = client_of(store)

    @client.app.get("/defect")
    def defect():
        raise ZeroDivisionError("secret words")

    told = client.request(method, path, headers=headers)
    policy = told.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert told.headers["x-content-type-options"] == "nosniff"
    assert "no-store" in told.headers.get("cache-control", "no-store")
    assert "Traceback" not in told.text and "secret words" not in told.text
    assert "access-control-allow-origin" not in told.headers


@pytest.mark.parametrize("promised", [True, False], ids=["with its length", "without"])
@pytest.mark.parametrize(("size", "status"), [(1000, 422), (5000, 413)])
def test_bodies_are_bounded(store, promised, size, status):
    client = client_of(store, form_bytes=2000)
    body = b"x" * size if promised else (b"x" * 100 for _ in range(size // 100))
    told = client.post("/api/v1/diff", content=body, headers={"content-type": "application/json"})
    assert told.status_code == status


def test_files_are_bounded_while_they_come(store):
    client = client_of(store, file_bytes=10_000)
    sent = 0

    def parts():
        nonlocal sent
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(100):
            sent += 1000
            yield b"x" * 1000

    told = client.post("/api/v1/uploads", content=parts(), headers={"content-type": "multipart/form-data; boundary=x"})
    assert (told.status_code, told.json()["error"]["code"]) == (413, "too_large")
    assert store.uploads() == []
