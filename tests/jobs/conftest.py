"""A store, and a wait until its files are read."""

import time

import pytest

from kehoach.store import Store


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "kho") as opened:
        yield opened


def wait(store, *states, seconds=60):
    """Until no file is in one of the states any more."""
    end = time.monotonic() + seconds
    while store.uploads(states):
        assert time.monotonic() < end, store.uploads(states)
        time.sleep(0.05)


@pytest.fixture
def finished():
    """Wait until every file is done, failed or cancelled."""
    return lambda store, seconds=60: wait(store, "waiting", "reading", seconds=seconds)
