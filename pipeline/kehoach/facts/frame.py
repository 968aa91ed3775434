"""The finders as spaCy components, so that others can put them into their pipelines.

``blank("vi")`` with its rule tokenizer is the carrier. Factories ``kehoach_citations``, ``kehoach_times`` and
``kehoach_bodies`` (registered as entry points) write a span group of that name into ``doc.spans``, and the findings
with their exact text and offsets into ``doc._.<name>``, since tokens of the rule tokenizer keep the punctuation at
their ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, SpanGroup
from spacy.util import compile_prefix_regex, compile_suffix_regex

from kehoach.facts.bodies import find_bodies
from kehoach.facts.citations import find_citations
from kehoach.facts.times import find_times
from kehoach.plan import Span

COMPONENTS = ("kehoach_citations", "kehoach_times", "kehoach_bodies")
MAX_LENGTH = 100_000_000
OPENING = [r"[(\[“\"‘<>≥≤]"]
CLOSING = [r"[)\]”\"’.,;:!?…]"]


class Found(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span:
        """``(start, end)`` in code points of the document's text."""


class Finder:
    """A component that notes what a finder finds."""

    def __init__(self, name: str, find: Callable[[str], Sequence[Found]]) -> None:
        self.name = name
        self.find = find

    def __call__(self, doc: Doc) -> Doc:
        """The document with what was found in ``doc._.<name>`` and, as token spans, in ``doc.spans[<name>]``."""
        spans = []
        all_found = tuple(self.find(text_of(doc)))
        for found in all_found:
            span = doc.char_span(*found.span, label=self.name, alignment_mode="expand")
            if span is not None:
                spans.append(span)
        doc.spans[self.name] = SpanGroup(doc, name=self.name, spans=spans)
        doc._.set(self.name, all_found)
        return doc


def text_of(doc: Doc) -> str:
    """The text of a document, joined from its tokens once."""
    text: str = doc.user_data.setdefault("kehoach_text", "") or doc.text
    doc.user_data["kehoach_text"] = text
    return text


for _name in COMPONENTS:
    Doc.set_extension(_name, default=(), force=True)


@Language.factory("kehoach_citations")
def create_citations(nlp: Language, name: str) -> Finder:
    """Official documents (``kehoach.facts.citations.CitedDocument``)."""
    return Finder(name, find_citations)


@Language.factory("kehoach_times")
def create_times(nlp: Language, name: str) -> Finder:
    """Time expressions (``kehoach.facts.times.TimeExpression``)."""
    return Finder(name, find_times)


@Language.factory("kehoach_bodies")
def create_bodies(nlp: Language, name: str) -> Finder:
    """Bodies with a proper name (``kehoach.facts.bodies.Body``)."""
    return Finder(name, find_bodies)


@cache
def pipeline() -> Language:
    """The pipeline that ``extract`` runs."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.max_length = MAX_LENGTH
    # the rule tokenizer of `vi` takes quadratic time (spaCy 3.8); this one splits alike, and takes marks off the words
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        prefix_search=compile_prefix_regex(OPENING).search,
        suffix_search=compile_suffix_regex(CLOSING).search,
    )
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp
