"""Values as officers type them in a form, and as a form shows them: ``15/01/2026``, ``7/2026``, ``1.500,5``."""

from __future__ import annotations

import re
from datetime import date

from kehoach.errors import KehoachError
from kehoach.reports.vietnamese import number as shown_number

_DAY = re.compile(r"(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_MONTH = re.compile(r"(?:tháng\s+)?(\d{1,2})[/.-](\d{4})$")
_YEAR = re.compile(r"(?:năm\s+)?(\d{4})$")
_EVERY_YEAR = re.compile(r"(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})\s+h(?:ằ|à)ng năm$")
_ISO = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}(-\d{2})?)$")
_NUMBER = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$")


class ValueTypedError(KehoachError):
    """A value that cannot be understood; the message says how to write it."""


def typed_date(text: str) -> str | None:
    """A date as typed → ISO, cut to what is known; None for an empty field. Raises ``ValueTypedError``."""
    words = " ".join(text.split()).lower()
    if not words:
        return None
    found = _iso(words)
    if found is None or not _exists(found):
        message = f"Ngày “{text.strip()[:40]}” không đúng. Hãy viết như 15/01/2026, 7/2026, 2026 hoặc 15/01 hằng năm."
        raise ValueTypedError("bad_date", message)
    return found


def _iso(words: str) -> str | None:
    if m := _EVERY_YEAR.match(words):
        return f"--{int(m[2]):02}-{int(m[1]):02}"
    if m := _DAY.match(words):
        return f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"
    if m := _MONTH.match(words):
        return f"{m[2]}-{int(m[1]):02}"
    if m := _YEAR.match(words):
        return m[1]
    return words if _ISO.match(words) else None


def _exists(iso: str) -> bool:
    whole = iso.replace("--", "2024-", 1) if iso.startswith("--") else iso
    parts = [int(part) for part in whole.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True


def date_to_type(iso: str | None) -> str:
    """An ISO date as it is typed in a form; ``typed_date`` gives it back."""
    if not iso:
        return ""
    if iso.startswith("--"):
        parts = iso[2:].split("-")
        return f"{parts[1]}/{parts[0]} hằng năm" if len(parts) == 2 else iso
    return "/".join(reversed(iso.split("-")))


def typed_number(text: str) -> float | None:
    """A number with Vietnamese marks → its value; None for an empty field. Raises ``ValueTypedError``."""
    words = "".join(text.split())
    if not words:
        return None
    if not _NUMBER.match(words) or len(words) > 18:
        message = f"Số “{text.strip()[:40]}” không đúng. Hãy viết như 1500, 1.500 hoặc 13,5."
        raise ValueTypedError("bad_number", message)
    return float(words.replace(".", "").replace(",", "."))


def number_to_type(value: float | None) -> str:
    """A number as it is typed in a form."""
    return "" if value is None else shown_number(value)


def typed_list(text: str) -> list[str]:
    """One entry a line → the entries."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
