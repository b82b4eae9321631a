//! Every format a unit may send, read as a person sees it. The files are in `fixtures/`, each named after its quirk.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails where its helpers do"
)]

use std::collections::BTreeSet;
use std::path::Path;

use doithoai::settings;
use doithoai::spreadsheet::{
    Beside, Cell, Excess, Fault, Foreign, Merge, Refusal, Sheet, Value, beside, cell_name, mark, open,
    salvage,
};

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(name),
    )
    .unwrap()
}

fn sheets(name: &str) -> Vec<Sheet> {
    open(&bytes(name)).unwrap()
}

fn cell<'a>(sheet: &'a Sheet, name: &str) -> Option<&'a Cell> {
    sheet
        .cells
        .iter()
        .find(|(at, _)| cell_name(at.0, at.1) == name)
        .map(|(_, cell)| cell)
}

fn text(sheet: &Sheet, name: &str) -> String {
    match cell(sheet, name).map(|cell| &cell.value) {
        Some(Value::Text(text) | Value::Date(text) | Value::Error(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        other => format!("{other:?}"),
    }
}

fn block(first_row: u32, first_column: u32, last_row: u32, last_column: u32) -> Merge {
    Merge {
        first_row,
        first_column,
        last_row,
        last_column,
    }
}

/// A packed file with the parts given.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, part) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(part).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn xlsx(sheet: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = vec![
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name='A'/></sheets></workbook>",
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(more);
    packed(&parts)
}

#[test]
fn one_workbook_reads_the_same_from_every_format() {
    for name in [
        "plain.xlsx",
        "plain_libreoffice.xlsx",
        "plain_biff8.xls",
        "plain.ods",
    ] {
        let sheets = sheets(name);
        let hidden: Vec<_> = sheets
            .iter()
            .map(|sheet| (sheet.name.as_str(), sheet.hidden))
            .collect();
        assert_eq!(hidden, [("Biểu mẫu", false), ("Ẩn", true)], "{name}");
        let sheet = &sheets[0];
        for (at, words) in [
            ("A1", "ĐẢNG ỦY XÃ KHE VÀNG"),
            ("D3", "Nội dung ý kiến"),
            ("A4", "1"),
            ("B5", "Lý Văn Bình"),
            ("D6", "Đề nghị cấp nước sạch"),
            ("G4", "30/05/2025"),
        ] {
            assert_eq!(text(sheet, at), words, "{name} {at}");
        }
        assert_eq!(cell(sheet, "B6"), None, "{name}: inside a merged block");
        assert_eq!(sheet.merges, [block(0, 0, 0, 3), block(4, 1, 5, 1)], "{name}");
        assert_eq!(sheet.hidden_rows, Some(BTreeSet::from([4])), "{name}");
        assert_eq!(sheet.hidden_columns, Some(BTreeSet::from([2])), "{name}");
        assert_eq!(
            cell(sheet, "E4").unwrap().formula.as_deref(),
            Some("1+1"),
            "{name}"
        );
    }
}

#[test]
fn a_formula_without_a_stored_result_has_no_result() {
    let sheet = &sheets("plain.xlsx")[0];
    assert_eq!(cell(sheet, "E4").unwrap().value, Value::NoResult);
}

#[test]
fn an_excel_5_workbook_is_read_in_its_code_page() {
    let sheet = &sheets("bare_biff5_windows1258.xls")[0];
    assert_eq!(text(sheet, "A1"), "Nội dung");
    assert_eq!(text(sheet, "A2"), "Đề nghị sửa cầu");
    assert_eq!(sheet.hidden_rows, Some(BTreeSet::from([1])));
}

#[test]
fn cells_that_other_readers_lose_or_invent() {
    let sheet = &sheets("stray_cells.xlsx")[0];
    for (at, words) in [
        ("A1", "Sửa cầu"),
        ("C1", "nội tuyến"),
        ("A2", "Dòng 1\nDòng 2 _x0041_"),
        ("B2", "#STRING!"),
        ("C2", "#NAME?"),
        ("XFD1048576", "xa"),
    ] {
        assert_eq!(text(sheet, at), words, "{at}");
    }
    assert_eq!(cell(sheet, "B1"), None, "an empty index is no text");
    assert_eq!(
        cell(sheet, "C2").unwrap().formula.as_deref(),
        Some("-Đường vào thôn")
    );
    assert_eq!(cell(sheet, "B7").unwrap().value, Value::NoResult);
    assert_eq!(cell(sheet, "C7"), None, "a formula that shows nothing");
    assert!(
        sheet
            .cells
            .values()
            .any(|cell| cell.value == Value::Text("ngoài".to_owned()))
    );
}

#[test]
fn prefixes_strict_names_and_backslashes_do_not_matter() {
    let sheet = &sheets("prefixed_strict_backslash.xlsx")[0];
    assert_eq!(
        (sheet.name.as_str(), text(sheet, "B2").as_str()),
        ("Biểu", "Sửa cầu")
    );
}

#[test]
fn text_boxes_are_read_once() {
    assert_eq!(sheets("text_box.xlsx")[0].text_boxes, ["Xã Khe Vàng\ndòng hai"]);
}

#[test]
fn a_word_form_is_a_table_with_its_letterhead_above() {
    let sheets = sheets("form.docx");
    assert_eq!(sheets.len(), 1);
    let sheet = &sheets[0];
    assert_eq!(sheet.name, "Bảng 1");
    for (at, words) in [
        ("A1", "ĐẢNG ỦY XÃ KHE VÀNG"),
        ("A2", "Tổng hợp ý kiến"),
        ("D3", "Nội dung ý kiến"),
        ("A4", "1."),
        ("D4", "Đề nghị sửa cầu Khe Vàng\n- Đề nghị xây kè"),
        ("A6", "3."),
        ("D6", "Đề nghị cấp nước sạch cho xóm"),
        ("A7", "Tổng cộng"),
        ("D7", "3"),
        ("A8", "Nơi nhận: Tỉnh ủy"),
    ] {
        assert_eq!(text(sheet, at), words, "{at}");
    }
    assert_eq!(sheet.merges, [block(4, 1, 5, 1), block(6, 0, 6, 2)]);
}

#[test]
fn a_number_of_words_own_before_the_only_sentence_of_a_cell_is_none_of_the_words() {
    let relation = |id: &str, kind: &str, to: &str| {
        format!("<Relationship Id='{id}' Type='http://x/relationships/{kind}' Target='{to}'/>")
    };
    let listed =
        |text: &str| format!("<p><pPr><numPr><numId val='1'/></numPr></pPr><r><t>{text}</t></r></p>");
    let cell = |paragraphs: &str| format!("<tc>{paragraphs}</tc>");
    let row = |cells: &[String]| format!("<tr>{}</tr>", cells.concat());
    let rows = [
        row(&[cell(&listed("")), cell(&listed("Đường vào xóm Cái lầy lội"))]),
        row(&[
            cell(&listed("")),
            cell(&(listed("Sửa cầu Khe Vàng") + &listed("Kéo điện cho xóm"))),
        ]),
        row(&[cell(&listed("Ý kiến của cán bộ xã"))]),
    ];
    let document = format!("<document><body><tbl>{}</tbl></body></document>", rows.concat());
    let numbering = "<numbering><abstractNum abstractNumId='0'><lvl ilvl='0'><start val='1'/><numFmt val='decimal'/>\
        <lvlText val='%1.'/></lvl></abstractNum><num numId='1'><abstractNumId val='0'/></num></numbering>";
    let word = packed(&[
        (
            "_rels/.rels",
            format!("<R>{}</R>", relation("a", "officeDocument", "word/document.xml")).as_bytes(),
        ),
        (
            "word/_rels/document.xml.rels",
            format!("<R>{}</R>", relation("b", "numbering", "numbering.xml")).as_bytes(),
        ),
        ("word/document.xml", document.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
    ]);
    let sheet = &open(&word).unwrap()[0];
    for (at, words) in [
        ("A1", "1."),
        ("B1", "Đường vào xóm Cái lầy lội"),
        ("B2", "4. Sửa cầu Khe Vàng\n5. Kéo điện cho xóm"),
        ("A3", "6. Ý kiến của cán bộ xã"),
    ] {
        assert_eq!(text(sheet, at), words, "{at}");
    }
}

#[test]
fn the_headers_of_a_word_documents_pages_stand_above_all() {
    let relation = |id: &str, kind: &str, to: &str| {
        format!("<Relationship Id='{id}' Type='http://x/relationships/{kind}' Target='{to}'/>")
    };
    let root = format!("<R>{}</R>", relation("a", "officeDocument", "word/document.xml"));
    let headers = ["h1.xml", "h2.xml"]
        .map(|part| relation(part, "header", part))
        .concat();
    let paragraph = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let document = format!("<document><body>{}</body></document>", paragraph("Kính gửi"));
    let header = format!("<hdr>{}{}</hdr>", paragraph("XÃ KHE VÀNG"), paragraph("2"));
    let word = packed(&[
        ("_rels/.rels", root.as_bytes()),
        (
            "word/_rels/document.xml.rels",
            format!("<R>{headers}</R>").as_bytes(),
        ),
        ("word/document.xml", document.as_bytes()),
        ("word/h1.xml", header.as_bytes()),
        ("word/h2.xml", header.as_bytes()),
    ]);
    let sheet = &open(&word).unwrap()[0];
    assert_eq!(
        (text(sheet, "A1").as_str(), text(sheet, "A2").as_str()),
        ("XÃ KHE VÀNG", "Kính gửi")
    );
    assert_eq!(sheet.cells.len(), 2);
}

#[test]
fn web_pages_and_xml_named_xls_are_tables() {
    let page = &sheets("page_named.xls")[0];
    for (at, words) in [
        ("A1", "ĐẢNG ỦY XÃ KHE VÀNG"),
        ("B3", "An & Bình"),
        ("C3", "Sửa\ncầu"),
        ("C4", "Kéo\u{a0}điện"),
        ("C5", "2"),
    ] {
        assert_eq!(text(page, at), words, "{at}");
    }
    assert_eq!(page.merges, [block(2, 1, 3, 1), block(4, 0, 4, 1)]);
    let old = sheets("xml_2003.xls");
    assert_eq!(
        (text(&old[0], "A2").as_str(), text(&old[0], "C2").as_str()),
        ("Sửa\ncầu", "5")
    );
    assert_eq!(cell(&old[0], "B3").unwrap().formula.as_deref(), Some("X"));
    assert_eq!(old[0].hidden_rows, Some(BTreeSet::from([2])));
    assert!(old[1].hidden);
}

#[test]
fn a_table_that_another_one_frames_is_read() {
    let inner = "<table><tr><td>STT<td>Họ tên<td>Nội dung<tr><td>1<td>An<td>Đường rộng < 3 m</table>";
    let page = format!("<html><table><tr><td>XÃ KHE VÀNG<tr><td>{inner}</table>");
    let read = open(page.as_bytes()).unwrap();
    assert_eq!(
        (text(&read[0], "A1").as_str(), text(&read[0], "C3").as_str()),
        ("XÃ KHE VÀNG", "Đường rộng < 3 m")
    );
    // What stands in a style or a comment is no table.
    let page = format!("<style>x{{y:'<table><tr><td>'}}</style><!-- <table><tr><td> -->{inner}");
    let read = open(page.as_bytes()).unwrap();
    assert_eq!(text(&read[0], "C2"), "Đường rộng < 3 m");
    // A table inside an opinion stays in its cell.
    let page = format!("<html><table><tr><td>1<td>An<td>Số liệu: {inner}</table>");
    let read = open(page.as_bytes()).unwrap();
    assert_eq!(read.len(), 1);
    assert!(text(&read[0], "C1").starts_with("Số liệu:"));

    let cell = |text: &str| format!("<w:tc><w:p><w:t>{text}</w:t></w:p></w:tc>");
    let row = |texts: [&str; 3]| format!("<w:tr>{}</w:tr>", texts.map(cell).concat());
    let inner = format!(
        "<w:tbl>{}{}</w:tbl>",
        row(["STT", "Họ tên", "Nội dung"]),
        row(["1", "An", "Sửa cầu"])
    );
    let frame = format!("<w:tbl><w:tr><w:tc><w:p><w:t>XÃ KHE VÀNG</w:t></w:p>{inner}</w:tc></w:tr></w:tbl>");
    let read = open(&document(&frame)).unwrap();
    assert_eq!(
        (text(&read[0], "A1").as_str(), text(&read[0], "C3").as_str()),
        ("XÃ KHE VÀNG", "Sửa cầu")
    );
    let beside = format!(
        "<w:tbl><w:tr>{}{}<w:tc>{inner}</w:tc></w:tr></w:tbl>",
        cell("1"),
        cell("An")
    );
    let read = open(&document(&beside)).unwrap();
    assert_eq!(text(&read[0], "C1"), "STT\tHọ tên\tNội dung\n1\tAn\tSửa cầu");
}

/// A document with this body.
fn document(body: &str) -> Vec<u8> {
    let body = format!("<w:document><w:body>{body}</w:body></w:document>");
    packed(&[
        ("word/document.xml", body.as_bytes()),
        ("_rels/.rels", b"<Relationships/>"),
    ])
}

/// A row of a table in a document: the text of each cell and the columns that it spans.
fn spanned(cells: &[(&str, u32)]) -> String {
    let cell = |(text, span): &(&str, u32)| {
        format!("<w:tc><w:tcPr><w:gridSpan w:val='{span}'/></w:tcPr><w:p><w:t>{text}</w:t></w:p></w:tc>")
    };
    format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn columns_of_a_document_are_those_that_a_person_sees() {
    let dragged = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        spanned(&[("STT", 1), ("Họ tên", 1), ("Nội dung", 2)]),
        spanned(&[("1", 1), ("An", 2), ("Sửa cầu", 1)]),
        spanned(&[("2", 1), ("Bình", 2), ("Làm đường", 1)]),
    );
    let read = open(&document(&dragged)).unwrap();
    for (cell, words) in [
        ("A1", "STT"),
        ("B1", "Họ tên"),
        ("D1", "Nội dung"),
        ("D3", "Làm đường"),
    ] {
        assert_eq!(text(&read[0], cell), words);
    }
    let endless = format!(
        "<w:tbl>{}</w:tbl>",
        spanned(&[("STT", u32::MAX), ("Họ tên", 1), ("Nội dung", 1)])
    );
    let read = open(&document(&endless)).unwrap();
    assert!(read[0].merges.iter().all(|merge| merge.last_column < 16_384));
}

#[test]
fn a_table_that_was_cut_between_two_pages_is_one() {
    let row = |texts: [&str; 3]| spanned(&texts.map(|text| (text, 1)));
    let table = |rows: &[String]| format!("<w:tbl>{}</w:tbl>", rows.concat());
    let page = "<w:p><w:r><w:br w:type='page'/></w:r></w:p>";
    let head = row(["STT", "Họ tên", "Nội dung"]);
    let first = table(&[head.clone(), row(["1", "An", "Sửa cầu"])]);
    let read = open(&document(
        &[&first, page, &table(&[row(["2", "Bình", "Làm đường"])])].concat(),
    ))
    .unwrap();
    assert_eq!((read.len(), text(&read[0], "C3").as_str()), (1, "Làm đường"));
    // So is one whose header stands on each page; a table with a header of its own, or below other words, begins anew.
    let again = table(&[head, row(["2", "Bình", "Làm đường"])]);
    assert_eq!(
        open(&document(&[&first, page, &again].concat())).unwrap().len(),
        1
    );
    let other = table(&[
        row(["TT", "Người nêu", "Ý kiến"]),
        row(["2", "Bình", "Làm đường"]),
    ]);
    assert_eq!(
        open(&document(&[&first, page, &other].concat())).unwrap().len(),
        2
    );
    let words = "<w:p><w:t>Xóm Cái</w:t></w:p>";
    let below = table(&[row(["2", "Bình", "Làm đường"])]);
    assert_eq!(
        open(&document(&[&first, words, &below].concat())).unwrap().len(),
        2
    );
}

#[test]
fn changes_that_nobody_accepted_are_read_as_accepted_and_counted() {
    let body = "<w:p><w:r><w:t>Sửa </w:t></w:r><w:del><w:r><w:delText>cầu</w:delText></w:r></w:del>\
                <w:ins><w:r><w:t>đường</w:t></w:r></w:ins></w:p>";
    let read = open(&document(body)).unwrap();
    assert_eq!(text(&read[0], "A1"), "Sửa đường");
    assert_eq!(read[0].tracked_changes, 2);
    let row = |change: &str, said: &str| {
        format!("<w:tr><w:trPr>{change}</w:trPr><w:tc><w:p><w:t>{said}</w:t></w:p></w:tc></w:tr>")
    };
    let table = ["", "<w:del/>", ""].map(|change| row(change, "Sửa cầu")).concat();
    let read = open(&document(&format!("<w:tbl>{table}</w:tbl>"))).unwrap();
    assert_eq!((read[0].cells.len(), read[0].tracked_changes), (2, 1));
}

#[test]
fn a_table_or_a_list_in_a_text_box_is_read() {
    let row = |texts: [&str; 3]| spanned(&texts.map(|text| (text, 1)));
    let table = format!(
        "<w:tbl>{}{}</w:tbl>",
        row(["STT", "Họ tên", "Nội dung"]),
        row(["1", "An", "Sửa cầu"])
    );
    let boxed = |body: &str| format!("<w:p><w:r><w:txbxContent>{body}</w:txbxContent></w:r></w:p>");
    let read = open(&document(&boxed(&table))).unwrap();
    assert_eq!(
        (text(&read[0], "C2").as_str(), read[0].text_boxes.len()),
        ("Sửa cầu", 0)
    );
    let read = open(&document(&boxed("<w:p><w:t>XÃ CÁI</w:t></w:p>"))).unwrap();
    assert_eq!(read[0].text_boxes, ["XÃ CÁI"]);
    let paragraphs = |texts: &[&str]| -> String {
        texts
            .iter()
            .map(|text| format!("<w:p><w:t>{text}</w:t></w:p>"))
            .collect()
    };
    let list = [
        "Ý kiến bổ sung:",
        "2. Cải tạo ao tù sau nhà văn hóa.",
        "3. Ngõ chưa có tên và số nhà.",
    ];
    let body = paragraphs(&["1. Đường ngập nửa mét."]) + &boxed(&paragraphs(&list));
    let read = &open(&document(&body)).unwrap()[0];
    assert_eq!((text(read, "A3").as_str(), read.text_boxes.len()), (list[1], 0));
    let recipients = [
        "Nơi nhận:",
        "- Ban Tuyên giáo và Dân vận;",
        "- Lưu Văn phòng Đảng ủy xã.",
    ];
    let read = &open(&document(&boxed(&paragraphs(&recipients)))).unwrap()[0];
    assert_eq!(read.text_boxes.len(), 1);
}

/// A record of an Excel 97 workbook.
fn record(id: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&id.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// An Excel 97 workbook of one sheet with these records, without the compound file around it.
fn workbook_97(globals: &[u8], sheet: &[u8]) -> Vec<u8> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0]);
    let listed = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'A']].concat());
    let head = |at: u32| [begin(5), globals.to_vec(), listed(at), record(0x000a, &[])].concat();
    let at = u32::try_from(head(0).len()).unwrap();
    [head(at), begin(0x10), sheet.to_vec(), record(0x000a, &[])].concat()
}

