"""The page of the library: what is told of files that come in, where no script helps."""

import re

from served import FILES, put

from kehoach.jobs import Jobs


def sent(client, *named):
    return client.post("/uploads", files=[("files", each) for each in named], follow_redirects=True)


def names_in(page):
    return re.findall(r"<strong>([^<]+\.txt)</strong>", page)


def test_every_file_of_an_upload_is_named_with_what_became_of_it(client):
    told = sent(client, ("a.txt", b"a"), ("rong.txt", b""), ("b.txt", b"b"))
    assert told.status_code == 422
    for words in ("a.txt: đã nhận.", "rong.txt: không nhận. Tệp rỗng", "b.txt: đã nhận."):
        assert words in told.text


def test_many_files_are_all_in_the_list(client, store):
    names = [f"{n:02}.txt" for n in range(30)]
    sent(client, *((name, name.encode()) for name in names))
    for upload in store.uploads(limit=1000):
        store.fail(upload.id, "damaged", "Tệp hỏng.")
    assert sorted(names_in(client.get("/").text)) == names


def test_the_same_content_under_two_names_shows_both(client):
    sent(client, ("a.txt", b"a"), ("b.txt", b"a"))
    assert "(cùng nội dung: a.txt)" in client.get("/jobs").text


def test_a_library_of_plans_that_cite_nothing(client, store):
    put(store, 0), put(store, 1)
    assert client.get("/").text.count('class="title"') == 2


def test_a_mark_of_secrecy_is_refused_with_the_reason(client, store):
    text = FILES[1].read_text(encoding="utf-8").replace("KẾ HOẠCH", "MẬT\n\nKẾ HOẠCH", 1)
    sent(client, ("mat.txt", text.encode()))
    with Jobs(store):
        while store.uploads()[0].state in ("waiting", "reading"):
            pass
    page = client.get("/").text
    assert "Tài liệu đóng dấu MẬT: không được đọc hoặc lưu trên máy này. Tệp đã bị xóa khỏi kho." in page
    assert "Thử lại" not in page and list((store.folder / "files").rglob("?" * 64)) == []
