"""A comparison for the terminal: coverage, changes of substance, what is dropped and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kehoach.reports.side_by_side import KINDS, SIDE_LEVELS, Screen
from kehoach.reports.vietnamese import clean, shorten

if TYPE_CHECKING:
    from kehoach.reports.coverage import CoverageReport

WORDS = 24  # of a quote in the terminal


def text(screen: Screen) -> str:
    """The comparison as lines."""
    return "\n".join(_lines(screen)) + "\n"


def _lines(screen: Screen) -> Iterator[str]:
    yield "SO SÁNH KẾ HOẠCH" + (" (cùng cấp)" if screen.same_level else "")
    for role, side in zip(screen.roles, (screen.parent, screen.child), strict=True):
        yield f"{role}: {clean(side.name)} – {clean(side.title or 'không có tên')} ({SIDE_LEVELS[side.level]})"
    yield f"Độ phủ: {screen.carried}/{screen.applicable} điểm áp dụng được mang theo ({screen.share}%)"
    yield ", ".join(
        f"{screen.counts.get(state, 0)} {told}"
        for state, told in (
            ("same", "giữ nguyên"),
            ("adapted", "điều chỉnh"),
            ("narrowed", "thu hẹp"),
            ("extended", "mở rộng"),
            ("added", "thêm mới"),
            ("dropped", "bị bỏ"),
            ("not_applicable", "không áp dụng"),
        )
    )
    yield from _changes(screen)
    for state, title in (("dropped", "BỊ BỎ"), ("added", "THÊM MỚI")):
        rows = [row for row in screen.rows if row.state == state]
        if rows:
            yield ""
            yield f"{title} ({len(rows)})"
        for row in rows:
            cell = row.child or row.parents[0]
            yield f"  {f'{cell.label} ' if cell.label else ''}{shorten(cell.text, WORDS)}"


def _changes(screen: Screen) -> Iterator[str]:
    for group in screen.groups:
        yield ""
        yield f"{group.title.upper()} ({len(group.changes)})"
        for change in group.changes:
            yield f"  [{KINDS[change.kind]}] {clean(change.message)}"
            quotes = zip(screen.roles, (change.parent_quote, change.child_quote), strict=True)
            yield from (
                f"      {role}: {shorten(quote, WORDS)}"
                for role, quote in quotes
                if quote and quote not in change.message
            )


def matrix_text(report: CoverageReport) -> str:
    """The coverage of each child as lines, by parent; who cites no parent, and the places without a plan."""
    lines = ["ĐỘ PHỦ CỦA CÁC KẾ HOẠCH CẤP DƯỚI"]
    for table in report.tables:
        lines += ["", f"Cấp trên: {clean(table.parent.title or table.parent.name)}"]
        for column in table.columns:
            remark = "" if column.cites_parent else " – không dẫn kế hoạch cấp trên này"
            states = ", ".join(f"{column.counts.get(state, 0)} {told}" for state, told in report.legend)
            lines.append(f"{clean(column.name)}: {column.share}% ({states}){remark}")
        if not table.columns:
            lines.append("Không có kế hoạch nào dẫn kế hoạch này.")
    lines += ["", *(f"Không dẫn kế hoạch cấp trên nào: {name}" for name in report.unmatched)] * bool(report.unmatched)
    lines += ["", *(f"Chưa có kế hoạch: {place}" for place in report.missing)] * bool(report.missing)
    return "\n".join(lines) + "\n"