#[test]
fn an_old_formula_that_was_never_calculated_has_no_result() {
    let formula = |row: u8, result: [u8; 8], options: u8| {
        let head = [row, 0, 0, 0, 0, 0];
        record(
            0x0006,
            &[&head[..], &result, &[options, 0, 0, 0, 0, 0, 0, 0]].concat(),
        )
    };
    let text = [0, 0, 0, 0, 0, 0, 0xff, 0xff];
    let cells = [formula(0, [0; 8], 2), formula(1, text, 0), formula(2, [0; 8], 0)].concat();
    let read = open(&workbook_97(&[], &cells)).unwrap();
    let value = |name| &cell(&read[0], name).unwrap().value;
    assert_eq!(value("A1"), &Value::NoResult);
    assert_eq!(value("A2"), &Value::NoResult);
    assert_eq!(value("A3"), &Value::Number(0.0));
    // Programs that calculate nothing give an empty text; so does a formula that was calculated, and the workbook says so.
    let empty = formula(0, [3, 0, 0, 0, 0, 0, 0xff, 0xff], 0);
    let read = open(&workbook_97(&[], &empty)).unwrap();
    assert_eq!(cell(&read[0], "A1").unwrap().value, Value::NoResult);
    let calculated = record(0x01c1, &[0xc1, 1, 0, 0, 0, 0, 0, 0]);
    let read = open(&workbook_97(&calculated, &empty)).unwrap();
    assert_eq!(cell(&read[0], "A1"), None);
}

