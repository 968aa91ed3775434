"""An empty store, and plans to put into it."""

import pytest

from kehoach.store import Store


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "kho") as opened:
        yield opened
