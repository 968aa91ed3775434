"""Derive from every plan of a folder with several localities: carried, left out, asked, invariants, time.

Usage: python benchmarks/drafts.py [FOLDER] [--localities FILE …]. Without a folder the plans of ``corpora/`` are used.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "drafts"))

import invariants  # noqa: E402  # found through the path above

import kehoach  # noqa: E402
from kehoach.errors import KehoachError  # noqa: E402
from kehoach.locality import read_locality  # noqa: E402

CHECKS = {
    "numbers": lambda d, p, loc: invariants.foreign_numbers(d, p, loc, loc.date),
    "names": invariants.foreign_names,
    "documents": lambda d, p, loc: invariants.foreign_documents(d, p),
    "leads": lambda d, p, loc: invariants.leads_above(d, p, loc, loc.date),
    "district": lambda d, p, loc: invariants.district_left(d, loc) if loc.date.isoformat() >= "2025-07-01" else [],
    "lineage": lambda d, p, loc: invariants.lineage_gaps(d, p),
    "numbering": lambda d, p, loc: invariants.numbering_gaps(d),
    "places": lambda d, p, loc: invariants.places_unasked(d),
    "same": lambda d, p, loc: invariants.same_but_changed(d, p),
    "origin": lambda d, p, loc: invariants.foreign_lineage(d, p),
    "ends": lambda d, p, loc: invariants.ends_inside(d),
    "served": lambda d, p, loc: invariants.serves_own_committee(d, loc),
    "headings": lambda d, p, loc: invariants.empty_headings(d),
}


def main() -> None:
    """Print one line a draft, then the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "corpora" / "plans")
    parser.add_argument("--only", nargs="*", help="names (without suffix) of the plans to use")
    parser.add_argument(
        "--localities", nargs="*", type=Path, default=sorted((ROOT / "corpora" / "localities").glob("*.toml"))
    )
    parser.add_argument("--sample", type=int, default=0, help="show so many left-out and adapted blocks at random")
    options = parser.parse_args()
    localities = [(path.stem, read_locality(path)) for path in options.localities]
    print(f"{'plan':<14}{'locality':<14}{'carried':>8}{'left':>6}{'asked':>6}{'addressed':>11}{'ms':>6}  broken")
    hit = of = 0
    for path in sorted(options.folder.iterdir()):
        if options.only and path.stem not in options.only:
            continue
        try:
            parent = kehoach.extract(path)
        except KehoachError:
            continue
        for name, locality in localities:
            start = time.perf_counter()
            try:
                draft = kehoach.derive(parent, locality)
            except KehoachError as error:
                print(f"{path.stem[:13]:<14}{name:<14}  – {error.code}")
                continue
            spent = 1000 * (time.perf_counter() - start)
            broken = {key: found for key, check in CHECKS.items() if (found := check(draft, parent, locality))}
            share = invariants.carried_share(draft, parent, locality, locality.date)
            hit, of = hit + share[0], of + share[1]
            carried = len({p for entry in draft.lineage for p in entry.parents})
            print(
                f"{path.stem[:13]:<14}{name:<14}{carried:>8}{len(draft.left_out):>6}{len(draft.open):>6}"
                f"{f'{share[0]}/{share[1]}':>11}{spent:>6.0f}  {broken or ''}"
            )
            show_sample(draft, parent, options.sample)
    if of:
        print(f"blocks that address the draft's level: {hit} of {of} carried ({hit / of:.1%})")


def show_sample(draft: object, parent: object, size: int) -> None:
    """Adapted and left-out blocks beside the parent's words, chosen by a fixed seed."""
    texts = {b.id: b.text for b in parent.blocks}
    own = {b.id: b.text for b in draft.plan.blocks}
    pairs = [(e.rule, texts[e.parents[0]], own[e.block]) for e in draft.lineage if e.change != "same" and e.parents]
    pairs += [(e.rule, texts[e.parent], "–") for e in draft.left_out]
    for rule, above, below in random.Random(7).sample(pairs, min(size, len(pairs))):
        print(f"    [{rule}]\n      {above}\n      → {below}")


if __name__ == "__main__":
    main()