#[test]
fn an_old_workbook_with_a_password_is_named() {
    let locked = workbook_97(&record(0x002f, &[1, 0, 1, 0]), &[]);
    assert_eq!(open(&locked), Err(Refusal::Password));
    let out = tempfile::tempdir().unwrap();
    std::fs::write(out.path().join("tong-hop.xlsx"), locked).unwrap();
    for (lang, told) in [
        (
            "vi",
            "tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi chạy lại.",
        ),
        (
            "en",
            "the file has a password. Open it, take the password off, save it and run again.",
        ),
    ] {
        let output = crate::support::doithoai()
            .args(["assign", "--lang", lang, "--out"])
            .arg(out.path())
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.trim_end().ends_with(told), "{said}");
    }
}

#[test]
fn zeros_in_and_after_a_text_are_dirt() {
    let mut text_file = "STT,Họ tên,Nội dung\n1,An,Sửa\0 cầu\n".as_bytes().to_vec();
    text_file.extend([0; 300]);
    assert_eq!(text(&open(&text_file).unwrap()[0], "C2"), "Sửa cầu");
}

#[test]
fn a_symbolic_link_file_is_an_old_spreadsheet_and_a_text_that_begins_like_one_is_not() {
    let old = open(b"ID;PWXL;N;E\nP;PGeneral\nC;Y1;X1;K\"STT\"\nE\n");
    assert_eq!(old, Err(Refusal::NotSpreadsheet(Foreign::OldSpreadsheet)));
    let text_file = open("ID;Phường;Nội dung\n1;An;Sửa cầu\n".as_bytes()).unwrap();
    assert_eq!(text(&text_file[0], "C2"), "Sửa cầu");
}

