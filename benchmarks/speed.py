"""How fast and how large: each figure beside a yardstick that is measured in the same run on the same machine.

Usage: python benchmarks/speed.py [--json] [--repeat N]        See benchmarks/README.md for what each row means.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median

import kehoach

PLANS = sorted((Path(__file__).parents[1] / "corpora" / "plans").iterdir())
LONGEST = max(PLANS, key=lambda path: path.stat().st_size)
FONT = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf")  # Debian: fonts-liberation2
COMMAND = str(Path(sys.executable).parent / "kehoach")
PEAK = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"


@dataclass
class Row:
    """One figure: ``value`` in ``unit``, what it is divided by, the ratio, and the ratio or value aimed at."""

    name: str
    value: float
    unit: str
    yardstick: float | None = None
    ratio: float | None = None
    aim: str = ""
    met: bool | None = None


def best(*works: Callable[[], object], repeat: int, clock: Callable[[], float] = time.process_time) -> list[float]:
    """Seconds of the fastest run of each: what else the machine does only ever adds. They take turns to be alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(repeat):
        for work, own in zip(works, times, strict=True):
            start = clock()
            work()
            own.append(clock() - start)
    return [min(own) for own in times]


def against(name: str, value: float, yardstick: float, aim: float) -> Row:
    ratio = value / yardstick
    return Row(name, value, "s", yardstick, ratio, f"≤ {aim}", ratio <= aim)


def start(*arguments: str) -> None:
    """A new process, from its start to its end."""
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)


def warm(repeat: int) -> Iterator[Row]:
    """The five texts, program loaded, against word segmentation of the same texts."""
    data = [path.read_bytes() for path in PLANS]
    texts = [each.decode() for each in data]
    name = "warm extract of the five texts / underthesea.word_tokenize"

    def extract() -> None:
        for each in data:
            kehoach.extract(each)

    extract()
    if not importlib.util.find_spec("underthesea"):
        print("underthesea is missing (pip install 'kehoach[bench]'): no yardstick for warm extract", file=sys.stderr)
        yield Row(name, best(extract, repeat=repeat)[0], "s")
        return
    from underthesea import word_tokenize

    word_tokenize(texts[0])  # loads its model
    ours, words = best(extract, lambda: [word_tokenize(text) for text in texts], repeat=repeat)
    yield against(name, ours, words, 0.5)


def checking(repeat: int) -> Iterator[Row]:
    """All rules on the five plans, against reading them (without the rules)."""
    from kehoach.facts import plan_of

    data = [path.read_bytes() for path in PLANS]
    plans = [kehoach.extract(each) for each in data]

    def check() -> None:
        for plan in plans:
            kehoach.check(plan)

    def read() -> None:
        for each in data:
            plan_of(kehoach.read(each))

    ours, reading = best(check, read, repeat=repeat)
    yield against("check of the five texts / extraction without the check", ours, reading, 0.2)


def cold(repeat: int) -> Iterator[Row]:
    """A new process for each run, wall-clock time."""
    extract, spacy, help_ = best(
        partial(start, COMMAND, "extract", str(LONGEST)),
        partial(start, sys.executable, "-c", "import spacy"),
        partial(start, COMMAND, "--help"),
        repeat=repeat,
        clock=time.perf_counter,
    )
    yield against("cold kehoach extract FILE / python -c 'import spacy'", extract, spacy, 1.5)
    yield Row("kehoach --help", help_, "s", aim="≤ 0.4 s", met=help_ <= 0.4)


def pdf(repeat: int) -> Iterator[Row]:
    """A digital PDF against the library below: its text alone, and what a reader of layouts needs of it."""
    if not FONT.exists() or not importlib.util.find_spec("reportlab"):
        print("fonts-liberation2 or reportlab is missing: no figures for PDF", file=sys.stderr)
        return
    data = pdf_of(long_text(5))
    read, plain, boxes = best(*(partial(work, data) for work in (kehoach.read, plain_text, characters)), repeat=repeat)
    yield against("read of a digital PDF / pypdfium2, plain text", read, plain, 3)
    yield against("read of a digital PDF / pypdfium2, each character with its box", read, boxes, 3)


