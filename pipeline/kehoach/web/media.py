"""Media types and names of the files that can be saved."""

from __future__ import annotations

from pathlib import PurePath

_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA = {
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "ics": "text/calendar; charset=utf-8",
}


_SUMMARY = "Tom tat "
#: What a file made of a plan is called before its name, so that a summary is never saved in the place of the plan
MADE = {
    "docx": _SUMMARY,
    "md": _SUMMARY,
    "html": _SUMMARY,
    "xlsx": "Cac bang ",
    "ics": "Lich ",
    "json": "Du lieu ",
}


def file_name(name: str, format: str) -> str:
    """``ke-hoach.pdf`` → ``ke-hoach.docx``."""
    return f"{PurePath(name).stem or 'ke-hoach'}.{format}"
