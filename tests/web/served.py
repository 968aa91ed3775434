"""The application over a store, asked as a browser on this machine would ask."""

from pathlib import Path

from starlette.testclient import TestClient

import kehoach
from kehoach.web.app import create_app

FILES = sorted((Path(__file__).parents[2] / "corpora" / "plans").glob("00[0-4]_*.txt"))
ORIGIN = "http://127.0.0.1:8000"


def client_of(store, **bounds):
    return TestClient(create_app(store, **bounds), base_url=ORIGIN, raise_server_exceptions=False)


def put(store, number):
    data = FILES[number].read_bytes()
    return store.add(FILES[number].name, data, kehoach.extract(data, name=FILES[number].name)).id
