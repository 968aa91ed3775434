"""Changes of what a plan commits itself to: figures, states, and conditions that must be met."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from kehoach.comparison.aims import Aim, aims_of
from kehoach.comparison.due_changes import due_changes
from kehoach.comparison.figure_changes import figure_changes
from kehoach.comparison.linked import EQUAL, Linked, best_pairs, cut, equal_pairs
from kehoach.comparison.model import Change, Effect
from kehoach.comparison.wording import levels_in, without_year
from kehoach.facts.quantities import number
from kehoach.plan import Comparator

SAME_AIM = 0.4  # likeness of two indicators from which they are one aim, in linked blocks …
SAME_AIM_ELSEWHERE = 0.5  # … and in any others
SAME_POINT = 0.3  # likeness of two clauses from which the child keeps the point of a figure
SAME_FIGURE = 1.03  # what an equal figure, an equal quote, a linked block each add, to decide between like indicators
FALLING = re.compile(r"\b(?:còn|giảm xuống|xuống|không quá|tối đa|dưới)\b", re.IGNORECASE)
NAMED = 12  # words of an indicator in a message
#: A total from which a much smaller figure of the child is its part of it, and how much smaller
TOTAL, PART = 30, 0.5
PER_UNIT = re.compile(r"/|(?<!\w)(?:mỗi|từng|bình quân|trung bình|trên một)(?!\w)", re.IGNORECASE)
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
TIME_UNIT = re.compile(r"(?:ngày|tuần|tháng|giờ|phút|năm)(?!\w)")  # told as times
REWARDED = re.compile(r"(?:tập thể|cá nhân|trường hợp|giải|đơn vị)(?!\w)")
BOUNDS: dict[Comparator, str] = {
    "=": "",
    "range": "",
    ">=": "ít nhất ",
    ">": "trên ",
    "<=": "không quá ",
    "<": "dưới ",
}
STRICT: dict[Comparator, int] = {"=": 1, ">=": 2, ">": 3, "<=": 2, "<": 3, "range": 0}


def target_changes(linked: Linked) -> list[Change]:
    """Figures and states: missing, weaker, stronger, re-scoped, added."""
    upper, lower = aims_of(linked.parent, linked.upper), aims_of(linked.child, linked.lower)
    answers = [{p.block.id for p in linked.answers(aim.block)} for aim in upper]

    scored = [(EQUAL, i, j) for i, j in equal_pairs([_key(a) for a in upper], [_key(a) for a in lower])]
    for alike, i, j in linked.alike_pairs([a.what for a in upper], [a.what for a in lower], SAME_AIM):
        likeness = alike * _agreement(upper[i], lower[j])
        in_link = lower[j].block in answers[i]
        if not in_link and (upper[i].value is None) != (lower[j].value is None):
            continue  # a state and a figure are one aim only where the points are
        if likeness >= (SAME_AIM if in_link else SAME_AIM_ELSEWHERE):
            scored.append((likeness * (SAME_FIGURE if in_link else 1), i, j))
    pairs = best_pairs(scored)
    pairs |= _left(upper, lower, answers, pairs)
    said = {(a.value, a.noun) for a in lower}
    changes: list[Change] = []
    for i, aim in enumerate(upper):
        if i in pairs:
            changes += _between(aim, lower[pairs[i]], linked)
            changes += due_changes(linked, aim, lower[pairs[i]])
        elif aim.spare:
            continue
        elif aim.target or not (_is_told_as_award(linked, aim, answers[i]) or (aim.value, aim.noun) in said):
            changes.append(_missing(linked, aim))
    matched = set(pairs.values())
    for j, aim in enumerate(lower):
        if j not in matched and (aim.spare or (TIME_UNIT.match(aim.unit or "") and not aim.target)):
            continue
        if j not in matched and (_is_restated(linked, aim, upper) if aim.target else not _is_put_in(linked, aim)):
            continue
        if j not in matched:
            changes.append(_added(aim))
    known = {(a.block, a.value) for a in [*upper, *lower]}
    told = {(a.block, a.value) for j, a in enumerate(lower) if j in matched or a.target}
    return changes + figure_changes(linked, known, told)


def _left(
    upper: Sequence[Aim], lower: Sequence[Aim], answers: Sequence[set[str]], pairs: dict[int, int]
) -> dict[int, int]:
    """Figures of linked blocks whose indicators are worded anew: those in one unit, then as many as are left."""
    taken = set(pairs.values())
    below: dict[tuple[str | None, bool], list[int]] = {}
    for j, other in enumerate(lower):
        if j not in taken:
            below.setdefault((other.block, other.target), []).append(j)
    left = Counter(aim.block for i, aim in enumerate(upper) if i not in pairs)
    found: dict[int, int] = {}
    for same_unit in (True, False):
        for i, aim in enumerate(upper):
            if i in pairs or i in found or aim.value is None:
                continue
            free = [j for block in sorted(answers[i]) for j in below.get((block, aim.target), ()) if j not in taken]
            if same_unit:
                free = [j for j in free if lower[j].noun == aim.noun and lower[j].value is not None]
            elif len(free) != left[aim.block]:
                continue
            if free:
                found[i] = free[0]
                taken.add(free[0])
                left[aim.block] -= 1
    return found


def _is_told_as_award(linked: Linked, aim: Aim, answers: Collection[str]) -> bool:
    """A figure of an award's conditions that are left out whole is told with these."""
    return not answers and _is_of_awards(linked, aim)


