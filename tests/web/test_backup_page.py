"""A store leaves as one file and comes back on another machine; nothing is left on the disk."""

import os

import pytest
from served import client_of, put

from kehoach.store import Store
from kehoach.waivers import keys_of


def left_over(store):
    return [path.name for path in store.folder.iterdir() if path.name.startswith(".kehoach")]


def test_what_is_saved_comes_back_elsewhere(client, store, tmp_path):
    id = put(store, 1)
    store.correct(id, "/header/number", "7/KH-UBND")
    store.waive(id, next(iter(keys_of(store.plan(id).plan.findings).values())), "Bản trích")
    saved = client.get("/backup/download")
    assert saved.content.startswith(b"PK") and '.zip"' in saved.headers["content-disposition"]
    with Store.open(tmp_path / "other") as other:
        told = client_of(other).post("/backup", files={"file": ("kho.zip", saved.content)})
        assert "Đã nhập 1 tài liệu" in told.text and left_over(other) == []
        assert other.plan(1).corrections == store.plan(id).corrections
        assert other.plan(1).waivers == store.plan(id).waivers
        again = client_of(other).post("/backup", files={"file": ("kho.zip", saved.content)})
        assert "Đã nhập 0 tài liệu" in again.text
    assert left_over(store) == []


def test_what_a_broken_connection_left_goes_after_a_day(client, store):
    old, fresh = (store.folder / f".kehoach-{name}.zip" for name in ("old", "fresh"))
    for path in (old, fresh):
        path.write_bytes(b"x")
    os.utime(old, (0, 0))
    assert client.get("/backup/download").status_code == 200
    assert left_over(store) == [fresh.name]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no", b"plain text"])
def test_what_is_no_backup_is_told(client, store, data):
    told = client.post("/backup", files={"file": ("x.zip", data)})
    assert told.status_code == 422 and "không phải là bản lưu của Kehoach" in told.text and left_over(store) == []
