"""What commands read and where they write: plans from documents or from JSON, results never over an input."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kehoach.errors import KehoachError, ReadError, UsageError, as_defect
from kehoach.writing import shown, utf8

if TYPE_CHECKING:
    from kehoach.plan import Plan

Result = TypeVar("Result")
#: Of fewer documents a process of its own takes longer to start than it saves
WORTHWHILE = 6


def safely(work: Callable[[], Result], path: Path | None = None) -> Result:
    """What the work gives. Errors name the file where one is given; a fault of the program is told in words."""
    try:
        return work()
    except KehoachError as error:
        if path is not None:
            error.file = shown(path)
        raise
    except Exception as error:
        raise as_defect(error, shown(path) if path else None) from error


def read_plan(path: Path) -> Plan:
    """A document, or the JSON of a plan that was read before, with its corrections applied. Raises ``KehoachError``."""
    from kehoach.corrections import corrected

    return safely(lambda: corrected(read_uncorrected(path)), path)


def read_uncorrected(path: Path) -> Plan:
    """The same with its corrections kept apart, as drafts take it. Raises ``KehoachError``."""
    return safely(lambda: _read(path), path)


def read_plans(paths: Sequence[Path]) -> list[Plan | KehoachError]:
    """Each plan, or why it cannot be read. Many documents are read by worker processes, as in a batch run."""
    documents = [path for path in paths if path.suffix.lower() != ".json" and path.is_file()]
    found: dict[Path, Plan | KehoachError] = {}
    if len(documents) >= WORTHWHILE:
        from kehoach.batch.process import Guard
        from kehoach.batch.several import plans_of
        from kehoach.ingest.scan import processors

        found = dict(zip(documents, plans_of(documents, Guard(), {}, processors()), strict=True))
    return [_in_words(found[path], path) if path in found else _tried(path) for path in paths]


def _tried(path: Path) -> Plan | KehoachError:
    try:
        return read_plan(path)
    except KehoachError as error:
        return error


def _in_words(found: Plan | KehoachError, path: Path) -> Plan | KehoachError:
    """What a worker process tells does not name the file."""
    if isinstance(found, KehoachError):
        found.file = shown(path)
    return found


def _read(path: Path) -> Plan:
    if path.exists() and not (path.is_file() or path.is_fifo()):  # a terminal or device would never end
        raise ReadError("not_a_file", "Đây không phải là tệp. Hãy đưa đường dẫn của một tệp kế hoạch.")
    if path.suffix.lower() == ".json":
        return _from_json(path)
    import kehoach

    return kehoach.extract(path, name=utf8(path.name))


def _from_json(path: Path) -> Plan:
    from pydantic import ValidationError

    from kehoach.plan import Plan

    try:
        return Plan.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ReadError("unreadable", f"Không mở được tệp ({error.strerror}).") from None
    except ValidationError:
        message = "Tệp JSON này không phải là dữ liệu kế hoạch do “kehoach extract” ghi ra."
        raise ReadError("not_a_plan_json", message) from None


def result_file(output: str | None, inputs: Sequence[str]) -> Path | None:
    """Where the result goes: never over an input, never a folder, in a folder that is there. Raises ``UsageError``."""
    if output is None:
        return None
    if os.path.isdir(output):
        raise UsageError("output_is_folder", "-o phải là tên tệp, không phải thư mục.", file=shown(output))
    folder = os.path.dirname(output) or "."
    if not os.path.exists(folder):  # a path that is mistyped is told, not made
        message = "Không có thư mục này. Hãy kiểm tra đường dẫn sau -o, hoặc tạo thư mục trước."
        raise UsageError("no_folder", message, file=shown(folder))
    for path in inputs:
        if os.path.exists(output) and os.path.exists(path) and os.path.samefile(output, path):
            message = "Tệp kết quả trùng với một tệp đầu vào. Hãy chọn tên khác sau -o."
            raise UsageError("output_is_input", message, file=shown(path))
    return Path(output)
