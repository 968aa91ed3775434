"""Picture of text → words with places and confidence: what an OCR engine is, and Tesseract, the default one."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import threading
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lxml import etree

if TYPE_CHECKING:
    from PIL.Image import Image

_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in pixels of the picture, from the left and from the TOP, and its confidence 0..1.

    ``read`` is what the engine itself read where ``text`` was mended from the words around it.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float
    read: str | None = None


@dataclass(frozen=True, slots=True)
class WordLine:
    """The words of one line, left to right. ``y`` is the baseline at its left end, ``slope`` its rise in pixels a
    pixel (down is positive), ``height`` the height of its letters with what reaches above and below.
    """

    words: tuple[Word, ...]
    x0: float
    y: float
    slope: float
    height: float

    def baseline(self, x: float) -> float:
        """The baseline at ``x``."""
        return self.y + self.slope * (x - self.x0)


class EngineError(Exception):
    """A picture that the engine could not read; ``code`` is ``ocr_timeout`` or ``ocr_failed``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Engine(Protocol):
    """Reads pictures. It is called from several threads at once; each call may use one processor."""

    def missing(self) -> str | None:
        """Why the engine cannot be used on this machine and what to do, in Vietnamese; None if it can."""

    def read(self, picture: Image, dpi: float, *, column: bool = False) -> list[WordLine]:
        """The lines of a grey picture, in any order. ``column``: it is one column of text, without a layout.

        Raises ``EngineError``.
        """

    def stop(self) -> None:
        """End all that is running, and refuse what is still asked for."""


class Tesseract:
    """Tesseract with its Vietnamese data, as a process of its own for each picture (one thread each)."""

    def __init__(self, command: str = "tesseract", language: str = "vie", seconds: float = 60) -> None:
        """``seconds`` is the most that one picture may take."""
        self._command, self._language, self._seconds = command, language, seconds
        self._running: set[subprocess.Popen[bytes]] = set()
        self._lock = threading.Lock()
        self._stopped = False

    def missing(self) -> str | None:
        """See ``Engine``."""
        if shutil.which(self._command) is None:
            return (
                "Máy chưa có chương trình nhận dạng chữ Tesseract. Cài đặt trên Debian, Ubuntu: "
                "apt-get install tesseract-ocr tesseract-ocr-vie."
            )
        try:
            listed = subprocess.run([self._command, "--list-langs"], capture_output=True, timeout=20, check=False)
            known = listed.stdout.decode("utf-8", "replace").split()
        except (OSError, subprocess.TimeoutExpired):
            return "Chương trình nhận dạng chữ Tesseract không chạy được. Hãy cài đặt lại tesseract-ocr."
        if self._language not in known:
            return (
                "Tesseract chưa có dữ liệu tiếng Việt. Cài đặt trên Debian, Ubuntu: apt-get install tesseract-ocr-vie."
            )
        return None

    def read(self, picture: Image, dpi: float, *, column: bool = False) -> list[WordLine]:
        """See ``Engine``."""
        data = io.BytesIO()
        picture.save(data, "PPM")  # no time is lost with packing
        options = ["-l", self._language, "--psm", "6" if column else "3", "--dpi", str(round(dpi))]
        # Light text on a dark ground does not occur in plans; to look for it costs a second reading of doubtful lines.
        options += ["-c", "tessedit_do_invert=0", "hocr"]
        return _lines(self._run([self._command, "-", "-", *options], data.getvalue()))

    def stop(self) -> None:
        """See ``Engine``."""
        with self._lock:
            self._stopped = True
            for process in self._running:
                process.kill()

    def _run(self, command: list[str], data: bytes) -> bytes:
        process = self._start(command)
        try:
            found, _ = process.communicate(data, timeout=self._seconds)
        except subprocess.TimeoutExpired:
            raise EngineError("ocr_timeout") from None
        except OSError:
            raise EngineError("ocr_failed") from None
        finally:
            if process.poll() is None:
                process.kill()
                process.communicate()
            with self._lock:
                self._running.discard(process)
        if process.returncode != 0:
            raise EngineError("ocr_failed")
        return found

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._stopped:
                raise EngineError("ocr_failed")
            try:
                process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                )
            except OSError:
                raise EngineError("ocr_failed") from None
            self._running.add(process)
            return process


def _lines(hocr: bytes) -> list[WordLine]:
    """The lines of Tesseract's hOCR."""
    try:
        root = etree.fromstring(hocr, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError:
        raise EngineError("ocr_failed") from None
    if root is None:
        raise EngineError("ocr_failed")
    found = []
    for element in root.iter("{*}span"):
        if element.get("class") in _LINES:
            words = tuple(word for part in element.iter("{*}span") if (word := _word(part)))
            if words:
                found.append(_line(words, _properties(element)))
    return found


def _line(words: tuple[Word, ...], about: dict[str, list[float]]) -> WordLine:
    x0, _, _, bottom = about["bbox"]
    slope, offset = about.get("baseline", [0.0, 0.0])
    height = about.get("x_size", [0.0])[0] or max(word.y1 - word.y0 for word in words)
    return WordLine(words, x0, bottom + offset, slope, height)


def _word(element: etree._Element) -> Word | None:
    if element.get("class") != "ocrx_word":
        return None
    text = unicodedata.normalize("NFC", "".join(str(piece) for piece in element.itertext()).strip())
    about = _properties(element)
    if not text or len(about.get("bbox", [])) != 4:
        return None
    x0, y0, x1, y1 = about["bbox"]
    return Word(text, x0, y0, x1, y1, about.get("x_wconf", [0.0])[0] / 100)


def _properties(element: etree._Element) -> dict[str, list[float]]:
    """The numbers that a hOCR title holds by their names: ``bbox 1 2 3 4; x_wconf 96``."""
    found = {}
    for entry in (element.get("title") or "").split(";"):
        name, *values = entry.split()
        try:
            found[name] = [float(value) for value in values]
        except ValueError:
            continue
    return found
