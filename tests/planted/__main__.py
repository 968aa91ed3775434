"""``python -m tests.planted OUT --count 50 --seed 0``: plans in every format, and their gold.

OUT/text, columns (letterhead side by side), md, docx, auto (automatic numbers), pdf and ocr hold the plans; OUT/gold
the annotations, OUT/gold-ocr those of the OCR texts (most have no letterhead, none has tables). Then, for example:

    kehoach extract OUT/text -o OUT/found --format json
    python ../shared/gold/score.py OUT/gold OUT/found --errors
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .facts import PlantedPlan
from .generate import generate
from .render import FORMATS, rendered


def write(plan: PlantedPlan, out: Path) -> None:
    """One plan in every format, and the gold of what the files show."""
    for form in FORMATS:
        shown, content, name = rendered(plan, form)
        gold = json.dumps(shown.as_gold(), ensure_ascii=False, indent=1).encode()
        golds = "gold-ocr" if form == "ocr" else "gold"
        for path, data in ((out / form / name, content), (out / golds / f"{plan.name}.json", gold)):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.planted", description="Write planted plans and their gold.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    given = parser.parse_args()
    for seed in range(given.seed, given.seed + given.count):
        write(generate(seed), given.out)


if __name__ == "__main__":
    main()
