"""Who must act by a time: the subject of the clause, else the lead of the duty in which or beside which it stands."""

from plan_texts import rules, under


@rules(
    ("lines", "expected"),
    {
        "each part of a sentence": (
            ["1. Các bản dọn rừng; Hạt Kiểm lâm nghiệm thu trước ngày 18/5/2026."],
            [["Hạt Kiểm lâm"]],
        ),
        "each sentence": (
            ["1. Đoàn xã lập danh sách trước ngày 02/3/2026. Trạm Y tế họp xét trong tháng 4/2026."],
            [["Đoàn xã"], ["Trạm Y tế"]],
        ),
        "the lead of the block": (
            ["1. Hội Nông dân xã", "- Mở lớp dạy nghề trước ngày 30/9/2026."],
            [["Hội Nông dân xã"]],
        ),
        "another than the lead of the block": (
            ["1. Hội Nông dân xã", "- Các chi hội nộp danh sách trước ngày 10/9/2026."],
            [["Các chi hội"]],
        ),
        "who receives a report and reports in turn": (
            [
                "1. Các trường gửi số liệu về Văn phòng trước ngày 05/6/2026 để Văn phòng tổng hợp, trình Ủy ban "
                "nhân dân xã trước ngày 12/6/2026."
            ],
            [["Các trường"], ["Văn phòng"]],
        ),
        "behind times of a list": (
            ["1. Định kỳ 6 tháng, hằng năm, giữa nhiệm kỳ, Hội Nông dân xã tổ chức sơ kết."],
            [["Hội Nông dân xã"]],
        ),
        "nobody before the time": (
            ["1. Đợt 1 (từ 01/4 đến 30/4/2026): Tổ chức trồng dặm. Hạt Kiểm lâm kiểm tra hiện trường."],
            [[]],
        ),
        "behind the time": (["1. Trước ngày 12/9/2026, Trạm Y tế khám mắt."], [["Trạm Y tế"]]),
        "behind the task": (["1. Khám mắt trước ngày 12/9/2026 do Trạm Y tế thực hiện."], [["Trạm Y tế"]]),
        "in a detail beside": (
            [
                "1. Bảo vệ rừng",
                "- Phát ranh cản lửa.",
                "- Đơn vị thực hiện: Các bản.",
                "- Thời gian: Trước ngày 15/4/2026.",
                "- Trồng dặm 5 ha.",
                "- Đơn vị thực hiện: Hạt Kiểm lâm.",
                "- Thời gian: Trước ngày 30/7/2026.",
            ],
            [["Các bản"], ["Hạt Kiểm lâm"]],
        ),
        "people who have no duty": (
            ["1. Giáo viên chủ nhiệm thông báo lịch. Học sinh nộp bài trước ngày 12/10/2026."],
            [["Học sinh"]],
        ),
        "a meeting is charged with nothing": (["1. Giao ban định kỳ vào ngày 20 hằng tháng."], [[]]),
        "nobody": (["1. Tổ chức sơ kết trong tháng 7/2026."], [[]]),
    },
)
def test_who_must_act(lines, expected):
    assert [m.actors for m in under("TỔ CHỨC THỰC HIỆN", *lines).timeline] == expected
