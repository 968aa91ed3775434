"""A store goes into an archive and comes out of it the same; archives of strangers are met with care."""

import json
import zipfile
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import corpus_plan, put, put_corpus_plan, small

import kehoach
from kehoach.cli import run
from kehoach.locality import Locality
from kehoach.store import Store, StoreError

DAY = date(2025, 9, 10)
COMMUNE = Locality.model_validate({"unit": {"kind": "xã", "name": "Suối Ngàn", "province": "tỉnh Mây Ngàn"}})


def said(store):
    """All that a store holds, by content instead of by number."""
    uploads = store.uploads(limit=1000)
    hashes = {u.id: u.sha256 for u in uploads}
    plans = {u.sha256: store.plan(u.id) for u in uploads if u.state == "done"}
    return {
        "uploads": sorted((u.sha256, u.names, u.state, u.code, u.message) for u in uploads),
        "files": {u.sha256: store.original(u.id).read_bytes() for u in uploads if u.code != "secret"},
        "plans": {sha: (p.extracted, p.corrections, p.hash) for sha, p in plans.items()},
        "links": sorted((hashes[i], hashes[p.id]) for i in hashes for p in store.parents(i)),
        "localities": [(each.name, each.locality) for each in store.localities()],
        "drafts": [
            (hashes.get(d.parent_id), d.parent_hash, d.parent_state, d.unit, d.made, store.draft(d.id).draft)
            for d in store.drafts()
        ],
    }


@pytest.fixture
def full(store):
    """A store with a bit of everything."""
    parent = put(store, small(number="219", day="03 tháng 8 năm 2025"), "a.txt").id
    cites = "Thực hiện Kế hoạch số 219/KH-UBND ngày 03/8/2025 của Ủy ban nhân dân tỉnh Mây Ngàn."
    put(store, small(body="ỦY BAN NHÂN DÂN XÃ SUỐI NGÀN", number="7", preamble=cites), "b.txt")
    store.correct(parent, "/targets/0/value", 95, by="An")
    store.accept("c.txt", b"waits")
    store.fail(store.accept("d.txt", b"broken").id, "damaged", "Tệp hỏng.", 3)
    secret = small(mark="MẬT").encode()
    with pytest.raises(StoreError):
        store.add("e.txt", secret, kehoach.extract(secret))
    store.save_locality(COMMUNE)
    draft = kehoach.derive(store.plan(parent).plan, COMMUNE, date=DAY)
    store.save_draft(draft, parent_id=parent, locality=COMMUNE, day=DAY, answers={"q": "có"}, edits={"b": "chữ"})
    return store


def test_everything_comes_back(full, tmp_path):
    assert full.export_to(tmp_path / "kho.zip") == 5
    with Store.open(tmp_path / "other") as other:
        got = other.import_from(tmp_path / "kho.zip")
        assert (got.documents, got.localities, got.drafts, got.known) == (5, 1, 1, 0)
        assert said(other) == said(full)
        assert other.import_from(tmp_path / "kho.zip").known == 5
        assert said(other) == said(full)


def test_the_commands(full, tmp_path, capsys):
    full.close()
    archive, folder = tmp_path / "kho.zip", str(tmp_path / "other")
    assert run(["export", str(archive), "--data", str(full.folder)]) == 0
    assert run(["import", str(archive), "--data", folder]) == 0
    assert "5 tài liệu" in capsys.readouterr().out
    assert run(["import", str(tmp_path / "none.zip"), "--data", folder]) == 3
    assert "not_found" in capsys.readouterr().err


NAMES = st.text(min_size=1, max_size=40)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.dictionaries(st.binary(min_size=1, max_size=20), NAMES, max_size=4),
    value=st.floats(0, 1e9),
    by=st.text(max_size=10),
)
def test_any_store_comes_back(tmp_path_factory, names, value, by):
    folder = tmp_path_factory.mktemp("kho")
    with Store.open(folder / "one") as one, Store.open(folder / "other") as other:
        for data, name in names.items():
            one.accept(name, data)
        one.correct(put_corpus_plan(one, 1).id, "/targets/0/value", value, by=by)
        one.export_to(folder / "kho.zip")
        other.import_from(folder / "kho.zip")
        assert said(other) == said(one)


def rewritten(source, target, change):
    """An archive with its index changed, or with other members."""
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    index = json.loads(members["kehoach.json"])
    change(members, index)
    if "kehoach.json" in members:
        members["kehoach.json"] = json.dumps(index).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def other_content(members, index):
    members[next(n for n in members if n.startswith("originals/"))] = b"something else"


def no_index(members, index):
    del members["kehoach.json"]


def no_original(members, index):
    del members[next(n for n in members if n.startswith("originals/"))]


def climbing_hash(members, index):
    index["documents"][0]["sha256"] = "../../etc/passwd"


def unknown_field(members, index):
    index["documents"][0]["run"] = "rm"


def newer_version(members, index):
    index["version"] = 2


def broken_plan(members, index):
    members[next(n for n in members if n.startswith("plans/"))] = b"{}"


def bomb(members, index):
    members[next(n for n in members if n.startswith("originals/"))] = b"\0" * (2 << 20)


@pytest.mark.parametrize(
    "change",
    [other_content, no_index, no_original, climbing_hash, unknown_field, newer_version, broken_plan, bomb],
)
def test_an_archive_that_is_not_what_it_says(store, tmp_path, change):
    put_corpus_plan(store, 1)
    store.export_to(tmp_path / "kho.zip")
    rewritten(tmp_path / "kho.zip", tmp_path / "bad.zip", change)
    with Store.open(tmp_path / "other", largest=1 << 20) as other:
        with pytest.raises(StoreError) as refused:
            other.import_from(tmp_path / "bad.zip")
        assert refused.value.code == "not_an_archive"
        assert [p for p in (tmp_path / "other" / "files").rglob("*") if p.is_file()] == []


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no", b"plain text"])
def test_a_file_that_is_no_archive(store, tmp_path, data):
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(StoreError) as refused:
        store.import_from(tmp_path / "x.zip")
    assert refused.value.code == "not_an_archive"


def test_a_damaged_archive(store, tmp_path):
    put_corpus_plan(store, 1)
    store.export_to(tmp_path / "kho.zip")
    data = bytearray((tmp_path / "kho.zip").read_bytes())
    data[300:400] = bytes(100)
    (tmp_path / "kho.zip").write_bytes(data)
    with Store.open(tmp_path / "other") as other, pytest.raises(StoreError):
        other.import_from(tmp_path / "kho.zip")


def test_members_that_the_index_does_not_name_are_not_unpacked(store, tmp_path):
    put_corpus_plan(store, 1)
    store.export_to(tmp_path / "kho.zip")
    rewritten(tmp_path / "kho.zip", tmp_path / "more.zip", lambda members, index: members.update({"../evil.txt": b"x"}))
    with Store.open(tmp_path / "other") as other:
        other.import_from(tmp_path / "more.zip")
        assert other.plan(1).extracted == corpus_plan(1)
    assert not list(tmp_path.rglob("evil.txt"))
