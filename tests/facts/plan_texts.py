"""Short invented plans to read facts from, and tables of rules."""

import pytest
from hypothesis import given, settings

import kehoach

LETTERHEAD = """\
ỦY BAN NHÂN DÂN
XÃ ĐỒI SIM
Số: 27/KH-UBND
Đồi Sim, ngày 14 tháng 02 năm 2026
"""
FOOT = """\
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Mận
"""


def rules(names, rows):
    """Run a test once a row; the key of the row is the rule that it shows."""
    return pytest.mark.parametrize(
        names,
        [
            pytest.param(*row, id=rule) if isinstance(row, tuple) else pytest.param(row, id=rule)
            for rule, row in rows.items()
        ],
    )


def for_all(*strategies):
    """``given`` without a time limit: the first call compiles the patterns."""
    return lambda test: settings(deadline=None)(given(*strategies)(test))


def read(*body, title="Trồng rừng phòng hộ năm 2026", letterhead=LETTERHEAD, foot=FOOT):
    """The plan whose body has these lines, one paragraph a line."""
    lines = [*letterhead.splitlines(), "KẾ HOẠCH", title, *body, *foot.splitlines()]
    return kehoach.extract("\n".join(lines).encode(), name="ke-hoach.txt")


def under(heading, *lines, **head):
    """The plan with one section of this heading."""
    return read(f"I. {heading}", *lines, **head)


def grounded(plan, entries):
    """The entries, each found to stand where its span says."""
    for entry in entries:
        assert plan.text[slice(*entry.span)] == entry.quote
    return entries


def block_text(plan, entry):
    """The text of the block that holds an entry."""
    return next((block.text for block in plan.blocks if block.id == entry.block), None)
