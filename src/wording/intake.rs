//! What a person reads about the findings of intake; the next step can be sent to the unit as it stands.

use super::Lang;
use crate::finding::{Inside, IntakeFinding};
use crate::spreadsheet::{Excess, Fault, Foreign};

/// What was found.
pub(super) fn found(kind: &IntakeFinding, lang: Lang) -> String {
    match (kind, lang) {
        (IntakeFinding::Unreadable { fault: how }, Lang::Vi) => {
            format!("Không đọc được tệp: {}", fault(*how, lang))
        }
        (IntakeFinding::Unreadable { fault: how }, Lang::En) => {
            format!("The file cannot be read: {}", fault(*how, lang))
        }
        (IntakeFinding::SheetUnreadable { fault: how }, Lang::Vi) => {
            format!("Không đọc được trang này: {}", fault(*how, lang))
        }
        (IntakeFinding::SheetUnreadable { fault: how }, Lang::En) => {
            format!("The sheet cannot be read: {}", fault(*how, lang))
        }
        (IntakeFinding::Empty, _) => lang
            .pick("Tệp rỗng, không có dữ liệu", "The file has no bytes")
            .to_owned(),
        (IntakeFinding::TooLarge, _) => lang
            .pick(
                "Tệp quá lớn so với một báo cáo",
                "The file is too large for a report",
            )
            .to_owned(),
        (IntakeFinding::Password, _) => lang
            .pick(
                "Tệp đặt mật khẩu, không mở được",
                "The file is protected with a password",
            )
            .to_owned(),
        (IntakeFinding::TooMuch { of }, Lang::Vi) => {
            format!("Tệp không giống một báo cáo: quá nhiều {}", excess(*of, lang))
        }
        (IntakeFinding::TooMuch { of }, Lang::En) => {
            format!(
                "The file is unlike a report: too much of it ({})",
                excess(*of, lang)
            )
        }
        (IntakeFinding::NoAccess { denied: true }, _) => lang
            .pick(
                "Không mở được: không có quyền đọc",
                "It cannot be opened: reading it is not permitted",
            )
            .to_owned(),
        (IntakeFinding::NoAccess { denied: false }, _) => lang
            .pick(
                "Không mở được: tệp không còn ở đó, đang bị chương trình khác giữ, hoặc ổ đĩa lỗi",
                "It cannot be opened: it is gone, another program holds it, or the disk is broken",
            )
            .to_owned(),
        (IntakeFinding::NotAFile, _) => lang
            .pick("Đây không phải là tệp", "This is not a file")
            .to_owned(),
        (IntakeFinding::NotSpreadsheet { kind }, Lang::Vi) => {
            format!("Đây là {}, không phải bảng tính", foreign(*kind, lang))
        }
        (IntakeFinding::NotSpreadsheet { kind }, Lang::En) => {
            format!("This is {}, not a spreadsheet", foreign(*kind, lang))
        }
        (IntakeFinding::NoTable, Lang::Vi) => {
            "Không thấy bảng ý kiến (không có dòng tiêu đề STT, Họ và tên, Chức vụ, Nội dung ý kiến)"
                .to_owned()
        }
        (IntakeFinding::NoTable, Lang::En) => {
            "No table of opinions (no header row STT, Họ và tên, Chức vụ, Nội dung ý kiến)".to_owned()
        }
        (IntakeFinding::TableInside { within }, _) => inside(*within, lang).to_owned(),
        (IntakeFinding::DocumentInside, _) => lang
            .pick(
                "Bên trong tệp có tệp khác được nhúng vào, không được đọc",
                "Another file inside this one was not read",
            )
            .to_owned(),
        (IntakeFinding::Comments { comments }, Lang::Vi) => {
            format!("Tệp có {comments} ghi chú (comment) gắn vào ô hoặc lời văn, không được đọc")
        }
        (IntakeFinding::Comments { comments }, Lang::En) => {
            format!("{comments} comments hang on cells or words; they were not read")
        }
        (IntakeFinding::Copy { of }, Lang::Vi) => format!("Tệp giống hệt {of}; chỉ tính một lần"),
        (IntakeFinding::Copy { of }, Lang::En) => format!("The same file as {of}; counted once"),
        (IntakeFinding::HiddenSheet, _) => lang
            .pick("Trang bị ẩn, không đọc", "The sheet is hidden and was not read")
            .to_owned(),
        (IntakeFinding::TotalDiffers { stated, read }, Lang::Vi) => {
            format!("Tổng cộng ghi {stated}, trong bảng có {read} ý kiến")
        }
        (IntakeFinding::TotalDiffers { stated, read }, Lang::En) => {
            format!("The total says {stated}, the table holds {read} opinions")
        }
        (other, _) => super::table::found(other, lang),
    }
}

