//! Lays a report out as an office would: letterhead in two halves, title, table with a header that repeats on every
//! page, total, recipients beside the signature. Sizes and margins follow Nghị định 30/2020/NĐ-CP, appendix I.

use super::xml::Xml;
use crate::official::{Column, Field, Official};
use crate::plan::Holds;
use crate::wording::report as words;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Lengths of a page in twentieths of a point.
#[derive(Debug, Clone, Copy)]
struct Page {
    width: u32,
    height: u32,
    orientation: &'static str,
}

/// A4 upright, for forms.
const UPRIGHT: Page = Page {
    width: 11906,
    height: 16838,
    orientation: "portrait",
};
/// A4 lying, for tables with columns beyond the form's four.
const LYING: Page = Page {
    width: 16838,
    height: 11906,
    orientation: "landscape",
};
/// Left margin of 30 mm.
const LEFT: u32 = 1701;
/// Right margin of 15 mm.
const RIGHT: u32 = 851;
/// Upper and lower margin of 20 mm.
const UPPER: u32 = 1134;
/// Columns from which the table needs the lying page.
const MANY_COLUMNS: usize = 6;
/// Size of running text in half points: 14 points.
const TEXT: u32 = 28;
/// Size inside tables and of the letterhead: 13 points.
const SMALL: u32 = 26;
/// Size of the list of recipients: 11 points.
const FINE: u32 = 22;

/// How a paragraph looks.
#[derive(Debug, Clone, Copy)]
struct Look {
    align: &'static str,
    size: u32,
    bold: bool,
    italic: bool,
    underline: bool,
    /// Space below, in twentieths of a point.
    after: u32,
}

impl Look {
    const fn of(align: &'static str, size: u32) -> Self {
        Self {
            align,
            size,
            bold: false,
            italic: false,
            underline: false,
            after: 0,
        }
    }

    const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    const fn underline(self) -> Self {
        Self {
            underline: true,
            ..self
        }
    }

    const fn after(self, after: u32) -> Self {
        Self { after, ..self }
    }
}

/// The main part of the document.
pub(crate) fn document(report: &Official) -> String {
    let page = if report.columns.len() >= MANY_COLUMNS {
        LYING
    } else {
        UPRIGHT
    };
    let mut xml = Xml::default();
    xml.element(
        "w:document",
        &[("xmlns:w", NAMESPACE), ("xmlns:r", RELATIONS)],
        |xml| {
            xml.element("w:body", &[], |xml| {
                letterhead(xml, page, report);
                title(xml, report);
                table(xml, page, report);
                paragraph(xml, "", Look::of("left", FINE));
                closing(xml, page, report);
                section(xml, page);
            });
        },
    );
    xml.finish()
}

/// The page header: the page's number, centred.
pub(crate) fn page_number() -> String {
    let mut xml = Xml::default();
    xml.element("w:hdr", &[("xmlns:w", NAMESPACE)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.empty("w:jc", &[("w:val", "center")]));
            xml.element("w:fldSimple", &[("w:instr", "PAGE")], |xml| {
                run(xml, "1", Look::of("center", SMALL))
            });
        });
    });
    xml.finish()
}

fn letterhead(xml: &mut Xml, page: Page, report: &Official) {
    let left = |at: usize| {
        let look = Look::of("center", SMALL);
        if at == 1 { look.bold() } else { look }
    };
    let last = report.motto.len().saturating_sub(1);
    let right = |at: usize| {
        let look = Look::of("center", SMALL);
        match at {
            _ if at == last && last > 0 => look.italic(),
            _ if at + 1 == last => look.bold().underline(),
            _ => look.bold(),
        }
    };
    halves(xml, page, (&report.letterhead, &left), (&report.motto, &right));
    paragraph(xml, "", Look::of("left", FINE));
}

fn title(xml: &mut Xml, report: &Official) {
    paragraph(xml, &report.title, Look::of("center", 32).bold());
    paragraph(xml, &report.about, Look::of("center", TEXT).bold().after(240));
    if !report.opening.is_empty() {
        paragraph(xml, &report.opening, Look::of("both", TEXT).after(120));
    }
}

fn closing(xml: &mut Xml, page: Page, report: &Official) {
    let mut recipients = vec![words::RECIPIENTS.to_owned()];
    let last = report.recipients.len();
    recipients.extend((1..).zip(&report.recipients).map(|(at, name)| {
        let end = if at == last { '.' } else { ';' };
        format!("- {name}{end}")
    }));
    let left = |at: usize| {
        let look = Look::of("left", FINE);
        if at == 0 { look.bold().italic() } else { look }
    };
    let right = |at: usize| {
        let look = Look::of("center", TEXT);
        if at == 0 { look.bold() } else { look.italic() }
    };
    halves(xml, page, (&recipients, &left), (&report.signature, &right));
}

/// Two halves side by side, in a table without lines.
fn halves(xml: &mut Xml, page: Page, left: Half<'_>, right: Half<'_>) {
    let all = inner_width(page);
    let widths = [all * 2 / 5, all - all * 2 / 5];
    frame(xml, &widths, false, |xml| {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            for (width, (lines, look)) in widths.iter().zip([left, right]) {
                cell(xml, *width, 1, |xml| {
                    for (at, line) in lines.iter().enumerate() {
                        paragraph(xml, line, look(at));
                    }
                    if lines.is_empty() {
                        paragraph(xml, "", Look::of("left", FINE));
                    }
                });
            }
        });
    });
}

