"""Findings of short invented plans."""

import kehoach

HEAD = """\
ỦY BAN NHÂN DÂN
XÃ SÔNG MƠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
Sông Mơ, ngày {date}
KẾ HOẠCH
{title}
"""
FOOT = """\
Nơi nhận:
- Ủy ban nhân dân tỉnh (b/c);
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Thị Mận
"""
DATE = "05 tháng 3 năm 2026"


def plan_of(*body, title="Phòng, chống bệnh dại năm 2026", date=DATE, number="12/KH-UBND", foot=FOOT, head=HEAD):
    """The plan whose body has these lines, one paragraph a line."""
    lines = [*head.format(number=number, date=date, title=title).splitlines(), *body, *foot.splitlines()]
    return kehoach.extract("\n".join(lines).encode(), name="ke-hoach.txt")


def found(code, *body, **head):
    """The quotes that a rule gives on the plan with this body; each stands where its span says."""
    return [f.quote for f in findings(code, *body, **head)]


def findings(code, *body, **head):
    """The findings of a rule on the plan with this body."""
    plan = plan_of(*body, **head)
    assert all(plan.text[slice(*f.span)] == f.quote for f in plan.findings if f.span)
    return [f for f in plan.findings if f.code == code]