/// What to do, or what to ask the unit for.
pub(super) fn next(kind: &IntakeFinding, lang: Lang) -> &'static str {
    match kind {
        IntakeFinding::NotSpreadsheet { kind } => instead_of(*kind, lang),
        IntakeFinding::NoAccess { .. } => lang.pick(
            "Kiểm tra quyền đọc, đóng chương trình đang mở tệp, rồi chạy lại.",
            "Check the permission to read it and close the program that holds it, then run again.",
        ),
        IntakeFinding::NotAFile => lang.pick(
            "Bỏ mục này ra khỏi thư mục.",
            "Take this entry out of the folder.",
        ),
        IntakeFinding::Unreadable { .. }
        | IntakeFinding::SheetUnreadable { .. }
        | IntakeFinding::Empty
        | IntakeFinding::TooLarge
        | IntakeFinding::TooMuch { .. } => lang.pick(
            "Đề nghị đơn vị gửi lại báo cáo bằng tệp Excel (.xlsx).",
            "Ask the unit to send the report again as an Excel file (.xlsx).",
        ),
        IntakeFinding::Password => lang.pick(
            "Đề nghị đơn vị bỏ mật khẩu rồi gửi lại.",
            "Ask the unit to remove the password and send it again.",
        ),
        IntakeFinding::TableInside {
            within: Inside::Picture,
        } => instead_of(Foreign::Picture, lang),
        IntakeFinding::TableInside {
            within: Inside::Document,
        }
        | IntakeFinding::DocumentInside => lang.pick(
            "Mở tệp, bấm đúp vào phần nhúng, lưu thành tệp Excel (.xlsx) riêng rồi chạy lại.",
            "Open the file, open what is inside it, save that as an Excel file (.xlsx) and run again.",
        ),
        IntakeFinding::Comments { .. } => lang.pick(
            "Xem các ghi chú; nếu là ý kiến, chép vào bảng rồi chạy lại.",
            "Look at the comments; if one is an opinion, copy it into the table and run again.",
        ),
        IntakeFinding::NoTable => lang.pick(
            "Đề nghị đơn vị gửi lại theo mẫu của kế hoạch.",
            "Ask the unit to use the plan's form and send it again.",
        ),
        IntakeFinding::Copy { .. } => lang.pick(
            "Xóa bớt một tệp nếu gửi nhầm.",
            "Remove one of the two if it was sent by mistake.",
        ),
        IntakeFinding::HiddenSheet => lang.pick(
            "Nếu trang có ý kiến, bỏ ẩn rồi chạy lại.",
            "Unhide it if it holds opinions, then run again.",
        ),
        IntakeFinding::TotalDiffers { .. } => lang.pick(
            "Đối chiếu với đơn vị; công cụ tính theo số dòng ý kiến trong bảng.",
            "Check with the unit; the rows of the table are what counts.",
        ),
        other => super::table::next(other, lang),
    }
}