#[test]
fn what_is_no_spreadsheet_is_named_by_its_content() {
    let zip = packed(&[("ảnh.jpg", b"x")]);
    let slides = packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/presentation.xml", b"<p/>"),
    ]);
    let letter = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<x/>"),
    ]);
    for (bytes, kind) in [
        (&b"%PDF-1.7"[..], Foreign::Pdf),
        (b"\xff\xd8\xff\xe0", Foreign::Picture),
        (b"\x89PNG\r\n", Foreign::Picture),
        (b"{\\rtf1}", Foreign::Rtf),
        (b"Rar!\x1a\x07", Foreign::Archive),
        (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
        (b"MZ\x90", Foreign::Program),
        (b"MIME-Version: 1.0\r\n", Foreign::WebArchive),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07", Foreign::Unknown),
        (&zip, Foreign::Archive),
        (&slides, Foreign::Slides),
        (&letter, Foreign::OpenText),
    ] {
        assert_eq!(open(bytes), Err(Refusal::NotSpreadsheet(kind)), "{kind:?}");
    }
    assert_eq!(open(b""), Err(Refusal::Empty));
}

#[test]
fn a_protected_file_is_named() {
    let manifest = b"<manifest><encryption-data/></manifest>";
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let ods = packed(&[("mimetype", kind), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(open(&ods), Err(Refusal::Password));
}

#[test]
fn a_file_that_excel_opens_without_asking_is_opened() {
    for name in ["read_only.xlsx", "read_only_2007.xlsx"] {
        assert_eq!(text(&sheets(name)[0], "A1"), "Nội dung", "{name}");
    }
    // With the check of the password changed, it is some other password.
    let mut other = bytes("read_only_2007.xlsx");
    let salt = other
        .windows(16)
        .position(|window| window.iter().copied().eq(0..16))
        .unwrap();
    other[salt + 16] ^= 1;
    assert_eq!(open(&other), Err(Refusal::Password));
}

#[test]
fn a_binary_workbook_is_read_with_what_hides_and_merges_its_cells() {
    let sheets = sheets("binary.xlsb");
    assert!(!sheets[0].hidden && sheets[1].hidden);
    let sheet = &sheets[0];
    for (at, words) in [
        ("A1", "ĐẢNG ỦY XÃ KHE VÀNG"),
        ("A4", "1"),
        ("D5", "Đề nghị kéo điện\ncho xóm Đông"),
        ("D6", "Đề nghị cấp nước sạch"),
        ("D7", "#REF!"),
    ] {
        assert_eq!(text(sheet, at), words, "{at}");
    }
    assert_eq!(sheet.merges, [block(0, 0, 0, 3), block(4, 1, 5, 1)]);
    assert_eq!(sheet.hidden_rows, Some(BTreeSet::from([4])));
    assert_eq!(sheet.hidden_columns, Some(BTreeSet::from([2])));
}

/// One part of a packed file.
fn part_of(bytes: &[u8], name: &str) -> Vec<u8> {
    use std::io::Read;
    let mut source = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut held = Vec::new();
    source.by_name(name).unwrap().read_to_end(&mut held).unwrap();
    held
}

/// A packed file with other parts in place of some; a part without bytes is left out.
fn repacked(bytes: &[u8], other: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Read;
    let mut source = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..source.len() {
        let mut part = source.by_index(index).unwrap();
        let (name, mut held) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut held).unwrap();
        match other.iter().find(|(other, _)| *other == name) {
            Some((_, [])) => {}
            Some((_, new)) => parts.push((name, new.to_vec())),
            None => parts.push((name, held)),
        }
    }
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, held)| (name.as_str(), held.as_slice()))
        .collect();
    packed(&parts)
}

