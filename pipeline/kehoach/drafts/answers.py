"""The officer's answers put where the questions stand. Nothing else of the text changes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kehoach.draft import OPEN, LeftOut
from kehoach.drafts.composition import Sheet, name_asks
from kehoach.drafts.points import Ask, Point
from kehoach.drafts.sharing import DROP, KEEP, answers_all, share_of
from kehoach.drafts.weakening import later, lower
from kehoach.errors import KehoachError

_DOCUMENT = re.compile(r"(?:Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Chương trình)\s")


class AnswersError(KehoachError):
    """A file of answers that cannot be used."""


def read_answers(path: str | Path) -> dict[str, str]:
    """``[answers]`` of a TOML file: question id → answer. Raises ``AnswersError``."""
    name = Path(path).name
    try:
        data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AnswersError("not_found", "Không tìm thấy tệp trả lời.", file=name) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise AnswersError("not_toml", "Tệp trả lời không đọc được; phải là TOML, mã UTF-8.", file=name) from None
    answers = data.get("answers", {})
    if not isinstance(answers, dict) or not all(isinstance(v, str) for v in answers.values()):
        raise AnswersError(
            "bad_answers", "Tệp trả lời phải có mục [answers] với các dòng mã = “câu trả lời”.", file=name
        )
    return {key: value for key, value in answers.items() if value.strip()}


def apply(sheet: Sheet, answers: Mapping[str, str]) -> list[LeftOut]:
    """Put the answers into a sheet; returns what was dropped by them. Raises ``AnswersError`` for an unknown id."""
    asks = {ask.id: ask for ask in name_asks(sheet)}
    if unknown := sorted(set(answers) - set(asks)):
        raise AnswersError("unknown_question", f"Không có câu hỏi mang mã {', '.join(unknown)} trong dự thảo này.")
    for key, answer in answers.items():
        asks[key].answer = answer.strip()
    given = _given(sheet.points)
    dropped: list[LeftOut] = []
    kept: list[Point] = []
    under: int | None = None
    for point in sheet.points:
        under = None if under is not None and point.depth <= under else under
        if under is None and any(answer.casefold() in DROP for answer in _said(point, given)):
            under = point.depth
        if under is not None:
            dropped += [LeftOut(parent=p, why="dropped", rule="answered") for p in point.parents]
            continue
        _fill(point, given.get(id(point), []))
        kept.append(point)
    sheet.points = _written_below(kept)
    _fill_head(sheet)
    for ask in asks.values():
        if len(ask.quotes) > 1 and not answers_all(ask):
            ask.answer = None  # what is left open is still asked
    return dropped


@dataclass(frozen=True, slots=True)
class _Given:
    """What is answered for one open place, with the question and the parent's words about the place."""

    ask: Ask
    answer: str | None
    quote: str | None


def _given(points: list[Point]) -> dict[int, list[_Given]]:
    """The answers for the open places of each point: the n-th place belongs to the n-th question that has one."""
    used: dict[int, int] = {}
    given: dict[int, list[_Given]] = {}
    for point in points:
        for ask in filter(has_place, point.asks):
            n = used.get(id(ask), 0)
            used[id(ask)] = n + 1
            given.setdefault(id(point), []).append(_Given(ask, *share_of(ask, n)))
    return given


def _said(point: Point, given: dict[int, list[_Given]]) -> list[str]:
    """All that is answered about a point."""
    places = [each.answer for each in given.get(id(point), [])]
    return [answer for answer in [*places, *(a.answer for a in point.asks if not has_place(a))] if answer]


def _fill(point: Point, places: list[_Given]) -> None:
    pieces = point.text.split(OPEN)
    out = pieces[0]
    for i, piece in enumerate(pieces[1:]):
        answer = places[i].answer if i < len(places) else None
        words = (answer or "").rstrip(".")
        out += (words if answer and answer.casefold() not in KEEP else OPEN) + piece
        if answer and (weaker := _weaker(places[i])):
            point.note = "; ".join(filter(None, [point.note, weaker]))
    point.text = out


def has_place(ask: Ask) -> bool:
    """Does an open place of the text belong to the question?"""
    return ask.about in ("target", "deadline", "citation", "content", "body") and not _by_choice(ask)


def _by_choice(ask: Ask) -> bool:
    """A question that has no open place in the text: about a basis, or about duties as a whole."""
    return ask.about in ("citation", "content") and bool(ask.options)


def _weaker(given: _Given) -> str | None:
    """What to say where an answer asks for less than the parent."""
    if not given.quote or not given.answer:
        return None
    compare = {"target": lower, "deadline": later}.get(given.ask.about)
    return compare(given.quote, given.answer) if compare else None


def _written_below(points: list[Point]) -> list[Point]:
    """What officers answered beyond the choices: a duty of the heading that asked, a basis, or else a note."""
    out: list[Point] = []
    told: set[int] = set()
    for at, point in enumerate(points):
        out.append(point)
        for ask in point.asks:
            if not _free(ask) or id(ask) in told:
                continue
            told.add(id(ask))
            answer = (ask.answer or "").rstrip(".;")
            if point.heading and ask.about == "content":
                depth = point.depth + 1
                label = next((p.label for p in points[at + 1 :] if p.depth == depth), "-")
                out.append(Point(f"{answer}.", depth, "officer", "added", label=label))
            elif ask.about == "citation" and _DOCUMENT.match(answer):
                out.insert(len(out) - 1, Point(f"Căn cứ {answer};", 0, "officer", "added"))
            else:
                point.note = "; ".join(filter(None, [point.note, f"Trả lời: {answer}"]))
    return out


def _free(ask: Ask) -> bool:
    """An answer of the officer's own words to a question that has no open place."""
    if not ask.answer or ask.answer.casefold() in KEEP or ask.answer in ask.options:
        return False
    return _by_choice(ask) or ask.about == "header"


def _fill_head(sheet: Sheet) -> None:
    for ask in [*sheet.head_asks, *sheet.foot_asks]:
        if not ask.answer or ask.answer.casefold() in KEEP:
            continue
        if ask.about == "header" and not ask.parent_quote:
            sheet.number = re.sub(r"^Số:\s*/", f"Số: {ask.answer.split('/')[0].strip()}/", sheet.number)
        elif ask.about == "name" and ask.parent_quote:
            sheet.title = sheet.title.replace(f"“{ask.parent_quote}”", f"“{ask.answer.strip('“”')}”")
            for point in sheet.points:
                if point.rule in ("issuing_sentence", "closing_form"):
                    point.text = point.text.replace(f"“{ask.parent_quote}”", f"“{ask.answer.strip('“”')}”")
        elif ask.about == "name":
            sheet.signature = [*sheet.signature, ask.answer]
