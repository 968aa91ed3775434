"""The tables that the migrations make are those of the models; a store of another version is met as it should be."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from stored import put, small

from kehoach.store import Store, StoreError
from kehoach.store.tables import Base


def test_migrations_and_models_agree(tmp_path):
    Store.open(tmp_path).close()
    with create_engine(f"sqlite:///{tmp_path / 'kehoach.db'}").connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_comparison_sees_a_difference():
    with create_engine("sqlite://").connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata)


def test_a_store_of_the_first_tables_keeps_what_it_holds(tmp_path):
    with Store.open(tmp_path) as store:
        put(store, small())
    with sqlite3.connect(tmp_path / "kehoach.db") as database:
        database.execute("DROP TABLE waiver")
        for index in ("document_at", "plan_body", "plan_title_plain"):
            database.execute(f"DROP INDEX ix_{index}")
        database.execute("UPDATE alembic_version SET version_num = '0001'")
    with Store.open(tmp_path) as store:
        assert store.plan(1).plan.header.number == "12/KH-UBND" and store.plan(1).waivers == []


def test_a_store_that_a_newer_program_wrote_is_left_alone(tmp_path):
    Store.open(tmp_path).close()
    with sqlite3.connect(tmp_path / "kehoach.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError) as refused:
        Store.open(tmp_path)
    assert refused.value.code == "store_newer"


def test_what_was_written_is_there_when_it_is_opened_again(tmp_path):
    with Store.open(tmp_path) as store:
        store.accept("a.txt", b"a")
    with Store.open(tmp_path) as store:
        assert [u.name for u in store.uploads()] == ["a.txt"]


def test_a_file_that_is_no_database_is_told(tmp_path):
    (tmp_path / "kehoach.db").write_bytes(b"not a database, but long enough to look like one" * 100)
    with pytest.raises(StoreError) as refused:
        Store.open(tmp_path)
    assert refused.value.code == "store_unusable"


def test_several_programs_may_open_a_new_store_at_once(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(lambda _: Store.open(tmp_path), range(8)))
    for number, store in enumerate(stores):
        store.accept(f"{number}.txt", str(number).encode())
    assert len(stores[0].uploads()) == 8
    for store in stores:
        store.close()