#[test]
fn a_binary_workbook_without_some_of_its_parts_is_read_as_far_as_it_goes() {
    let whole = bytes("binary.xlsb");
    let unstyled = &open(&repacked(&whole, &[("xl/styles.bin", b"")])).unwrap()[0];
    assert_eq!(text(unstyled, "D6"), "Đề nghị cấp nước sạch");
    let wordless = &open(&repacked(&whole, &[("xl/sharedStrings.bin", b"")])).unwrap()[0];
    assert_eq!(text(wordless, "D3"), "#STRING!");
    assert_eq!(text(wordless, "A4"), "1");
    // A sheet whose list of cells never ends was cut, though its part is sound.
    let part = part_of(&whole, "xl/worksheets/sheet1.bin");
    let cut = repacked(&whole, &[("xl/worksheets/sheet1.bin", &part[..part.len() / 2])]);
    assert_eq!(open(&cut), Err(Refusal::Damaged(Fault::CutOff)));
}

#[test]
fn a_damaged_sheet_leaves_the_others_to_be_read() {
    let book = |second: &[u8]| {
        let sheets = b"<workbook><sheets><sheet name='A'/><sheet name='B'/></sheets></workbook>";
        let first = b"<worksheet><sheetData><row><c t='str'><v>x</v></c></row></sheetData></worksheet>";
        packed(&[
            ("xl/workbook.xml", sheets),
            ("xl/worksheets/sheet1.xml", first),
            ("xl/worksheets/sheet2.xml", second),
        ])
    };
    for (part, fault) in [
        (&b"<worksheet><sheetData><row><c><v>1</v>"[..], Fault::CutOff),
        (b"<worksheet></sheetData>", Fault::Broken),
    ] {
        let read = salvage(&book(part)).unwrap();
        assert_eq!(text(&read[0], "A1"), "x");
        assert_eq!((read[1].damaged, read[1].cells.len()), (Some(fault), 0));
        assert_eq!(open(&book(part)), Err(Refusal::Damaged(fault)));
    }
    let no_second = repacked(&book(b"<worksheet/>"), &[("xl/worksheets/sheet2.xml", b"")]);
    assert_eq!(salvage(&no_second).unwrap()[1].damaged, Some(Fault::PartMissing));
    let alone = xlsx(b"<worksheet><sheetData>", &[]);
    assert_eq!(salvage(&alone), Err(Refusal::Damaged(Fault::CutOff)));
    // Words that stand in a part which is not there are no empty cells.
    let wordless = xlsx(b"<worksheet><row><c t='s'><v>0</v></c></row></worksheet>", &[]);
    assert_eq!(salvage(&wordless), Err(Refusal::Damaged(Fault::PartMissing)));
    let half =
        b"<worksheet><row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>x</t></is></c></row></worksheet>";
    let read = salvage(&xlsx(half, &[])).unwrap();
    assert_eq!(text(&read[0], "B1"), "x");
    assert!(matches!(&read[0].cells[&(0, 0)].value, Value::Error(_)));
}

