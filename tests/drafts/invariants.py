"""What holds for every draft, whatever the parent: each function returns what breaks it."""

import re

from kehoach.alphabet import UPPER
from kehoach.draft import OPEN
from kehoach.drafts.addressees import addressees_of, tier_of
from kehoach.drafts.answers import has_place
from kehoach.drafts.elsewhere import of_other_place
from kehoach.drafts.phrases import names_district
from kehoach.drafts.scope import scope_of
from kehoach.knowledge import alternatives, load

NUMBER = re.compile(r"\d+")
NAME = re.compile(rf"(?<=[\w,] )[{UPPER}]\w*(?: [{UPPER}]\w*)+")


def profile_words(locality):
    return locality.model_dump_json()


def own_words():
    """Words that the rules themselves bring: names of offices, counterparts, forms of the law."""
    data = load("offices")
    names = [entry["name"] for key in ("office", "counterpart") for entry in data[key]]
    fixed = ["Ủy ban nhân dân", "Kế hoạch", "Giấy khen", "Chủ tịch UBND", "Tham mưu Ủy ban nhân dân", "Giám đốc Sở"]
    return " ".join([*names, *fixed])


def foreign_numbers(draft, parent, locality, day):
    """Figures of the draft that neither parent nor profile holds and that no deadline rule computed."""
    known = set(NUMBER.findall(parent.text + profile_words(locality) + day.isoformat()))
    known |= {n.lstrip("0") for n in known} | {f"{int(n):02}" for n in known if len(n) == 1}
    for entry in draft.lineage:
        known |= set(NUMBER.findall(entry.note or ""))
    texts = [block.text for block in draft.plan.blocks] + [r.quote for r in draft.plan.recipients]
    return sorted({n for text in texts for n in NUMBER.findall(text) if n not in known and n.lstrip("0") not in known})


def foreign_names(draft, parent, locality):
    """Proper names of the draft of which a word stands in neither parent, profile nor the tables of rules."""
    known = set(re.findall(r"\w+", f"{parent.text} {profile_words(locality)} {own_words()}".casefold()))
    known |= set(re.findall(r"\w+", scope_of(parent, locality, locality.date).authority.casefold()))
    names = {name for block in draft.plan.blocks for name in NAME.findall(block.text)}
    return sorted(n for n in names if any(w not in known for w in re.findall(r"\w+", n.casefold())))


def foreign_documents(draft, parent):
    """Numbers of documents that the parent does not name (its own is known to it)."""
    known = {c.number for c in parent.citations} | {parent.header.number}
    return sorted(
        {c.number for c in draft.plan.citations if c.number and c.number not in known and "…" not in c.number}
    )


def leads_above(draft, parent, locality, day):
    """Bodies above that lead a duty of the draft."""
    scope = scope_of(parent, locality, day)
    own = {office["name"] for office in load("offices")["office"]} | {o.name for o in locality.offices}
    leads = {name for a in draft.plan.assignments for name in a.lead if name not in own}
    acting = re.compile(
        rf"Sở {alternatives(load('bodies')['fields'])}(?= (?:chủ trì|tham mưu|hướng dẫn|tổ chức|theo dõi))"
    )
    texts = [] if scope.department else [b.text for b in draft.plan.blocks]
    opened = {match[0] for text in texts if (match := acting.match(text))}
    return sorted({n for n in leads if tier_of(n, scope) == "higher"} | opened)


def serves_own_committee(draft, locality):
    """Sentences in which a body above does something for the committee of the draft's unit."""
    kind = locality.unit.kind
    served = re.compile(
        r"(?:Sở [A-ZĐ]\w+|(?:Công an|Bộ Chỉ huy[^,.;]{0,20}|Thanh tra|Văn phòng) (?:tỉnh|thành phố|Thành phố))(?!\w)"
        rf"[^.;:(]*(?:tham mưu|giúp|trình|phục vụ)[^.;:(]*(?:UBND|Ủy ban nhân dân) {kind}(?!\w)"
    )
    return [b.text for b in draft.plan.blocks if kind != "sở" and served.search(b.text)]


def district_left(draft, locality):
    """Paragraphs and recipients of a two-tier draft that name the district level."""
    if locality.unit.kind == "sở":
        return []
    texts = [block.text for block in draft.plan.blocks if block.depth > 0] + [r.quote for r in draft.plan.recipients]
    return [text for text in texts if names_district(text)]


def lineage_gaps(draft, parent):
    """Blocks of the draft that stand in lineage not once, blocks of the parent that nothing names."""
    once = [entry.block for entry in draft.lineage]
    wrong = [b.id for b in draft.plan.blocks if once.count(b.id) != 1]
    told = {p for entry in draft.lineage for p in entry.parents} | {entry.parent for entry in draft.left_out}
    return wrong + [b.id for b in parent.blocks if b.id not in told]


def numbering_gaps(draft):
    """Findings on the numbering of the draft."""
    return [f.message for f in draft.plan.findings if f.kind == "numbering"]


def empty_headings(draft):
    """Numbered headings with nothing under them."""
    parents = {b.parent for b in draft.plan.blocks}
    return [b.text for b in draft.plan.blocks if b.heading and b.label and b.id not in parents and b.text.endswith(":")]


def places_unasked(draft):
    """How many open places no question asks for, less than none where questions have no place."""
    placed = [q for q in draft.questions if has_place(q)]
    return sum(b.text.count(OPEN) for b in draft.plan.blocks) - sum(q.places for q in placed)


def same_but_changed(draft, parent):
    """Blocks that are said to be ``same`` and have other words than the block that they come from."""
    above = {b.id: plain(b.text) for b in parent.blocks}
    own = {b.id: b.text for b in draft.plan.blocks}
    return [
        own[e.block]
        for e in draft.lineage
        if e.change == "same" and e.rule != "basis" and all(plain(own[e.block]) != above[p] for p in e.parents[:1])
    ]


def plain(text):
    """Words without case, spaces and what ends a paragraph."""
    return " ".join(text.split()).casefold().rstrip(".;:,/ ")


def foreign_lineage(draft, parent):
    """Carried blocks that share less than a third of their words with what they are said to come from."""
    above = {b.id: words_of(b.text) for b in parent.blocks}
    own = {b.id: words_of(b.text) for b in draft.plan.blocks}
    kept = ("carried", "rescoped", "own_duty", "own_deadline", "own_share", "mirrored_duty", "basis")
    found = []
    for entry in draft.lineage:
        said = own[entry.block]
        if entry.rule in kept and len(said) > 5:
            known = set().union(*(above[p] for p in entry.parents))
            if len(said & known) < len(said) / 3:
                found.append(entry.block)
    return found


def words_of(text):
    return set(re.findall(r"\w+", text.casefold()))


def ends_inside(draft):
    """Blocks before the last that bear the mark of the end of a document."""
    return [b.text for b in draft.plan.blocks[:-1] if b.text.rstrip().endswith(("./.", "/."))]


def addressed(parent, locality, day):
    """Ids of the parent's blocks that speak to the draft's level, the level below, or all; not to a unit by name."""
    found = addressees_of(parent, scope_of(parent, locality, day))
    opens = {key for key, lead in found.opens.items() if lead.tiers & {"own", "below", "all"}}
    others = {block.id for block in parent.blocks if of_other_place(block, locality)}
    return (opens | {task for task, opener in found.tasks.items() if opener in opens}) - others


def carried_share(draft, parent, locality, day):
    """How many of the blocks that address the draft's level are carried, and of how many."""
    asked = addressed(parent, locality, day)
    carried = {p for entry in draft.lineage for p in entry.parents}
    return len(asked & carried), len(asked)
