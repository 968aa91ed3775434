"""Rules in the words of users: one explained, or all of them as the page ``docs/rules.md``."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.findings.rule import Rule
from kehoach.reports.vietnamese import KINDS, SEVERITIES

INTRODUCTION = """\
# Các quy tắc kiểm tra

Trang này do `kehoach check --explain all` in ra (`make rules`). Mỗi quy tắc có mã, loại, mức và căn cứ. Có thể tắt một
quy tắc, đổi mức hoặc chấp nhận một phát hiện kèm lý do trong `kehoach.toml`:

```toml
profile = "house"            # hoặc "nd30": xét thể thức đúng từng chữ của NĐ 30/2020

[rules]
KH405 = "off"                # tắt
KH203 = "info"               # đổi mức: error, warning, info

[[waive]]                    # chấp nhận, phải có lý do
code = "KH201"
quote = "III. NHIỆM VỤ"      # có thể bỏ: mọi phát hiện của quy tắc
file = "ke-hoach.docx"       # có thể bỏ: mọi tệp
reason = "Giữ số mục như văn bản cấp trên"

[[parts]]                    # các phần mà một loại kế hoạch phải có, thay cho knowledge/parts.toml
kind = "Kế hoạch của cơ quan"
roles = ["purpose", "implementation"]
```
"""


def explanation(rule: Rule) -> str:
    """A rule in Markdown: what it looks for, why, what it rests on."""
    only = " Chỉ chạy với hồ sơ `nd30`." if rule.strict else ""
    return (
        f"## {rule.code} {rule.title}\n\n{rule.advice}{only}\n\n"
        f"Loại: {KINDS[rule.kind]} (`{rule.kind}`). Mức: {SEVERITIES[rule.severity]} (`{rule.severity}`). "
        f"Căn cứ: {rule.source}.\n"
    )


def rules_page(rules: Sequence[Rule]) -> str:
    """All rules as one page of Markdown."""
    return "\n".join([INTRODUCTION, *map(explanation, rules)])
