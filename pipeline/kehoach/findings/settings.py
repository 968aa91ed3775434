"""What an office may tune: ``kehoach.toml`` → ``Settings``. Rules off, other severities, waivers, parts of a plan."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from kehoach.errors import UsageError
from kehoach.plan import Severity

Profile: TypeAlias = Literal["nd30", "house"]
SECTIONS = {"profile", "rules", "waive", "parts"}


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that the office accepts: its code, words of its quote (any if empty), the file, and the reason."""

    code: str
    reason: str
    quote: str = ""
    file: str = ""

    def covers(self, code: str, quote: str | None, file: str) -> bool:
        """Is a finding with this code and quote, in this file, waived?"""
        return (
            code == self.code
            and " ".join(self.quote.split()).casefold() in " ".join((quote or "").split()).casefold()
            and self.file in ("", file)
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """How to check.

    profile     ``nd30`` judges the form by the letter of NĐ 30/2020, ``house`` only what no office means to do
    off         codes of rules that do not run
    severities  severities that the office gives to rules
    waivers     findings that it accepts
    parts       for kinds of plan, the parts that each must have, in place of ``knowledge/parts.toml``
    """

    profile: Profile = "house"
    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    parts: tuple[Mapping[str, Any], ...] | None = None


def load_settings(path: Path, known: frozenset[str]) -> Settings:
    """The settings of a ``kehoach.toml``; ``known`` are the codes of all rules. Raises ``UsageError``."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError("no_settings", f"Không đọc được tệp cấu hình: {error.strerror}.", file=str(path)) from error
    except ValueError as error:
        raise UsageError("bad_settings", f"Tệp cấu hình không phải TOML đúng: {error}.", file=str(path)) from error
    try:
        return _settings(data, known)
    except ValueError as error:
        raise UsageError("bad_settings", str(error), file=str(path)) from error


def _settings(data: dict[str, Any], known: frozenset[str]) -> Settings:
    """Raises ``ValueError`` (in Vietnamese) for what is not understood: a misspelt code would be unseen."""
    _expect(not (strange := sorted(set(data) - SECTIONS)), f"Không có mục “{', '.join(strange)}”.")
    profile, rules = data.get("profile", "house"), data.get("rules", {})
    _expect(profile in get_args(Profile), f"profile phải là {' hoặc '.join(get_args(Profile))}.")
    _expect(isinstance(rules, dict), "[rules] phải là bảng MÃ = mức.")
    levels = ("off", *get_args(Severity))
    for code, level in rules.items():
        _expect(code in known, f"Không có quy tắc “{code}”.")
        _expect(level in levels, f"Mức của {code} phải là {', '.join(levels)}.")
    parts = data.get("parts")
    _expect(
        parts is None or (isinstance(parts, list) and all(isinstance(p, dict) and "kind" in p for p in parts)),
        "[[parts]] cần có kind.",
    )
    return Settings(
        profile=profile,
        off=frozenset(code for code, level in rules.items() if level == "off"),
        severities={code: level for code, level in rules.items() if level != "off"},
        waivers=tuple(_waiver(entry, known) for entry in data.get("waive", [])),
        parts=tuple(parts) if parts is not None else None,
    )


def _waiver(entry: dict[str, Any], known: frozenset[str]) -> Waiver:
    _expect(isinstance(entry, dict) and all(isinstance(v, str) for v in entry.values()), "[[waive]] chỉ nhận chữ.")
    _expect(entry.get("code") in known, f"[[waive]]: không có quy tắc “{entry.get('code')}”.")
    _expect(bool(entry.get("reason", "").strip()), f"[[waive]] {entry['code']}: phải nêu lý do (reason).")
    _expect(set(entry) <= {"code", "reason", "quote", "file"}, "[[waive]] chỉ có code, reason, quote, file.")
    return Waiver(**entry)


def _expect(holds: bool, message: str) -> None:
    if not holds:
        raise ValueError(message)
