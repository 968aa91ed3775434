"""Judge the program on plans with gold annotations: the figures per field, and the mistakes with their places."""

from __future__ import annotations

from pathlib import Path

import kehoach
from kehoach.errors import KehoachError
from kehoach.evaluate.gold import GoldPlan, read_gold, read_manifest
from kehoach.evaluate.report import Report, Result
from kehoach.evaluate.scoring import compare

__all__ = ["Report", "evaluate"]


def evaluate(corpus: Path) -> Report:
    """Read every plan that ``corpus/manifest.toml`` lists and score it against its gold.

    A file that cannot be read does not stop the others: all entries of its gold count as missed. Raises ``ReadError``
    for a manifest or a gold annotation that is missing or faulty.
    """
    return Report([_result(corpus, entry) for entry in read_manifest(corpus)])


def _result(corpus: Path, entry: GoldPlan) -> Result:
    gold = read_gold(corpus / entry.gold)
    try:
        plan = kehoach.extract(corpus / entry.file)
    except KehoachError as error:
        return Result(entry, None, compare(gold, None), {"code": error.code, "message": error.message})
    except Exception as defect:  # a defect of the program is a failure to count, not a reason to stop
        return Result(entry, None, compare(gold, None), {"code": "defect", "message": repr(defect)})
    return Result(entry, plan, compare(gold, plan))
