"""The compound file of OLE 2 ([MS-CFB]): the container of Word 97-2003 documents and of encrypted Office files."""

from __future__ import annotations

import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR = 0xFFFFFFFA  # numbers above are marks: end of chain, free, table
_STREAM, _ROOT = 2, 5


class Compound:
    """The streams of a compound file, by name. Raises ``ValueError`` or ``struct.error`` where the file is damaged."""

    def __init__(self, data: bytes) -> None:
        """Read the allocation tables and the directory."""
        if not data.startswith(SIGNATURE):
            raise ValueError("not a compound file")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise ValueError("unknown sector size")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        directory, self._cutoff, mini_first = struct.unpack_from("<4xI4xII", data, 44)
        self._fat = self._table()
        self._mini_fat = _numbers(self._chain(mini_first))
        self._entries: dict[str, tuple[int, int]] = {}
        self._mini = b""
        self._read_directory(self._chain(directory))

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream; None if there is none of this name."""
        if name not in self._entries:
            return None
        first, size = self._entries[name]
        if size < self._cutoff:
            pieces = (self._mini[n * self._mini_size : (n + 1) * self._mini_size] for n in _walk(first, self._mini_fat))
            return b"".join(pieces)[:size]
        return self._chain(first)[:size]

    def _read_directory(self, listing: bytes) -> None:
        """The streams right below the root; embedded documents have streams of the same names further down."""
        entries = [listing[at : at + 128] for at in range(0, len(listing) - 127, 128)]
        if not entries or entries[0][66] != _ROOT:
            raise ValueError("no root in the directory")
        first, size = struct.unpack_from("<II", entries[0], 116)
        self._mini = self._chain(first)[:size]
        open_entries, seen = [struct.unpack_from("<I", entries[0], 76)[0]], set()
        while open_entries:
            number = open_entries.pop()
            if number >= len(entries) or number in seen:
                continue
            seen.add(number)
            entry = entries[number]
            length, kind, left, right = struct.unpack_from("<HBxII", entry, 64)
            open_entries += [left, right]
            if kind == _STREAM:
                name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
                self._entries[name] = struct.unpack_from("<II", entry, 116)

    def _table(self) -> list[int]:
        """The file allocation table; the header lists its first 109 sectors, a chain of sectors the others."""
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        following, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, len(self._data) // self._size)):
            if following >= _LAST_SECTOR:
                break
            numbers = _numbers(self._sector(following))
            sectors += numbers[:-1]
            following = numbers[-1]
        return _numbers(b"".join(self._sector(n) for n in sectors if n < _LAST_SECTOR))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size  # beyond the end: some writers leave free sectors at the end out
        return self._data[start : start + self._size].ljust(self._size, b"\0")

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _walk(first, self._fat))


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _walk(first: int, table: list[int]) -> list[int]:
    """The sectors of a chain. A chain longer than its table runs in a circle."""
    found: list[int] = []
    while first < _LAST_SECTOR:
        if first >= len(table) or len(found) > len(table):
            raise ValueError("broken chain of sectors")
        found.append(first)
        first = table[first]
    return found