#[test]
fn a_cell_that_is_told_twice_is_marked_unless_it_says_the_same() {
    let sheet = |second: &str| {
        let cell = |words: &str| format!("<c r='A1' t='str'><v>{words}</v></c>");
        format!(
            "<worksheet><row r='1'>{}{}</row></worksheet>",
            cell("Sửa cầu"),
            cell(second)
        )
    };
    let read = |second: &str| open(&xlsx(sheet(second).as_bytes(), &[])).unwrap().remove(0);
    let other = read("Sửa đường");
    assert_eq!(text(&other, "A1"), "Sửa đường");
    assert_eq!(other.twice.len(), 1);
    assert!(read("Sửa cầu").twice.is_empty());
}

/// The text in UTF-16 with its mark.
fn wide(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

#[test]
fn parts_may_be_in_utf_16_and_have_escaped_names() {
    let declared = "<?xml version='1.0' encoding='UTF-16'?>";
    let book = format!("{declared}<workbook><sheets><sheet name='Xã' id='r1'/></sheets></workbook>");
    let words = format!("{declared}<worksheet><row><c t='str'><v>Sửa cầu</v></c></row></worksheet>");
    let relation = |kind: &str, target: &str| {
        format!("<Relationships><Relationship Id='r1' Type='x/{kind}' Target='{target}'/></Relationships>")
    };
    let file = packed(&[
        (
            "_rels/.rels",
            relation("officeDocument", "xl/workbook.xml").as_bytes(),
        ),
        ("xl/workbook.xml", &wide(&book)),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/trang%20m%E1%BB%99t.xml").as_bytes(),
        ),
        ("xl/worksheets/trang một.xml", &wide(&words)),
    ]);
    let read = open(&file).unwrap();
    assert_eq!(
        (read[0].name.as_str(), text(&read[0], "A1").as_str()),
        ("Xã", "Sửa cầu")
    );
    let old = String::from_utf8(bytes("xml_2003.xls")).unwrap();
    assert_eq!(open(&wide(&old)), open(old.as_bytes()));
}

#[test]
fn two_different_parts_of_one_name_are_damage() {
    let shown = b"<worksheet><row><c t='str'><v>mot</v></c></row></worksheet>";
    let other = b"<worksheet><row><c t='str'><v>hai</v></c></row></worksheet>";
    let renamed = |name: &[u8], file: Vec<u8>| -> Vec<u8> {
        let decoy = b"xl/worksheets/sheetX.xml";
        let mut file = file;
        while let Some(at) = file.windows(decoy.len()).position(|window| window == decoy) {
            file[at..at + decoy.len()].copy_from_slice(name);
        }
        file
    };
    let twice = |second: &[u8]| {
        let file = xlsx(shown, &[("xl/worksheets/sheetX.xml", second)]);
        renamed(b"xl/worksheets/sheet1.xml", file)
    };
    assert_eq!(open(&twice(other)), Err(Refusal::Damaged(Fault::Broken)));
    assert_eq!(text(&open(&twice(shown)).unwrap()[0], "A1"), "mot");
}

#[test]
fn a_packed_file_is_known_by_what_it_holds() {
    // Lines that a mail left before it; a document that does not say what it is.
    let plain = bytes("plain.xlsx");
    let behind = [b"MZ or the lines of a mail\r\n\r\n", plain.as_slice()].concat();
    assert_eq!(open(&behind), open(&plain));
    let plain = bytes("plain.ods");
    assert_eq!(open(&repacked(&plain, &[("mimetype", b"")])), open(&plain));
    let text = packed(&[("content.xml", b"<office:document-content><office:text/>")]);
    assert_eq!(open(&text), Err(Refusal::NotSpreadsheet(Foreign::OpenText)));
}

