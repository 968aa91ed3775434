"""Milestones: deadlines, events, periods and recurring duties in many wordings.

Each function gives a clause for a verb phrase. The quote is the clause, the time its expression of time.
"""

from __future__ import annotations

from .dates import When, slash, words
from .desk import Clause, Desk, cap, low
from .facts import Milestone
from .wordings.phrases import STEPS


def _clause(
    text: str,
    time: str,
    kind: str,
    start: str | None = None,
    end: str | None = None,
    recurrence: str | None = None,
    actors: tuple[str, ...] = (),
) -> Clause:
    assert time in text, (time, text)
    return Clause(text, (Milestone(text, time, kind, start, end, recurrence, actors),))


def deadline(desk: Desk, phrase: str, actors: tuple[str, ...] = ()) -> Clause:
    """… trước ngày 30/9/2026; chậm nhất; xong trong quý II; trong 15 ngày kể từ …"""
    form = desk.rng.random()
    if form < 0.12:
        return _relative(desk, phrase, actors)
    if form < 0.4:
        when = desk.frame.quarter(desk.rng) if desk.chance(0.6) else desk.frame.month(desk.rng)
        text = desk.rng.choice(
            (
                f"{phrase}, hoàn thành trong {when.text}",
                f"{phrase} xong trong {when.text}",
                f"{phrase}, xong trong {when.text}",
            )
        )
        return _clause(text, f"trong {when.text}", "deadline", end=when.iso, actors=actors)
    when = desk.frame.bare_day(desk.rng) if desk.frame.same_year and desk.chance(0.12) else desk.frame.day(desk.rng)
    before, text = desk.rng.choice(
        (
            ("trước ngày", "{v} trước ngày {d}"),
            ("trước ngày", "{v}, hoàn thành trước ngày {d}"),
            ("trước ngày", "{v} xong trước ngày {d}"),
            ("chậm nhất ngày", "{v} chậm nhất ngày {d}"),
            ("chậm nhất đến ngày", "{v}, chậm nhất đến ngày {d}"),
            ("chậm nhất là ngày", "{v}, chậm nhất là ngày {d}"),
            ("không muộn hơn ngày", "{v}, không muộn hơn ngày {d}"),
            ("Trước ngày", "Trước ngày {d}, {w}"),
            ("Chậm nhất ngày", "Chậm nhất ngày {d}, {w}"),
            ("trước", "{v} trước {d}"),
        )
    )
    if before == "trước" and "tháng" in when.text:
        before, text = "trước ngày", "{v} trước ngày {d}"
    return _clause(
        text.format(v=phrase, w=low(phrase), d=when.text),
        f"{before} {when.text}",
        "deadline",
        end=when.iso,
        actors=actors,
    )


def _relative(desk: Desk, phrase: str, actors: tuple[str, ...]) -> Clause:
    days = desk.rng.choice(("05", "07", "10", "15", "20", "30"))
    working = desk.rng.choice(("", " làm việc"))
    since = desk.rng.choice(
        ("ngày ban hành Kế hoạch này", "ngày nhận được Kế hoạch này", "ngày Kế hoạch được ban hành")
    )
    within = desk.rng.choice(("trong thời hạn", "trong vòng", "trong"))
    time = f"{within} {days} ngày{working} kể từ {since}"
    if desk.chance(0.5):
        return _clause(f"{cap(time)}, {low(phrase)}", cap(time), "deadline", actors=actors)
    return _clause(f"{phrase} {time}", time, "deadline", actors=actors)


def event(desk: Desk, phrase: str, actors: tuple[str, ...] = ()) -> Clause:
    """… vào tháng 11/2026; ngày 15/3/2026 …"""
    form = desk.rng.random()
    if form < 0.5:
        when = desk.frame.month(desk.rng)
        return _clause(f"{phrase} vào {when.text}", f"vào {when.text}", "event", end=when.iso, actors=actors)
    when = desk.frame.day(desk.rng)
    if form < 0.8:
        return _clause(f"{phrase} vào ngày {when.text}", f"vào ngày {when.text}", "event", end=when.iso, actors=actors)
    return _clause(f"Ngày {when.text}, {low(phrase)}", f"Ngày {when.text}", "event", end=when.iso, actors=actors)


def review(desk: Desk) -> Clause:
    """Đến năm 2030 tiến hành tổng kết …; sơ kết vào năm 2028"""
    year = desk.frame.high.year
    text, time = desk.rng.choice(
        (
            *(
                []
                if desk.frame.one_year
                else [(f"Đến năm {year} tiến hành tổng kết, đánh giá kết quả thực hiện Kế hoạch", f"Đến năm {year}")]
            ),
            (f"Tổng kết việc thực hiện Kế hoạch vào năm {year}", f"vào năm {year}"),
            (f"Tiến hành tổng kết, rút kinh nghiệm vào cuối năm {year}", f"vào cuối năm {year}"),
        )
    )
    return _clause(text, time, "event", end=str(year))


