"""``kehoach derive``: the draft by which a unit carries out a higher plan."""

from __future__ import annotations

import sys
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kehoach.commands.console import DONE, HINT, print_bytes, tell_unread
from kehoach.commands.files import read_plan, read_uncorrected, result_file, safely
from kehoach.errors import UsageError
from kehoach.reports.draft import DRAFT_FORMATS, DraftFormat
from kehoach.writing import shown, utf8, write

if TYPE_CHECKING:
    from kehoach.draft import Draft
    from kehoach.drafts.updates import Changes
    from kehoach.locality import Locality
    from kehoach.plan import Plan


FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="|".join(DRAFT_FORMATS), help="Dạng; mặc định theo đuôi của -o, nếu không thì json."
    ),
]


def derive(
    parent: Annotated[str, typer.Argument(metavar="CẤP_TRÊN", help="Kế hoạch cấp trên: tài liệu, hoặc JSON đã đọc.")],
    locality: Annotated[str, typer.Option("--locality", metavar="TỆP", help="Hồ sơ địa phương (TOML).")],
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="TỆP", help="Nơi ghi dự thảo.")] = None,
    format: FormatOption = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của dự thảo, ví dụ 2026-02-10.")
    ] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="TỆP", help="Câu trả lời (TOML, mục [answers]).")
    ] = None,
    update: Annotated[
        str | None, typer.Option("--update", metavar="TỆP", help="Dự thảo Word đã sửa: giữ các chỗ sửa.")
    ] = None,
    clean: Annotated[bool, typer.Option("--clean", help="Bản để ký: không còn câu hỏi, chú thích.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Cùng --clean: xuất cả khi còn câu hỏi.")] = False,
    trace: Annotated[bool, typer.Option("--trace", help="Kèm bảng đối chiếu với kế hoạch cấp trên.")] = False,
    templates: Annotated[
        str | None, typer.Option("--templates", metavar="THƯ_MỤC", help="Mẫu riêng của cơ quan.")
    ] = None,
) -> None:
    """Soạn dự thảo kế hoạch của xã, phường, đặc khu hoặc sở từ kế hoạch cấp trên.

    Chỗ chưa biết để […] và có câu hỏi kèm theo; không tự thêm số liệu, ngày tháng, tên hay căn cứ.
    """
    from kehoach.locality import read_locality

    chosen = _format(format, output)
    target = result_file(output, [parent, locality])
    plan = read_uncorrected(Path(parent))
    profile = read_locality(locality)
    draft, changes = _draft(plan, profile, _day(date, profile), answers, update)
    if clean and not force:
        _refuse_open(draft)
    data = _rendered(draft, chosen, clean, plan if trace else None, Path(templates) if templates else None)
    print_bytes(data) if target is None else write(target, data)
    _summarise(draft, changes)
    raise typer.Exit(tell_unread(Path(parent), plan.source, as_json=format == "json") or DONE)


def _draft(
    plan: Plan, profile: Locality, day: Date, answers: str | None, update: str | None
) -> tuple[Draft, Changes | None]:
    """A new draft, or one that keeps the edits of an earlier one."""
    from kehoach.drafts import draft_of, updated_draft
    from kehoach.drafts.answers import read_answers

    given = read_answers(answers) if answers else {}
    if update is None:
        return safely(lambda: draft_of(plan, profile, day, given)), None
    edited, data = read_plan(Path(update)), Path(update).read_bytes()
    return safely(lambda: updated_draft(plan, profile, day, given, data, edited, utf8(Path(update).name)))


def _refuse_open(draft: Draft) -> None:
    """The copy for signing has no question and no open place."""
    from kehoach.draft import OPEN

    left = sum(block.text.count(OPEN) for block in draft.plan.blocks)
    if draft.open or left:
        message = (
            f"Còn {len(draft.open)} câu hỏi chưa trả lời, {left} chỗ {OPEN}; trả lời bằng --answers, sửa bằng "
            "--update, hoặc thêm --force."
        )
        raise UsageError("questions_open", message)


def _rendered(draft: Draft, format: DraftFormat, clean: bool, trace: Plan | None, templates: Path | None) -> bytes:
    from kehoach.reports.draft import render_draft

    return safely(lambda: render_draft(draft, format, clean_copy=clean, trace=trace, templates=templates))


def _summarise(draft: Draft, changes: Changes | None) -> None:
    """How much was carried, left out and asked, in one line on standard error."""
    carried = len({p for entry in draft.lineage for p in entry.parents})
    line = f"Đã chuyển {carried} mục, không chuyển {len(draft.left_out)} mục, còn {len(draft.open)} câu hỏi."
    if changes is not None:
        line += (
            f" Giữ {len(changes.edited)} chỗ sửa, {len(changes.added)} chỗ thêm, {len(changes.deleted)} chỗ bỏ của "
            f"cán bộ;"
            f" cấp trên thêm hoặc đổi {len(changes.parent_new)}, bỏ {len(changes.parent_gone)}."
        )
        if changes.weaker:
            line += f" {len(changes.weaker)} chỗ sửa có chỉ tiêu thấp hơn hoặc thời hạn muộn hơn."
    print(line, file=sys.stderr)


def _day(date: str | None, profile: Locality) -> Date:
    """The draft's date: as asked, else the profile's, else today's (only the command line reads the clock)."""
    if date is None:
        return profile.date or Date.today()
    try:
        return Date.fromisoformat(date)
    except ValueError:
        raise UsageError("bad_date", f"Ngày “{shown(date)}” không đúng; hãy viết như 2026-02-10. {HINT}") from None


def _format(format: str | None, output: str | None) -> DraftFormat:
    suffix = Path(output).suffix.lower().lstrip(".") if output else ""
    chosen = format or (suffix if suffix in DRAFT_FORMATS else "json")
    if chosen not in DRAFT_FORMATS:
        raise UsageError(
            "unknown_format", f"Không có dạng “{shown(chosen)}”. Các dạng: {', '.join(DRAFT_FORMATS)}. {HINT}"
        )
    if chosen in ("docx", "pdf") and output is None:
        raise UsageError("output_needed", f"Dạng {chosen} không in ra màn hình được; cần -o TỆP. {HINT}")
    return cast(DraftFormat, chosen)
