"""Plans are found by their words, with or without tone marks, and by what their heads say."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stored import put, put_corpus_plan, small

from kehoach.store import Store
from kehoach.store.words import indexed_words, plain, query_words

SYLLABLES = [
    "nông",
    "thôn",
    "mới",
    "hóa",
    "thủy",
    "đổi",
    "số",
    "ủy",
    "quý",
    "xã",
    "tuyên",
    "truyền",
    "an",
    "khoẻ",
    "2026",
]


@pytest.fixture(scope="module")
def five(tmp_path_factory):
    """The five plans of the corpus, ids 1 to 5 in the order of their files."""
    with Store.open(tmp_path_factory.mktemp("kho")) as store:
        for number in range(5):
            put_corpus_plan(store, number)
        yield store


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Tây Sơn", {2}),
        ("tay son", {2}),
        ("TÂY SƠN", {2}),
        ("tây son", {2}),
        ("tấy sơn", set()),
        ("Lạng Sơn", {4}),
        ("Kiên Giang", {5}),
        ("219/KH-UBND", {4}),
        ("phong trào thi đua", {1, 2, 3, 4, 5}),
        ("xyzzy", set()),
        ("Tây Sơn xyzzy", set()),
        ("", {1, 2, 3, 4, 5}),
        ("…!?", {1, 2, 3, 4, 5}),
        ("%", {1, 2, 3, 4, 5}),
        ("' OR 1=1 --", set()),
    ],
)
def test_by_words(five, text, ids):
    found = five.search(text)
    assert {hit.id for hit in found.hits} == ids and found.total == len(ids)


@pytest.mark.parametrize(
    ("narrow", "ids"),
    [
        ({"level": "district"}, {2}),
        ({"body": "kiên giang"}, {5}),
        ({"body": "so nong nghiep"}, {3}),
        ({"body": "%"}, {1, 2, 3, 4, 5}),
        ({"year": 2021}, {1, 4, 5}),
        ({"topic": "nông thôn mới"}, {1, 2, 4, 5}),
        ({"number": "1"}, set()),
        ({"level": "province", "year": 2021, "text": "kien giang"}, {5}),
    ],
)
def test_by_what_the_head_says(five, narrow, ids):
    assert {hit.id for hit in five.search(**narrow).hits} == ids


def test_the_title_comes_before_the_text_and_the_whole_phrase_before_its_words(store):
    text = put(store, small(title="Trồng cây", preamble="Thực hiện chuyển đổi số."), "text.txt")
    words = put(store, small(number="13", title="Số liệu và chuyển, đổi đất"), "words.txt")
    phrase = put(store, small(number="14", title="Chuyển đổi số"), "phrase.txt")
    put(store, small(number="15", title="Văn nghệ"), "none.txt")
    assert [hit.id for hit in store.search("chuyen doi so").hits] == [phrase.id, words.id, text.id]


def test_the_plan_of_a_number_comes_before_those_that_cite_it(store):
    own = put(store, small(number="12"), "own.txt")
    put(
        store,
        small(number="99", preamble="Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh."),
        "cites.txt",
    )
    assert store.search("12/KH-UBND").hits[0].id == own.id


@pytest.mark.parametrize("typed", ["12", "kế hoạch số 12", "Ke hoach so 012", "Kế hoạch số 12/KH-UBND ngày 05/3/2026"])
def test_a_number_is_found_by_its_first_part_and_within_words(store, typed):
    own = put(store, small(number="12"), "own.txt")
    cited = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh."
    put(store, small(number="99", preamble=cited), "cites.txt")
    put(store, small(number="120"), "other.txt")
    assert store.search(typed).hits[0].id == own.id


def test_texts_with_more_of_the_words_in_their_titles_come_first(store):
    cash = "Thực hiện thanh toán không dùng tiền mặt."
    most = put(store, small(title="Chi trả trợ giúp không dùng tiền mặt", preamble=cash), "most.txt")
    some = put(store, small(number="13", title="Quản lý tiền lương", preamble=cash), "some.txt")
    none = put(store, small(number="14", title="Trồng cây", preamble=cash), "none.txt")
    found = store.search("thanh toan khong dung tien mat")
    assert [hit.id for hit in found.hits] == [most.id, some.id, none.id]


@pytest.mark.parametrize("typed", ["12/QĐ-UBND", "12/QD-UBND", "12/qd-ubnd", "12/qđ-ubnd", "012/QĐ-UBND"])
def test_a_number_is_found_without_a_vietnamese_keyboard(store, typed):
    of = put(store, small(number="5"), "a.txt").id
    put(store, small(number="12"), "b.txt")
    store.correct(of, "/header/number", "12/QĐ-UBND")
    assert [hit.id for hit in store.search(typed).hits] == [of]
    assert [hit.id for hit in store.search(number=typed).hits] == [of]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("2/KH", ["2"]), ("12/KH", ["12"]), ("kh-ubnd", ["12", "2"]), ("02/KH", ["2"]), ("1", ["12"]), ("%", [])],
)
def test_digits_that_are_typed_begin_the_number(store, typed, numbers):
    for number in ("2", "12"):
        put(store, small(number=number), f"{number}.txt")
    assert [hit.number for hit in store.search(number=typed).hits] == [f"{n}/KH-UBND" for n in numbers]


def test_a_number_is_found_with_and_without_its_leading_zero(store):
    of = put(store, small(number="05")).id
    assert [hit.id for hit in store.search("5/KH-UBND").hits] == [of]
    assert store.search("5/KH-UBND", level="commune").hits == []


def test_pages(five):
    first, second, last = (five.search(page=page, per_page=2) for page in (1, 2, 99))
    assert (first.total, first.pages, last.page) == (5, 3, 3)
    assert len({hit.id for found in (first, second, last) for hit in found.hits}) == 5


def test_facets_count_what_search_finds(five):
    facets = five.facets()
    for field in ("level", "topic", "year"):
        for value, count in getattr(facets, f"{field}s").items():
            assert five.search(**{field: value}).total == count
    for body, count in facets.bodies.items():
        assert five.search(body=body).total >= count


def _bare(text):
    return "".join(
        c
        for c in unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
        if not unicodedata.combining(c)
    )


WRITTEN = [str.upper, str.title, lambda t: unicodedata.normalize("NFD", t), _bare, lambda t: _bare(t).upper()]


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1), st.sampled_from(WRITTEN))
def test_a_text_is_found_however_its_words_are_typed(syllables, written):
    text = " ".join(syllables)
    assert set(query_words(written(text))) <= set(indexed_words(text))
    assert plain(written(text)) == plain(text)


@pytest.mark.parametrize(("one", "other"), [("hóa", "hoá"), ("thủy", "thuỷ"), ("khoẻ", "khỏe"), ("Úy", "uý")])
def test_both_ways_to_place_a_tone_mark_are_one(one, other):
    assert query_words(one) == query_words(other)


@pytest.mark.parametrize(("typed", "standing"), [("tỉnh", "tình"), ("tính", "tinh"), ("mơi", "mới"), ("đoan", "doan")])
def test_a_word_with_marks_does_not_find_another(typed, standing):
    assert not set(query_words(typed)) <= set(indexed_words(standing))


@given(st.text(max_size=60))
def test_any_text_finds_itself(text):
    assert set(query_words(text)) <= set(indexed_words(text))
