"""An empty store and its application."""

import pytest
from served import client_of

from kehoach.store import Store


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "kho") as opened:
        yield opened


@pytest.fixture
def client(store):
    return client_of(store)
