"""The report of a run as one page for officers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kehoach.reports.environment import environment
from kehoach.reports.vietnamese import LEVELS, clean, number

if TYPE_CHECKING:
    from kehoach.batch.report import RunReport

UNTOLD = "không rõ"
KINDS = {
    "people_committee": "Ủy ban nhân dân",
    "people_council": "Hội đồng nhân dân",
    "department": "sở, phòng, ban",
    "party": "cơ quan Đảng",
    "front": "Mặt trận, đoàn thể",
    "steering_committee": "ban chỉ đạo",
    "school": "nhà trường",
    "ministry": "bộ, ngành",
    "government": "Chính phủ",
    "other": "khác",
}
Rows = list[tuple[str, ...]]
Section = tuple[str, tuple[str, ...], Rows]


def page(report: RunReport) -> str:
    """Counts and failures. All text is escaped; the page forbids scripts and resources."""
    template = environment("templates/run").get_template("page.html.j2")
    return template.render(
        totals=totals(report),
        intake=_intake(report.intake),
        counts=_sections(report),
        failures=report.failures,
        more=report.statuses["failed"] - len(report.failures),
    )


def totals(report: RunReport) -> str:
    """``2.000 tệp: 1.980 đọc xong, …`` of all that lies in the folder."""
    count = report.statuses
    whole = f"{number(count.total())} tệp: {number(count['ok'])} đọc xong, {number(count['partial'])} đọc được một phần"
    same = f", {number(count['duplicate'])} trùng nội dung tệp khác" if count["duplicate"] else ""
    return f"{whole}, {number(count['failed'])} không đọc được{same}."


def _intake(counts: Mapping[str, int]) -> str:
    known = f"Lần chạy này gặp {number(counts.get('found', 0))} tệp, {number(counts.get('known', 0))} đã đọc từ trước. "
    ignored = counts.get("ignored", 0)
    return known + (f"Bỏ qua {number(ignored)} tệp không thuộc loại đọc được." if ignored else "")


def _sections(report: RunReport) -> list[Section]:
    return [
        ("Cấp ban hành", ("Cấp", "Số kế hoạch"), _counted(report.levels, LEVELS)),
        ("Loại cơ quan", ("Cơ quan", "Số kế hoạch"), _counted(report.kinds, KINDS)),
        ("Loại văn bản", ("Loại", "Số văn bản"), _counted(report.types, {})),
        ("Năm ban hành", ("Năm", "Số kế hoạch"), sorted(_counted(report.years, {}), reverse=True)),
        ("Lý do không đọc được", ("Mã", "Số tệp"), _counted(report.reasons, {})),
        ("Phát hiện khi kiểm tra", ("Quy tắc", "Số kế hoạch", "Số chỗ"), _findings(report)),
    ]


def _counted(counter: Counter[str], words: Mapping[str, str]) -> Rows:
    return [(words.get(key, clean(key)) or UNTOLD, number(count)) for key, count in counter.most_common()]


def _findings(report: RunReport) -> Rows:
    from kehoach.findings import RULES

    titles = {rule.code: rule.title for rule in RULES}
    return [
        (f"{code} {titles.get(code, '')}".strip(), number(plans), number(report.findings[code]))
        for code, plans in report.plans_with.most_common()
    ]
