"""The examples in docstrings give what they show."""

import doctest
import importlib
import pkgutil

import pytest

import kehoach

#: All but what only the migration tool can load
MODULES = [m.name for m in pkgutil.walk_packages(kehoach.__path__, "kehoach.") if ".migrations." not in m.name]


@pytest.mark.parametrize("name", ["kehoach", *MODULES])
def test_examples(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_examples_are_found():
    assert doctest.testmod(importlib.import_module("kehoach.facts.dates")).attempted > 1
