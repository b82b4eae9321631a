//! The body of a document in reading order: paragraphs and tables.

use super::numbering::Numbering;
use crate::settings;
use crate::spreadsheet::budget::Budget;
use crate::spreadsheet::container::Refusal;
use crate::spreadsheet::xml::{Node, Tag, Xml};

/// What a document says.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) blocks: Vec<Block>,
    /// Texts that stand in boxes beside the others.
    pub(super) text_boxes: Vec<String>,
    /// Runs of words that are formatted as hidden.
    pub(super) hidden_words: usize,
    /// Deletions and insertions that nobody accepted or refused.
    pub(super) tracked_changes: usize,
}

/// One thing after another.
#[derive(Debug)]
pub(super) enum Block {
    Paragraph(String),
    Table(Table),
}

#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

#[derive(Debug, Default)]
pub(super) struct Row {
    /// Columns left out before the first cell.
    pub(super) skip: u32,
    pub(super) cells: Vec<Cell>,
    /// It was deleted while changes were tracked.
    deleted: bool,
}

#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    /// How many columns it spans.
    pub(super) columns: u32,
    /// It belongs to the cell above.
    pub(super) goes_on: bool,
    /// The text without a number that Word alone gives it.
    uncounted: Option<String>,
    /// What it holds, where a table of its own is among it; the text holds the same as lines.
    inner: Vec<Block>,
}

impl Cell {
    /// How many columns it spans, at least one; no table is wider than Word allows, whatever a cell claims.
    pub(super) fn span(&self) -> u32 {
        let widest = u32::try_from(settings::MAX_WORD_COLUMNS).unwrap_or(u32::MAX);
        self.columns.clamp(1, widest)
    }
}

impl Table {
    /// Whether it reads like a table and not like words that a table only arranges.
    fn is_of_data(&self) -> bool {
        let wide = |row: &&Row| row.cells.len() > 2;
        self.rows.len() > 1 && self.rows.iter().filter(wide).count() * 2 >= self.rows.len()
    }

    /// Whether it only arranges other tables.
    fn is_frame(&self) -> bool {
        let narrow = self.rows.iter().all(|row| row.cells.len() <= 2);
        narrow
            && self
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .any(|cell| !cell.inner.is_empty())
    }
}

/// Most places inside one another in which a table keeps its rows; deeper ones are lines of their cell.
const DEEPEST_TABLE: usize = 3;

/// Reads the document part.
pub(super) fn read(
    xml: &mut Xml<'_>,
    numbering: &mut Numbering,
    budget: &mut Budget,
) -> Result<Story, Refusal> {
    let mut reader = Reader {
        numbering,
        budget,
        story: Story::default(),
        places: vec![Place::default()],
        paragraph: Paragraph::default(),
        outer: Vec::new(),
        run: None,
        prompt: false,
        prompts: Vec::new(),
        of_row: false,
    };
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if is_left_out(tag.name()) => {
                if tag.name() == "del" && reader.of_row {
                    reader.last_row(|row| row.deleted = true);
                }
                reader.story.tracked_changes += usize::from(matches!(tag.name(), "del" | "moveFrom"));
                xml.skip()?;
            }
            Node::Open(tag) => reader.open(&tag)?,
            Node::Close(end) => reader.close(end.name())?,
            Node::Text(text) if !reader.prompts.contains(&true) => reader.words(&text),
            Node::Text(_) => {}
        }
    }
    Ok(reader.story)
}

/// Deleted and moved-away text, field codes, and the copies for older programs.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "delText"
            | "instrText"
            | "delInstrText"
            | "Fallback"
            | "rPrChange"
            | "pPrChange"
            | "tblPrChange"
            | "trPrChange"
            | "tcPrChange"
            | "sectPr"
    )
}

/// Where text goes: the body, a cell or a text box.
#[derive(Debug, Default)]
struct Place {
    lines: Vec<String>,
    /// The same with its tables, once there is one.
    inner: Vec<Block>,
    table: Option<Table>,
    is_box: bool,
    /// What was typed behind the number or bullet that Word itself put before the last line.
    typed: Option<String>,
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    in_text: bool,
    style: Option<String>,
    list: Option<u32>,
    level: Option<usize>,
}

impl Paragraph {
    fn take(&mut self, text: &str) {
        if self.in_text {
            self.text.push_str(text);
        }
    }
}

struct Reader<'a> {
    numbering: &'a mut Numbering,
    budget: &'a mut Budget,
    story: Story,
    /// The body first, then each cell or box inside another.
    places: Vec<Place>,
    paragraph: Paragraph,
    /// Paragraphs that a text box interrupts.
    outer: Vec<Paragraph>,
    /// Whether the open run of words is formatted as hidden.
    run: Option<bool>,
    /// Whether the field of a form that begins next shows its prompt ("click here to enter text").
    prompt: bool,
    /// The open fields from the outside, each with whether it shows its prompt: nobody wrote that.
    prompts: Vec<bool>,
    /// Whether what is read now are the properties of a row.
    of_row: bool,
}

