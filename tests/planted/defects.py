"""Defects to plant into a generated plan: a sentence that is right, the same with one thing wrong, the rule that tells.

The figures, dates and numbers come from a seed. A sentence is a paragraph of its own before the closing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .facts import PlantedPlan

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Defect:
    """What to write; ``quote`` is the part of ``wrong`` that shows the defect, ``code`` the rule that must find it."""

    code: str
    right: str
    wrong: str
    quote: str


def _share(rng: Random) -> Defect:
    whole = rng.randrange(20, 400)
    part = rng.randrange(1, whole)
    exact, other = (f"{100 * (part + shift) / whole:.2f}".replace(".", ",") for shift in (0, rng.choice((-1, 1))))
    text = f"{part}/{whole} tuyến đường ({{}}%)"
    return _sentence("KH301", "Đến nay có {} được cải tạo.", text.format(exact), text.format(other))


def _part(rng: Random) -> Defect:
    whole = rng.randrange(10, 90)
    text = f"{whole} hộ, trong đó có {{}} hộ"
    less, more = rng.randrange(1, whole), whole + rng.randrange(1, 9)
    return _sentence("KH302", "Hỗ trợ thêm {} khó khăn.", text.format(less), text.format(more))


def _range(rng: Random) -> Defect:
    low = rng.randrange(50, 80)
    high = low + rng.randrange(1, 15)
    return _sentence("KH303", "Tỷ lệ tham gia {}.", f"từ {low} - {high}%", f"từ {high} - {low}%")


def _grades(rng: Random) -> Defect:
    a = rng.randrange(50, 80)
    b = a + rng.randrange(2, 10)
    text = f"Từ {a}% - {{}}{b}% cộng 02 điểm; từ {b}% - 100% cộng 03 điểm"
    return _sentence("KH304", "{}.", text.format("dưới "), text.format(""))


def _sum(rng: Random) -> Defect:
    a, b = rng.randrange(100, 900), rng.randrange(100, 900)
    text = f"{{}} triệu đồng, gồm: ngân sách {a} triệu đồng, xã hội hóa {b} triệu đồng"
    return _sentence("KH306", "Kinh phí {}.", text.format(a + b), text.format(a + b + rng.choice((-50, 30))))


def _run_in_share(rng: Random) -> Defect:
    whole = rng.randrange(200, 900)
    part = rng.randrange(1, whole)
    exact, other = (f"{100 * part / whole + shift:.1f}".replace(".", ",") for shift in (0, 0.1))
    text = f"{part}/{whole} hộ tham gia, đạt tỷ lệ {{}}%"
    return _sentence("KH301", "Đến nay có {}.", text.format(exact), text.format(other))


def _years(rng: Random) -> Defect:
    first, years = rng.randrange(2026, 2030), rng.randrange(3, 6)
    text = f"{{}} năm {first} - {first + years - 1}"
    return _sentence("KH408", "Vốn được giao {}.", text.format(f"0{years}"), text.format(f"0{years + 2}"))


def _vision(rng: Random) -> Defect:
    last = rng.choice((2030, 2035))
    text = f"{last - 9}-{last}, tầm nhìn đến {{}}"
    return _sentence("KH409", "Bám sát quy hoạch thời kỳ {}.", text.format(last + 20), text.format(last - 5))


def _issuer(rng: Random) -> Defect:
    number, right, wrong = rng.choice(
        (
            ("Nghị định số 45/2017/NĐ-CP ngày 21/4/2017", "Chính phủ", "Quốc hội"),
            ("Nghị quyết số 12/2019/QH14 ngày 20/11/2019", "Quốc hội", "Ủy ban Thường vụ Quốc hội"),
            ("Quyết định số 146/QĐ-TTg ngày 28/01/2019", "Thủ tướng Chính phủ", "Bộ Nội vụ"),
        )
    )
    text = f"{number} của {{}}"
    return _sentence("KH509", "Việc này theo {}.", text.format(right), text.format(wrong))


def _no_day(rng: Random) -> Defect:
    month = rng.choice((4, 6, 9, 11))
    return _sentence("KH401", "Số liệu lấy đến {}.", f"ngày 30 tháng {month}", f"ngày 31 tháng {month}")


def _weekday(rng: Random) -> Defect:
    day = date(2027, 1, 1) + timedelta(days=rng.randrange(365))
    text = f"{{}}, ngày {day:%d/%m/%Y}"
    other = WEEKDAYS[(day.weekday() + rng.randrange(1, 7)) % 7]
    right, wrong = text.format(WEEKDAYS[day.weekday()]), text.format(other)
    return _sentence("KH402", "Việc này được nhắc lại trong giao ban {}.", right, wrong)


def _backwards(rng: Random) -> Defect:
    year = rng.randrange(2026, 2030)
    text = "giai đoạn {} - {}"
    return _sentence("KH406", "Theo định hướng {}.", text.format(year, year + 5), text.format(year + 5, year))


def _type(rng: Random) -> Defect:
    number = f"{rng.randrange(1000, 3000)}/KH-UBND"
    text = f"{{}} số {number}"
    return _sentence("KH502", "Theo {} ngày 02/01/2020.", text.format("Kế hoạch"), text.format("Quyết định"))


def _number(rng: Random) -> Defect:
    number = f"{rng.randrange(100, 900)}/QĐ-T{{}}g"
    return _sentence("KH508", "Theo Quyết định số {} ngày 02/01/2020.", number.format("T"), number.format("t"))


def _word(code: str, *pairs: tuple[str, str]) -> Callable[[Random], Defect]:
    """One of several words, in a sentence that uses the right words first."""

    def plant(rng: Random) -> Defect:
        right, wrong = rng.choice(pairs)
        return Defect(code, f"Bảo đảm {right}; nhất là {right}.", f"Bảo đảm {right}; nhất là {wrong}.", wrong)

    return plant


def _sentence(code: str, frame: str, right: str, wrong: str) -> Defect:
    return Defect(code, frame.format(right), frame.format(wrong), wrong)


DEFECTS: dict[str, Callable[[Random], Defect]] = {
    "share": _share,
    "run-in share": _run_in_share,
    "years": _years,
    "vision": _vision,
    "issuer": _issuer,
    "part": _part,
    "range": _range,
    "grades": _grades,
    "sum": _sum,
    "impossible day": _no_day,
    "weekday": _weekday,
    "backwards": _backwards,
    "type": _type,
    "number": _number,
    "impossible syllable": _word("KH901", ("được", "đượ"), ("tổ chức", "tổchức"), ("người", "ngưòì")),
    "torn word": _word("KH902", ("động", "đ ộng"), ("nghị", "ngh ị"), ("tỉnh", "t ỉnh")),
    "misread word": _word(
        "KH903",
        ("phấn đấu", "phần đầu"),
        ("phong trào", "phòng trào"),
        ("tuyên truyền", "tuyên tuyền"),
        ("doanh nghiệp", "danh nghiệp"),
        ("chuyển đổi", "chuyển đối"),
        ("kế hoạch", "kế hoach"),
        ("phối hợp", "phới hợp"),
    ),
    "doubled word": _word("KH904", ("các đơn vị", "các các đơn vị")),
    "doubled pair": _word("KH911", ("quản lý tốt", "quản lý quản lý tốt"), ("kế hoạch này", "kế hoạch kế hoạch này")),
    "lone syllable": _word(
        "KH914", ("nhân lực khoa học", "nhân lực thức khoa học"), ("bố trí nhân viên", "bố trí nhiệm nhân viên")
    ),
    "stray word": _word("KH912", ("người dân vui", "người dân.thuyvy vui"), ("cây trồng tốt", "cây trồng.hoanglm tốt")),
    "capitals": _word("KH905", ("Trung ương Đảng", "Trung ương đảng"), ("Việt Nam", "việt Nam")),
    "term": _word("KH907", ("xây dựng nông thôn mới góp phần", "xây dựng nông thôn góp phần")),
    "abbreviation": _word("KH910", ("HĐND", "HDND"), ("BCĐ", "BCD")),
    "another type": _word("KH805", ("Kế hoạch này", "Thông báo này")),
    "blank": _word("KH807", ("đủ 20 mô hình", "đủ […] mô hình")),
}


def with_sentence(plan: PlantedPlan, text: str, sentence: str) -> str:
    """The text of the plan with a paragraph before its closing."""
    closing = plan.blocks[-1].text
    assert text.count(closing) == 1
    return text.replace(closing, f"{sentence}\n\n{closing}")
