//! What a person reads about tables, cells and units of a report, and how columns are called.

use super::Lang;
use crate::finding::{CellTrouble, IntakeFinding, UnitSource};
use crate::model::ColumnRole;

/// What was found.
pub(super) fn found(kind: &IntakeFinding, lang: Lang) -> String {
    use IntakeFinding as F;
    let (vi, en) = match kind {
        F::NoWords { holds } => return no_words(*holds, lang),
        F::Repaired { code, cells } => (
            format!("{cells} ô dùng phông chữ hoặc bảng mã cũ ({code}), đã đổi sang Unicode"),
            format!("{cells} cells in an old font or code ({code}) were turned into Unicode"),
        ),
        F::Damaged { cells } => (
            format!("{cells} ô có chữ bị lỗi không sửa lại được hết, giữ như nhận được"),
            format!("{cells} cells hold damaged text that could not be repaired, kept as received"),
        ),
        F::Composed { cells } => (
            format!("{cells} ô có dấu gõ rời hoặc ký tự lạ giống chữ Việt, đã đổi sang chữ Unicode dựng sẵn"),
            format!(
                "{cells} cells with marks apart or look-alikes of letters were put into composed letters"
            ),
        ),
        F::ColumnUnnamed { cells } => (
            format!("{cells} ô có chữ ở cột không có tiêu đề, không được đọc"),
            format!("{cells} cells hold words in a column without a header; they were not read"),
        ),
        F::AsideUnsure { cells } => (
            format!("{cells} ô trong các dòng để riêng có lời giống ý kiến"),
            format!("{cells} cells of rows set aside read like opinions"),
        ),
        F::BelowSignature { cells } => (
            format!("{cells} ô dưới phần ký có lời văn giống ý kiến, không được đọc"),
            format!("{cells} cells below the signature read like opinions; they were not taken"),
        ),
        F::CellTwice { cells } => (
            format!("{cells} ô có hai nội dung khác nhau trong tệp bị hỏng; chỉ đọc nội dung ghi sau"),
            format!(
                "{cells} cells stand in the damaged file twice, with other words; only the last are read"
            ),
        ),
        F::QuoteOpen { cells } => (
            format!(
                "{cells} ô có dấu ngoặc kép mở mà không đóng; ô được tính đến hết dòng hoặc dấu phân cách"
            ),
            format!("{cells} cells begin with a quote that is never closed; each ends with its field"),
        ),
        F::FieldsJoined { rows } => (
            format!(
                "{rows} dòng có nhiều ô hơn tiêu đề vì lời văn có dấu phân cách ngoài ngoặc kép; đã nối lại"
            ),
            format!(
                "{rows} rows have more fields than the header, for want of quotes; the words were put together"
            ),
        ),
        F::FieldsParted { rows } => (
            format!("Cả bảng dồn vào một cột; đã tách {rows} dòng theo dấu phân cách"),
            format!("The table stands in one column; {rows} rows were parted at their separators"),
        ),
        F::Ditto { of } => (
            format!("Ô ghi \"nt\" hoặc \"như ý kiến ...\" thay cho nội dung; lấy nội dung của ô {of}"),
            format!(
                "The cell refers to another opinion instead of saying one; the wording of {of} was taken"
            ),
        ),
        F::Seconds { of } => (
            format!(
                "Ô nhất trí với ý kiến ở ô {of}, không nêu kiến nghị riêng; để riêng, không tính là ý kiến"
            ),
            format!("The cell agrees with the opinion in {of} and asks for nothing itself; it is set aside"),
        ),
        F::AfterTotal {
            first,
            last,
            opinions,
        } => (
            format!(
                "Dưới dòng tổng cộng còn {opinions} ý kiến (dòng {first} đến dòng {last}) không nằm trong tổng; vẫn được tính"
            ),
            format!(
                "{opinions} opinions (rows {first} to {last}) stand below the total, which leaves them out; they are counted"
            ),
        ),
        F::HiddenRows { rows } => (
            format!("{rows} dòng bị ẩn hoặc bị lọc trong bảng, vẫn được đọc"),
            format!("{rows} hidden or filtered rows of the table were read"),
        ),
        F::HiddenColumns { columns } => (
            format!("Cột {columns} bị ẩn, vẫn được đọc"),
            format!("Hidden columns {columns} were read"),
        ),
        F::HiddenWords { places } => (
            format!("{places} chỗ có chữ đặt ở dạng ẩn, vẫn được đọc"),
            format!("Words formatted as hidden were read in {places} places"),
        ),
        F::TrackedChanges { places } => (
            format!(
                "Văn bản còn {places} chỗ sửa chưa chấp nhận (Track Changes); đã đọc như đã chấp nhận hết"
            ),
            format!("The document keeps {places} tracked changes; it was read as if all were accepted"),
        ),
        F::TooLong { characters } => (
            format!("Ô có {characters} ký tự, dài hơn mọi ý kiến; chỉ giữ phần đầu, không tính là ý kiến"),
            format!(
                "The cell has {characters} characters, more than any opinion; only its beginning is kept, as no opinion"
            ),
        ),
        F::TextBoxes { boxes } => (
            format!("{boxes} hộp văn bản có chữ, không được đọc"),
            format!("{boxes} text boxes hold text that was not read"),
        ),
        F::UnderMerge { cells } => (
            format!("{cells} ô có chữ bị che dưới ô gộp, không được đọc"),
            format!("{cells} cells under merged cells hold text that was not read"),
        ),
        F::UnitsDiffer { taken, other, source } => {
            let (vi, en) = source_name(*source);
            (
                format!("Bảng ghi là {taken} nhưng {vi} ghi {other}; lấy {taken}"),
                format!("The table says {taken} but the {en} says {other}; {taken} is taken"),
            )
        }
        F::UnitGuessed { written, taken } => (
            format!("Tên đơn vị ghi \"{written}\", hiểu là {taken}"),
            format!("The unit is written \"{written}\" and taken as {taken}"),
        ),
        F::UnitUnclear { units } => (
            format!("Tên đơn vị không rõ, có thể là: {units}"),
            format!("The unit's name is unclear, it may be: {units}"),
        ),
        F::UnitUnknown { unit } => (
            format!("Kế hoạch không có đơn vị \"{unit}\""),
            format!("The plan has no unit \"{unit}\""),
        ),
        F::SecondReport { of } => (
            format!("Cùng đơn vị với {of}; tính cả hai tệp"),
            format!("From the same unit as {of}; both are counted"),
        ),
        F::Continues { of } => (
            format!("Là phần tiếp theo của {of}; tính cả hai tệp"),
            format!("Continues {of}; both are counted"),
        ),
        F::SaysTheSame { of } => (
            format!("Mọi ý kiến trong tệp này đều có trong {of}; chỉ tính một lần"),
            format!("All opinions of this file stand in {of}, too; counted once"),
        ),
        F::SheetRepeated { of } => (
            format!(
                "Mọi ý kiến của trang này đều có ở trang khác (\"{of}\"; cùng người, cùng lời văn); chỉ tính một lần"
            ),
            format!(
                "All opinions of this sheet stand in other sheets, too (\"{of}\"), speaker by speaker; counted once"
            ),
        ),
        F::SheetEdition { of } => (
            format!("Trang này có thể là bản sau của trang \"{of}\"; tính cả hai trang"),
            format!("The sheet may be a later edition of \"{of}\"; both are counted"),
        ),
        F::EarlierAnswers => (
            "Bảng ghi kết quả giải quyết kiến nghị kỳ trước; để riêng, không tính là ý kiến".to_owned(),
            "The table tells what became of earlier opinions; it is set aside".to_owned(),
        ),
        F::Replaced { by } => (
            format!("Đã được thay bằng {by}; các dòng của tệp này để riêng"),
            format!("Replaced by {by}; the rows of this file are set aside"),
        ),
        other => {
            let (vi, en) = plain(other);
            (vi.to_owned(), en.to_owned())
        }
    };
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// What was found, where nothing is filled in.
fn plain(kind: &IntakeFinding) -> (&'static str, &'static str) {
    use IntakeFinding as F;
    match kind {
        F::SheetWithoutTable => (
            "Trang có chữ nhưng không có bảng ý kiến",
            "The sheet holds words and no table of opinions",
        ),
        F::HeaderMissing => (
            "Bảng không có dòng tiêu đề (hoặc thiếu cột nội dung ý kiến); nhận cột theo nội dung",
            "The table has no header, or none for the opinions; its columns were told by what they hold",
        ),
        F::OnItsSide => (
            "Tiêu đề viết theo chiều dọc (bảng xoay ngang hoặc phiếu từng người); đã đọc mỗi người một dòng",
            "The header stands in a column, or on a card for each person; each person was read as a row",
        ),
        F::Prose => (
            "Không có bảng; ý kiến được lấy từ các đoạn văn, đoạn khác để riêng",
            "There is no table; paragraphs were read as opinions, others are set aside",
        ),
        F::BesideTable => (
            "Có ý kiến ngoài bảng, lấy từ các đoạn văn; đoạn khác để riêng",
            "Paragraphs outside the table were read as opinions; others are set aside",
        ),
        F::OpinionsOnly => (
            "Bảng chỉ có lời văn ý kiến, không có tên người nêu",
            "The table holds opinions only; nothing says who raised them",
        ),
        F::UnitUnnamed => (
            "Báo cáo không ghi tên đơn vị (ở đầu báo cáo, chữ ký, tên trang, tên tệp hay thư mục)",
            "Nothing names the unit: no heading, signature, sheet, file or folder",
        ),
        F::FormulaText => (
            "Chữ bị Excel hiểu thành công thức; đã lấy lại lời văn từ công thức",
            "Excel took the text for a formula; the words were taken from the formula",
        ),
        F::WrongColumn => (
            "Nội dung ý kiến nằm ở cột khác với tiêu đề; vẫn tính là ý kiến",
            "The opinion stands in another column than the header says; it is counted",
        ),
        F::MaybeSeveral => (
            "Ô có thể có nhiều ý kiến; giữ là một ý kiến",
            "The cell may hold several opinions; it is kept as one",
        ),
        F::DittoUnclear => (
            "Ô chỉ ghi như ý kiến khác mà không rõ là ý kiến nào; giữ nguyên văn",
            "The cell only refers to another opinion, and it is not clear to which; kept as written",
        ),
        F::OwnWorkbook => (
            "Đây là tệp kết quả của chương trình, không phải báo cáo",
            "This workbook was written by this program; it is not a report",
        ),
        _ => ("Cần xem lại", "Look at this"),
    }
}

fn no_words(holds: CellTrouble, lang: Lang) -> String {
    match holds {
        CellTrouble::Error => lang.pick(
            "Ô báo lỗi công thức, không có lời văn",
            "The cell holds an error value and no words",
        ),
        CellTrouble::NoResult => lang.pick(
            "Ô là công thức chưa được tính, không có lời văn",
            "The cell holds a formula without a stored result",
        ),
        CellTrouble::Number => lang.pick(
            "Ô chỉ có số, không có lời văn",
            "The cell holds a number where words belong",
        ),
        CellTrouble::Date => lang.pick(
            "Ô chỉ có ngày tháng, không có lời văn",
            "The cell holds a date where words belong",
        ),
    }
    .to_owned()
}

fn source_name(source: UnitSource) -> (&'static str, &'static str) {
    match source {
        UnitSource::Heading => ("phần đầu", "heading"),
        UnitSource::Signature => ("phần ký tên", "signature"),
        UnitSource::Sheet => ("tên trang", "sheet name"),
        UnitSource::File => ("tên tệp", "file name"),
        UnitSource::Folder => ("tên thư mục", "folder name"),
    }
}

/// What to do, or what to ask the unit for.
pub(super) fn next(kind: &IntakeFinding, lang: Lang) -> &'static str {
    use IntakeFinding as F;
    match kind {
        F::SheetWithoutTable => lang.pick(
            "Xem trang này có ý kiến nào không.",
            "Look whether the sheet holds an opinion.",
        ),
        F::Prose => lang.pick(
            "Đối chiếu từng ý kiến với văn bản; đề nghị đơn vị dùng đúng mẫu.",
            "Compare each opinion with the document; ask the unit to use the form.",
        ),
        F::BesideTable => lang.pick(
            "Đối chiếu từng ý kiến với văn bản; đề nghị đơn vị ghi mọi ý kiến vào bảng.",
            "Compare each opinion with the document; ask the unit to write all opinions in the table.",
        ),
        F::HeaderMissing | F::FieldsParted { .. } | F::WrongColumn | F::OpinionsOnly | F::OnItsSide => lang
            .pick(
                "Xem lại các cột; đề nghị đơn vị dùng đúng mẫu.",
                "Check the columns; ask the unit to use the form.",
            ),
        F::NoWords { .. } => lang.pick(
            "Đề nghị đơn vị ghi lại nội dung của ô này.",
            "Ask the unit to write the cell's words again.",
        ),
        F::FormulaText | F::Repaired { .. } | F::FieldsJoined { .. } | F::QuoteOpen { .. } => lang.pick(
            "Đối chiếu lời văn với bản gốc.",
            "Compare the wording with the original.",
        ),
        F::Damaged { .. } => lang.pick(
            "Đề nghị đơn vị gửi lại bằng phông Unicode (Times New Roman).",
            "Ask the unit to send the file again in a Unicode font.",
        ),
        F::MaybeSeveral => lang.pick(
            "Nếu là nhiều ý kiến, tách mỗi ý kiến một dòng rồi chạy lại.",
            "If it is several opinions, give each a row and run again.",
        ),
        F::Ditto { .. } => lang.pick(
            "Xem ô đó có đúng là nội dung cần lấy không.",
            "Check that this cell is what was meant.",
        ),
        F::DittoUnclear => lang.pick(
            "Xác định ý kiến được nhắc tới, chép nội dung vào ô rồi chạy lại.",
            "Find the opinion that is meant, copy its words into the cell and run again.",
        ),
        F::Seconds { .. } => lang.pick(
            "Nếu muốn tính là một ý kiến, chép nội dung của ô đó vào rồi chạy lại.",
            "If it should count as an opinion, copy the words of that cell and run again.",
        ),
        F::AfterTotal { .. } => lang.pick(
            "Xem các dòng đó có thuộc báo cáo không; nếu không, xóa đi rồi chạy lại.",
            "Look whether these rows belong to the report; if not, delete them and run again.",
        ),
        F::HiddenRows { .. } | F::HiddenColumns { .. } | F::HiddenWords { .. } => lang.pick(
            "Hỏi đơn vị có chủ ý ẩn các ô này không.",
            "Ask the unit whether they were hidden on purpose.",
        ),
        F::TrackedChanges { .. } => lang.pick(
            "Mở tệp, chấp nhận hoặc từ chối từng chỗ sửa rồi chạy lại.",
            "Open the file, accept or refuse each change and run again.",
        ),
        F::TooLong { .. } => lang.pick(
            "Mở tệp xem ô này; tách từng ý kiến ra một dòng rồi chạy lại.",
            "Look at this cell; give each opinion a row and run again.",
        ),
        F::CellTwice { .. } => lang.pick(
            "Xin bản gốc của đơn vị và đối chiếu ô này.",
            "Ask the unit for the original and compare this cell.",
        ),
        F::TextBoxes { .. }
        | F::Comments { .. }
        | F::UnderMerge { .. }
        | F::ColumnUnnamed { .. }
        | F::BelowSignature { .. }
        | F::AsideUnsure { .. } => lang.pick(
            "Mở tệp xem; nếu là ý kiến, chép vào bảng rồi chạy lại.",
            "Open the file; if it is an opinion, copy it into the table and run again.",
        ),
        F::UnitsDiffer { .. } | F::UnitGuessed { .. } | F::UnitUnclear { .. } => lang.pick(
            "Xác định đúng đơn vị gửi; nếu sai, sửa tên ở đầu báo cáo rồi chạy lại.",
            "Make sure which unit sent it; if wrong, correct the heading and run again.",
        ),
        F::UnitUnknown { .. } => lang.pick(
            "Sửa tên đơn vị trong báo cáo, hoặc thêm tên này vào kế hoạch.",
            "Correct the name in the report, or add it to the plan.",
        ),
        F::UnitUnnamed => lang.pick(
            "Hỏi người gửi; ghi tên đơn vị vào đầu báo cáo hoặc tên tệp rồi chạy lại.",
            "Ask the sender; write the unit into the heading or the file's name and run again.",
        ),
        F::SheetRepeated { .. } => lang.pick(
            "Xem hai trang; nếu không phải bản sao, sửa lại rồi chạy lại.",
            "Look at both sheets; if one is no copy, correct it and run again.",
        ),
        F::EarlierAnswers => lang.pick(
            "Nếu trong bảng có ý kiến mới, chép sang bảng ý kiến rồi chạy lại.",
            "If it holds new opinions, copy them into the table of opinions and run again.",
        ),
        F::SheetEdition { .. } => lang.pick(
            "Nếu trang này thay trang kia, ẩn hoặc xóa trang kia rồi chạy lại.",
            "If it takes the other sheet's place, hide or delete that one and run again.",
        ),
        F::SecondReport { .. } | F::Continues { .. } | F::SaysTheSame { .. } | F::Replaced { .. } => lang
            .pick(
                "Xem hai tệp; nếu không đúng ý, bỏ bớt tệp rồi chạy lại.",
                "Look at both files; if this is not what was meant, remove one and run again.",
            ),
        F::OwnWorkbook | F::Composed { .. } => lang.pick("Không cần làm gì.", "Nothing needs to be done."),
        _ => lang.pick("Xem lại tệp.", "Look at the file."),
    }
}

/// How a column is called.
pub fn column(role: ColumnRole, lang: Lang) -> &'static str {
    match role {
        ColumnRole::Number => lang.pick("STT", "number"),
        ColumnRole::Person => lang.pick("Họ và tên", "name"),
        ColumnRole::Position => lang.pick("Chức vụ", "position"),
        ColumnRole::Content => lang.pick("Nội dung ý kiến", "opinion"),
        ColumnRole::Unit => lang.pick("Đơn vị", "unit"),
        ColumnRole::Place => lang.pick("Địa chỉ", "address"),
        ColumnRole::Field => lang.pick("Lĩnh vực", "field"),
        ColumnRole::Agency => lang.pick("Cơ quan giải quyết", "agency"),
        ColumnRole::Note => lang.pick("Ghi chú", "note"),
        ColumnRole::Times => lang.pick("Số lần", "times"),
        ColumnRole::Other => lang.pick("Khác", "other"),
    }
}