/// What to ask the unit for, in words that can be sent to it as they stand; nothing where only the clerk can act.
pub(super) fn request(kind: &IntakeFinding) -> Option<&'static str> {
    use IntakeFinding as F;
    Some(match kind {
        F::Unreadable { .. }
        | F::SheetUnreadable { .. }
        | F::Empty
        | F::TooLarge
        | F::TooMuch { .. }
        | F::QuoteOpen { .. }
        | F::FieldsJoined { .. } => "Đề nghị đơn vị gửi lại báo cáo bằng tệp Excel (.xlsx).",
        F::NotSpreadsheet { .. } | F::TableInside { .. } => {
            "Đề nghị đơn vị gửi tệp gốc Excel (.xlsx) hoặc Word (.docx) của báo cáo."
        }
        F::Password => "Đề nghị đơn vị bỏ mật khẩu rồi gửi lại.",
        F::NoTable
        | F::FieldsParted { .. }
        | F::HeaderMissing
        | F::WrongColumn
        | F::Prose
        | F::BesideTable
        | F::OpinionsOnly
        | F::OnItsSide => "Đề nghị đơn vị gửi lại theo đúng mẫu của kế hoạch.",
        F::AfterTotal { .. } => "Đề nghị đơn vị cho biết các dòng dưới tổng cộng có thuộc báo cáo không.",
        F::TotalDiffers { .. } => "Đề nghị đơn vị đối chiếu lại tổng số ý kiến.",
        F::NoWords { .. } | F::Ditto { .. } | F::DittoUnclear | F::FormulaText | F::CellTwice { .. } => {
            "Đề nghị đơn vị ghi lại lời văn của ô này."
        }
        F::Damaged { .. } => "Đề nghị đơn vị gửi lại bằng phông chữ Unicode (Times New Roman).",
        F::Seconds { .. } => "Đề nghị đơn vị ghi rõ nội dung kiến nghị, nếu có.",
        F::MaybeSeveral | F::TooLong { .. } => "Đề nghị đơn vị ghi mỗi ý kiến một dòng.",
        F::TrackedChanges { .. } => {
            "Đề nghị đơn vị chấp nhận hoặc từ chối các chỗ sửa (Track Changes) rồi gửi lại."
        }
        F::HiddenSheet | F::HiddenRows { .. } | F::HiddenColumns { .. } | F::HiddenWords { .. } => {
            "Đề nghị đơn vị cho biết phần bị ẩn có thuộc báo cáo không."
        }
        F::TextBoxes { .. }
        | F::Comments { .. }
        | F::DocumentInside
        | F::UnderMerge { .. }
        | F::ColumnUnnamed { .. }
        | F::BelowSignature { .. }
        | F::AsideUnsure { .. } => "Đề nghị đơn vị đưa phần chữ này vào bảng, nếu đó là ý kiến.",
        F::UnitsDiffer { .. }
        | F::UnitGuessed { .. }
        | F::UnitUnclear { .. }
        | F::UnitUnknown { .. }
        | F::UnitUnnamed => "Đề nghị đơn vị ghi đúng tên đơn vị ở đầu báo cáo.",
        F::SecondReport { .. } => "Đề nghị đơn vị cho biết tính cả hai tệp hay chỉ một tệp.",
        F::SheetEdition { .. } => "Đề nghị đơn vị cho biết tính cả hai trang hay chỉ một trang.",
        _ => return None,
    })
}

fn inside(within: Inside, lang: Lang) -> &'static str {
    match within {
        Inside::Picture => lang.pick(
            "Không thấy bảng ý kiến; tệp có ảnh dán vào, có thể bảng nằm trong ảnh",
            "No table of opinions; the file holds pictures, which may show it",
        ),
        Inside::Document => lang.pick(
            "Không thấy bảng ý kiến; bên trong tệp có tệp khác được nhúng vào, có thể bảng nằm ở đó",
            "No table of opinions; another file inside this one may hold it",
        ),
    }
}

fn fault(how: Fault, lang: Lang) -> &'static str {
    match how {
        Fault::CutOff => lang.pick(
            "bị cắt cụt, có thể do gửi hoặc tải về chưa hết",
            "it is cut off, perhaps because it was not sent or loaded to its end",
        ),
        Fault::Broken => lang.pick("bị hỏng ở bên trong", "it is damaged inside"),
        Fault::PartMissing => lang.pick(
            "bị hỏng, thiếu một phần ở bên trong",
            "it is damaged, a part of it is missing",
        ),
        Fault::Unforeseen => lang.pick(
            "bị hỏng, hoặc do một phần mềm lạ tạo ra",
            "it is damaged, or a program unknown to us made it",
        ),
    }
}

fn excess(of: Excess, lang: Lang) -> &'static str {
    match of {
        Excess::Parts => lang.pick("tệp con bên trong", "parts inside"),
        Excess::Unpacked => lang.pick("dữ liệu sau khi giải nén", "bytes once unpacked"),
        Excess::Cells => lang.pick("ô", "cells"),
        Excess::Rows => lang.pick("dòng", "rows"),
        Excess::Text => lang.pick("chữ", "text"),
        Excess::Depth => lang.pick("tầng lồng nhau", "nesting"),
    }
}

