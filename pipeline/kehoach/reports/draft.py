"""A draft in the forms that people and programs take: JSON, Word, Markdown, a page, PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from kehoach.errors import KehoachError

if TYPE_CHECKING:
    from kehoach.draft import Draft
    from kehoach.plan import Plan

DraftFormat: TypeAlias = Literal["docx", "json", "md", "html", "pdf"]
DRAFT_FORMATS: tuple[str, ...] = get_args(DraftFormat)


def render_draft(
    draft: Draft,
    format: DraftFormat,
    *,
    clean_copy: bool = False,
    trace: Plan | None = None,
    templates: Path | None = None,
) -> bytes:
    """``draft`` as the bytes of a file.

    clean_copy  without questions and marks, for signing; trace  the parent plan, for the annex of origins;
    templates   a folder of an office whose files take the place of ``templates/official``.
    """
    if format == "json":
        return re.sub("[\x7f-\x9f]", lambda c: f"\\u{ord(c[0]):04x}", draft.to_json() + "\n").encode()
    if format in ("md", "html"):
        from kehoach.reports.draft_text import draft_text

        return draft_text(draft, format, clean_copy=clean_copy, trace=trace, templates=templates).encode()
    from kehoach.reports.official import official

    word = official(draft, clean_copy=clean_copy, trace=trace, templates=templates)
    return word if format == "docx" else _pdf(word)


def _pdf(word: bytes) -> bytes:
    """The Word file printed by LibreOffice."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise KehoachError("no_office", "Dạng pdf cần LibreOffice; hãy cài LibreOffice hoặc dùng dạng docx.")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "draft.docx"
        source.write_bytes(word)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        try:
            subprocess.run(command, capture_output=True, timeout=180, check=True)
            return (Path(folder) / "draft.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise KehoachError("office_failed", "LibreOffice không chuyển được sang pdf; hãy dùng dạng docx.") from None
