"""The finders as spaCy components, so that others can put them into their pipelines.

Factories ``kehoach_citations``, ``kehoach_times`` and ``kehoach_bodies`` (registered as entry points) write a span
group under the component's name into ``doc.spans``, and the findings with their exact text and offsets into
``doc._.<name>``, since tokens of the rule tokenizer of ``blank("vi")`` keep the punctuation at their ends. A ``Doc``
holds the findings as plain values, so that it can be stored and sent to other processes. ``extract`` needs no tokens:
it asks the finders themselves, and spaCy is loaded only by those who use it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from kehoach.facts.bodies import Body, find_bodies
from kehoach.facts.citations import find_citations
from kehoach.facts.documents import CitedDocument
from kehoach.facts.times import TimeExpression, find_times

Found = CitedDocument | TimeExpression | Body
KINDS: dict[str, Callable[..., Found]] = {
    "kehoach_citations": CitedDocument,
    "kehoach_times": TimeExpression,
    "kehoach_bodies": Body,
}
COMPONENTS = tuple(KINDS)


class Finder:
    """A component that notes what a finder finds, as values of ``kind``."""

    def __init__(self, name: str, find: Callable[[str], Sequence[Found]], kind: Callable[..., Found]) -> None:
        self.name = name
        self.find = find
        offer_notes(name, kind)

    def __call__(self, doc: Doc) -> Doc:
        """The document with what was found in ``doc._.<name>`` and, as token spans, in ``doc.spans[<name>]``."""
        spans = []
        all_found = self.find(text_of(doc))
        for found in all_found:
            span = doc.char_span(*found.span, label=self.name, alignment_mode="expand")
            if span is not None:
                spans.append(span)
        doc.spans[self.name] = SpanGroup(doc, name=self.name, spans=spans)
        doc.user_data[_key(self.name)] = [asdict(found) for found in all_found]
        return doc


def offer_notes(name: str, kind: Callable[..., Found]) -> None:
    """Let ``doc._.<name>`` be the notes of the component of that name."""
    Doc.set_extension(name, getter=partial(_notes, name=name, kind=kind), force=True)


def _notes(doc: Doc, name: str, kind: Callable[..., Found]) -> tuple[Found, ...]:
    """The notes as values of ``kind``; a document that was stored and loaded has lists in place of tuples."""
    return tuple(
        kind(**{field: tuple(value) if isinstance(value, list) else value for field, value in note.items()})
        for note in doc.user_data.get(_key(name), ())
    )


def _key(name: str) -> str:
    return f"notes of {name}"


def text_of(doc: Doc) -> str:
    """The text of a document, joined from its tokens once."""
    text: str = doc.user_data.setdefault("kehoach_text", "") or doc.text
    doc.user_data["kehoach_text"] = text
    return text


for _name, _kind in KINDS.items():
    offer_notes(_name, _kind)


@Language.factory("kehoach_citations")
def create_citations(nlp: Language, name: str) -> Finder:
    """Official documents (``kehoach.facts.documents.CitedDocument``)."""
    return Finder(name, find_citations, CitedDocument)


@Language.factory("kehoach_times")
def create_times(nlp: Language, name: str) -> Finder:
    """Time expressions (``kehoach.facts.times.TimeExpression``)."""
    return Finder(name, find_times, TimeExpression)


@Language.factory("kehoach_bodies")
def create_bodies(nlp: Language, name: str) -> Finder:
    """Bodies with a proper name (``kehoach.facts.bodies.Body``)."""
    return Finder(name, find_bodies, Body)
