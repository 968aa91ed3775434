"""Journals and shards: torn writes, several attempts, what is committed twice."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kehoach
from kehoach.batch import shards
from kehoach.batch.outcome import Outcome, outcome_of_plan

from .runs import PLANS, lines_of


def outcome(n, status="ok"):
    return Outcome(f"tệp\t{n}\n.txt", f"{n:064x}", "1", status)


@pytest.fixture(scope="module")
def plan():
    return kehoach.extract(PLANS[0])


@given(st.lists(st.binary(max_size=30).map(lambda b: b.replace(b"\n", b"")), min_size=1, max_size=5), st.data())
@settings(max_examples=60)
def test_what_stands_before_a_torn_line_is_kept_and_what_follows_is_added(tmp_path_factory, plans, data):
    journal = tmp_path_factory.mktemp("torn") / f"part-1.a{shards.SUFFIX}"
    ends = []
    for n, each in enumerate(plans):
        shards.append(journal, outcome(n), each)
        ends.append(journal.stat().st_size)
    cut = data.draw(st.integers(0, ends[-1]))
    journal.write_bytes(journal.read_bytes()[:cut])
    whole = [n for n, end in enumerate(ends) if end - 1 <= cut]  # only the end of the line may be missing
    assert [(o, p) for o, p in shards.entries(journal)] == [(outcome(n), plans[n]) for n in whole]
    shards.append(journal, outcome(99), b"{}")
    assert [o for o, _ in shards.entries(journal)] == [*map(outcome, whole), outcome(99)]


def journal_of(out, plan, *numbers, shard="part-1"):
    (out / "run").mkdir(parents=True, exist_ok=True)
    journal = shards.begin(out, shard)
    for n in numbers:
        told = outcome_of_plan(plan, version="1", seconds=0, size=1)
        named = Outcome(f"{n}.txt", f"{n:064x}", "1", told.status)
        shards.append(journal, named, plan.to_json(None).encode())
    return journal


def names(out):
    return sorted(line["name"] for line in lines_of(out / "ledger"))


def test_an_attempt_takes_over_what_earlier_ones_finished(tmp_path, plan):
    journal_of(tmp_path, plan, 1, 2)
    second = journal_of(tmp_path, plan, 3)
    assert [o.name for o, _ in shards.entries(second)] == ["1.txt", "2.txt", "3.txt"]
    shards.commit(tmp_path, second)
    assert names(tmp_path) == ["1.txt", "2.txt", "3.txt"]
    assert not shards.journals(tmp_path)


def test_two_attempts_that_both_end_give_each_document_once(tmp_path, plan):
    first = journal_of(tmp_path, plan, 1, 2)
    second = journal_of(tmp_path, plan, 1)
    shards.append(second, outcome(2), b"")
    copy = first.read_bytes()
    shards.commit(tmp_path, second)
    first.write_bytes(copy)
    shards.commit(tmp_path, first)
    assert names(tmp_path) == ["1.txt", "2.txt"]
    assert len(list(tmp_path.glob("tables/*/*.parquet"))) == 8


def test_salvage_keeps_what_any_attempt_finished(tmp_path, plan):
    journal_of(tmp_path, plan, 1)
    second = journal_of(tmp_path, plan, 2)
    (tmp_path / "run" / f"part-1.zzz{shards.SUFFIX}").write_bytes(second.read_bytes()[:-1])  # torn at its end
    journal_of(tmp_path, plan, 7, shard="part-2")
    shards.salvage(tmp_path, lambda journal: shards.commit(tmp_path, journal))
    assert names(tmp_path) == ["1.txt", "2.txt", "7.txt"]
    assert not shards.journals(tmp_path)


def test_a_journal_of_a_shard_that_is_complete_adds_nothing(tmp_path, plan):
    shards.commit(tmp_path, journal_of(tmp_path, plan, 1))
    journal_of(tmp_path, plan, 2)  # of a process that did not know
    shards.salvage(tmp_path, lambda journal: shards.commit(tmp_path, journal))
    assert names(tmp_path) == ["1.txt"]


def test_an_end_while_tables_are_written_leaves_the_journal(tmp_path, plan, monkeypatch):
    journal = journal_of(tmp_path, plan, 1)

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr("kehoach.batch.tables.os.replace", killed)
        with pytest.raises(KeyboardInterrupt):
            shards.commit(tmp_path, journal)
    assert names(tmp_path) == [] and shards.journals(tmp_path) == [journal]
    shards.salvage(tmp_path, lambda journal: shards.commit(tmp_path, journal))
    assert names(tmp_path) == ["1.txt"]
    assert [json.loads(json.dumps(p))["text"] for p in lines_of(tmp_path / "plans")] == [plan.text]
