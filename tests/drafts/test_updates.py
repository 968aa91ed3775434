"""An edited Word file and a new run: edits and lineage stay, deletions stay deleted, the parent's changes show."""

import copy
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from drafted import ROOT, drafted, locality, parent

import kehoach
from kehoach.drafts import updated_draft
from kehoach.drafts.updates import UpdateError
from kehoach.reports.official import official

DAY = locality("xa-2022").date


class Desk:
    """A draft as an officer has it open in Word."""

    def __init__(self):
        self.word = Document(BytesIO(official(drafted("004", "xa-2022"))))

    def find(self, words):
        return next(p for p in self.word.paragraphs if words in p.text)

    def reword(self, words, old, new):
        for run in self.find(words).runs:
            run.text = run.text.replace(old, new)

    def twin(self, words, text):
        """A new paragraph behind another, as by the return key: without a bookmark."""
        paragraph = self.find(words)
        element = copy.deepcopy(paragraph._p)
        for mark in [*element.findall(qn("w:bookmarkStart")), *element.findall(qn("w:bookmarkEnd"))]:
            element.remove(mark)
        paragraph._p.addnext(element)
        Paragraph(element, paragraph._parent).runs[0].text = text

    def delete(self, words):
        element = self.find(words)._p
        element.getparent().remove(element)

    def update(self, plan=None):
        out = BytesIO()
        self.word.save(out)
        edited = kehoach.extract(out.getvalue(), name="sua.docx")
        return updated_draft(plan or parent("004"), locality("xa-2022"), DAY, {}, out.getvalue(), edited, "sua.docx")


def lineage_of(draft, words):
    block = next(b for b in draft.plan.blocks if words in b.text)
    return next(entry for entry in draft.lineage if entry.block == block.id)


def test_an_untouched_file_changes_nothing():
    draft, changes = Desk().update()
    assert [b.text for b in draft.plan.blocks] == [b.text for b in drafted("004", "xa-2022").plan.blocks]
    assert not (changes.edited or changes.added or changes.deleted or changes.parent_new or changes.parent_gone)


def test_a_reworded_paragraph_keeps_words_and_origin():
    desk = Desk()
    desk.reword("Không ngừng cải thiện", "vùng sâu, vùng xa", "các thôn ở xa")
    draft, changes = desk.update()
    assert len(changes.edited) == 1
    entry = lineage_of(draft, "các thôn ở xa")
    assert entry.parents == lineage_of(drafted("004", "xa-2022"), "Không ngừng cải thiện").parents


def test_a_moved_paragraph_keeps_its_origin():
    desk = Desk()
    desk.find("Thi đua phát triển kinh tế")._p.addprevious(desk.find("Thi đua xây dựng thực hiện nếp sống")._p)
    draft, changes = desk.update()
    texts = [b.text for b in draft.plan.blocks]
    first = next(i for i, t in enumerate(texts) if t.startswith("Thi đua xây dựng thực hiện nếp sống"))
    assert texts[first + 1].startswith("Thi đua phát triển kinh tế")
    assert not changes.deleted
    assert draft.plan.blocks[first].label == "1."


def test_a_split_paragraph_has_one_origin_twice():
    desk = Desk()
    text = desk.find("Thi đua huy động mọi nguồn lực").text
    head, tail = text[: text.index("Qua đó")], text[text.index("Qua đó") :]
    desk.twin("Thi đua huy động mọi nguồn lực", tail)
    desk.reword("Thi đua huy động mọi nguồn lực để", tail, "")
    draft, _ = desk.update()
    assert lineage_of(draft, tail[:40]).parents == lineage_of(draft, head[3:40]).parents


def test_merged_paragraphs_have_both_origins():
    desk = Desk()
    second = desk.find("Biên bản họp Hội đồng").text[3:]
    desk.delete("Biên bản họp Hội đồng")
    desk.reword("Tờ trình đề nghị khen thưởng", "danh sách).", f"danh sách); {second}")
    draft, changes = desk.update()
    assert len(lineage_of(draft, "Tờ trình đề nghị").parents) == 2
    assert not changes.deleted


def test_a_new_paragraph_is_the_officers_and_a_deleted_one_stays_away():
    desk = Desk()
    desk.twin("Tổ chức tổng kết phong trào", "- Tổ chức hội thi tìm hiểu ở các thôn.")
    desk.delete("Đối tượng khác:")
    draft, changes = desk.update()
    assert lineage_of(draft, "hội thi tìm hiểu").change == "added"
    assert "Đối tượng khác:" not in draft.plan.text
    assert len(changes.deleted) == 1
    assert "officer" in {entry.rule for entry in draft.left_out}


def test_what_the_parent_added_meanwhile_is_shown_and_put_in_place():
    file = next((ROOT / "plans").glob("004_*.txt")).read_text(encoding="utf-8")
    mark = "2. Thi đua huy động mọi nguồn lực"
    assert mark in file
    later = file.replace(mark, "2. Thi đua trồng cây xanh ven các tuyến đường liên ấp, giữ gìn cảnh quan.\n\n" + mark)
    plan = kehoach.extract(later.encode(), name="moi.txt")
    draft, changes = Desk().update(plan)
    assert any("trồng cây xanh" in text for text in changes.parent_new)
    assert "Thi đua trồng cây xanh" in draft.plan.text


def test_a_file_that_is_no_word_file():
    with pytest.raises(UpdateError):
        updated_draft(parent("004"), locality("xa-2022"), DAY, {}, b"x", parent("004"), "x.docx")
