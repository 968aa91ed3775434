"""What users put right: paths into a plan's JSON, kept apart from what was extracted and applied when it is read.

A path is a JSON pointer (RFC 6901) to a value of a fact or of the header (``/targets/0/value``), or to a whole fact
of a list (``/targets/3``), which is taken out by ``now: null``. Text, blocks' words and places of proof are the
document's own and cannot be corrected.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, TypeAlias

from pydantic import ValidationError

from kehoach.errors import KehoachError
from kehoach.plan import Correction, Plan

Json: TypeAlias = Any  # objects and lists of any depth

#: The parts of a plan that hold facts
CORRECTABLE = ("header", "citations", "targets", "criteria", "awards", "timeline", "assignments", "signature")
#: What proves a fact, and stays the document's own
PROOF = frozenset({"quote", "span", "spans", "block"})


class CorrectionError(KehoachError):
    """A correction that does not fit: no such place, a value that the field cannot have."""


def value_at(plan: Plan, path: str) -> object:
    """The JSON value at a path that may be corrected. Raises ``CorrectionError``."""
    steps = _steps(path)
    data = plan.model_dump(mode="json", by_alias=True, include={steps[0]})
    holder, last = _holder(data, steps, path)
    found: object = holder[last]
    return found


def corrected(plan: Plan) -> Plan:
    """The plan with its corrections applied and none left to apply; it is the same plan where it has none.

    A correction whose ``was`` is not what stands there is passed over: it was made on another reading of the file.
    Raises ``CorrectionError`` where one does not fit a plan at all.
    """
    if not plan.corrections:
        return plan
    data = plan.model_dump(mode="json", by_alias=True, exclude={"corrections"})
    extracted = deepcopy(data)
    gone: list[tuple[list[Any], int]] = []
    for correction in plan.corrections:
        steps = _steps(correction.path)
        try:
            holder, last = _holder(data, steps, correction.path)
        except CorrectionError:
            continue
        before, _ = _holder(extracted, steps, correction.path)
        if before[last] != correction.was:
            continue
        if _is_fact(correction.path):
            gone.append((holder, last))
        else:
            holder[last] = correction.now
    for holder, last in sorted(gone, key=lambda each: -each[1]):  # numbers of the others hold until the end
        del holder[last]
    return _valid(data)


def checked(plan: Plan, correction: Correction) -> Correction:
    """The correction if it fits the plan. Raises ``CorrectionError`` with what is wrong, in Vietnamese."""
    if _is_fact(correction.path) and correction.now is not None:
        raise CorrectionError("only_removal", "Cả một mục chỉ có thể bỏ đi; hãy sửa từng giá trị của mục.")
    corrected(plan.model_copy(update={"corrections": [correction]}))
    return correction


def _is_fact(path: str) -> bool:
    steps = path.split("/")
    return len(steps) == 3 and steps[2].isdigit()


def _steps(path: str) -> list[str]:
    steps = [step.replace("~1", "/").replace("~0", "~") for step in path.split("/")[1:]]
    if len(steps) < 2 or not path.startswith("/") or steps[0] not in CORRECTABLE or PROOF & set(steps):
        raise CorrectionError("not_correctable", "Giá trị này là của văn bản, không sửa ở đây được.")
    return steps


def _holder(data: Json, steps: list[str], path: str) -> tuple[Json, Json]:
    """What holds the value, and the key or number of the value in it."""
    found = data
    for step in steps[:-1]:
        found = _under(found, step, path)
    _under(found, steps[-1], path)
    return found, int(steps[-1]) if isinstance(found, list) else steps[-1]


def _under(found: Json, step: str, path: str) -> Json:
    if isinstance(found, dict) and step in found:
        return found[step]
    if isinstance(found, list) and step.isascii() and step.isdigit() and int(step) < len(found):
        return found[int(step)]
    raise CorrectionError("no_such_place", f"Kế hoạch không có mục “{path}”.")


def _valid(data: dict[str, Any]) -> Plan:
    try:
        return Plan.model_validate(data)
    except ValidationError as error:
        where = "/".join(str(part) for part in error.errors()[0]["loc"])
        raise CorrectionError("bad_value", f"Giá trị không hợp lệ ở mục “{where}”.") from None
