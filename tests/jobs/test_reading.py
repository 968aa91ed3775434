"""Waiting files are read by processes of their own, within limits, and tell how far they are."""

import io
import os
import signal
import time
from pathlib import Path

import pytest
from PIL import Image

import kehoach
from kehoach.jobs import Bounds, Jobs
from kehoach.store import StoreError

ROOT = Path(__file__).parents[2] / "corpora"
FILES = sorted((ROOT / "plans").glob("00[0-4]_*.txt"))
DISTRICT = FILES[1].read_bytes()


def picture(pages):
    """A scan of some empty pages, which takes OCR a while."""
    sheets = [Image.new("L", (1200, 1600), 255) for _ in range(pages)]
    out = io.BytesIO()
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def endless():
    """A file that takes long to read, within all other limits: many thousand blocks."""
    return "\n".join(f"{n}. Phấn đấu đạt {n}% hộ trước ngày 15/01 hằng năm." for n in range(20_000)).encode()


def test_files_are_read_as_extract_reads_them(store, finished):
    ids = [store.accept(path.name, path.read_bytes()).id for path in FILES]
    with Jobs(store) as jobs:
        jobs.wake()
        finished(store)
    for id, path in zip(ids, FILES, strict=True):
        assert store.upload(id).state == "done"
        plan = kehoach.extract(path.read_bytes(), name=path.name)
        assert store.plan(id).extracted == plan


@pytest.mark.parametrize(
    ("data", "bounds", "code"),
    [
        pytest.param(b"%PDF-1.4 nothing more", Bounds(), "damaged", id="damaged"),
        pytest.param(b"\0\1\2\3" * 100, Bounds(), None, id="of no known kind"),
        pytest.param(DISTRICT, Bounds(seconds=0.01), "time_limit", id="too slow"),
        pytest.param(DISTRICT, Bounds(limits={"bytes": 100}), "too_large", id="too large"),
        pytest.param(endless(), Bounds(seconds=1.5), "time_limit", id="endless"),
    ],
)
def test_what_cannot_be_read_says_why(store, finished, data, bounds, code):
    upload = store.accept("a.pdf", data)
    with Jobs(store, workers=1, bounds=bounds):
        finished(store)
        after = store.accept("b.txt", DISTRICT + b"\n") if code is None else None
        finished(store)
    told = store.upload(upload.id)
    assert told.state == "failed" and told.message and (code is None or told.code == code)
    assert after is None or store.upload(after.id).state == "done", "the next file is read all the same"


def test_small_files_do_not_wait_for_large_ones(store):
    large, small = store.accept("large.txt", b"x" * 100), store.accept("small.txt", b"x")
    assert [store.claim().id, store.claim().id, store.claim()] == [small.id, large.id, None]


@pytest.mark.skipif(os.name == "nt", reason="the platform has no limit of memory for one process")
def test_memory_is_bounded(store, finished):
    upload = store.accept("a.txt", DISTRICT)
    with Jobs(store, workers=1, bounds=Bounds(megabytes=40)):
        finished(store)
    assert store.upload(upload.id).code in ("crashed", "memory_limit")


def test_a_secret_is_deleted(store, finished):
    text = "ỦY BAN NHÂN DÂN TỈNH A\nMẬT\nSố: 1/KH-UBND\n\nKẾ HOẠCH\nDiễn tập\n\nI. MỤC ĐÍCH\n1. Nội dung.\n"
    upload = store.accept("mat.txt", text.encode())
    with Jobs(store):
        finished(store)
    assert store.upload(upload.id).code == "secret"
    with pytest.raises(StoreError):
        store.original(upload.id)


def reading(store, id, seconds=20):
    end = time.monotonic() + seconds
    while store.state(id) != "reading":
        assert time.monotonic() < end
        time.sleep(0.02)


def test_cancelling_ends_the_process_and_the_next_file_is_read(store, finished):
    slow = store.accept("slow.txt", endless())
    with Jobs(store, workers=1):
        reading(store, slow.id)
        next_one = store.accept("next.txt", DISTRICT)
        assert store.cancel(slow.id)
        finished(store, seconds=30)
    assert (store.state(slow.id), store.state(next_one.id)) == ("cancelled", "done")
    with pytest.raises(StoreError):
        store.plan(slow.id)


def test_a_file_that_is_removed_while_it_is_read_is_gone(store, finished):
    slow = store.accept("slow.txt", endless())
    with Jobs(store, workers=1):
        reading(store, slow.id)
        next_one = store.accept("next.txt", DISTRICT)
        store.remove(slow.id)
        finished(store, seconds=30)
        assert store.state(next_one.id) == "done"
    assert store.state(slow.id) is None


def test_stopping_leaves_the_file_to_the_next_start_however_often(store):
    slow = store.accept("slow.txt", endless())
    for _ in range(5):
        with Jobs(store, workers=1):
            reading(store, slow.id)
        assert store.state(slow.id) == "waiting"


def test_a_process_that_dies_fails_its_file_only(store, finished):
    slow = store.accept("slow.txt", endless())
    with Jobs(store, workers=1) as jobs:
        reading(store, slow.id)
        next_one = store.accept("next.txt", DISTRICT)
        while not jobs.processes:
            time.sleep(0.02)
        time.sleep(0.5)
        os.kill(jobs.processes[0], getattr(signal, "SIGKILL", signal.SIGTERM))
        finished(store, seconds=30)
    assert (store.upload(slow.id).code, store.state(next_one.id)) == ("crashed", "done")


def test_scanned_pages_are_told_one_by_one(store, finished):
    pytest.importorskip("PIL")
    upload = store.accept("scan.tif", picture(3))
    seen = set()
    with Jobs(store, workers=1):
        while store.state(upload.id) in ("waiting", "reading"):
            now = store.upload(upload.id)
            seen.add((now.done, now.pages))
            time.sleep(0.02)
    if store.upload(upload.id).code == "no_ocr":
        pytest.skip("no OCR engine here")
    assert {pages for _, pages in seen} - {None} == {3}


def test_a_store_has_one_reader(store):
    with Jobs(store), pytest.raises(StoreError) as refused:
        Jobs(store).start()
    assert refused.value.code == "store_busy"
    with Jobs(store):
        pass  # the first has left