#[test]
fn a_web_page_shows_what_a_browser_shows() {
    let page = "<table><tr><td>STT<td>N&Otilde;i<tr style='DISPLAY: none'><td>1<td>&Dstrok;&abreve;ng\
                <tr><td>2<td>S&#7917;a <del>c&#7891;ng</del>c&#7847;u</table>";
    let page = &open(page.as_bytes()).unwrap()[0];
    assert_eq!(text(page, "B2"), "Đăng");
    assert_eq!(text(page, "B3"), "Sửa cầu");
    assert_eq!(page.hidden_rows, Some(BTreeSet::from([1])));
}

#[test]
fn a_word_document_says_what_its_writer_wrote() {
    let field = |shown: &str, text: &str| {
        format!(
            "<w:sdt><w:sdtPr>{shown}</w:sdtPr><w:sdtContent><w:p><w:t>{text}</w:t></w:p></w:sdtContent></w:sdt>"
        )
    };
    let symbol = "<w:p><w:t>rộng </w:t><w:sym w:font='Symbol' w:char='F0B3'/><w:t> 3 m</w:t></w:p>";
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>mật</w:t></w:r><w:r><w:t> mở</w:t></w:r></w:p>";
    let prompt = field("<w:showingPlcHdr/>", "Bấm vào đây để nhập");
    let body = format!(
        "<w:document><w:body>{prompt}{}{symbol}{hidden}</w:body></w:document>",
        field("", "Sửa cầu")
    );
    let file = packed(&[
        ("word/document.xml", body.as_bytes()),
        ("_rels/.rels", b"<Relationships/>"),
    ]);
    let read = &open(&file).unwrap()[0];
    let said: Vec<String> = read
        .cells
        .keys()
        .map(|at| text(read, &cell_name(at.0, at.1)))
        .collect();
    assert_eq!(said, ["Sửa cầu", "rộng ≥ 3 m", "mật mở"]);
    assert_eq!(read.hidden_words, 1);
}

#[test]
fn what_stands_beside_the_cells_is_seen() {
    let comments = b"<comments><comment><text><t>Xem</t></text></comment><comment/></comments>";
    let file = packed(&[
        ("word/media/image1.png", b"x"),
        ("xl/comments1.xml", comments),
        ("word/embeddings/", b""),
    ]);
    let seen = Beside {
        pictures: true,
        documents: false,
        comments: 1,
    };
    assert_eq!(beside(&file), seen);
    for part in ["word/embeddings/a.xlsx", "word/chunk.html", "xl/embeddings/b.bin"] {
        assert!(beside(&packed(&[(part, b"x")])).documents, "{part}");
    }
    assert_eq!(beside(b"STT,x"), Beside::default());
    let numbers = packed(&[("Index/Document.iwa", b"x"), ("preview.jpg", b"x")]);
    assert_eq!(open(&numbers), Err(Refusal::NotSpreadsheet(Foreign::Apple)));
}

#[test]
fn columns_that_are_hidden_again_and_again_cost_once() {
    let all = "<col min='1' max='16384' hidden='1'/>".repeat(2000);
    let sheet = format!("<worksheet><cols>{all}</cols><row><c t='str'><v>x</v></c></row></worksheet>");
    let read = &open(&xlsx(sheet.as_bytes(), &[])).unwrap()[0];
    assert_eq!(text(read, "A1"), "x");
    assert_eq!(read.hidden_columns.as_ref().unwrap().len(), 16_384);
}

#[test]
fn a_web_archive_is_the_tables_of_its_pages() {
    let archive = |encoding: &str, page: &str| {
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--x\"\r\n\r\n----x\r\n\
             Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{page}\r\n\
             ----x\r\nContent-Type: image/png\r\n\r\n<table><tr><td>no page</table>\r\n----x--\r\n"
        )
    };
    for (encoding, page) in [
        ("8bit", "<meta charset=utf-8><table><tr><td>Sửa cầu</table>"),
        (
            "quoted-printable",
            "<meta charset=3Dutf-8><table><tr><td>S=E1=BB=ADa =\r\nc=E1=BA=A7u</table>",
        ),
        (
            "BASE64",
            "PG1ldGEgY2hhcnNldD11dGYtOD48dGFibGU+PHRyPjx0ZD5T4butYSBj4bqndTwvdGFibGU+",
        ),
    ] {
        let sheets = open(archive(encoding, page).as_bytes()).unwrap();
        assert_eq!(sheets.len(), 1, "{encoding}");
        assert_eq!(text(&sheets[0], "A1"), "Sửa cầu", "{encoding}");
    }
    let many = archive("8bit", &"----x\r\n".repeat(settings::MAX_PARTS));
    assert_eq!(open(many.as_bytes()), Err(Refusal::TooMuch(Excess::Parts)));
    let nothing = archive("8bit", "<p>Kính gửi</p>");
    assert_eq!(
        open(nothing.as_bytes()),
        Err(Refusal::NotSpreadsheet(Foreign::WebArchive))
    );
}

#[test]
fn an_open_document_in_one_file_is_read() {
    let flat = "<?xml version='1.0'?><office:document xmlns:office='o' office:mimetype='application/vnd.oasis.\
                opendocument.spreadsheet'><office:body><table:table xmlns:table='t' table:name='Biểu'><table:table-row>\
                <table:table-cell office:value-type='string'><p>Sửa cầu</p></table:table-cell></table:table-row>\
                </table:table></office:body></office:document>";
    let sheets = open(flat.as_bytes()).unwrap();
    assert_eq!(
        (sheets[0].name.as_str(), text(&sheets[0], "A1").as_str()),
        ("Biểu", "Sửa cầu")
    );
}