def _is_of_awards(linked: Linked, aim: Aim) -> bool:
    point = linked.upper_point(aim.block)
    if point is None or aim.target or "awards" not in point.roles:
        return False
    return "criteria" not in point.roles or REWARDED.match(aim.unit or "") is not None


def _number_of_awards(linked: Linked, aim: Aim, other: Aim, effect: Effect) -> Change:
    """How many are rewarded is no aim; a lower level rewards fewer."""
    change = _change(effect, aim, other, f"Số lượng khen thưởng khác: {_told(aim)} → {_told(other)}.")
    return change.model_copy(update={"kind": "award", "effect": effect if linked.same_level else "rescoped"})


def _key(aim: Aim) -> tuple[object, ...]:
    return (aim.quote, aim.indicator, aim.comparator, aim.value, aim.value_to, aim.of, aim.unit, aim.due)


def _agreement(aim: Aim, other: Aim) -> float:
    """How far two figures with like indicators count the same: in the same unit, for the same year."""
    agreement = 1.0
    if aim.value is not None and other.value is not None:
        if (aim.unit == "%") != (other.unit == "%"):
            agreement *= 0.5
        if aim.noun != other.noun:
            agreement *= 0.6
    if aim.due and other.due and aim.due[:4] != other.due[:4]:
        agreement *= 0.8  # the same indicator year by year
    if (aim.value, aim.value_to, aim.of) == (other.value, other.value_to, other.of):
        agreement *= SAME_FIGURE
    return agreement * SAME_FIGURE if aim.quote == other.quote else agreement


def _between(aim: Aim, other: Aim, linked: Linked) -> list[Change]:
    """What two figures for one aim differ in."""
    share = _share(other) if aim.unit == "%" else None
    if share is not None:
        return _converted(aim, other, share)
    if (aim.value is None) != (other.value is None) or (aim.of or 0) != (other.of or 0):
        return [_rescoped(linked, aim, other)]
    like = (aim.unit == "%") == (other.unit == "%") and (aim.noun in other.noun or other.noun in aim.noun)
    if aim.value != other.value and not like:
        return [_rescoped(linked, aim, other)]
    effect = _effect(aim, other)
    if effect is None:
        return []
    counted = aim.unit and levels_in(f"các {aim.unit}")
    if not linked.same_level and ((counted and effect == "weaker") or _is_part(aim, other)):
        effect = "rescoped"
    if _is_of_awards(linked, aim):
        return [_number_of_awards(linked, aim, other, effect)]
    words = {
        "weaker": "Chỉ tiêu thấp hơn",
        "stronger": "Chỉ tiêu cao hơn",
        "rescoped": "Chỉ tiêu theo phạm vi khác",
        "equal": "Chỉ tiêu nằm trong khoảng đã đặt",
    }
    return [_change(effect, aim, other, f"{words[effect]}: {_name(aim)}: {_told(aim)} → {_told(other)}.")]


def _share(aim: Aim) -> float | None:
    """The percentage that a part of a whole is (`180/200 người`: 90)."""
    return 100 * aim.value / aim.of if aim.value is not None and aim.of else None


def _converted(aim: Aim, other: Aim, share: float) -> list[Change]:
    """A share that the child says as a count: it is compared by what it comes to."""
    effect: Effect = "weaker" if share < (aim.value or 0) else "stronger" if share > (aim.value or 0) else "rescoped"
    told = {"weaker": "thấp hơn", "stronger": "cao hơn", "rescoped": "được tính theo số lượng"}
    comes_to = f"{share:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    words = f"Chỉ tiêu {told[effect]}: {_name(aim)}: {_told(aim)} → {_told(other)} ({comes_to}%)."
    return [_change(effect, aim, other, words)]


def _rescoped(linked: Linked, aim: Aim, other: Aim) -> Change:
    if _is_of_awards(linked, aim):
        return _number_of_awards(linked, aim, other, "rescoped")
    words = f"Chỉ tiêu được đặt lại theo phạm vi khác: {_name(aim)}: {_told(aim)} → {_told(other)}."
    return _change("rescoped", aim, other, words)


def _is_part(aim: Aim, other: Aim) -> bool:
    """Is the child's figure its share of a total of the parent's area (people, households, kilometres)?"""
    if (aim.unit or "").startswith(("%", "‰")) or PER_UNIT.search(f"{aim.quote} {aim.unit}") or aim.noun != other.noun:
        return False
    return (aim.value or 0) >= TOTAL and 0 < (other.value or 0) <= PART * (aim.value or 0)


