"""One store, many threads: every change is there, whole."""

from concurrent.futures import ThreadPoolExecutor

from stored import corpus_plan, put_corpus_plan

RICH = (1, 2, 4)  # plans with four targets and more


def test_files_that_come_at_once(store):
    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(lambda n: store.accept(f"{n}.txt", str(n % 10).encode()).id, range(40)))
    assert len(set(ids)) == 10
    assert sorted(len(upload.names) for upload in store.uploads()) == [4] * 10


def test_changes_at_once(store):
    ids = [put_corpus_plan(store, number).id for number in RICH]

    def change(n):
        store.correct(ids[n % 3], f"/targets/{n // 3}/value", n)
        return store.search("nong thon").total

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(change, range(12))) == [3] * 12
    for number, (id, plan_number) in enumerate(zip(ids, RICH, strict=True)):
        plan = store.plan(id).plan
        assert [t.value for t in plan.targets[:4]] == [number, number + 3, number + 6, number + 9]
        assert plan.targets[4:] == corpus_plan(plan_number).targets[4:]


def test_one_file_is_claimed_once(store):
    for n in range(12):
        store.accept(f"{n}.txt", str(n).encode())
    with ThreadPoolExecutor(8) as pool:
        claimed = [upload.id for upload in pool.map(lambda _: store.claim(), range(20)) if upload]
    assert sorted(claimed) == list(range(1, 13))
