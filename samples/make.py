#!/usr/bin/env python3
"""Makes the sample reports of the plan `thai-nguyen-2025`: samples/thai-nguyen-2025/, 92 files.

    pip install xlsxwriter
    python3 samples/make.py          # needs LibreOffice (soffice) for the .xls and .ods files

The opinions are those of benches/data/opinions-dev.tsv (people, hamlets and figures in it are invented). The files
have the honest variety of ninety-two offices: letterheads of different height, merged cells, other column orders,
repeated headers, old formats. Two units send nothing, one sends a blank form, one sends its file twice, one sends a
second part. The same input gives the same workbooks.
"""
import csv
import datetime
import pathlib
import shutil
import subprocess
import tempfile
import unicodedata

import xlsxwriter

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent / "benches" / "data" / "opinions-dev.tsv"
OUT = HERE / "thai-nguyen-2025"

SENT_NOTHING = ["xã Định Hóa", "xã Trại Cau"]
BLANK_FORM = "xã Điềm Thụy"
SENT_TWICE = "phường Linh Sơn"
IN_TWO_PARTS = "xã Phú Bình"
AS_XLS = ["xã Bằng Vân", "xã Na Rì", "xã Tràng Xá", "phường Phổ Yên"]
AS_ODS = ["xã Quân Chu", "phường Bắc Kạn", "xã Thần Sa"]

FORM = ["STT", "Họ và tên", "Chức vụ", "Nội dung ý kiến"]
TITLE = "Tổng hợp ý kiến đề xuất, kiến nghị tại Hội nghị đối thoại định kỳ, trực tuyến giữa đồng chí Bí thư Tỉnh ủy với Nhân dân năm 2025"


