"""Files that mean harm: bombs, names that climb, names and texts with scripts; each ends in a word to the user."""

import io
import zipfile

import pytest
from served import FILES, client_of

from kehoach.jobs import Bounds, Jobs
from kehoach.store import Store

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


BOMB = zipped(**{"word__document.xml": b"<w:p/>" * 10**7})
LAUGHS = zipped(
    **{
        "word__document.xml": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
        + "]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r>"
        "<w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
    }
)
OUTSIDE = zipped(
    **{
        "word__document.xml": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r>"
        "<w:t>KẾ HOẠCH &a;</w:t></w:r></w:p></w:body></w:document>"
    }
)


@pytest.fixture
def jobs(store):
    with Jobs(store, workers=1, bounds=Bounds(seconds=30, megabytes=1024, limits={"unpacked": 32 << 20})) as running:
        yield running


def sent(client, name, data):
    (upload,) = client.post("/api/v1/uploads", files=[("files", (name, data))]).json()["uploads"]
    while (now := client.get(f"/api/v1/uploads/{upload['id']}").json())["state"] in ("waiting", "reading"):
        pass
    return now


@pytest.mark.parametrize(
    ("data", "code"), [(BOMB, "too_large"), (LAUGHS, "unsafe")], ids=["zip bomb", "billion laughs"]
)
def test_bombs_end_in_a_word_and_the_next_file_is_read(client, jobs, data, code):
    bomb = sent(client, "bom.docx", data)
    assert (bomb["state"], bomb["code"]) == ("failed", code) and bomb["message"]
    assert sent(client, "ke-hoach.txt", FILES[1].read_bytes())["state"] == "done"


def test_a_document_takes_nothing_from_the_disk(client, jobs):
    told = sent(client, "x.docx", OUTSIDE)
    text = client.get(f"/api/v1/plans/{told['id']}").text
    assert "root:" not in text


@pytest.mark.parametrize(
    "name", ["../../../evil.txt", r"..\..\evil.txt", "/tmp/evil.txt", "C:\\evil.txt", "evil.txt\x00.pdf", "con", ".."]
)
def test_names_lead_nowhere(store, client, tmp_path, name):
    (upload,) = client.post("/api/v1/uploads", files=[("files", (name, name.encode()))]).json()["uploads"]
    assert not set(upload["name"]) & set("/\\\x00")
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes() == name.encode()]
    assert [path.name for path in kept] == [upload["sha256"]]


def test_scripts_stay_words(store, client, jobs):
    script = "<script>alert(1)</script>"
    told = sent(client, "<img src=x onerror=alert(1)>.txt", f"KẾ HOẠCH\n{script}\n\nI. MỤC ĐÍCH\n{script}\n".encode())
    assert told["state"] == "done"
    for path in ("", "/findings", "/files/html", "/files/md"):
        answer = client.get(f"/api/v1/plans/{told['id']}{path}")
        shown = answer.headers["content-type"].startswith("text/html") and script in answer.text
        assert not shown and answer.headers["x-content-type-options"] == "nosniff"


def test_a_file_beyond_the_limit_is_told_by_name_and_the_others_are_taken(tmp_path):
    with Store.open(tmp_path, largest=1000) as store:
        client = client_of(store)
        named = [("files", ("big.txt", b"x" * 2000)), ("files", ("small.txt", b"x"))]
        told = client.post("/api/v1/uploads", files=named).json()
        assert [u["name"] for u in told["uploads"]] == ["small.txt"]
        assert [(e["file"], e["code"]) for e in told["errors"]] == [("big.txt", "too_large")]
        alone = client.post("/api/v1/uploads", files=named[:1])
        assert alone.status_code == 422 and alone.json()["uploads"] == []
