"""What was read, kept in a store as well (``--store``): the same that an upload on the page leaves there."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.errors import ReadError, UsageError
from kehoach.writing import shown

if TYPE_CHECKING:
    from kehoach.plan import Plan
    from kehoach.store import Store

#: What is wrong with a document, not with the store
OF_DOCUMENT = ("secret", "too_large", "empty")


@dataclass(frozen=True, slots=True)
class Keep:
    """A store by its folder or the URL of its database; ``files`` keeps originals where the URL tells no folder."""

    place: str
    files: str | None = None

    def as_message(self) -> dict[str, str | None]:
        """For a worker process."""
        return asdict(self)

    def prepare(self) -> None:
        """Open it once, with its tables brought up to date, before anything is read. Raises ``StoreError``."""
        _opened(self).close()
        _opened.cache_clear()

    def add(self, path: Path, name: str, plan: Plan) -> None:
        """Keep a file and its plan. The same content again is the same document, so this may be done twice.

        Raises ``ReadError`` for a document that a store refuses, ``UsageError`` where the store cannot be written.
        """
        from kehoach.store import StoreError

        try:
            with open(path, "rb") as file:
                _opened(self).add(name, file, plan)
        except StoreError as error:
            if error.code in OF_DOCUMENT:
                raise ReadError(error.code, error.message) from None
            raise UsageError("cannot_write", error.message, file=shown(self.place)) from None


@lru_cache(maxsize=1)
def _opened(keep: Keep) -> Store:
    """The store of this process, opened at its first document."""
    from kehoach.store import Store

    return Store.open(keep.place, files=keep.files)
