"""Links beyond one to one: a point that the child says in two places, and points that it says in one.

A further link needs something of its own to show: words of the parent that the links found so far do not account for.
A plan that repeats its parent word for word leaves nothing to account for, and gets no further links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from kehoach.comparison.likeness import Weights
from kehoach.comparison.points import BODY, CLOSING, Point
from kehoach.comparison.wording import functions_in, levels_in, words_of
from kehoach.facts.bodies import opens_with_body
from kehoach.outline.labels import as_label
from kehoach.plan import Block

if TYPE_CHECKING:
    from kehoach.comparison.affinity import Levels
    from kehoach.comparison.likeness import Matrix

Links = list[list[int]]

NEW_WORDS = 0.15  # share of the words in common that must be news to the links found so far
REST_CARRIED = 0.5  # share of a further parent's own words that the child must have
EXPLAINED, A_POINT = 0.6, 0.2  # share of the child's unexplained words, and of all, that a shortened point has
RUN_IN = 8  # words of a title that runs into its text
SAME_POINT = 0.8  # score from which two parents' blocks are one point that the parent repeats
A_FEW = 2  # duties from which a body has taken over those of another
BULLET = 0.7  # how much of the worth of nothing the counterpart of its item needs to have for a bullet
MOST = 0.5  # share of what stands below a title that has to be linked, and to stand below one title of the child
SHARE_BELOW = 0.3  # share of a heading's linked blocks that lie below a further heading of the parent


def joined(
    links: Links, child: Sequence[Point], parent: Sequence[Point], scores: Matrix, nothing: Matrix, levels: Levels
) -> Links:
    """The links with splits and merges added; the closest parent of each child stands first."""
    joins = _Joins([list(p) for p in links], child, parent, scores, nothing, levels)
    joins.split()
    joins.go_on()
    joins.run_ins()
    joins.gather()
    joins.merge()
    joins.merge_headings()
    for _ in range(2):  # titles of sections are known by those of their parts
        joins.title()
    joins.raise_titles()
    joins.only_ones()
    joins.closing()
    joins.name_subjects()
    return joins.links


class _Joins:
    def __init__(
        self,
        links: Links,
        child: Sequence[Point],
        parent: Sequence[Point],
        scores: Matrix,
        nothing: Matrix,
        levels: Levels,
    ) -> None:
        self.levels = levels
        self.links, self.child, self.parent, self.scores, self.nothing = links, child, parent, scores, nothing
        self.weights = Weights([p.words for p in [*child, *parent]])
        self.owners: dict[int, list[int]] = {}
        for c, parents in enumerate(links):
            for p in parents:
                self.owners.setdefault(p, []).append(c)

    def _link(self, c: int, p: int) -> None:
        self.links[c].append(p)
        self.owners.setdefault(p, []).append(c)

    def split(self) -> None:
        """One point of the parent in several places: a child without a link whose best parent another child has."""
        for c, p in enumerate(np.argmax(self.scores, axis=1)):
            if self.links[c] or self.scores[c, p] <= self.nothing[c] or self._is_other_title(c, int(p)):
                continue
            if self._brings_news(c, int(p)):
                self._link(c, int(p))

    def _is_other_title(self, c: int, p: int) -> bool:
        """Two titles whose own words give them roles, and none in common."""
        roles = [set(points[n].block.roles) for points, n in ((self.child, c), (self.parent, p))]
        return all(roles) and not roles[0] & roles[1]

    def _brings_news(self, c: int, p: int) -> bool:
        """Does the child share words with the parent that the parent's other children lack?"""
        if any(self.child[o].holder == c for o in self.owners.get(p, [])):
            return True  # a heading over the one that stands for the parent's
        shared = set(self.child[c].words) & set(self.parent[p].words)
        known = set(self._words(self.child, self.owners.get(p, [])))
        news = shared - known
        if any(self.child[c].holder == self.child[o].holder for o in self.owners.get(p, [])):
            whole = set(self.parent[p].words) <= set(self.child[c].words)
            return whole or bool(news)  # a list of its own: each item may differ in a single word
        return self.weights.total(news) >= NEW_WORDS * self.weights.total(shared)

    def go_on(self) -> None:
        """What stands below a block goes on with its point: the text under a title that runs into its text in the
        parent, and a bullet under an item that is somewhat like the item's counterpart.
        """
        for c, point in enumerate(self.child):
            above = self.links[point.holder] if point.holder is not None else []
            if not self.links[c] and above and self._goes_on(c, self.child[point.holder or 0], above[0]):
                self._link(c, above[0])

    def _goes_on(self, c: int, holder: Point, above: int) -> bool:
        if holder.block.heading:
            return bool(holder.address or holder.named) and not self.parent[above].block.heading
        return bool(self.scores[c, above] >= BULLET * self.nothing[c]) and self._brings_news(c, above)

    def gather(self) -> None:
        """The duties below the name of a body in one text: the likest of them goes along with the name."""
        kids = _kids(self.parent)
        for c, point in enumerate(self.child):
            title = self.links[c][0] if self.links[c] and not point.block.heading else None
            if title is None or not self.parent[title].named or any(k in self.owners for k in kids.get(title, [])):
                continue
            best = max(kids.get(title, []), key=lambda k: float(self.scores[c, k]), default=None)
            if best is not None and self.scores[c, best] > self.nothing[c]:
                self._link(c, best)

    def run_ins(self) -> None:
        """A title and its only text, which one plan writes in one line (`2. Thời gian: …`): the title goes along."""
        kids = [_kids(points) for points in (self.child, self.parent)]
        for c, point in enumerate(self.child):
            above = self.parent[self.links[c][0]].holder if self.links[c] else None
            if above is None or len(kids[1][above]) > 1 or not self.parent[above].block.heading:
                continue
            if self._is_one_title(point, self.parent[above]) and self._is_free(point.holder, above):
                self._link(c, above)
        for c, below in kids[0].items():
            parents = self.links[below[0]] if len(below) == 1 and self.child[c].block.heading else []
            if parents and not self.links[c] and self._is_one_title(self.parent[parents[0]], self.child[c]):
                self._link(c, parents[0])

    def _is_free(self, section: int | None, title: int) -> bool:
        """Is the parent's title without a counterpart? The section in which the child's stands may have taken it for
        want of a better one, and then goes to the section of the parent's.
        """
        whole = self.parent[title].holder
        if title not in self.owners:
            return True
        if section is None or whole is None or self.owners[title] != [section] or not self.child[section].block.heading:
            return False
        if self.links[section] == [title]:
            if whole in self.owners:
                return False
            self._link(section, whole)
        self.links[section].remove(title)
        del self.owners[title]
        return True

    @staticmethod
    def _is_one_title(point: Point, other: Point) -> bool:
        """Has a text a title that runs into it, with half of the words of the other, or the name of a body as it?"""
        title = words_of(run_in(point))
        if not title:
            return False
        if 2 * len(set(title) & set(other.words)) >= len(set(title)):
            return True
        return opens_with_body(point.block.text) and opens_with_body(other.block.text)

    def merge(self) -> None:
        """Several points of the parent in one place: a parent without a link that a linked child also carries."""
        for p, c in enumerate(np.argmax(self.scores, axis=0)):
            if p in self.owners or not self.links[c] or self.scores[c, p] <= self.nothing[c]:
                continue
            if not self.levels.may_be(self.child[c].levels, self.parent[p].levels):
                continue
            if self._repeats(int(c), p) or self._rest_is_carried(int(c), p):
                self._link(int(c), p)

    def _repeats(self, c: int, p: int) -> bool:
        """The parent says the same again under a heading that the child does not have."""
        holder = self.parent[p].holder
        return self.scores[c, p] >= SAME_POINT and holder is not None and holder not in self.owners

    def _rest_is_carried(self, c: int, p: int) -> bool:
        if self.child[c].block.heading != self.parent[p].block.heading:
            return False
        told = set(self._words(self.parent, self.links[c]))
        own, whole = set(self.child[c].words), set(self.parent[p].words)
        rest = whole - told
        carried = rest & own
        if carried and self.weights.total(carried) >= REST_CARRIED * self.weights.total(rest):
            return True
        # a point that is shortened on the way: what of the child nothing else explains comes from it
        if self.child[c].block.heading or self.child[c].part != BODY:
            return False
        news = self.weights.total(carried)
        return news >= EXPLAINED * self.weights.total(own - told) and news >= A_POINT * self.weights.total(own)

    def merge_headings(self) -> None:
        """Two headings of the parent in one: what stands below the child's comes from below both, as its roles tell."""
        below = [_below(points) for points in (self.child, self.parent)]
        for c, point in enumerate(self.child):
            roles = set(point.block.roles) - {r for p in self.links[c] for r in self.parent[p].block.roles}
            titled = self.links[c] and self.parent[self.links[c][0]].block.heading
            if not point.block.heading or not titled or not roles:
                continue
            sources = [self.links[d][0] for d in below[0][c] if self.links[d] and self.child[d].roles & roles]
            for p, other in enumerate(self.parent):
                if p in self.links[c] or not other.block.heading or not set(other.block.roles) <= roles:
                    continue
                if sum(s == p or s in below[1][p] for s in sources) >= max(1, SHARE_BELOW * len(sources)):
                    self._link(c, p)
                    break

    def title(self) -> None:
        """A title in other words is known by what stands below it: where most of that went below a title that has no
        counterpart, and where the duty of a body, reworded, went to another body without a title of its own.
        """
        kids = _kids(self.parent)
        for p, point in enumerate(self.parent):
            carried = [(k, self.owners[k][0]) for k in kids.get(p, []) if k in self.owners]
            if p in self.owners or not point.block.heading or not carried:
                continue
            holders = Counter(self.child[c].holder for _, c in carried)
            [(above, count)] = holders.most_common(1)
            if len(carried) < MOST * len(kids[p]) and not self._has_taken_over(point, above, count):
                continue
            if above is not None and count >= MOST * len(carried) and not self.links[above]:
                if self.child[above].block.heading:
                    self._link(above, p)
            elif point.named and self.child[carried[0][1]].tokens != self.parent[carried[0][0]].tokens:
                self._link(carried[0][1], p)

    def _has_taken_over(self, title: Point, above: int | None, count: int) -> bool:
        """Does a body of the child have few of the duties of one of the parent's, but hardly any others?"""
        if above is None or not title.named or not self.child[above].named:
            return False
        linked = [c for c, point in enumerate(self.child) if point.holder == above and self.links[c]]
        return count >= A_FEW and count > MOST * len(linked)

    def raise_titles(self) -> None:
        """A part that became a section of its own stands for the section too, whose title names it (`I. MỤC ĐÍCH` for
        `I. MỤC ĐÍCH, YÊU CẦU` and `1. Mục đích`).
        """
        for c, point in enumerate(self.child):
            title = self.links[c][0] if point.block.heading and self.links[c] else None
            above = self.parent[title].holder if title is not None else None
            if title is None or above is None or above in self.owners or not self.parent[above].block.heading:
                continue
            raised = _is_raised(point.block, self.parent[title].block)
            if raised and self.parent[title].block.heading and set(point.words) <= set(self.parent[above].words):
                self._link(c, above)

    def only_ones(self) -> None:
        """The only text below a title (`Thời gian`) answers the only one below its counterpart, whatever its words."""
        below = [_kids(points) for points in (self.child, self.parent)]
        for c, kids in below[0].items():
            others = below[1].get(self.links[c][0], []) if self.links[c] else []
            if len(kids) != 1 or len(others) != 1 or self.links[kids[0]] or others[0] in self.owners:
                continue
            if not (self.child[kids[0]].block.heading or self.parent[others[0]].block.heading):
                self._link(kids[0], others[0])

    def closing(self) -> None:
        """The sentences that close both plans make one point, whatever their words."""
        c, p = len(self.child) - 1, len(self.parent) - 1
        if self.child[c].part == CLOSING == self.parent[p].part and not self.links[c] and p not in self.owners:
            self._link(c, p)

    def name_subjects(self) -> None:
        """The parent lists whom it addresses; the child says so in the headings of its criteria (`Đối với …`)."""
        lists = [
            p
            for p, point in enumerate(self.parent)
            if p not in self.owners
            and not point.block.heading
            and point.roles & {"subjects", "criteria"} == {"subjects"}
        ]
        for c, point in enumerate(self.child):
            if point.block.heading and point.address and self.links[c] and {"subjects", "criteria"} <= point.roles:
                best = max(lists, key=lambda p: self._names(point, self.parent[p]), default=None)
                if best is not None and self._names(point, self.parent[best]) > 0:
                    self._link(c, best)

    @staticmethod
    def _names(heading: Point, listed: Point) -> float:
        """How well a list of subjects names those of a heading: best where it is about them alone."""
        words = listed.tokens
        named = functions_in(words)
        first = functions_in(words[:2])
        if "committee" in heading.address:
            return float("committee" in named and bool(heading.levels & levels_in(listed.block.text)))
        return len(heading.address & named) + 10 * len(heading.address & first)

    @staticmethod
    def _words(points: Sequence[Point], numbers: Iterable[int]) -> list[str]:
        return [word for n in numbers for word in points[n].words]


