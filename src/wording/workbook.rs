//! Names of sheets, headings and labels of the workbooks. Workbooks are Vietnamese.

/// Bottom of each printed page: page and number of pages.
pub const FOOTER: &str = "&C&\"Times New Roman,Regular\"&10Trang &P/&N";

/// Title of the warning when a value is not one of a drop-down's.
pub const NOT_IN_LIST: &str = "Không có trong danh sách";