def period(desk: Desk, phrase: str, actors: tuple[str, ...] = ()) -> Clause:
    """Từ ngày 01/3/2026 đến ngày 15/4/2026: …"""
    first, last = desk.frame.span(desk.rng)
    if desk.chance(0.25) and first.iso[:4] == last.iso[:4] and first.iso[5:7] != last.iso[5:7]:
        time = f"Từ tháng {int(first.iso[5:7])} đến tháng {int(last.iso[5:7])}/{last.iso[:4]}"
        return _clause(f"{time}: {phrase}", time, "period", first.iso[:7], last.iso[:7], actors=actors)
    time, text = desk.rng.choice(
        (
            ("Từ ngày {a} đến ngày {b}", "{t}: {v}"),
            ("Từ ngày {a} đến hết ngày {b}", "{t}: {v}"),
            ("từ ngày {a} đến ngày {b}", "{v} {t}"),
            ("từ {a} đến {b}", "{v} ({t})"),
        )
    )
    time = time.format(a=first.text, b=last.text)
    return _clause(text.format(t=time, v=phrase), time, "period", first.iso, last.iso, actors=actors)


def recurring(desk: Desk, phrase: str, actors: tuple[str, ...] = ()) -> Clause:
    """Hằng quý …; định kỳ …; … trước ngày 15/12 hằng năm"""
    phrase = low(phrase)
    form = desk.rng.random()
    if form < 0.3 and not desk.frame.one_year:
        day = desk.frame.day(desk.rng).iso[5:]
        text = f"{day[3:]}/{int(day[:2]):02d}" if int(day[:2]) <= 2 else f"{day[3:]}/{int(day[:2])}"
        time, whole = desk.rng.choice(
            (
                (f"trước ngày {text} hằng năm", "{v} {t}"),
                (f"Trước ngày {text} hằng năm", "{t}, {v}"),
                (f"Hằng năm, trước ngày {text}", "{t}, {v}"),
            )
        )
        return _clause(
            cap(whole.format(t=time, v=phrase)), time, "recurring", end=f"--{day}", recurrence="annual", actors=actors
        )
    choices = [
        ("Hằng quý", "quarterly"),
        ("Hàng quý", "quarterly"),
        ("Hằng tháng", "monthly"),
        ("Hàng tháng", "monthly"),
        ("Định kỳ hằng tháng", "monthly"),
        ("Định kỳ hằng quý", "quarterly"),
        ("Định kỳ", "periodic"),
        ("Hằng tuần", "weekly"),
    ]
    if not desk.frame.one_year:
        choices += [("Hằng năm", "annual"), ("Hàng năm", "annual"), ("Định kỳ hằng năm", "annual")]
    time, how = desk.rng.choice(choices)
    if actors and desk.chance(0.45):
        return _clause(f"{cap(phrase)} {low(time)}", low(time), "recurring", recurrence=how, actors=actors)
    joint = " " if time == "Định kỳ" else desk.rng.choice((", ", " "))
    return _clause(f"{time}{joint}{phrase}", time, "recurring", recurrence=how, actors=actors)


def step(desk: Desk) -> Clause | None:
    """Any milestone that nobody in particular must keep."""
    kind = desk.rng.choice(("deadline", "deadline", "event", "period", "recurring"))
    phrase = desk.take("steps " + kind, STEPS[kind])
    if not phrase:
        return None
    make = {"deadline": deadline, "event": event, "period": period, "recurring": recurring}[kind]
    return make(desk, cap(phrase) if kind != "recurring" else phrase)


def overall(desk: Desk, first: When, last: When, alone: bool) -> Clause:
    """The time that the whole plan covers: Từ ngày … đến hết ngày …; in a list it says what it is the time of."""
    a, b = first.text, last.text
    forms = (f"Từ ngày {a} đến hết ngày {b}", f"Từ ngày {a} đến ngày {b}", f"Kể từ ngày {a} đến hết {b}")
    time = desk.rng.choice(forms)
    opening = desk.rng.choice(("Thời gian triển khai Kế hoạch: ", "" if alone else "Thời gian thực hiện Kế hoạch: "))
    return Clause(opening + time, _clause(time, time, "period", first.iso, last.iso).facts)


__all__ = ["deadline", "event", "overall", "period", "recurring", "review", "slash", "step", "words"]
