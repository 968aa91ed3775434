"""Plans of the corpus, read once, and small ones that are written for a test."""

from functools import cache
from pathlib import Path

import kehoach

ROOT = Path(__file__).parents[2] / "corpora"
FILES = sorted((ROOT / "plans").glob("00[0-4]_*.txt"))


@cache
def corpus_plan(number):
    return kehoach.extract(FILES[number])


def put_corpus_plan(store, number):
    plan = corpus_plan(number)
    return store.add(FILES[number].name, FILES[number].read_bytes(), plan)


def small(
    *,
    body="ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN",
    number="12",
    day="05 tháng 3 năm 2026",
    title="Cải cách hành chính",
    preamble="",
    mark="",
):
    """The text of a plan; its number and date stand in the letterhead, ``mark`` above it."""
    return f"""{body}
{mark}
Số: {number}/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mây Ngàn, ngày {day}

KẾ HOẠCH
{title}

{preamble}

I. MỤC ĐÍCH
1. Nâng cao chất lượng phục vụ người dân.
II. CHỈ TIÊU
1. Phấn đấu 90% hồ sơ được giải quyết đúng hạn.
"""


def put(store, text, name="ke-hoach.txt"):
    return store.add(name, text.encode(), kehoach.extract(text.encode(), name=name))