def plain(text):
    """File names of offices are often written without tones."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in text if not unicodedata.combining(c))


def load():
    """Opinions by unit, units in the order of their first opinion by name."""
    units = {}
    with open(SOURCE, encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
            units.setdefault(row["unit"], []).append((row["name"], row["position"], row["text"]))
    return dict(sorted(units.items()))


class Sheet:
    """A worksheet with the few looks that the samples use."""

    def __init__(self, path, name):
        self.book = xlsxwriter.Workbook(str(path))
        self.book.set_properties({"created": datetime.datetime(2025, 12, 5), "author": ""})
        self.sheet = self.book.add_worksheet(name)
        font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        self.text = self.book.add_format({**font, "text_wrap": True, "border": 1})
        self.head = self.book.add_format({**font, "bold": True, "align": "center", "border": 1, "text_wrap": True})
        self.title = self.book.add_format({**font, "bold": True, "align": "center", "text_wrap": True})
        self.plain = self.book.add_format(font)

    def close(self):
        self.book.close()


def letterhead(s, unit, row, height, last):
    """TỈNH ỦY / ĐẢNG ỦY / số / ngày, the title and the line that opens the report; gives the next free row."""
    s.sheet.write(row, 0, "TỈNH ỦY THÁI NGUYÊN", s.plain)
    s.sheet.write(row, last, "ĐẢNG CỘNG SẢN VIỆT NAM", s.title)
    s.sheet.write(row + 1, 0, "ĐẢNG ỦY " + unit.upper(), s.title)
    s.sheet.write(row + 2, 0, "*", s.plain)
    s.sheet.write(row + 3, 0, "Số    -BC/ĐU", s.plain)
    s.sheet.write(row + 3, last, f"{unit.split(' ', 1)[1]}, ngày 05 tháng 12 năm 2025", s.plain)
    row += 4 + height
    s.sheet.merge_range(row, 0, row, last, "BÁO CÁO", s.title)
    s.sheet.merge_range(row + 1, 0, row + 1, last, TITLE, s.title)
    s.sheet.write(row + 2, 0, f"Ban Thường vụ Đảng ủy {unit} báo cáo như sau:", s.plain)
    return row + 4


def signature(s, row, last):
    for i, line in enumerate(["Nơi nhận:", "- Ban Tuyên giáo và Dân vận Tỉnh ủy,", "- Lưu"]):
        s.sheet.write(row + i, 0, line, s.plain)
    s.sheet.write(row, last, "T/M BAN THƯỜNG VỤ", s.title)
    s.sheet.write(row + 1, last, "(Ký tên, đóng dấu)", s.plain)


def header(s, row, words):
    for column, word in enumerate(words):
        s.sheet.write(row, column, word, s.head)


def widths(s, wide):
    for column in range(wide + 1):
        s.sheet.set_column(column, column, 60 if column == wide else 18)


def as_the_form(s, unit, opinions, height=0, label="Ý kiến {}"):
    """The form as the plan prescribes it: rows labelled `Ý kiến 1`, a total, the signature."""
    widths(s, 3)
    row = letterhead(s, unit, 0, height, 3)
    header(s, row, FORM)
    for number, (name, position, text) in enumerate(opinions, 1):
        cells = [label.format(number), name, position, text]
        for column, cell in enumerate(cells):
            s.sheet.write_string(row + number, column, cell, s.text)
    row += len(opinions) + 1
    s.sheet.write(row, 1, "Tổng cộng", s.head)
    filled = sum(1 for _, _, text in opinions if text)
    s.sheet.write(row, 3, f"{filled} ý kiến" if filled else "", s.head)
    signature(s, row + 2, 3)


def numbered(s, unit, opinions):
    """Plain numbers, the header at the third row, no total."""
    widths(s, 3)
    s.sheet.merge_range(0, 0, 0, 3, f"TỔNG HỢP Ý KIẾN CỦA {unit.upper()}", s.title)
    header(s, 2, ["TT", "Họ tên", "Chức danh", "Nội dung kiến nghị, đề xuất"])
    for number, (name, position, text) in enumerate(opinions, 1):
        s.sheet.write_number(2 + number, 0, number, s.text)
        for column, cell in enumerate([name, position, text], 1):
            s.sheet.write_string(2 + number, column, cell, s.text)


def content_first(s, unit, opinions):
    """Another column order, and a column for notes."""
    for column, width in enumerate([6, 70, 24, 26, 14]):
        s.sheet.set_column(column, column, width)
    row = letterhead(s, unit, 1, 1, 4)
    header(s, row, ["Số TT", "Nội dung ý kiến", "Họ và tên", "Chức vụ, đơn vị", "Ghi chú"])
    for number, (name, position, text) in enumerate(opinions, 1):
        s.sheet.write_number(row + number, 0, number, s.text)
        for column, cell in enumerate([text, name, position, ""], 1):
            s.sheet.write_string(row + number, column, cell, s.text)
    s.sheet.write(row + len(opinions) + 1, 0, "Tổng số ý kiến", s.head)
    s.sheet.write_number(row + len(opinions) + 1, 1, len(opinions), s.head)
    signature(s, row + len(opinions) + 3, 3)


def by_speaker(s, unit, opinions):
    """Opinions under one another, the cells of a speaker with several opinions merged; the table starts in column C."""
    for column, width in enumerate([3, 3, 8, 20, 24, 70]):
        s.sheet.set_column(column, column, width)
    s.sheet.write(1, 2, f"Đơn vị: {unit}", s.plain)
    header_row = 4
    for column, word in enumerate(FORM, 2):
        s.sheet.write(header_row, column, word, s.head)
    speakers = {}
    for name, position, text in opinions:
        speakers.setdefault((name, position), []).append(text)
    row, number = header_row + 1, 0
    for (name, position), texts in speakers.items():
        last = row + len(texts) - 1
        for column, cell in [(3, name), (4, position)]:
            if len(texts) > 1:
                s.sheet.merge_range(row, column, last, column, cell, s.text)
            else:
                s.sheet.write_string(row, column, cell, s.text)
        for text in texts:
            number += 1
            s.sheet.write_number(row, 2, number, s.text)
            s.sheet.write_string(row, 5, text, s.text)
            row += 1
    s.sheet.write(row, 3, "Cộng", s.head)
    s.sheet.write_number(row, 5, number, s.head)


def two_line_header(s, unit, opinions):
    """A header over two lines with merged cells, repeated in the middle as on a printed page."""
    widths(s, 3)
    row = letterhead(s, unit, 0, 2, 3)
    half = max(1, len(opinions) // 2)
    number = 0
    for part in (opinions[:half], opinions[half:]):
        if not part:
            continue
        s.sheet.merge_range(row, 0, row + 1, 0, "STT", s.head)
        s.sheet.merge_range(row, 1, row, 2, "Người có ý kiến", s.head)
        s.sheet.write(row + 1, 1, "Họ và tên", s.head)
        s.sheet.write(row + 1, 2, "Chức vụ", s.head)
        s.sheet.merge_range(row, 3, row + 1, 3, "Nội dung ý kiến", s.head)
        row += 2
        for name, position, text in part:
            number += 1
            s.sheet.write_number(row, 0, number, s.text)
            for column, cell in enumerate([name, position, text], 1):
                s.sheet.write_string(row, column, cell, s.text)
            row += 1
    s.sheet.write(row, 1, "Tổng cộng", s.head)
    s.sheet.write_number(row, 3, number, s.head)
    signature(s, row + 2, 3)


def officials_then_citizens(s, unit, opinions):
    """Group headings across the table."""
    widths(s, 3)
    row = letterhead(s, unit, 0, 0, 3)
    header(s, row, FORM)
    half = (len(opinions) + 1) // 2
    number = 0
    for heading, part in [("I. Ý kiến của cán bộ, công chức", opinions[:half]), ("II. Ý kiến của Nhân dân", opinions[half:])]:
        row += 1
        s.sheet.merge_range(row, 0, row, 3, heading, s.head)
        for name, position, text in part:
            row += 1
            number += 1
            s.sheet.write_number(row, 0, number, s.text)
            for column, cell in enumerate([name, position, text], 1):
                s.sheet.write_string(row, column, cell, s.text)
    s.sheet.write(row + 1, 1, "Tổng cộng", s.head)
    s.sheet.write(row + 1, 3, f"{number} ý kiến", s.head)


LAYOUTS = [
    as_the_form,
    lambda s, unit, opinions: as_the_form(s, unit, opinions, height=3),
    numbered,
    as_the_form,
    content_first,
    lambda s, unit, opinions: as_the_form(s, unit, opinions, height=1, label="{}"),
    by_speaker,
    two_line_header,
    officials_then_citizens,
]

NAMES = [
    "Báo cáo {full}",
    "BC {plain}",
    "Tổng hợp ý kiến {full}",
    "{under}_bieu_mau",
    "Phụ lục ý kiến đối thoại - {full}",
]


def file_name(index, unit):
    return NAMES[index % len(NAMES)].format(
        full=unit, plain=plain(unit), under=plain(unit).lower().replace(" ", "_")
    )


def convert(path, kind):
    """Saves an .xlsx again in an old format with LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind, "--outdir", folder, str(path)],
            check=True,
            capture_output=True,
        )
        made = pathlib.Path(folder) / (path.stem + "." + kind)
        shutil.move(made, path.with_suffix("." + kind))
    path.unlink()


def write(path, layout, unit, opinions, sheet="Sheet1"):
    s = Sheet(path, sheet)
    layout(s, unit, opinions)
    s.close()


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    units = load()
    for index, (unit, opinions) in enumerate(units.items()):
        if unit in SENT_NOTHING:
            continue
        path = OUT / (file_name(index, unit) + ".xlsx")
        layout = LAYOUTS[index % len(LAYOUTS)]
        if unit == BLANK_FORM:
            write(path, as_the_form, unit, [("", "", "")] * 3)
        elif unit == IN_TWO_PARTS:
            write(path, layout, unit, opinions[:8])
            write(OUT / (file_name(index, unit) + " (phần 2).xlsx"), layout, unit, opinions[8:])
        else:
            write(path, layout, unit, opinions)
        if unit == SENT_TWICE:
            shutil.copy(path, path.with_name(path.stem + " - Copy.xlsx"))
        for kind, those in [("xls", AS_XLS), ("ods", AS_ODS)]:
            if unit in those:
                convert(path, kind)


if __name__ == "__main__":
    main()