impl Reader<'_> {
    fn words(&mut self, text: &str) {
        self.paragraph.take(text);
        if self.run == Some(true) && self.paragraph.in_text && text.contains(char::is_alphanumeric) {
            self.story.hidden_words += 1;
        }
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Refusal> {
        match tag.name() {
            "p" => self.paragraph = Paragraph::default(),
            "r" => self.run = Some(false),
            "t" => self.paragraph.in_text = true,
            // Tab stops among the properties have the same name and a position.
            "tab" if tag.attribute("pos").is_none() => self.paragraph.text.push('\t'),
            "br" | "cr" => self.paragraph.text.push('\n'),
            "noBreakHyphen" => self.paragraph.text.push('-'),
            "ins" => self.story.tracked_changes += 1,
            "sym" => self.paragraph.text.push(symbol(tag)),
            "sdtContent" => self.prompts.push(std::mem::take(&mut self.prompt)),
            "txbxContent" => {
                self.outer.push(std::mem::take(&mut self.paragraph));
                self.places.push(Place {
                    is_box: true,
                    ..Place::default()
                });
            }
            "tbl" => {
                self.budget.thing()?;
                if let Some(place) = self.places.last_mut() {
                    place.table = Some(Table::default());
                }
            }
            "tr" => {
                self.budget.thing()?;
                self.row(|table| table.rows.push(Row::default()));
            }
            "tc" => self.open_cell()?,
            _ => self.property(tag),
        }
        Ok(())
    }

    fn open_cell(&mut self) -> Result<(), Refusal> {
        self.budget.thing()?;
        self.row(|table| {
            if let Some(row) = table.rows.last_mut() {
                row.cells.push(Cell::default());
            }
        });
        self.places.push(Place::default());
        Ok(())
    }

    /// What is said about a paragraph, a run, a cell or a field.
    fn property(&mut self, tag: &Tag<'_>) {
        let value = || tag.attribute("val");
        let holds = || value().is_none_or(|value| !matches!(value.as_str(), "0" | "false"));
        match tag.name() {
            "pStyle" => self.paragraph.style = value(),
            "numId" => self.paragraph.list = tag.number("val"),
            "ilvl" => self.paragraph.level = tag.number("val"),
            "vanish" if self.run.is_some() => self.run = Some(holds()),
            "showingPlcHdr" => self.prompt = holds(),
            "trPr" => self.of_row = true,
            "gridBefore" => self.last_row(|row| row.skip = tag.number("val").unwrap_or(0)),
            "gridSpan" => self.last_cell(|cell| cell.columns = tag.number("val").unwrap_or(1)),
            "vMerge" => self.last_cell(|cell| cell.goes_on = value().is_none_or(|value| value == "continue")),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "t" => self.paragraph.in_text = false,
            "p" => self.end_paragraph()?,
            "tc" => self.end_cell(),
            "tr" => self.end_row(),
            "tbl" => self.end_table(),
            "txbxContent" => self.end_box(),
            "sdtContent" => drop(self.prompts.pop()),
            "r" => self.run = None,
            "trPr" => self.of_row = false,
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Refusal> {
        let paragraph = std::mem::take(&mut self.paragraph);
        let number = self
            .numbering
            .next(paragraph.style.as_deref(), paragraph.list, paragraph.level);
        let typed = paragraph.text.trim();
        let text = match &number {
            Some(number) => format!("{number} {typed}").trim_end().to_owned(),
            None => typed.to_owned(),
        };
        if !text.is_empty() {
            self.budget.text(text.len())?;
            self.budget.thing()?;
        }
        let is_body = self.places.len() == 1;
        if let Some(place) = self.places.last_mut()
            && !text.is_empty()
        {
            if is_body {
                self.story.blocks.push(Block::Paragraph(text));
            } else {
                place.typed = number.map(|_| typed.to_owned());
                place.inner.push(Block::Paragraph(text.clone()));
                place.lines.push(text);
            }
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        if self.places.len() > 1
            && let Some(place) = self.places.pop()
        {
            self.last_cell(|cell| {
                cell.text = place.lines.join("\n");
                cell.uncounted = place
                    .typed
                    .filter(|typed| place.lines.len() == 1 && is_sentence(typed));
                if place.inner.iter().any(|block| matches!(block, Block::Table(_))) {
                    cell.inner = place.inner;
                }
            });
        }
    }

    /// Beside other cells a number of Word's own before a single sentence counts nothing; alone in its row it counts headings.
    fn end_row(&mut self) {
        self.last_row(|row| {
            if row.cells.len() < 2 {
                return;
            }
            for cell in &mut row.cells {
                if let Some(typed) = cell.uncounted.take() {
                    cell.text = typed;
                }
            }
        });
    }

    /// A table in the body is a block, and so are the tables that it only frames; one inside another cell becomes lines of
    /// the cell.
    fn end_table(&mut self) {
        let (is_body, is_deep) = (self.places.len() == 1, self.places.len() > DEEPEST_TABLE);
        let Some(place) = self.places.last_mut() else {
            return;
        };
        let Some(mut table) = place.table.take() else {
            return;
        };
        table.rows.retain(|row| !row.deleted);
        if is_body {
            self.story.blocks.extend(unframed(table));
            return;
        }
        for row in &table.rows {
            let words: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            place.lines.push(words.join("\t").trim().to_owned());
        }
        if !is_deep && (table.is_of_data() || table.is_frame()) {
            place.inner.extend(unframed(table));
        } else {
            let lines = place.lines.iter().rev().take(table.rows.len()).rev().cloned();
            place.inner.extend(lines.map(Block::Paragraph));
        }
    }

    fn end_box(&mut self) {
        if self.places.last().is_some_and(|place| place.is_box)
            && let Some(place) = self.places.pop()
        {
            let text = place.lines.join("\n");
            let in_body = self.places.len() == 1;
            // A table in a box beside the text is a table like any other, and a list goes on with that of the body.
            if place.inner.iter().any(|block| matches!(block, Block::Table(_)))
                || in_body && is_list(&place.lines)
            {
                self.story.blocks.extend(place.inner);
            } else if !text.is_empty() {
                self.story.text_boxes.push(text);
            }
            self.paragraph = self.outer.pop().unwrap_or_default();
        }
    }

    fn row(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.places.last_mut().and_then(|place| place.table.as_mut()) {
            change(table);
        }
    }

    /// The row of the innermost open table.
    fn last_row(&mut self, change: impl FnOnce(&mut Row)) {
        let table = self
            .places
            .iter_mut()
            .rev()
            .find_map(|place| place.table.as_mut());
        if let Some(row) = table.and_then(|table| table.rows.last_mut()) {
            change(row);
        }
    }

    fn last_cell(&mut self, change: impl FnOnce(&mut Cell)) {
        self.last_row(|row| {
            if let Some(cell) = row.cells.last_mut() {
                change(cell);
            }
        });
    }
}

/// Whether what stands behind a number of Word's own says something.
fn is_sentence(typed: &str) -> bool {
    const FEWEST_WORDS: usize = 5;
    typed.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
}

/// Whether several lines begin with a number or a dash and say something; recipients are listed, too.
fn is_list(lines: &[String]) -> bool {
    let marked = |line: &&String| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = rest.len() < line.len() && rest.starts_with(['.', ')', '/']);
        (numbered || line.starts_with(['-', '+', '•'])) && is_sentence(line)
    };
    let receives = |line: &String| line.to_lowercase().starts_with("nơi nhận");
    lines.iter().filter(marked).count() > 1 && !lines.iter().any(receives)
}

/// A sign that a document names by its place in a font of signs.
fn symbol(tag: &Tag<'_>) -> char {
    let place = tag.attribute("char").unwrap_or_default();
    // Such fonts stand in Unicode's private part, from F000 on.
    let place = u32::from_str_radix(&place, 16).unwrap_or(0) & 0xff;
    let font = tag.attribute("font").unwrap_or_default();
    match place {
        0xb3 if font == "Symbol" => '≥',
        0xa3 if font == "Symbol" => '≤',
        0xb1 if font == "Symbol" => '±',
        0xb0 if font == "Symbol" => '°',
        0xb4 if font == "Symbol" => '×',
        0xb8 if font == "Symbol" => '÷',
        0xae if font == "Symbol" => '→',
        _ if font == "Symbol" && place != 0xb7 => '\u{fffd}',
        // The others are bullets, boxes and arrows.
        _ => '•',
    }
}

/// A table, or what it frames.
fn unframed(table: Table) -> Vec<Block> {
    if !table.is_frame() {
        return vec![Block::Table(table)];
    }
    let cells = table.rows.into_iter().flat_map(|row| row.cells);
    let blocks = cells.flat_map(|cell| {
        if cell.inner.is_empty() {
            vec![Block::Paragraph(cell.text)]
        } else {
            cell.inner
        }
    });
    blocks
        .filter(|block| !matches!(block, Block::Paragraph(text) if text.is_empty()))
        .collect()
}
