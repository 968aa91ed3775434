"""The finders as spaCy components in a pipeline of others."""

import pytest
import spacy
from hypothesis import strategies as st
from plan_texts import for_all, read, rules
from spacy.tokens import Doc, DocBin

from kehoach.facts.bodies import find_bodies
from kehoach.facts.citations import find_citations
from kehoach.facts.frame import COMPONENTS
from kehoach.facts.times import find_times

FINDERS = {"kehoach_citations": find_citations, "kehoach_times": find_times, "kehoach_bodies": find_bodies}
DECISION = "Quyết định số 12/QĐ-TTg ngày 05/01/2026 của Thủ tướng Chính phủ"
SENTENCE = f"Phòng Kinh tế báo cáo trước ngày 15/6/2026, theo {DECISION}."


def vietnamese(*components):
    """A blank pipeline with factories that spaCy finds by name, through entry points."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    for component in components:
        nlp.add_pipe(component)
    return nlp


def stored(docs, vocab):
    data = DocBin(docs=docs, store_user_data=True).to_bytes()
    return list(DocBin(store_user_data=True).from_bytes(data).get_docs(vocab))


def slice_of(text, found):
    return text[slice(*found.span)]


def notes(doc):
    return {name: list(doc._.get(name)) for name in COMPONENTS}


EXPECTED = {name: find(SENTENCE) for name, find in FINDERS.items()}


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_notes_what_its_finder_finds(name):
    doc = vietnamese(name)(SENTENCE)
    assert notes(doc) == {other: EXPECTED[other] if other == name else [] for other in COMPONENTS}
    assert [slice_of(doc.text, found) for found in doc._.get(name)] != []


def test_notes_agree_with_the_plan():
    doc = vietnamese(*COMPONENTS)(SENTENCE)
    plan = read("I. NHIỆM VỤ", f"1. {SENTENCE}")
    told = [(c.type, c.number, c.date, c.issuer, c.quote) for c in doc._.kehoach_citations]
    assert told == [("Quyết định", "12/QĐ-TTg", "2026-01-05", "Thủ tướng Chính phủ", DECISION)]
    assert told == [(c.type, c.number, c.date, c.issuer, c.quote) for c in plan.citations]
    assert [(t.text, t.end) for t in doc._.kehoach_times] == [
        ("trước ngày 15/6/2026", "2026-06-15"),
        ("ngày 05/01/2026", "2026-01-05"),
    ]
    assert [(m.time, m.end) for m in plan.timeline] == [("trước ngày 15/6/2026", "2026-06-15")]
    assert [b.name for b in doc._.kehoach_bodies] == ["Phòng Kinh tế", "Thủ tướng Chính phủ"]
    assert [a.lead for a in plan.assignments] == [["Phòng Kinh tế"]]


@pytest.mark.parametrize("name", COMPONENTS)
def test_span_groups_hold_the_tokens_of_what_is_found(name):
    doc = vietnamese(name)(SENTENCE)
    assert [span.label_ for span in doc.spans[name]] == [name] * len(EXPECTED[name])
    for span, found in zip(doc.spans[name], EXPECTED[name], strict=True):
        assert span.start_char <= found.span[0] < found.span[1] <= span.end_char
        assert span.text.strip(".,;") == SENTENCE[slice(*found.span)]


def test_nothing_is_noted_where_nothing_stands():
    doc = vietnamese(*COMPONENTS)("Rừng xanh.")
    assert notes(doc) == {name: [] for name in COMPONENTS}
    assert [len(doc.spans[name]) for name in COMPONENTS] == [0, 0, 0]


def test_bytes_round_trip():
    nlp = vietnamese(*COMPONENTS).from_bytes(vietnamese(*COMPONENTS).to_bytes())
    assert notes(nlp(SENTENCE)) == EXPECTED


def test_disk_round_trip(tmp_path):
    vietnamese(*COMPONENTS).to_disk(tmp_path)
    nlp = spacy.load(tmp_path)
    assert nlp.pipe_names == list(COMPONENTS)
    assert notes(nlp(SENTENCE)) == EXPECTED


def test_many_documents_keep_their_notes_apart():
    docs = list(vietnamese(*COMPONENTS).pipe([SENTENCE, "", "Sở Nội vụ họp.", SENTENCE], batch_size=2))
    assert [notes(doc) for doc in (docs[0], docs[3])] == [EXPECTED, EXPECTED]
    assert [[b.name for b in doc._.kehoach_bodies] for doc in docs[1:3]] == [[], ["Sở Nội vụ"]]


@rules(
    "copy",
    {
        "bytes of one document": lambda nlp: [Doc(nlp.vocab).from_bytes(nlp(SENTENCE).to_bytes())],
        "store of documents": lambda nlp: stored([nlp(SENTENCE)], nlp.vocab),
        "several processes": lambda nlp: list(nlp.pipe([SENTENCE], n_process=2)),
    },
)
def test_notes_go_with_the_document(copy):
    (doc,) = copy(vietnamese(*COMPONENTS))
    assert doc.text == SENTENCE
    assert notes(doc) == EXPECTED
    assert [len(doc.spans[name]) for name in COMPONENTS] == [len(found) for found in EXPECTED.values()]


def test_a_component_under_a_name_of_its_own():
    nlp = vietnamese()
    nlp.add_pipe("kehoach_times", name="when")
    doc = Doc(nlp.vocab).from_bytes(nlp(SENTENCE).to_bytes())
    assert (list(doc._.when), list(doc._.kehoach_times)) == (EXPECTED["kehoach_times"], [])
    assert [span.label_ for span in doc.spans["when"]] == ["when", "when"]


@pytest.mark.parametrize(
    "text",
    [
        "x" * 300_000,
        "(" * 4_000,
        "rừng " * 40_000,
        "1" * 100_000,
        "-" * 100_000,
        "Sở " * 20_000,
        "số " * 20_000,
        "ngày 1/" * 20_000,
        "Luật A, " * 5_000,
    ],
    ids=["word", "brackets", "words", "digits", "dashes", "heads", "numbers", "half dates", "laws"],
)
def test_long_strings_end(text):
    assert all(slice_of(text, found) for find in FINDERS.values() for found in find(text))


NLP = vietnamese(*COMPONENTS)


@for_all(st.text(max_size=200))
def test_any_text_passes(text):
    doc = NLP(text)
    assert doc.text == text
    assert notes(doc) == {name: find(text) for name, find in FINDERS.items()}
