"""The letters of Vietnamese by case, for character classes: Unicode mixes the cases, so a range would take both."""

from __future__ import annotations

_LETTERS = [chr(c) for c in [*range(0x41, 0x7B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)]]

#: all capital letters, to stand inside ``[…]``
UPPER = "".join(c for c in _LETTERS if c.isupper())
#: all small letters, to stand inside ``[…]``
LOWER = "".join(c for c in _LETTERS if c.islower())