fn foreign(kind: Foreign, lang: Lang) -> &'static str {
    match kind {
        Foreign::Pdf => lang.pick("tệp PDF", "a PDF"),
        Foreign::Picture => lang.pick("tệp ảnh", "a picture"),
        Foreign::Archive => lang.pick("tệp nén (ZIP, RAR, 7z)", "a packed folder (ZIP, RAR, 7z)"),
        Foreign::OldWord => lang.pick("tệp Word đời cũ (.doc)", "an old Word document (.doc)"),
        Foreign::Rtf => lang.pick("văn bản RTF", "a Rich Text document"),
        Foreign::OpenText => lang.pick("văn bản OpenDocument (.odt)", "an OpenDocument text (.odt)"),
        Foreign::Apple => lang.pick(
            "tệp của phần mềm Apple (Numbers, Pages)",
            "a document of Apple's programs (Numbers, Pages)",
        ),
        Foreign::Slides => lang.pick("tệp trình chiếu", "a slide show"),
        Foreign::WebArchive => lang.pick("trang web lưu trữ (.mht)", "a web archive (.mht)"),
        Foreign::OldSpreadsheet => lang.pick(
            "bảng tính đời rất cũ (Works, Lotus, Excel 4 trở về trước)",
            "a spreadsheet of a very old program (Works, Lotus, Excel 4 or older)",
        ),
        Foreign::Media => lang.pick("tệp âm thanh hoặc phim", "sound or film"),
        Foreign::Mail => lang.pick("thư điện tử", "an e-mail"),
        Foreign::Program => lang.pick("chương trình hoặc cơ sở dữ liệu", "a program or database"),
        Foreign::Unknown => lang.pick("tệp không rõ loại", "of no known kind"),
    }
}

/// What to ask for in place of a file that is no spreadsheet.
fn instead_of(kind: Foreign, lang: Lang) -> &'static str {
    match kind {
        Foreign::Pdf => lang.pick(
            "Đề nghị đơn vị gửi tệp gốc Excel (.xlsx) hoặc Word (.docx), không gửi bản PDF.",
            "Ask the unit for the original Excel (.xlsx) or Word (.docx) file instead of the PDF.",
        ),
        Foreign::Picture => lang.pick(
            "Đề nghị đơn vị gửi tệp gốc Excel (.xlsx) hoặc Word (.docx), không gửi ảnh chụp.",
            "Ask the unit for the original Excel (.xlsx) or Word (.docx) file instead of a picture.",
        ),
        Foreign::Archive => lang.pick(
            "Giải nén tệp này vào thư mục báo cáo rồi chạy lại.",
            "Unpack it into the folder of the reports and run again.",
        ),
        Foreign::OldWord | Foreign::Rtf | Foreign::OpenText => lang.pick(
            "Mở bằng Word, lưu lại dạng .docx rồi chạy lại; hoặc đề nghị đơn vị gửi tệp Excel (.xlsx).",
            "Open it in Word, save it as .docx and run again; or ask the unit for an Excel file (.xlsx).",
        ),
        Foreign::WebArchive | Foreign::OldSpreadsheet => lang.pick(
            "Mở bằng Excel, lưu lại dạng .xlsx rồi chạy lại.",
            "Open it in Excel, save it as .xlsx and run again.",
        ),
        Foreign::Apple => lang.pick(
            "Đề nghị đơn vị mở bằng Numbers hoặc Pages, chọn xuất sang Excel (.xlsx) hoặc Word (.docx) rồi gửi lại.",
            "Ask the unit to open it in Numbers or Pages, export it to Excel (.xlsx) or Word (.docx) and send that.",
        ),
        Foreign::Mail => lang.pick(
            "Mở thư, lưu tệp đính kèm vào thư mục báo cáo rồi chạy lại.",
            "Open the e-mail, save what is attached into the folder of the reports and run again.",
        ),
        Foreign::Slides | Foreign::Media | Foreign::Program | Foreign::Unknown => lang.pick(
            "Nếu đây là báo cáo, đề nghị đơn vị gửi lại bằng tệp Excel (.xlsx).",
            "If it is a report, ask the unit to send it again as an Excel file (.xlsx).",
        ),
    }
}
