"""Write ``knowledge/phrases.txt``: which syllables stand side by side in the texts of this corpus, and how often.

Usage: python corpora/count_phrases.py

Counted are the plans of ``plans/`` with the misread words that their gold annotations note put right. Names and
figures are left out: only pairs of Vietnamese syllables in lower case that occur at least twice, or in two plans.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from kehoach.ingest.text_layer import is_syllable

CORPUS = Path(__file__).parent
OUT = CORPUS.parent / "pipeline" / "kehoach" / "knowledge" / "phrases.txt"
_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")


def pairs_of(text: str) -> Counter[tuple[str, str]]:
    """The pairs of neighbouring syllables in lower case within runs of words."""
    found: Counter[tuple[str, str]] = Counter()
    for run in _RUN.findall(" ".join(text.split())):
        words = run.lower().split(" ")
        found.update(pair for pair in pairwise(words) if all(map(is_syllable, pair)))
    return found


def put_right(text: str, gold: Path) -> str:
    """``text`` without the misread words that the annotation ``gold`` notes."""
    for defect in json.loads(gold.read_text(encoding="utf-8")).get("defects", []):
        if defect["kind"] == "ocr" and defect.get("right"):
            text = text.replace(defect["quote"], defect["right"])
    return text


def main() -> None:
    """Count and write."""
    counts: Counter[tuple[str, str]] = Counter()
    plans: dict[tuple[str, str], int] = defaultdict(int)
    for plan in sorted((CORPUS / "plans").glob("*.txt")):
        text = put_right(plan.read_text(encoding="utf-8"), CORPUS / "gold" / f"{plan.stem}.json")
        pairs = pairs_of(text)
        counts += pairs
        for pair in pairs:
            plans[pair] += 1
    lines: dict[str, list[str]] = defaultdict(list)
    for (first, second), count in sorted(counts.items()):
        if plans[first, second] > 1 or count > 1:
            lines[first].append(f"{second} {count}")
    head = "# Pairs of syllables and how often they occur; written by corpora/count_phrases.py, not by hand.\n"
    OUT.write_text(head + "".join(f"{first}: {', '.join(rest)}\n" for first, rest in lines.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
