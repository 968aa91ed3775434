"""The real plans, each read once."""

from functools import cache
from pathlib import Path

import kehoach
from kehoach.plan import Plan

FOLDER = Path(__file__).parents[2] / "corpora" / "plans"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def plan(name: str) -> Plan:
    """A plan of ``corpora/plans`` by the first characters of its name."""
    return kehoach.extract(next(FOLDER.glob(f"{name}*.txt")))
