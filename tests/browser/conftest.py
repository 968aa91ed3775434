"""A real Chromium before a real server: its store, its jobs, its pages. Screenshots are kept in ``build/screens``."""

from __future__ import annotations

import glob
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpora" / "plans"
SCREENS = ROOT / "build" / "screens"
IMAGES = ROOT / "docs" / "images"
OFFICE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
BROWSER = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")

# On CI Chromium is there (Makefile, SYSTEM_NEEDS): a test that would be skipped fails.
if BROWSER is None and not os.environ.get("CI"):
    collect_ignore_glob = ["test_*.py"]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)


def corpus_file(number):
    """One of the plans that the project may hold."""
    return Path(glob.glob(str(CORPUS / f"{number:03}_*"))[0])


@contextmanager
def serving(folder, port=0):
    """A server over a store in ``folder``: its address and the store."""
    import uvicorn

    from kehoach.jobs import Jobs
    from kehoach.store import Store
    from kehoach.web.app import create_app

    with Store.open(folder) as store, Jobs(store) as jobs:
        app = create_app(store, wake=jobs.wake)
        config = uvicorn.Config(app, port=port, log_config=None, access_log=False, lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            thread.join(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        try:
            yield f"http://127.0.0.1:{port}", store
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def read_plans():
    """The plans of the corpus as they are read, and two short ones that cite each other."""
    from sample_plans import CHILD, PARENT

    import kehoach

    files = [(path.name, path.read_bytes()) for path in sorted(CORPUS.iterdir())]
    files += [("tinh.txt", PARENT.encode()), ("xa.txt", CHILD.encode())]
    return [(name, data, kehoach.extract(data, name=name)) for name, data in files]


@pytest.fixture
def library(tmp_path, read_plans) -> Iterator[tuple[str, object, dict[str, int]]]:
    """A server whose library holds all plans: address, store, and the ids by file name."""
    with serving(tmp_path) as (address, store):
        ids = {name: store.add(name, data, plan).id for name, data, plan in read_plans}
        yield address, store, {name[:3]: number for name, number in ids.items()}


@pytest.fixture
def empty(tmp_path) -> Iterator[str]:
    """A server whose library is empty."""
    with serving(tmp_path) as (address, _):
        yield address


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Seen:
    """What happened behind the page: addresses that were asked for, errors of scripts and of the security policy."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def page(chromium, seen):
    """A window of an office screen. No test passes where a script failed or a request left the machine."""
    context = chromium.new_context(viewport=OFFICE, locale="vi-VN", accept_downloads=True)
    page = context.new_page()
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
    page.set_default_timeout(10_000)
    yield page
    context.close()
    outside = [url for url in seen.requests if not url.startswith(("http://127.0.0.1:", "blob:", "data:"))]
    assert outside == []
    # refusals; questions that a reload or the end of the program cut short
    expected = ("status of 4", "htmx:afterRequest", "htmx:send", "ERR_CONNECTION_REFUSED")
    assert [error for error in seen.errors if not any(words in error for words in expected)] == []


@pytest.fixture
def look(page):
    """Keep the page as a picture, on an office screen and on a telephone, and have axe look at it."""
    from axe_playwright_python.sync_playwright import Axe

    def taken(name, *, phone=True, guide=None):
        SCREENS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENS / f"{name}.png")
        if guide and os.environ.get("KEHOACH_GUIDE"):
            _small(SCREENS / f"{name}.png", IMAGES / f"{guide}.png")
        found = Axe().run(page).response["violations"]
        serious = [
            (v["id"], [node["target"] for node in v["nodes"][:3]])
            for v in found
            if v["impact"] in ("serious", "critical")
        ]
        assert serious == [], name
        if phone:
            page.set_viewport_size(PHONE)
            page.screenshot(path=SCREENS / f"{name}-phone.png")
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            page.set_viewport_size(OFFICE)
            assert wide <= 0, f"{name}: {wide} pixels too wide for a telephone"

    return taken


def _small(source, target):
    """A picture for the guide: fewer colours, a tenth of the size."""
    from PIL import Image

    target.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.open(source).convert("RGB").resize((960, 540), Image.Resampling.LANCZOS)
    picture.quantize(40, dither=Image.Dither.NONE).save(target, optimize=True)