#[test]
fn a_changed_letter_is_noticed_by_the_checksum() {
    assert!(matches!(
        open(&bytes("checksum_wrong.xlsx")),
        Err(Refusal::Damaged(_))
    ));
}

#[test]
fn a_file_that_grows_when_it_is_read_ends_at_the_limits() {
    assert_eq!(
        open(&bytes("nested_deep.xlsx")),
        Err(Refusal::TooMuch(Excess::Depth))
    );
    assert_eq!(
        open(&bytes("shared_text_repeated.xlsx")),
        Err(Refusal::TooMuch(Excess::Text))
    );
    let bomb = vec![b' '; usize::try_from(settings::MAX_PART_BYTES).unwrap() + 2];
    assert_eq!(open(&xlsx(&bomb, &[])), Err(Refusal::TooMuch(Excess::Unpacked)));
    let entity = &sheets("entity_bomb.xlsx")[0];
    assert_eq!(text(entity, "A1"), "&b;");
    let content = "<office:body xmlns:office='o'><table><table-row number-rows-repeated='1048576'>\
                   <table-cell number-columns-repeated='16384' value-type='string'><p>x</p></table-cell>\
                   </table-row></table></office:body>";
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let ods = packed(&[("mimetype", kind), ("content.xml", content.as_bytes())]);
    assert_eq!(open(&ods), Err(Refusal::TooMuch(Excess::Cells)));
}

#[test]
fn a_million_empty_rows_and_repeated_empty_cells_cost_nothing() {
    let rows: String = (1..=200_000)
        .map(|row| format!("<row r='{row}'><c r='A{row}' s='1'/></row>"))
        .collect();
    let sheet = format!(
        "<worksheet><cols><col min='1' max='16384' hidden='1'/></cols><sheetData>{rows}</sheetData></worksheet>"
    );
    let read = open(&xlsx(sheet.as_bytes(), &[])).unwrap();
    assert!(read[0].cells.is_empty());
}

#[test]
fn our_own_workbooks_are_known_by_their_mark() {
    let custom = format!(
        "<Properties><property name='{}'><vt:lpwstr xmlns:vt='v'>tong-hop</vt:lpwstr></property></Properties>",
        settings::CREATOR
    );
    let ours = xlsx(b"<worksheet/>", &[("docProps/custom.xml", custom.as_bytes())]);
    assert_eq!(mark(&ours).as_deref(), Some("tong-hop"));
    for other in [
        bytes("plain.xlsx"),
        bytes("plain.ods"),
        bytes("plain_biff8.xls"),
        Vec::new(),
    ] {
        assert_eq!(mark(&other), None);
    }
}

/// Each of these took hours or gigabytes in a first version; a test that does not end is a test that fails.
#[test]
fn small_files_that_ask_for_much_work_end() {
    let quotes = "\"a,".repeat(200_000);
    assert!(open(quotes.as_bytes()).is_ok(), "quotes that are never closed");
    let page = format!("<table><tr><td>{}</td></tr></table>", "&".repeat(4_000_000));
    assert!(open(page.as_bytes()).is_ok(), "ampersands that begin nothing");
    let spans = "<tr><td rowspan=1000000 colspan=16000>x".repeat(100);
    assert_eq!(
        open(format!("<table>{spans}").as_bytes()),
        Err(Refusal::TooMuch(Excess::Text))
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let blanks = format!(
        "<table><table-row><table-cell><p>{}</p></table-cell></table-row></table>",
        "<s c='1000'/>".repeat(100_000)
    );
    let ods = packed(&[("mimetype", kind), ("content.xml", blanks.as_bytes())]);
    assert_eq!(open(&ods), Err(Refusal::TooMuch(Excess::Text)));
    let columns = format!(
        "<worksheet>{}</worksheet>",
        "<col min='1' max='9999' hidden='1'/>".repeat(100_000)
    );
    assert_eq!(
        open(&xlsx(columns.as_bytes(), &[])),
        Err(Refusal::TooMuch(Excess::Text))
    );
    let word = format!("<document><body>{}</body></document>", "<tbl/>".repeat(1_500_000));
    assert_eq!(
        open(&packed(&[
            ("word/document.xml", word.as_bytes()),
            ("_rels/.rels", b"<R/>")
        ])),
        Err(Refusal::TooMuch(Excess::Text))
    );
}

/// Sheets of an old workbook that all lead to one and the same place.
#[test]
fn sheets_that_overlap_are_damage() {
    let record = |id: u16, data: &[u8]| {
        [
            &id.to_le_bytes()[..],
            &u16::try_from(data.len()).unwrap().to_le_bytes(),
            data,
        ]
        .concat()
    };
    let listed = |start: u32| record(0x85, &[&start.to_le_bytes()[..], &[0, 0, 1, b'A']].concat());
    let begin = record(0x809, &[0, 5, 5, 0, 0, 0, 0, 0]);
    let start = u32::try_from(begin.len() + 10 * listed(0).len() + 4).unwrap();
    let mut book = begin.clone();
    (0..10).for_each(|_| book.extend(listed(start)));
    book.extend(record(0x0a, &[]));
    book.extend(&begin);
    (0..1000).for_each(|_| book.extend(record(0x99, &[0; 8])));
    book.extend(record(0x0a, &[]));
    assert!(matches!(open(&book), Err(Refusal::Damaged(_))));
}
