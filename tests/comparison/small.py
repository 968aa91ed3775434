"""Two small plans that differ in a few lines, written by level; what a comparison tells of them."""

from __future__ import annotations

import kehoach
from kehoach.comparison import compare
from kehoach.comparison.model import Comparison
from kehoach.plan import Plan

ISSUERS = {
    "province": "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH",
    "district": "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ AN LẠC",
    "commune": "ỦY BAN NHÂN DÂN\nXÃ HÒA LẠC",
    "sister": "ỦY BAN NHÂN DÂN\nXÃ HÒA BÌNH",
}


def plan(body: str, *, issuer: str = "province", date: str = "ngày 10 tháng 3 năm 2026") -> Plan:
    """A plan with these lines, one a block."""
    lines = "\n\n".join(line.strip() for line in body.strip().splitlines() if line.strip())
    head = f"{ISSUERS[issuer]}\n\nAn Bình, {date}\n\nKẾ HOẠCH\nPhòng, chống thiên tai năm 2026"
    return kehoach.extract(f"{head}\n\n{lines}\n\nNơi nhận:\n- Lưu: VT.\n".encode(), name="a.txt")


class Compared:
    """A comparison whose blocks are told by their first words."""

    def __init__(self, parent: str, child: str, *, upper: str = "province", lower: str = "commune") -> None:
        self.parent, self.child = plan(parent, issuer=upper), plan(child, issuer=lower)
        self.comparison: Comparison = compare(self.parent, self.child, same_level=upper == lower or lower == "sister")
        self._texts = {b.id: b.text for b in self.parent.blocks}

    def links(self, child: str) -> list[str]:
        """The first two words of the parents of the child's block that begins so."""
        [found] = [b.id for b in self.child.blocks if b.text.startswith(child)]
        pairs = {p.child: p.parents for p in self.comparison.pairs}
        return [" ".join(self._texts[i].split()[:2]) for i in pairs.get(found, [])]

    def omitted(self) -> dict[str, str]:
        """Why blocks of the parent are left out, by their first two words."""
        return {" ".join(self._texts[o.parent].split()[:2]): o.why for o in self.comparison.omitted}

    def told(self, kind: str) -> list[tuple[str, str]]:
        """Effect and message of the changes of one kind."""
        return [(c.effect, c.message) for c in self.comparison.changes if c.kind == kind]

    def effects(self, kind: str) -> list[str]:
        """The effects of the changes of one kind."""
        return [effect for effect, _ in self.told(kind)]
