"""A store as one file: a zip of the original files and of JSON, from which another store takes what it has not.

    kehoach.json                 documents with names, states, corrections and accepted findings; profiles; drafts
    originals/<sha256>           the files as they were given
    plans/<sha256>.json          what was read of them, the contract's JSON

Everything that comes from an archive is checked as if it came from a stranger: sizes before unpacking, the hash of
every file, and every JSON against its model. Names in the archive are never used as paths.
"""

from __future__ import annotations

import os
import secrets
import zipfile
import zlib
from collections.abc import Callable
from datetime import date as Date
from pathlib import Path
from typing import IO, Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kehoach.draft import Draft
from kehoach.locality import Locality
from kehoach.plan import Correction, Plan
from kehoach.store.originals import Originals
from kehoach.store.records import State, StoreError
from kehoach.waivers import Waiver

INDEX = "kehoach.json"
MOST_JSON = 64 * 2**20
_BROKEN = "Tệp này không phải là bản lưu của Kehoach, hoặc đã hỏng"
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
AnyModel = TypeVar("AnyModel", bound=BaseModel)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NamedAt(_Entry):
    """A name under which a file was given, and when."""

    name: str = Field(max_length=255)
    at: str = Field(max_length=32)


class DocumentEntry(_Entry):
    """A file: whether its original and its plan are in the archive, and what became of it."""

    sha256: Hash
    size: int = Field(ge=0)
    names: list[NamedAt] = Field(min_length=1)
    at: str = Field(max_length=32)
    state: State
    code: str | None = Field(default=None, max_length=64)
    message: str | None = None
    page: int | None = None
    original: bool
    plan: bool
    corrections: list[Correction] = []
    waivers: list[Waiver] = []


class DraftEntry(_Entry):
    """A draft with its lineage; the parent is named by the hash of its file."""

    parent: Hash | None
    parent_hash: str = Field(max_length=64)
    locality: Locality
    day: Date
    answers: dict[str, str]
    edits: dict[str, str]
    draft: Draft
    made: str = Field(max_length=32)
    at: str = Field(max_length=32)


class Index(_Entry):
    """What is in an archive beside the files."""

    format: Literal["kehoach-store"] = "kehoach-store"
    version: Literal[1] = 1
    documents: list[DocumentEntry] = []
    localities: list[Locality] = []
    drafts: list[DraftEntry] = []


def write_archive(path: Path, index: Index, original: Callable[[str], Path], plan: Callable[[str], str]) -> None:
    """Write an archive whole or not at all. ``original`` and ``plan`` give file and JSON of a hash."""
    part = path.with_name(f".kehoach-{secrets.token_hex(6)}.tmp")
    try:
        with zipfile.ZipFile(part, "x", zipfile.ZIP_DEFLATED) as archive:
            for each in index.documents:
                if each.original:
                    archive.write(original(each.sha256), f"originals/{each.sha256}")
                if each.plan:
                    archive.writestr(f"plans/{each.sha256}.json", plan(each.sha256))
            archive.writestr(INDEX, index.model_dump_json(by_alias=True))
        os.replace(part, path)
    except OSError as error:
        message = f"Không ghi được bản lưu ({error.strerror}). Hãy kiểm tra quyền ghi và dung lượng đĩa."
        raise StoreError("cannot_write", message, file=path.name) from None
    finally:
        part.unlink(missing_ok=True)


class Archive:
    """An archive that is read. Raises ``StoreError`` (``not_an_archive``) for whatever is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            self._zip = zipfile.ZipFile(path)
        except FileNotFoundError:
            raise StoreError("not_found", "Không tìm thấy tệp.", file=path.name) from None
        except (OSError, zipfile.BadZipFile):
            raise self._broken("không mở được") from None
        self.index = self._model(INDEX, Index)

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def keep_original(self, entry: DocumentEntry, files: Originals, largest: int) -> None:
        """Put the original file among others, if it is what the index says."""
        with self._open(f"originals/{entry.sha256}", largest) as stream:
            try:
                incoming = files.receive(stream, largest)
            except (zipfile.BadZipFile, zlib.error, EOFError):
                raise self._broken("không giải nén được") from None
        if incoming.sha256 != entry.sha256:
            incoming.drop()
            raise self._broken("có tệp gốc không đúng nội dung")
        files.keep(incoming)

    def plan(self, entry: DocumentEntry) -> Plan:
        """What was read of a file."""
        return self._model(f"plans/{entry.sha256}.json", Plan)

    def _model(self, name: str, model: type[AnyModel]) -> AnyModel:
        try:
            with self._open(name, MOST_JSON) as file:
                return model.model_validate_json(file.read())
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise self._broken("không giải nén được") from None
        except ValidationError:
            raise self._broken(f"sai nội dung {name.split('/')[0]}") from None

    def _open(self, name: str, most: int) -> IO[bytes]:
        try:
            if self._zip.getinfo(name).file_size > most:
                raise self._broken("có phần quá lớn")
            return self._zip.open(name)
        except KeyError:
            raise self._broken("thiếu tệp bên trong") from None
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
            raise self._broken("không mở được tệp bên trong") from None

    def _broken(self, why: str) -> StoreError:
        return StoreError("not_an_archive", f"{_BROKEN} ({why}).", file=self._name)
