"""Drafts by the API beside the page: what an officer wrote over stays."""

from datetime import date

import kehoach
from kehoach.drafts import edited_draft
from kehoach.locality import Locality, Unit

TEXT = """\
KẾ HOẠCH
Cải cách hành chính năm 2026
I. NHIỆM VỤ
- Rà soát thủ tục hành chính trước ngày 30/6/2026.
- Tổ chức đối thoại với người dân trước ngày 15/9/2026.
"""


def test_a_draft_that_is_made_anew_keeps_its_edits_and_refuses_unknown_answers(client, store):
    plan = kehoach.extract(TEXT.encode(), name="tinh.txt")
    plan.header.issuer.level, plan.header.issuer.name = "province", "Ủy ban nhân dân tỉnh Mây Ngàn"
    parent = store.add("tinh.txt", TEXT.encode(), plan).id
    unit, day = Locality(unit=Unit(kind="xã", name="Suối Ngàn", province="tỉnh Mây Ngàn")), date(2026, 2, 10)
    keys = edited_draft(plan, unit, day, {}, {})
    key = next(keys.keys[b.id] for b in keys.draft.plan.blocks if "đối thoại" in b.text)
    edits = {key: "Đối thoại tại từng thôn."}
    made = edited_draft(plan, unit, day, {}, edits).draft
    saved = store.save_draft(made, parent_id=parent, locality=unit, day=day, edits=edits)
    again = {"parent": parent, "locality": unit.model_dump(mode="json"), "date": "2026-02-11"}
    assert client.put(f"/api/v1/drafts/{saved.id}", json=again).status_code == 200
    kept = store.draft(saved.id)
    assert kept.edits == edits
    assert any(block.text == "Đối thoại tại từng thôn." for block in kept.draft.plan.blocks)
    refused = client.put(f"/api/v1/drafts/{saved.id}", json={**again, "answers": {"q0": "90%"}})
    assert refused.json()["error"]["code"] == "unknown_question"