def pdf_of(text: str) -> bytes:
    """Paragraphs set in pages as an office would print them."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("Serif", str(FONT)))
    style = ParagraphStyle("body", fontName="Serif", fontSize=13, leading=18, spaceAfter=6)
    out = io.BytesIO()
    lines = [line.replace("&", "&amp;").replace("<", "&lt;") for line in text.splitlines() if line.strip()]
    SimpleDocTemplate(out).build([Paragraph(line, style) for line in lines])
    return out.getvalue()


def characters(data: bytes) -> int:
    """Every character and its box through pypdfium2."""
    import pypdfium2

    count = 0
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        whole = text.get_text_range()
        count += sum(1 for at in range(text.count_chars()) if text.get_charbox(at)) + len(whole)
    return count


def plain_text(data: bytes) -> int:
    """The text of every page in one call a page."""
    import pypdfium2

    return sum(len(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data))


def long_text(times: int) -> str:
    """The longest plan with its body repeated between its head and its foot."""
    text = LONGEST.read_text(encoding="utf-8")
    start, end = text.index("\nI. "), text.index("\nNơi nhận")
    return text[:start] + text[start:end] * times + text[end:]


def scaling(repeat: int) -> Iterator[Row]:
    """Seconds for a million characters, by length; each measurement reads about as many characters as the others."""
    lengths = (1, 10, 50)
    data = [long_text(times).encode() for times in lengths]

    def extract(document: bytes, times: int) -> None:
        for _ in range(times):
            kehoach.extract(document)

    runs = [max(lengths) // times for times in lengths]
    seconds = best(*map(partial(partial, extract), data, runs), repeat=max(1, repeat // 2))
    rates = [s / n / len(d.decode()) * 1e6 for s, n, d in zip(seconds, runs, data, strict=True)]
    yield Row("seconds per million characters at 1×", rates[0], "s")
    for times, rate in zip(lengths[1:], rates[1:], strict=True):
        ratio = rate / rates[0]
        name = f"seconds per million characters at {times}× / at 1×"
        yield Row(name, rate, "s", rates[0], ratio, "0.7 … 1.3", 0.7 <= ratio <= 1.3)


def memory() -> Iterator[Row]:
    """Peak of a new process, against one that only imports spaCy (told on Linux only)."""
    if sys.platform != "linux":
        return
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long.txt"
        long.write_text(long_text(50), encoding="utf-8")
        spacy = peak("import spacy")
        for name, path in (("longest of the five texts", LONGEST), ("the same at 50×", long)):
            value = peak(f"import kehoach; kehoach.extract({str(path)!r})")
            yield Row(f"peak memory, {name} / import spacy", value, "MB", spacy, value / spacy)


def peak(code: str) -> float:
    """Megabytes that a process held at most."""
    call = partial(subprocess.run, [sys.executable, "-c", f"{code}\n{PEAK}"], check=True, capture_output=True)
    return median(int(call().stdout) for _ in range(3)) / 2**10


def table(rows: list[Row]) -> str:
    lines = [f"{'':66} {'ours':>9} {'yardstick':>10} {'ratio':>6}  aim"]
    for row in rows:
        yardstick = "" if row.yardstick is None else f"{row.yardstick:.3f}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        verdict = {True: "met", False: "MISSED", None: ""}[row.met]
        figures = f"{row.value:7.3f} {row.unit:2} {yardstick:>9} {ratio:>6}"
        lines.append(f"{row.name:66} {figures}  {row.aim} {verdict}".rstrip())
    return "\n".join(lines)


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="JSON instead of the table")
    parser.add_argument("--repeat", type=int, default=5, help="runs of each measurement; the fastest counts")
    options = parser.parse_args()
    rows = [row for part in (warm, checking, cold, pdf, scaling) for row in part(options.repeat)] + list(memory())
    print(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2) if options.json else table(rows))


if __name__ == "__main__":
    main()
