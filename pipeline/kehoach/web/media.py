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


def file_name(name: str, format: str) -> str:
    """``ke-hoach.pdf`` → ``ke-hoach.docx``."""
    return f"{PurePath(name).stem or 'ke-hoach'}.{format}"
