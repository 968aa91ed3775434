"""Parents and profiles of the corpus, read once."""

from functools import cache
from pathlib import Path

import kehoach
from kehoach.locality import read_locality

ROOT = Path(__file__).parents[2] / "corpora"


@cache
def parent(number):
    return kehoach.extract(next((ROOT / "plans").glob(f"{number}_*.txt")))


@cache
def locality(name):
    return read_locality(ROOT / "localities" / f"{name}.toml")


@cache
def drafted(number, name):
    return kehoach.derive(parent(number), locality(name))
