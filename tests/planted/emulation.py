"""The sections that a plan for an emulation movement (phong trào thi đua) has besides: criteria, awards, procedure."""

from __future__ import annotations

from .desk import Clause, Desk, Outline, low
from .facts import Award, Criteria, Milestone
from .figures import count
from .sections import dressed
from .wordings import phrases, places


def contest(desk: Desk, out: Outline, depth: int) -> None:
    """NỘI DUNG THI ĐUA"""
    out.head(depth, desk.rng.choice(("Nội dung thi đua", "Nội dung phong trào thi đua")), ("content",))
    stock = [p for _, things in desk.topic.themes for p in things]
    for phrase in desk.rng.sample(stock, desk.rng.randint(3, 5)):
        clause = Clause(f"Thi đua {low(phrase)}") if desk.chance(0.5) else dressed(desk, phrase)
        out.item(depth + 1, clause if clause.text.endswith(".") else Clause(clause.text + ".", clause.facts))


def criteria(desk: Desk, out: Outline, depth: int) -> None:
    """Đối tượng, tiêu chí thi đua: by audience, as headings with bullets or run in."""
    name, roles = desk.rng.choice(
        (
            ("Đối tượng, tiêu chí thi đua", ("subjects", "criteria")),
            ("Tiêu chí thi đua", ("criteria",)),
            ("Tiêu chuẩn khen thưởng", ("criteria",)),
        )
    )
    out.head(depth, name, roles)
    for audience in desk.rng.sample(list(phrases.CRITERIA), desk.rng.randint(2, 4)):
        stock = phrases.CRITERIA[audience]
        items = desk.rng.sample(stock, desk.rng.randint(min(2, len(stock)), len(stock)))
        if desk.chance(0.3):
            parts = [items[0], *(low(i) for i in items[1:])]
            text = f"Đối với {audience}: " + "; ".join(parts) + "."
            out.item(depth + 1, Clause(text, (Criteria(audience, tuple(parts)),)))
        else:
            out.head(depth + 1, f"Đối với {audience}", roles, (Criteria(audience, tuple(items)),))
            out.items(depth + 2, [Clause(i) for i in items], "-")


def powers(desk: Desk) -> tuple[tuple[str, str | None, str], ...]:
    """What this issuer may give (first), and what it may propose: form, class, authority."""
    issuer = desk.issuer
    own, above = desk.say(f"Chủ tịch {issuer.short}"), desk.say(f"Chủ tịch {issuer.higher}")
    if issuer.kind == "department":
        unit = places.kind_of(issuer.higher.removeprefix("Ủy ban nhân dân "))
        return (
            (
                "Giấy khen",
                None,
                f"Giám đốc {issuer.short}"
                if issuer.level == "province"
                else desk.say(f"Chủ tịch Ủy ban nhân dân {unit}"),
            ),
        )
    if issuer.kind == "people_committee" and issuer.level == "province":
        return (
            ("Bằng khen", None, own),
            ("Bằng khen", None, "Thủ tướng Chính phủ"),
            ("Huân chương Lao động", "hạng Ba", "Chủ tịch nước"),
        )
    if issuer.kind == "people_committee":
        from_district = any(kind in above for kind in ("huyện", "quận", "thị xã"))
        return (("Giấy khen", None, own), ("Giấy khen" if from_district else "Bằng khen", None, above))
    return {
        "ministry": (("Bằng khen", None, f"Bộ trưởng {issuer.short}"), ("Bằng khen", None, "Thủ tướng Chính phủ")),
        "school": (("Giấy khen", None, "Hiệu trưởng"),),
        "front": (("Giấy khen", None, desk.say(issuer.short)),),
        "party": (("Giấy khen", None, issuer.short),),
        "steering_committee": (("Bằng khen", None, above),),
    }[issuer.kind]


def awards(desk: Desk, out: Outline, depth: int) -> None:
    """HÌNH THỨC KHEN THƯỞNG: a list, run-in sentences, or by occasion."""
    given = powers(desk)
    out.head(depth, desk.rng.choice(("Hình thức khen thưởng", "Khen thưởng")), ("awards",))
    form = desk.rng.choice(("list", "list", "sentence", "occasion"))
    if form == "list":
        clauses = [_named(*a, None) for a in reversed(given)]
        if desk.chance(0.3):
            clauses = [Clause(f"{c.text}: {_quota(desk)}", c.facts) for c in clauses]
        out.items(depth + 1, clauses, "-")
    elif form == "sentence":
        out.items(depth + 1, [_granted(desk, *a, None, n == 0) for n, a in enumerate(given)], "-")
    else:
        _by_occasion(desk, out, depth + 1, given)
    if desk.chance(0.4):
        basis = Criteria("các tập thể, cá nhân", (phrases.AWARD_BASIS,))
        out.item(depth + 1, Clause(phrases.AWARD_BASIS + ".", (basis,)), "-" if form != "occasion" else None)


def _quota(desk: Desk) -> str:
    """How many awards there are: no target."""
    return f"{count(desk.rng.randint(3, 30))} tập thể, {count(desk.rng.randint(5, 60))} cá nhân"


def _by_occasion(desk: Desk, out: Outline, depth: int, given: tuple[tuple[str, str | None, str], ...]) -> None:
    every = desk.rng.choice(("hằng năm", "hàng năm"))
    last = desk.frame.high.year
    if not desk.frame.one_year:
        time = Milestone(f"Khen thưởng {every}", every, "recurring", recurrence="annual")
        out.head(depth, f"Khen thưởng {every}", ("awards",), (time,))
        out.items(depth + 1, [_granted(desk, *given[0], every, True)], "-")
    time = Milestone(f"Khen thưởng tổng kết phong trào vào năm {last}", f"vào năm {last}", "event", end=str(last))
    out.head(depth, f"Khen thưởng tổng kết phong trào vào năm {last}", ("awards",), (time,))
    out.items(depth + 1, [_granted(desk, *a, f"tổng kết {last}", n == 0) for n, a in enumerate(given)], "-")


def _named(form: str, award_class: str | None, authority: str, occasion: str | None) -> Clause:
    """Bằng khen của Thủ tướng Chính phủ; Huân chương Lao động hạng Ba"""
    if award_class:
        text = f"{form} {award_class}"
        return Clause(text, (Award(form, award_class, None, occasion, text),))
    text = f"{form} của {authority}"
    return Clause(text, (Award(form, None, authority, occasion, text),))


def _granted(desk: Desk, form: str, award_class: str | None, authority: str, occasion: str | None, own: bool) -> Clause:
    """Tặng Giấy khen của … cho …; Đề nghị … tặng Bằng khen cho …"""
    full = f"{form} {award_class}" if award_class else form
    to = desk.rng.choice(("tập thể, cá nhân có thành tích xuất sắc", "các tập thể, cá nhân tiêu biểu trong phong trào"))
    text = (
        f"Tặng {full} của {authority} cho {to}"
        if own
        else desk.rng.choice((f"Đề nghị {authority} tặng {full} cho {to}", f"Trình {authority} tặng {full} cho {to}"))
    )
    return Clause(text, (Award(form, award_class, authority, occasion, text),))


def procedure(desk: Desk, out: Outline, depth: int) -> None:
    """HỒ SƠ, THỦ TỤC: how many copies is no target."""
    out.head(
        depth, desk.rng.choice(("Hồ sơ, thủ tục khen thưởng", "Hồ sơ, trình tự đề nghị khen thưởng")), ("procedure",)
    )
    out.items(depth + 1, [Clause(t) for t in desk.rng.sample(phrases.PROCEDURE, desk.rng.randint(2, 4))], "-")
