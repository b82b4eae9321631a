#!/usr/bin/env python3
"""Makes a few reports for each of the four plans below and beside the province: samples/<plan>/.

    pip install xlsxwriter
    python3 samples/make_levels.py

The form (heading, columns, total, signature) is taken from the plan; units, people and opinions are invented. In each
folder some opinions are raised by several units in the same words, one unit sends a blank form, and what lies beyond
the level's powers is among them. The same input gives the same workbooks.
"""
import datetime
import pathlib
import shutil
import tomllib

import xlsxwriter

HERE = pathlib.Path(__file__).resolve().parent
PLANS = HERE.parent / "plans"

STAFF = "Đề nghị nâng mức phụ cấp cho những người hoạt động không chuyên trách ở thôn vì việc nhiều mà mức hưởng thấp."
LAND = "Đề nghị đẩy nhanh việc cấp giấy chứng nhận quyền sử dụng đất lần đầu cho các hộ, có hồ sơ nộp từ đầu năm chưa có kết quả."
COUNTER = "Người già không có điện thoại thông minh, đề nghị cho nộp hồ sơ giấy trực tiếp tại bộ phận một cửa."
WAGE = "Kiến nghị Trung ương sớm tăng lương cơ sở cho cán bộ, công chức."

LEVELS = {
    "cho-moi-2025": {
        "rank": "thôn",
        "units": {
            "Bản Còn": [STAFF, LAND, "Đường vào thôn dốc, mưa xuống lầy lội, đề nghị xã hỗ trợ xi măng để dân đổ bê tông."],
            "Nà Mố": [STAFF, "Đập thủy lợi của thôn bị vỡ sau lũ, đề nghị sửa để kịp gieo mạ vụ xuân."],
            "Khuổi Tai": [COUNTER, LAND, "Đề nghị Công an xã tuần tra ban đêm, gần đây mất trộm gia súc nhiều."],
            "Bản Tết": [STAFF, COUNTER, WAGE],
            "Nà Ngài": [],
        },
    },
    "hoang-van-thu-2025": {
        "rank": "thôn",
        "units": {
            "Nà Kéo Mới": [LAND, "Hộ bị thu hồi đất làm dự án chưa nhận tiền bồi thường, đề nghị trả dứt điểm."],
            "Nà Lẹng": [STAFF, LAND],
            "Bản Chang": [COUNTER, "Đề nghị lắp thêm đèn đường từ nhà văn hóa thôn ra trường học."],
            "Pò Cại": ["Hộ bị thu hồi đất làm dự án chưa nhận tiền bồi thường, đề nghị trả dứt điểm.", STAFF],
            "Hợp Nhất": [],
            "Cốc Nam": [WAGE, "Trạm biến áp của thôn quá tải, tối nào điện cũng yếu, đề nghị nâng cấp."],
        },
    },
    "phu-luong-2022": {
        "rank": "",
        "units": {
            "Công an xã": ["Đề nghị cấp thêm một xe mô tô cho Công an xã đi tuần tra các xóm xa."],
            "Trạm Y tế": ["Trạm thiếu thuốc cho bệnh nhân cao huyết áp, đề nghị cấp đủ hằng tháng.", WAGE],
            "Các trường học": ["Đề nghị tuyển bổ sung giáo viên tiếng Anh cho trường tiểu học.", WAGE],
            "Hợp tác xã": ["Đề nghị hỗ trợ hợp tác xã vay vốn ưu đãi để mở rộng xưởng chế biến chè."],
        },
    },
    "phuong-2025": {
        "rank": "tổ dân phố",
        "units": {
            "Tổ dân phố số 1": [("5", "Cây xanh ven đường che hết đèn chiếu sáng, đề nghị cắt tỉa."), ("1", STAFF.replace("thôn", "tổ dân phố"))],
            "Tổ dân phố số 2": [("4", COUNTER), ("1", STAFF.replace("thôn", "tổ dân phố"))],
            "Tổ dân phố số 3": [("2", "Chi bộ đông đảng viên già yếu, đề nghị hướng dẫn miễn sinh hoạt cho gọn."), ("4", COUNTER)],
            "Tổ dân phố số 4": [("1", WAGE), ("5", "Rác đổ trộm ở bãi đất trống cuối tổ, đề nghị phường dọn và gắn biển cấm.")],
            "Tổ dân phố số 5": [],
        },
    },
}

PEOPLE = ["Hoàng Văn Lâm", "Nông Thị Thu", "Ma Văn Tới", "Lý Thị Mẩy", "Trần Quang Huy", "Bàn Tài Đoàn", "Phạm Thị Hiền"]
POSTS = ["Trưởng thôn", "Người dân", "Bí thư chi bộ", "Hội viên phụ nữ", "Cựu chiến binh"]


def report(path, form, rank, unit, opinions):
    """One report as the plan's form prescribes it."""
    name = unit if not rank or unit.lower().startswith(rank) else f"{rank} {unit}"
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(2025, 9, 1), "author": ""})
    sheet = book.add_worksheet("Báo cáo")
    text = book.add_format({"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "border": 1, "valign": "top"})
    bold = book.add_format({"font_name": "Times New Roman", "font_size": 12, "bold": True})
    head = book.add_format({"font_name": "Times New Roman", "font_size": 12, "bold": True, "border": 1, "align": "center"})
    columns = form["column"]
    widths = {"number": 6, "opinion": 70, "person": 24, "position": 22}
    for at, column in enumerate(columns):
        sheet.set_column(at, at, widths.get(column["holds"], 18))
    row = 0
    for line in form["letterhead"]:
        sheet.write_string(row, 0, line.replace("{UNIT}", name.upper()), bold)
        row += 1
    for line in (form["title"], form["about"]):
        sheet.write_string(row, 1, line, bold)
        row += 1
    for at, column in enumerate(columns):
        sheet.write_string(row, at, column["heading"], head)
    for number, opinion in enumerate(opinions, 1):
        subject, said = opinion if isinstance(opinion, tuple) else ("", opinion)
        cells = {
            "person": PEOPLE[(len(unit) + number) % len(PEOPLE)],
            "position": POSTS[number % len(POSTS)],
            "opinion": said,
            "subject": subject,
            "level": "Trung ương" if said == WAGE else "",
        }
        row += 1
        for at, column in enumerate(columns):
            if column["holds"] == "number":
                sheet.write_number(row, at, number, text)
            else:
                sheet.write_string(row, at, cells[column["holds"]], text)
    sheet.write_string(row + 1, 1, form["total"], head)
    sheet.write_number(row + 1, len(columns) - 1, len(opinions), head)
    for at, line in enumerate(form["signature"]):
        sheet.write_string(row + 3 + at, len(columns) - 1, line, bold)
    book.close()


def main():
    for plan, level in LEVELS.items():
        form = tomllib.loads((PLANS / f"{plan}.toml").read_text(encoding="utf-8"))["form"]
        out = HERE / plan
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        for unit, opinions in level["units"].items():
            report(out / f"Báo cáo {unit}.xlsx", form, level["rank"], unit, opinions)


if __name__ == "__main__":
    main()
