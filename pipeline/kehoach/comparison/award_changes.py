"""Changes of awards: which are given, by whom, when, for what, and the duty to reward."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach.comparison.linked import Linked, around, cut
from kehoach.comparison.model import Change, Effect
from kehoach.comparison.points import Point
from kehoach.comparison.wording import words_of
from kehoach.facts.quantities import find_quantities
from kehoach.plan import Award

#: In small letters: neither the name of a council or office (`Khen thưởng`) nor the field of work (`thi đua - khen
#: thưởng`) is a duty; `biểu dương, khen thưởng` is one
REWARD = re.compile(
    r"(?<![-–] )(?:biểu dương|tuyên dương|tôn vinh)(?:\s*,\s*khen thưởng)?|(?<!biểu dương, )"
    r"(?<!thi đua, )(?<!thi đua )(?<!thi đua và )(?<!thi đua [-–] )(?<!thi đua[-–])khen thưởng"
)
BASIS = re.compile(r"\(?(?:Căn cứ|Theo|Thực hiện theo)\s")
#: From the highest down (Luật Thi đua, khen thưởng 2022, Điều 9)
FORMS = ("huân chương", "huy chương", "bằng khen", "giấy khen")
OCCASION = re.compile(r"h[àằ]ng năm|sơ kết|tổng kết|đột xuất|chuyên đề", re.IGNORECASE)


def award_changes(linked: Linked) -> list[Change]:
    """Awards, their occasions and conditions, and clauses on rewarding."""
    return [*_awards(linked), *_occasions(linked), *_conditions(linked), *_duties(linked)]


def _awards(linked: Linked) -> Iterable[Change]:
    """Each award of the parent once, whatever the number of its occasions."""
    told: set[tuple[str, ...]] = set()
    own = {(award.form.casefold(), *_words_of(award)) for award in linked.parent.awards}
    matched: set[int] = set()
    missing: list[Award] = []
    for award in linked.parent.awards:
        key = (award.form.casefold(), *sorted(set(linked.upper_wording.tokens(award.authority or ""))))
        answers = [i for i, other in enumerate(linked.child.awards) if _is_same(linked, award, other)]
        matched |= set(answers)
        first = {_words_of(linked.child.awards[i]): i for i in reversed(answers)}
        if key in told:
            continue
        told.add(key)
        if not answers:
            missing.append(award)
            continue
        for other in (linked.child.awards[i] for i in sorted(first.values())):
            kept = len(first) > 1 and (other.form.casefold(), *_words_of(other)) in own
            if _differences(award, other) and not kept:  # one may stay, and one of the child's level come beside it
                yield _change("rescoped", award, other, f"Hạng hoặc thẩm quyền khác: {_name(award)} → {_name(other)}.")
    added = [other for i, other in enumerate(linked.child.awards) if i not in matched]
    yield from _replaced(linked, missing, added)


def _replaced(linked: Linked, missing: list[Award], added: list[Award]) -> Iterable[Change]:
    """What is missing and what is new: in linked blocks, or in one form, the one stands for the other."""
    for award in missing:
        blocks = {point.block.id for point in linked.answers(award.block)}
        other = next((o for o in added if o.block in blocks), None)
        other = other or next((o for o in added if o.form.casefold() == award.form.casefold()), None)
        if other is None:
            yield _change("missing", award, None, f"Không còn hình thức {_name(award)}.")
            continue
        added.remove(other)
        lower = _rank(other) > _rank(award) > 0
        effect = "weaker" if lower and linked.same_level else "rescoped"
        told = "Hình thức thấp hơn" if lower else "Hình thức hoặc thẩm quyền khác"
        yield _change(effect, award, other, f"{told}: {_name(award)} → {_name(other)}.")
    for other in added:
        yield _change("added", None, other, f"Hình thức khen thưởng mới: {_name(other)}.")


def _rank(award: Award) -> int:
    """The place of a form among all, from the highest down; 0 for one that has none."""
    return next((i for i, form in enumerate(FORMS, 1) if award.form.casefold().startswith(form)), 0)


def _is_same(linked: Linked, ours: Award, theirs: Award) -> bool:
    if ours.form.casefold() != theirs.form.casefold():
        return False
    if ours.authority is None or theirs.authority is None:
        return True
    return linked.alike(ours.authority, theirs.authority) >= 0.5


def _differences(ours: Award, theirs: Award) -> int:
    """Class and authority; one that is written in other words is the same."""
    return sum(a != b for a, b in zip(_words_of(ours), _words_of(theirs), strict=True))


def _words_of(award: Award) -> tuple[str, str]:
    """The class, and who awards, word by word in one order."""
    return (award.award_class or "", " ".join(sorted(set(words_of(award.authority or "")))))


def _name(award: Award) -> str:
    return " ".join(
        filter(None, [award.form, award.award_class, f"của {award.authority}" if award.authority else None])
    )


def _change(effect: str, ours: Award | None, theirs: Award | None, message: str) -> Change:
    return Change.model_validate(
        {
            "kind": "award",
            "effect": effect,
            "parent_quote": cut(ours.quote) if ours else None,
            "child_quote": cut(theirs.quote) if theirs else None,
            "parent_block": ours.block if ours else None,
            "child_block": theirs.block if theirs else None,
            "message": message,
        }
    )


def _occasions(linked: Linked) -> Iterable[Change]:
    """When awards are given: occasions that no award of the child has."""
    theirs = {_base(award.occasion) for award in linked.child.awards}
    told: set[str | None] = {None}
    for award in linked.parent.awards:
        base = _base(award.occasion)
        if base in told or base in theirs:
            continue
        told.add(base)
        stated = _where_stated(linked, award, base or "")
        general = next((m for m in linked.child.timeline if REWARD.search(m.quote) and _base(m.quote) == base), None)
        yield Change(
            kind="award",
            effect="weaker" if general else "missing",
            parent_quote=cut(stated.block.text) if stated else cut(award.quote),
            child_quote=cut(general.quote) if general else None,
            parent_block=stated.block.id if stated else award.block,
            child_block=general.block if general else None,
            message=f"Không còn nêu dịp khen thưởng “{award.occasion}” cho hình thức cụ thể.",
        )


def _base(occasion: str | None) -> str | None:
    found = OCCASION.search(occasion or "")
    return found[0].casefold().replace("hằng", "hàng") if found else None


def _where_stated(linked: Linked, award: Award, base: str) -> Point | None:
    """The block, or the heading above it, that says when the award is given."""
    point = linked.upper_point(award.block)
    while point is not None:
        if _base(point.block.text) == base:
            return point
        point = linked.upper[point.holder] if point.holder is not None else None
    return None


def _conditions(linked: Linked) -> Iterable[Change]:
    """What an award is for: blocks below an award that the child does not carry, each wording once."""
    told: set[tuple[str, ...]] = set()
    for point in linked.upper:
        key = tuple(point.tokens)
        if point.block.heading or "awards" not in point.roles or point.awards or linked.answers(point.block.id):
            continue
        if key not in told and not BASIS.match(point.block.text):
            told.add(key)
            yield Change(
                kind="award",
                effect="missing",
                parent_quote=cut(point.block.text),
                parent_block=point.block.id,
                message=_what_is_gone(point),
            )


def _what_is_gone(point: Point) -> str:
    if "budget" in point.roles:
        return "Không còn quy định về mức thưởng, kinh phí khen thưởng."
    if "procedure" in point.roles:
        return "Không còn quy định về hồ sơ, thủ tục khen thưởng."
    if find_quantities(point.block.text):
        return "Không còn quy định về số lượng khen thưởng."
    return "Không còn điều kiện hoặc đối tượng của hình thức khen thưởng."


def _duties(linked: Linked) -> Iterable[Change]:
    """Clauses of duties and requirements that speak of rewarding, and lost something or all."""
    duties = {a.block for a in linked.parent.assignments}
    for point in linked.upper:
        answers = linked.answers(point.block.id)
        if point.block.heading or point.roles & {"awards", "criteria", "procedure", "subjects", "budget"}:
            continue
        if not answers and point.block.id not in duties:
            continue
        for reward in REWARD.finditer(point.block.text):
            change = _lost(linked, point, reward, answers)
            if change:
                yield change


def _lost(linked: Linked, point: Point, reward: re.Match[str], answers: list[Point]) -> Change | None:
    """What became of a duty to reward: gone, or without the promptness that the parent asks for."""
    clause = _about(point, reward)
    theirs = [(a, m) for a in answers for m in REWARD.finditer(a.block.text)]
    near = max(theirs, key=lambda t: linked.alike(clause, _about(*t)), default=None)
    if near is None:
        return _reward("missing", clause, None, point, None, "Không còn nhiệm vụ khen thưởng, biểu dương.")
    other = _about(*near)
    if "kịp thời" in clause.casefold() and "kịp thời" not in other.casefold():
        return _reward("weaker", clause, other, point, near[0], "Không còn yêu cầu khen thưởng, biểu dương kịp thời.")
    return None


def _about(point: Point, reward: re.Match[str]) -> str:
    return around(point.block.text, reward.start(), reward.end(), words=5)


def _reward(effect: Effect, ours: str, theirs: str | None, point: Point, answer: Point | None, told: str) -> Change:
    return Change(
        kind="award",
        effect=effect,
        parent_quote=cut(ours),
        child_quote=cut(theirs) if theirs else None,
        parent_block=point.block.id,
        child_block=answer.block.id if answer else None,
        message=told,
    )