def run_in(point: Point) -> str:
    """The title that runs into a text (`Thời gian: …`); empty for a text without one."""
    before, colon, _ = point.block.text.partition(": ")
    return before if colon and not point.block.heading and len(before.split()) <= RUN_IN else ""


def _kids(points: Sequence[Point]) -> dict[int, list[int]]:
    """For each point that holds others those right below it."""
    kids: dict[int, list[int]] = {}
    for point in points:
        if point.holder is not None:
            kids.setdefault(point.holder, []).append(point.number)
    return kids


def _is_raised(block: Block, part: Block) -> bool:
    """Has a part a number of another style, or further out? One whose section lost its title keeps its own."""
    styles = _style(block.label), _style(part.label)
    return block.label != part.label and (styles[0] != styles[1] or block.depth < part.depth)


def _style(label: str | None) -> str | None:
    """How a label counts: `I.` and `V.`, `1.` and `2.`, `a)` and `b)` alike."""
    known = as_label(label) if label else None
    return known.style if known else None


def _below(points: Sequence[Point]) -> list[set[int]]:
    """For each point those at any depth below it."""
    below: list[set[int]] = [set() for _ in points]
    for point in reversed(points):
        if point.holder is not None:
            below[point.holder] |= {point.number} | below[point.number]
    return below
