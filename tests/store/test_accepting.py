"""Files come in: kept by content, under clean names, within limits; what failed may come again."""

import errno
import io
import os
import sqlite3

import pytest
from stored import put, small

import kehoach
from kehoach.store import Store, StoreError, database


def test_the_same_content_is_one_document_with_two_names(store):
    first, second = store.accept("mot.txt", b"x"), store.accept("hai.txt", io.BytesIO(b"x"))
    assert (first.id, first.again, second.id, second.again) == (second.id, False, first.id, True)
    assert store.upload(first.id).names == ("hai.txt", "mot.txt")
    assert len(store.uploads()) == 1


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("kế hoạch.pdf", "kế hoạch.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\an\ke-hoach.docx", "ke-hoach.docx"),
        ("/", "khong-ten"),
        ("", "khong-ten"),
        ("a\x00b\r\nSet-Cookie: x.txt", "a b  Set-Cookie: x.txt"),
        ("<script>alert(1)</script>.txt", "script>.txt"),
        ("a" * 300, "a" * 255),
    ],
)
def test_a_name_is_for_showing_only(store, given, kept):
    upload = store.accept(given, given.encode() + b".")
    assert upload.name == kept
    path = store.original(upload.id)
    assert path.name == upload.sha256 and path.is_relative_to(store.folder / "files")


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b"x" * 11, "too_large"), (io.BytesIO(b"x" * 99), "too_large")]
)
def test_what_is_refused_leaves_nothing(tmp_path, data, code):
    with Store.open(tmp_path, largest=10) as store:
        with pytest.raises(StoreError) as refused:
            store.accept("a.txt", data)
        assert refused.value.code == code
        assert store.uploads() == [] and [p for p in (tmp_path / "files").rglob("*") if p.is_file()] == []


def test_what_failed_or_was_cancelled_is_read_again_when_it_comes_again(store):
    failed, cancelled = store.accept("a.txt", b"a"), store.accept("b.txt", b"b")
    store.fail(failed.id, "damaged", "Tệp hỏng.")
    assert store.upload(failed.id).message == "Tệp hỏng." and store.cancel(cancelled.id)
    for name, data in (("a.txt", b"a"), ("b.txt", b"b")):
        assert store.accept(name, data).state == "waiting"


def test_what_is_done_cannot_be_cancelled(store):
    done = put(store, small())
    assert done.state == "done" and not store.cancel(done.id)


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_secret_is_refused_with_the_reason_and_its_file_is_deleted(store, mark):
    text = small(mark=mark).encode()
    with pytest.raises(StoreError) as refused:
        store.add("mat.txt", text, kehoach.extract(text))
    (upload,) = store.uploads()
    assert (refused.value.code, upload.state, upload.code) == ("secret", "failed", "secret")
    assert mark in upload.message
    for _ in range(2):  # nor does it stay when it comes again
        assert [p for p in (store.folder / "files").rglob("*") if p.is_file()] == []
        assert store.accept("mat.txt", text).code == "secret"
    with pytest.raises(StoreError):
        store.retry(upload.id)
    with pytest.raises(StoreError):
        store.plan(upload.id)


def test_urgent_is_no_secret(store):
    assert put(store, small(mark="HỎA TỐC")).state == "done"


def test_what_is_removed_is_gone(store):
    upload = put(store, small())
    path = store.original(upload.id)
    store.remove(upload.id)
    assert not path.exists() and store.search().total == 0 and store.uploads() == []
    with pytest.raises(StoreError):
        store.upload(upload.id)


def test_a_full_disk_is_told_and_leaves_nothing(store, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as refused:
        store.accept("a.txt", b"a")
    assert refused.value.code == "store_unusable"
    assert store.uploads() == [] and [p for p in (store.folder / "files").rglob("*") if p.is_file()] == []


def test_a_database_that_is_held_by_another_is_told_and_nothing_is_half_done(store, monkeypatch):
    upload = store.accept("a.txt", b"a")
    with sqlite3.connect(store.folder / "kehoach.db") as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(database, "BUSY_MILLISECONDS", 10)
        with Store.open(store.folder) as impatient, pytest.raises(StoreError) as refused:
            impatient.cancel(upload.id)
        other.rollback()
    assert refused.value.code == "store_unusable" and store.state(upload.id) == "waiting"


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("sqlite:///", "files_needed"),
        ("postgresql://localhost/kho", "files_needed"),
        ("://", "bad_url"),
        ("/dev/null/kho", "store_unusable"),
    ],
)
def test_a_place_that_cannot_be_is_told(place, code):
    with pytest.raises(StoreError) as refused:
        Store.open(place)
    assert refused.value.code == code


def test_a_url_names_the_same_store_as_its_folder(tmp_path):
    with Store.open(tmp_path) as store:
        upload = store.accept("a.txt", b"a")
    with Store.open(f"sqlite:///{tmp_path / 'kehoach.db'}") as store:
        assert store.original(upload.id).read_bytes() == b"a"