def _effect(aim: Aim, other: Aim) -> Effect | None:
    if aim.value is None or other.value is None:
        return None
    falling = aim.comparator in ("<", "<=") or FALLING.search(aim.quote) is not None
    if aim.value_to is not None and other.value_to is None and aim.value <= other.value <= aim.value_to:
        return "equal"  # one figure out of the range
    if aim.value != other.value:
        lower = other.value < aim.value
        return "stronger" if lower == falling else "weaker"
    if (aim.value_to or aim.value) != (other.value_to or other.value) and None not in (aim.value_to, other.value_to):
        return "stronger" if ((other.value_to or 0) < (aim.value_to or 0)) == falling else "weaker"
    if aim.comparator != other.comparator and "range" not in (aim.comparator, other.comparator):
        return "weaker" if STRICT[other.comparator] < STRICT[aim.comparator] else "stronger"
    return None


def _is_put_in(linked: Linked, aim: Aim) -> bool:
    """Does the child put a figure into a duty that the parent states without it (`phỏng vấn 30% hộ`), or into a
    criterion of its own?
    """
    sources, point = linked.sources(aim.block), linked.lower_point(aim.block)
    if not sources:  # a criterion of its own, with a figure
        return point is not None and "criteria" in point.roles and "awards" not in point.roles
    said = {number(figure) for p in sources for figure in FIGURES.findall(p.block.text)}
    return aim.value not in said and not any("awards" in p.roles for p in sources)


def _is_restated(linked: Linked, aim: Aim, upper: Sequence[Aim]) -> bool:
    """The child says a figure twice that the parent says once."""
    sources = {p.block.id for p in linked.sources(aim.block)}
    return any(
        other.value == aim.value
        and other.unit == aim.unit
        and linked.alike(other.indicator, aim.indicator) >= (SAME_AIM if other.block in sources else SAME_AIM_ELSEWHERE)
        for other in upper
    )


def _missing(linked: Linked, aim: Aim) -> Change:
    """A figure that the child does not have; where it keeps the point without the figure, it asks for less."""
    files = aim.unit == "bộ" and not aim.target
    near = None if aim.target else linked.nearest(aim.quote, linked.answers(aim.block))
    kept = near is not None and near[0] >= SAME_POINT
    lost = "Không còn quy định về hồ sơ" if files else "Không còn chỉ tiêu" if aim.target else "Không còn con số"
    return Change(
        kind="award" if files or _is_of_awards(linked, aim) else "target",
        effect="weaker" if kept else "missing",
        parent_quote=cut(aim.quote),
        child_quote=cut(near[2]) if near and kept else None,
        parent_block=aim.block,
        child_block=near[1].block.id if near and kept else None,
        message=f"{'Không còn nêu số lượng' if kept else lost}: {_said(aim)}.",
        applicable=kept or not _counts_others(aim, linked),
    )


def _counts_others(aim: Aim, linked: Linked) -> bool:
    """Does a target count units of levels down to the child's own (`40 xã`)? Then nothing is asked of one of them."""
    return aim.target and linked.scope.counts_others(aim.unit, aim.indicator)


def _added(aim: Aim) -> Change:
    return Change(
        kind="target",
        effect="added",
        child_quote=cut(aim.quote),
        child_block=aim.block,
        message=f"{'Chỉ tiêu mới' if aim.target else 'Nêu thêm con số'}: {_said(aim)}.",
    )


def _change(effect: Effect, aim: Aim, other: Aim, message: str) -> Change:
    return Change(
        kind="target",
        effect=effect,
        parent_quote=cut(aim.quote),
        child_quote=cut(other.quote),
        parent_block=aim.block,
        child_block=other.block,
        message=message,
    )


def _name(aim: Aim) -> str:
    """What is measured, in the document's words, for messages."""
    words = without_year(aim.indicator).split()
    return " ".join(words[:NAMED]).rstrip(",;:.(") + (" …" if len(words) > NAMED else "")


def _said(aim: Aim) -> str:
    """A figure with what it counts: a target by its indicator, another figure in the words around it."""
    if aim.value is None:
        return _told(aim)
    return f"{_name(aim)}: {_told(aim)}" if aim.target else f"“{aim.quote}”"


def _told(aim: Aim) -> str:
    """A figure in short, for messages."""
    if aim.value is None:
        return f"“{' '.join(aim.quote.split()[:12])}”"
    whole = f"/{aim.of:g}" if aim.of else ""
    to = f"–{aim.value_to:g}" if aim.value_to else ""
    unit = f" {aim.unit}" if aim.unit and not aim.unit.startswith("%") else aim.unit or ""
    return f"{BOUNDS[aim.comparator]}{aim.value:g}{to}{whole}{unit}".strip().replace(".", ",")
