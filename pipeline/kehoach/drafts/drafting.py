"""What every step of drafting needs: the parent, the profile, the scope, and whom the parent's blocks address."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kehoach.draft import LeftOut, Why
from kehoach.drafts.addressees import Addressees, addressees_of
from kehoach.drafts.offices import Offices, offices_of, standing_fields
from kehoach.drafts.points import Body
from kehoach.drafts.rewording import Rewording, reworded
from kehoach.drafts.scope import Scope, scope_of
from kehoach.locality import Locality
from kehoach.plan import Block, Milestone, Plan, Role, Target


@dataclass(slots=True)
class Drafting:
    """The inputs of a draft with look-ups over the parent's blocks.

    plan         the parent, with what users put right written into its words (``reworded``)
    body         what has been drafted so far
    local        blocks about one place, whose figures are of that place
    reported     a duty of the unit's own says that it reports upward
    told_at_start  blocks whose point the issuing sentence makes; told_at_end  those whose point the closing makes
    """

    plan: Plan
    locality: Locality
    scope: Scope
    offices: Offices
    addressees: Addressees
    body: Body = field(default_factory=Body)
    reworded: list[Rewording] = field(default_factory=list)
    told_at_start: list[str] = field(default_factory=list)
    told_at_end: list[str] = field(default_factory=list)
    local: set[str] = field(default_factory=set)
    reported: bool = False
    _by_id: dict[str, Block] = field(default_factory=dict)
    _children: dict[str | None, list[Block]] = field(default_factory=dict)
    _targets: dict[str, list[Target]] = field(default_factory=dict)
    _milestones: dict[str, list[Milestone]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for block in self.plan.blocks:
            self._by_id[block.id] = block
            self._children.setdefault(block.parent, []).append(block)
        for target in self.plan.targets:
            self._targets.setdefault(target.block or "", []).append(target)
        for milestone in self.plan.timeline:
            self._milestones.setdefault(milestone.block or "", []).append(milestone)

    def children(self, block: Block) -> list[Block]:
        """The blocks directly below, in order."""
        return self._children.get(block.id, [])

    def words_of(self, key: str) -> str:
        """The text of a block by its id."""
        return self._by_id[key].text

    def ids_below(self, block: Block) -> list[str]:
        """The ids of a block and of all that stands under it."""
        return [block.id, *(key for child in self.children(block) for key in self.ids_below(child))]

    def parent_of(self, block: Block) -> Block | None:
        """The block above."""
        return self._by_id.get(block.parent or "")

    def targets(self, block: Block) -> list[Target]:
        """The targets that stand in a block."""
        return self._targets.get(block.id, [])

    def milestones(self, block: Block) -> list[Milestone]:
        """The deadlines and events that stand in a block."""
        return self._milestones.get(block.id, [])

    def roles_of(self, block: Block | None) -> list[Role]:
        """The roles of the innermost heading that holds a block, or its own."""
        while block is not None:
            if block.roles:
                return block.roles
            block = self.parent_of(block)
        return []

    def leave_out(self, block: Block, rule: str, why: Why = "not_applicable") -> None:
        """Leave out a block with all that stands under it."""
        self.body.left_out.append(LeftOut(parent=block.id, why=why, rule=rule))
        for child in self.children(block):
            self.leave_out(child, rule, why)


def drafting(plan: Plan, locality: Locality, day: date) -> Drafting:
    """Prepare a draft. Raises ``DeriveError`` or ``LocalityError``."""
    right, told = reworded(plan)
    scope = scope_of(right, locality, day)
    subject = " ".join(filter(None, [right.header.title, right.header.movement]))
    offices = offices_of(locality, scope, subject, standing_fields(right))
    return Drafting(right, locality, scope, offices, addressees_of(right, scope), reworded=told)
