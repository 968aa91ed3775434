"""How well and how fast scans are read: the five texts in official form, printed, worn and read again.

Usage: python benchmarks/scans.py [--json] [--wear NAME] [--plans N] [--scans FOLDER]

FOLDER may hold real scans: NAME.pdf, beside it NAME.pN.txt (page N as a reader transcribed it) and NAME.fields.json.
See benchmarks/README.md for what each row means.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2 as pdfium
from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.planted.degrade import WEARS, Wear, scanned, worn_pages  # noqa: E402

import kehoach  # noqa: E402
from kehoach.evaluate.gold import read_gold, read_manifest  # noqa: E402
from kehoach.evaluate.scoring import compare  # noqa: E402
from kehoach.ingest.scan import processors  # noqa: E402
from kehoach.plan import Plan  # noqa: E402
from official_form import as_pdfs  # noqa: E402 - the folder of this script is where Python looks first

CORPUS = ROOT / "corpora"


def words_of(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).replace("–", "-").replace("—", "-").split()


def errors(truth: str, found: str) -> tuple[float, float]:
    """Share of characters and of words that are wrong; white space and the kind of a dash do not count."""
    a, b = words_of(truth), words_of(found)
    characters = Levenshtein.distance(" ".join(a), " ".join(b)) / max(len(" ".join(a)), 1)
    return characters, Levenshtein.distance(a, b) / max(len(a), 1)


def prose(plan: Plan) -> str:
    return " ".join(f"{block.label or ''} {block.text}" for block in plan.blocks)


def right(plan: Plan, gold: Path) -> float:
    return compare(read_gold(gold), plan).mean_right


def plain_tesseract(pages: list[Path]) -> float:
    """Seconds that Tesseract itself takes for the same pictures, as many at a time as the program takes."""
    start = time.perf_counter()
    with ThreadPoolExecutor(processors()) as pool:
        list(pool.map(_tesseract, pages))
    return time.perf_counter() - start


def _tesseract(page: Path) -> None:
    command = ["tesseract", str(page), "-", "-l", "vie", "--dpi", "200"]
    subprocess.run(command, check=True, capture_output=True, env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"})


def measured(wear: Wear, pdfs: list[Path], golds: list[Path], folder: Path) -> dict[str, object]:
    rows, seconds, plain, pages = [], 0.0, 0.0, 0
    for number, (pdf, gold) in enumerate(zip(pdfs, golds, strict=True)):
        digital = kehoach.extract(pdf)
        pictures = worn_pages(pdf.read_bytes(), wear, number)
        names = [folder / f"{number}-{i}.png" for i in range(len(pictures))]
        for picture, name in zip(pictures, names, strict=True):
            picture.save(name)
        data = scanned(pictures, wear)
        start = time.perf_counter()
        kehoach.read(data)
        seconds += time.perf_counter() - start
        plain += plain_tesseract(names)
        pages += len(names)
        plan = kehoach.extract(data, name=pdf.name)
        rows.append((*errors(prose(digital), prose(plan)), right(digital, gold), right(plan, gold)))
    mean = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    return {
        "wear": wear.name,
        "pages": pages,
        "cer": mean[0],
        "wer": mean[1],
        "right_digital": mean[2],
        "right_scan": mean[3],
        "seconds_a_page": seconds / pages,
        "against_tesseract": seconds / plain,
    }


def real(folder: Path) -> Iterator[dict[str, object]]:
    """Transcribed pages and fields of real scans."""
    for pdf in sorted(folder.glob("*.pdf")):
        plan = kehoach.extract(pdf)
        for page in sorted(folder.glob(f"{pdf.stem}.p*.txt")):
            number = int(re.sub(r"\D", "", page.suffixes[0]))
            cer, wer = errors(page.read_text(encoding="utf-8"), _page_text(pdf, number))
            yield {"scan": pdf.stem, "page": number, "cer": cer, "wer": wer}
        fields = folder / f"{pdf.stem}.fields.json"
        if fields.exists():
            yield {"scan": pdf.stem, **_fields(plan, json.loads(fields.read_text(encoding="utf-8")))}


def _page_text(pdf: Path, number: int) -> str:
    """What is read of one page alone, in reading order."""
    single = pdfium.PdfDocument.new()
    single.import_pages(pdfium.PdfDocument(pdf), [number - 1])
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        single.save(file.name)
        source = kehoach.read(Path(file.name))
    lines = []
    for part in source.parts:
        columns = zip(*part.rows, strict=True) if hasattr(part, "rows") else [[part.text]]
        lines += [cell for column in columns for cell in column if cell]
    return "\n".join(lines)


def _fields(plan: Plan, truth: dict[str, object]) -> dict[str, object]:
    found = plan.model_dump(by_alias=True)
    wrong = {}
    for path, value in truth.items():
        head = found["signature"] if path.startswith("signature.") else found["header"]
        for key in path.removeprefix("signature.").split("."):
            head = head[key] if head else None
        if _plain(head) != _plain(value):
            wrong[path] = head
    return {"fields": len(truth), "right": len(truth) - len(wrong), "wrong": wrong}


def _plain(value: object) -> object:
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wear", action="append", help="only the kinds of wear whose name holds this")
    parser.add_argument("--plans", type=int, default=5)
    parser.add_argument("--scans", type=Path, help="a folder of real scans with transcripts")
    given = parser.parse_args()
    entries = read_manifest(CORPUS)[: given.plans]
    results: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as made:
        pdfs = as_pdfs([CORPUS / entry.file for entry in entries], Path(made))
        for wear in WEARS:
            if not given.wear or any(name in wear.name for name in given.wear):
                row = measured(wear, pdfs, [CORPUS / entry.gold for entry in entries], Path(made))
                results.append(row)
                if not given.json:
                    print(_shown(row), flush=True)
    for row in real(given.scans) if given.scans else ():
        results.append(row)
        if not given.json:
            print(_shown(row), flush=True)
    if given.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))


def _shown(row: dict[str, object]) -> str:
    return ", ".join(
        f"{key} {value:.4f}" if isinstance(value, float) else f"{key} {value}" for key, value in row.items()
    )


if __name__ == "__main__":
    main()
