"""``kehoach check``: what a careful reader would send back, as text, JSON or a page; rules explained."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach.commands.console import DONE, FOUND, HINT, print_bytes, tell_unread
from kehoach.commands.files import read_plan, result_file
from kehoach.errors import UsageError
from kehoach.writing import shown, write

FORMATS = ("text", "json", "html")
SEVERITIES = ("error", "warning", "info")  # the gravest first
SETTINGS = "kehoach.toml"


def check(
    file: Annotated[str | None, typer.Argument(metavar="TỆP", help="Tệp kế hoạch cần kiểm tra.")] = None,
    format: Annotated[
        str,
        typer.Option("--format", metavar="|".join(FORMATS), show_default=False, help="Dạng kết quả. Mặc định là text."),
    ] = "text",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="TỆP", help="Nơi ghi kết quả; không có thì in ra màn hình.")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on", metavar="|".join(SEVERITIES), help="Trả mã thoát 1 nếu có phát hiện từ mức này trở lên."
        ),
    ] = None,
    config: Annotated[
        str | None,
        typer.Option("--config", metavar="TỆP", help=f"Tệp cấu hình. Mặc định là {SETTINGS} ở thư mục hiện tại."),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="MÃ|all", help="Giải thích một quy tắc (ví dụ KH101) hoặc tất cả rồi thoát."),
    ] = None,
) -> None:
    """Kiểm tra kế hoạch: số liệu, thời gian, viện dẫn, đánh số, thẩm quyền, thể thức, lỗi chữ.

    Tắt quy tắc, đổi mức hoặc chấp nhận một phát hiện (kèm lý do) trong kehoach.toml.
    """
    if explain is not None:
        print_bytes(_explained(explain).encode())
        raise typer.Exit(DONE)
    if file is None:
        raise UsageError("usage", f"Thiếu TỆP. {HINT}")
    _known("format", format, FORMATS)
    if fail_on is not None:
        _known("fail-on", fail_on, SEVERITIES)
    raise typer.Exit(_check(Path(file), format, output, fail_on, config))


def _check(path: Path, format: str, output: str | None, fail_on: str | None, config: str | None) -> int:
    from kehoach.findings import CODES, find_all
    from kehoach.findings.settings import Settings, load_settings
    from kehoach.reports.review import review

    chosen = Path(config) if config else Path(SETTINGS) if Path(SETTINGS).is_file() else None
    settings = load_settings(chosen, CODES) if chosen else Settings()
    target = result_file(output, [str(path)])
    plan = read_plan(path)
    plan.findings = find_all(plan, settings)
    data = review(plan, format)
    print_bytes(data) if target is None else write(target, data)
    code = tell_unread(path, plan.source, as_json=format == "json")
    graver = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on else ()
    return FOUND if any(f.severity in graver and f.waived is None for f in plan.findings) else code


def _known(option: str, value: str, values: tuple[str, ...]) -> None:
    if value not in values:
        message = f"--{option} không nhận “{shown(value)}”. Các giá trị: {', '.join(values)}. {HINT}"
        raise UsageError("unknown_value", message)


def _explained(code: str) -> str:
    """One rule, or all of them, in Markdown."""
    from kehoach.findings import RULES
    from kehoach.reports.rules import explanation, rules_page

    if code == "all":
        return rules_page(RULES)
    rule = next((r for r in RULES if r.code == code.upper()), None)
    if rule is None:
        known = ", ".join(r.code for r in RULES)
        raise UsageError("unknown_rule", f"Không có quy tắc “{shown(code)}”. Các quy tắc: {known}.")
    return explanation(rule)
