"""The API, as a program of the office uses it: the contract's JSON, errors in the contract's form."""

import io
import json
from zipfile import ZipFile

import pytest
from served import FILES, put

import kehoach
from kehoach.draft import Draft
from kehoach.jobs import Jobs
from kehoach.plan import Plan

COMMUNE = {"unit": {"kind": "xã", "name": "Suối Ngàn", "province": "Thành phố Hồ Chí Minh"}}


def files(*named):
    return [("files", (name, data)) for name, data in named]


def test_from_upload_to_plan(store, client):
    told = client.post("/api/v1/uploads", files=files((FILES[1].name, FILES[1].read_bytes()), ("empty.txt", b"")))
    assert told.status_code == 201
    (upload,), (error,) = told.json()["uploads"], told.json()["errors"]
    assert (upload["state"], error["code"], error["file"]) == ("waiting", "empty", "empty.txt")
    assert [u["id"] for u in client.get("/api/v1/jobs").json()] == [upload["id"]]
    with Jobs(store):
        while client.get(f"/api/v1/uploads/{upload['id']}").json()["state"] in ("waiting", "reading"):
            pass
    plan = client.get(f"/api/v1/plans/{upload['id']}")
    assert plan.content == kehoach.render(kehoach.extract(FILES[1]), "json")
    assert client.get("/api/v1/jobs").json() == []
    assert client.get("/api/v1/uploads", params={"state": "done"}).json()[0]["name"] == FILES[1].name


def test_a_new_file_wakes_the_readers(store):
    from served import client_of

    woken = []
    client = client_of(store, wake=lambda: woken.append(1))
    client.post("/api/v1/uploads", files=files(("a.txt", b"")))
    assert woken == []
    client.post("/api/v1/uploads", files=files(("a.txt", b"a")))
    assert woken == [1]


def test_cancel_retry_remove(store, client):
    id = store.accept("a.txt", b"a").id
    assert client.post(f"/api/v1/uploads/{id}/cancel").json()["state"] == "cancelled"
    assert client.post(f"/api/v1/uploads/{id}/retry").json()["state"] == "waiting"
    assert client.delete(f"/api/v1/uploads/{id}").status_code == 204
    assert client.get(f"/api/v1/uploads/{id}").status_code == 404


def test_search(store, client):
    put(store, 1), put(store, 4)
    found = client.get("/api/v1/plans", params={"text": "tay son", "level": "district"}).json()
    assert (found["total"], found["hits"][0]["body"]) == (1, "Ủy ban nhân dân huyện Tây Sơn")
    assert client.get("/api/v1/search", params={"text": "tây"}).json()["total"] == 1
    assert client.get("/api/v1/facets").json()["levels"] == {"district": 1, "province": 1}


def test_findings_and_corrections(store, client):
    id = put(store, 1)
    missing = {f["field"] for f in client.get(f"/api/v1/plans/{id}/findings").json()}
    given = {"path": "/header/number", "now": "7/KH-UBND", "by": "An"}
    assert client.post(f"/api/v1/plans/{id}/corrections", json=given).status_code == 201
    plan = Plan.model_validate_json(client.get(f"/api/v1/plans/{id}").content)
    assert (plan.header.number, plan.corrections[0].now) == (None, "7/KH-UBND")
    assert missing - {f["field"] for f in client.get(f"/api/v1/plans/{id}/findings").json()} == {"number"}
    assert "7/KH-UBND" in client.get(f"/api/v1/plans/{id}/files/md").text
    told = client.delete(f"/api/v1/plans/{id}/corrections", params={"path": "/header/number"})
    assert told.status_code == 204 and store.plan(id).corrections == []


def test_a_finding_is_accepted_and_open_again(store, client):
    id = put(store, 1)
    finding = next(f["id"] for f in client.get(f"/api/v1/plans/{id}/findings").json() if f["field"] == "number")

    def reason():
        return {f["id"]: f["waived"] for f in client.get(f"/api/v1/plans/{id}/findings").json()}[finding]

    given = {"finding": finding, "reason": "Bản trích", "by": "An"}
    assert client.post(f"/api/v1/plans/{id}/waivers", json=given).json()["by"] == "An"
    assert reason() == "Bản trích"
    assert '"waived": "Bản trích"' in client.get(f"/api/v1/plans/{id}/files/json").text
    assert client.delete(f"/api/v1/plans/{id}/waivers", params={"finding": finding}).status_code == 204
    assert reason() is None


@pytest.mark.parametrize("format", ["json", "md", "html", "docx", "xlsx"])
def test_files_to_save(store, client, format):
    id = put(store, 1)
    told = client.get(f"/api/v1/plans/{id}/files/{format}")
    assert told.content == kehoach.render(store.plan(id).plan, format)
    name = told.headers["content-disposition"].removeprefix("attachment; filename*=UTF-8''")
    assert name.endswith(f"%20{FILES[1].stem}.{format}"), "never the name of the original"


def test_the_original_is_saved_not_shown(store, client):
    id = store.accept('a"\r\nx.html', b"<script>alert(1)</script>").id
    told = client.get(f"/api/v1/uploads/{id}/original")
    assert told.content == b"<script>alert(1)</script>"
    assert told.headers["content-type"] == "application/octet-stream"
    assert (
        told.headers["content-disposition"].startswith("attachment; ")
        and "\r" not in told.headers["content-disposition"]
    )