/// Lines and how each looks, by its place.
type Half<'a> = (&'a [String], &'a dyn Fn(usize) -> Look);

fn table(xml: &mut Xml, page: Page, report: &Official) {
    let widths = widths(page, &report.columns);
    frame(xml, &widths, true, |xml| {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            for (column, width) in report.columns.iter().zip(&widths) {
                cell(xml, *width, 1, |xml| {
                    paragraph(xml, &column.heading, Look::of("center", SMALL).bold())
                });
            }
        });
        for row in &report.rows {
            xml.element("w:tr", &[], |xml| {
                for ((column, width), text) in report.columns.iter().zip(&widths).zip(row) {
                    cell(xml, *width, 1, |xml| {
                        paragraph(xml, text, Look::of(align(column.field), SMALL))
                    });
                }
            });
        }
        if !report.total.is_empty() {
            total(xml, report, &widths);
        }
    });
}

/// The last row: its label stands across the columns before the first figure.
fn total(xml: &mut Xml, report: &Official, widths: &[u32]) {
    let opinion = report
        .columns
        .iter()
        .position(|column| column.field == Field::Form(Holds::Opinion));
    let across = opinion.unwrap_or(1).max(1);
    xml.element("w:tr", &[], |xml| {
        let width = widths.iter().take(across).sum();
        let label = report.total.first().map_or("", String::as_str);
        cell(xml, width, across, |xml| {
            paragraph(xml, label, Look::of("center", SMALL).bold())
        });
        let rest = report.columns.iter().zip(widths).zip(&report.total).skip(across);
        for ((column, width), text) in rest {
            cell(xml, *width, 1, |xml| {
                paragraph(xml, text, Look::of(align(column.field), SMALL).bold())
            });
        }
    });
}

fn align(field: Field) -> &'static str {
    match field {
        Field::Form(Holds::Number | Holds::Level) | Field::Times | Field::State => "center",
        _ => "left",
    }
}

/// Shares of the width by what a column holds; the opinion takes the most.
fn widths(page: Page, columns: &[Column]) -> Vec<u32> {
    let share = |column: &Column| match column.field {
        Field::Form(Holds::Number) => 17,
        Field::Form(Holds::Person) => 22,
        Field::Form(Holds::Position | Holds::Subject | Holds::Level) => 18,
        Field::Form(Holds::Opinion) => 60,
        Field::Times => 9,
        Field::Units => 34,
        Field::Agency => 28,
        Field::Reply => 62,
        Field::State => 22,
    };
    let all: u32 = columns.iter().map(share).sum();
    columns
        .iter()
        .map(|column| inner_width(page) * share(column) / all.max(1))
        .collect()
}

fn inner_width(page: Page) -> u32 {
    page.width - LEFT - RIGHT
}

fn frame(xml: &mut Xml, widths: &[u32], lines: bool, rows: impl FnOnce(&mut Xml)) {
    let all: u32 = widths.iter().sum();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblW", &[("w:w", &all.to_string()), ("w:type", "dxa")]);
            if lines {
                xml.element("w:tblBorders", &[], |xml| {
                    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                        xml.empty(
                            side,
                            &[
                                ("w:val", "single"),
                                ("w:sz", "4"),
                                ("w:space", "0"),
                                ("w:color", "000000"),
                            ],
                        );
                    }
                });
            }
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(xml);
    });
}

fn cell(xml: &mut Xml, width: u32, across: usize, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if across > 1 {
                xml.empty("w:gridSpan", &[("w:val", &across.to_string())]);
            }
        });
        inside(xml);
    });
}

fn paragraph(xml: &mut Xml, text: &str, look: Look) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty(
                "w:spacing",
                &[("w:before", "0"), ("w:after", &look.after.to_string())],
            );
            xml.empty("w:jc", &[("w:val", look.align)]);
        });
        if !text.is_empty() {
            run(xml, text, look);
        }
    });
}

/// Words of one look; a line break in the text is one in the document.
fn run(xml: &mut Xml, text: &str, look: Look) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            for (name, on) in [("w:b", look.bold), ("w:i", look.italic)] {
                if on {
                    xml.empty(name, &[]);
                }
            }
            xml.empty("w:sz", &[("w:val", &look.size.to_string())]);
            if look.underline {
                xml.empty("w:u", &[("w:val", "single")]);
            }
        });
        for (at, line) in text.lines().enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.words(line));
        }
    });
}

/// The page: its size, margins, and a number on every page but the first.
fn section(xml: &mut Xml, page: Page) {
    let number = |value: u32| value.to_string();
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId2")]);
        let (width, height) = (number(page.width), number(page.height));
        xml.empty(
            "w:pgSz",
            &[("w:w", &width), ("w:h", &height), ("w:orient", page.orientation)],
        );
        let (upper, left, right) = (number(UPPER), number(LEFT), number(RIGHT));
        let margins: [(&str, &str); 7] = [
            ("w:top", &upper),
            ("w:right", &right),
            ("w:bottom", &upper),
            ("w:left", &left),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        xml.empty("w:titlePg", &[]);
    });
}