def test_derive_and_keep(store, client):
    parent = put(store, 0)
    asked = {"parent": parent, "locality": COMMUNE, "date": "2026-02-02"}
    draft = Draft.model_validate_json(client.post("/api/v1/derive", json=asked).content)
    assert store.drafts() == []
    kept = client.post("/api/v1/drafts", json=asked).json()
    whole = client.get(f"/api/v1/drafts/{kept['id']}").json()
    assert Draft.model_validate(whole["draft"]) == draft and whole["summary"] == kept
    question = next(q for q in draft.open if q.about == "target")
    profile = client.post("/api/v1/localities", json=COMMUNE).json()
    again = {**asked, "locality": profile["id"], "answers": {question.id: "90%"}}
    changed = client.put(f"/api/v1/drafts/{kept['id']}", json=again).json()
    assert (changed["id"], changed["open"], changed["locality_id"]) == (kept["id"], kept["open"] - 1, profile["id"])
    word = client.get(f"/api/v1/drafts/{kept['id']}/files/docx")
    assert "word/document.xml" in ZipFile(io.BytesIO(word.content)).namelist()
    assert client.get("/api/v1/drafts", params={"parent": parent}).json() == [changed]
    assert client.delete(f"/api/v1/drafts/{kept['id']}").status_code == 204


def test_profiles(client):
    kept = client.post("/api/v1/localities", json=COMMUNE).json()
    other = {"unit": {**COMMUNE["unit"], "name": "Đồi Sim"}}
    assert client.put(f"/api/v1/localities/{kept['id']}", json=other).json()["name"] == "xã Đồi Sim"
    assert [each["id"] for each in client.get("/api/v1/localities").json()] == [kept["id"]]
    assert client.delete(f"/api/v1/localities/{kept['id']}").status_code == 204


def test_diff(store, client):
    parent, one, other = put(store, 0), put(store, 1), put(store, 3)
    found = client.post("/api/v1/diff", json={"parent": parent, "children": [one]})
    assert found.text == kehoach.diff(store.plan(parent).plan, store.plan(one).plan).to_json()
    full = client.post("/api/v1/diff", json={"parent": parent, "children": [one], "full": True}).json()
    assert full["child_plan"]["header"]["title"]
    matrix = client.post("/api/v1/diff", json={"parent": parent, "children": [one, other]}).json()
    assert len(matrix["children"]) == 2 and len(matrix["matrix"][0]["states"]) == 2


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/api/v1/plans/7", None, 404, "not_found"),
        ("GET", "/api/v1/plans/x", None, 422, "bad_request"),
        ("GET", "/api/v1/plans/99999999999999999999", None, 422, "bad_request"),
        ("GET", "/api/v1/plans/-1", None, 422, "bad_request"),
        ("GET", "/api/v1/plans?page=0", None, 422, "bad_request"),
        ("GET", "/api/v1/plans?page=1000000&text=x", None, 200, None),
        ("GET", "/api/v1/plans?level=hamlet", None, 422, "bad_request"),
        ("GET", "/api/v1/plans?year=99999999999999999999", None, 422, "bad_request"),
        ("GET", "/api/v1/plans/1/files/exe", None, 422, "unknown_format"),
        ("GET", "/api/v1/plans/1/files/..%2f..%2fx", None, 404, "not_found"),
        ("GET", "/api/v1/nothing", None, 404, "not_found"),
        ("POST", "/api/v1/healthz", {}, 404, "not_found"),
        ("PATCH", "/api/v1/plans/1", {}, 405, "wrong_method"),
        ("POST", "/api/v1/plans/1/corrections", {"path": "/text", "now": 1}, 422, "not_correctable"),
        ("POST", "/api/v1/plans/1/corrections", {"path": "/targets/0/value", "new": 1}, 422, "bad_request"),
        ("POST", "/api/v1/plans/1/waivers", {"finding": "KH000-1", "reason": "vì"}, 422, "no_such_finding"),
        ("POST", "/api/v1/plans/1/waivers", {"finding": "KH101-1", "reason": " "}, 422, "reason_needed"),
        ("POST", "/api/v1/derive", {"parent": 1, "locality": {"unit": {"kind": "hamlet"}}}, 422, "bad_request"),
        ("POST", "/api/v1/derive", {"parent": 1, "locality": 7}, 404, "not_found"),
        ("POST", "/api/v1/drafts", {"parent": 7, "locality": COMMUNE}, 404, "not_found"),
        ("PUT", "/api/v1/drafts/7", {"parent": 1, "locality": COMMUNE}, 404, "not_found"),
        ("POST", "/api/v1/diff", {"parent": 1, "children": [10**30]}, 422, "bad_request"),
        ("POST", "/api/v1/diff", {"parent": 1, "children": []}, 422, "bad_request"),
        ("POST", "/api/v1/uploads", {}, 422, "bad_request"),
    ],
)
def test_errors_have_the_form_of_the_contract(store, client, method, path, body, status, code):
    put(store, 1)
    told = client.request(method, path, json=body)
    assert told.status_code == status, told.text
    if code:
        error = told.json()["error"]
        assert error["code"] == code and set(error) == {"code", "message", "file", "page"} and error["message"]


def test_openapi_describes_the_contract(client):
    described = client.get("/api/v1/openapi.json").json()
    assert {"/api/v1/uploads", "/api/v1/plans/{id}", "/api/v1/derive", "/api/v1/diff"} <= set(described["paths"])
    assert {"Plan", "Draft", "Comparison", "Matrix", "Locality"} <= set(described["components"]["schemas"])
    assert "http://" not in json.dumps(described) and "https://" not in json.dumps(described)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health(client, path):
    assert client.get(path).json()["status"] == "ok"


def test_not_ready_when_the_store_is_gone(store, client, monkeypatch):
    from kehoach.store import StoreError

    def gone(**_more):
        raise StoreError("store_unusable", "Không mở được kho dữ liệu.")

    monkeypatch.setattr(store, "uploads", gone)
    assert client.get("/readyz").status_code == 503
