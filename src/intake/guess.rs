//! Finds the table of a sheet that has no header for its opinions, and tells the columns by what they hold: the opinions are
//! where most words are, or, where all are short, where most texts ask for something beside the names of people.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::asking::{asks, asks_at_once, complains, count};
use super::header::{Columns, Content, Header, heads_figures, is_number_label, role, rows};
use super::line;
use super::page::{Page, Words};
use super::parts::FEWEST_WORDS;
use super::person::{is_name, split_position};
use super::programme;
use super::prose;
use crate::lexicon::Lexicon;
use crate::model::ColumnRole;
use crate::settings;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

/// Tells the columns by what they hold, for a sheet without a header for its opinions.
pub(crate) fn guess(page: &Page) -> Option<Header> {
    let programme = || {
        rows(page)
            .into_iter()
            .any(|row| programme::is_header(page.row(row, (0, u32::MAX)).map(|(_, words)| words.seen())))
    };
    let figures = || {
        rows(page)
            .into_iter()
            .any(|row| heads_figures(page.row(row, (0, u32::MAX)).map(|(_, words)| words.seen())))
    };
    if is_on_its_side(page) || programme() || figures() {
        return None;
    }
    let columns = held_by_column(page);
    let by_length = Guessed::by_length(&columns).filter(|guessed| guessed.asks(page));
    let guessed = by_length.or_else(|| Guessed::by_asks(page, &columns))?;
    let first = guessed.first_row(page)?;
    Some(Header {
        first,
        last: first,
        guessed: true,
        tables: vec![guessed.columns()],
    })
}

/// Whether the header stands in a column, one word below the other, and each person in a column beside it.
fn is_on_its_side(page: &Page) -> bool {
    let mut found: BTreeMap<u32, Vec<ColumnRole>> = BTreeMap::new();
    for (at, words) in &page.cells {
        let beside = page.row(at.0, (at.1 + 1, u32::MAX)).nth(1).is_some();
        if let Some(role) = role(words.seen()).filter(|_| beside) {
            found.entry(at.1).or_default().push(role);
        }
    }
    let needed = [ColumnRole::Person, ColumnRole::Content];
    found
        .values()
        .any(|roles| roles.len() > 2 && needed.iter().all(|role| roles.contains(role)))
}

/// Rows with a name that tell what is asked beside it.
const TELLING_ROWS: usize = 60;

/// Most words of a text that is short.
const SHORT: usize = 12;

/// What the cells of a column hold, counted.
#[derive(Debug, Default)]
struct Held {
    numbers: u32,
    names: u32,
    /// Texts longer than most posts, and the words in them.
    long: u32,
    words: usize,
    /// Texts that could be a post: neither long nor a number, as of a telephone.
    short_words: u32,
}

impl Held {
    /// Counts one more cell; `wide` where it is merged over further columns.
    fn add(&mut self, words: &Words, wide: bool) {
        let text = words.seen();
        let length = text.split_whitespace().count();
        self.numbers += u32::from(is_number_label(text));
        let named = || is_name(text) || length <= SHORT && is_name(&split_position(text).0);
        self.names += u32::from(named());
        let long = words.trouble.is_none() && length > 5 && !wide;
        self.long += u32::from(long);
        self.words += if long { length } else { 0 };
        self.short_words += u32::from(length <= SHORT && text.contains(char::is_alphabetic));
    }
}

/// What each column holds. Texts are left out that stand alone in their row (titles and notes), and so is every row of the
/// letterhead and the signature.
fn held_by_column(page: &Page) -> BTreeMap<u32, Held> {
    let mut columns: BTreeMap<u32, Held> = BTreeMap::new();
    for (at, words) in &page.cells {
        let mut row = page.row(at.0, (0, u32::MAX));
        let alone = row.clone().nth(1).is_none();
        let around =
            row.any(|(_, words)| line::is_letterhead(words.seen()) || line::is_closing(words.seen()));
        if at.1 > settings::LAST_GUESSED_COLUMN || alone || around {
            continue;
        }
        let block = page.merges.block(*at);
        let wide = block.is_some_and(|b| b.first_column != b.last_column);
        columns.entry(at.1).or_default().add(words, wide);
    }
    columns
}

/// The columns of a sheet without a header.
struct Guessed {
    number: Option<u32>,
    person: Option<u32>,
    position: Option<u32>,
    content: u32,
}

impl Guessed {
    /// The opinions are where the most words are; `None` without any, or with neither numbers nor names beside them.
    fn by_length(columns: &BTreeMap<u32, Held>) -> Option<Self> {
        let (content, held) = columns
            .iter()
            .max_by_key(|(column, held)| (held.words, Reverse(**column)))?;
        let guessed = Self::beside(columns, *content, held.long);
        let told = guessed.number.is_some() || guessed.person.is_some();
        (held.long > 0 && told).then_some(guessed)
    }

    /// The opinions are where most texts beside names ask for something, however short they are.
    fn by_asks(page: &Page, columns: &BTreeMap<u32, Held>) -> Option<Self> {
        let (person, _) = columns
            .iter()
            .max_by_key(|(column, held)| (held.names, Reverse(**column)))?;
        let named: Vec<u32> = rows(page)
            .into_iter()
            .filter(|row| is_name(page.seen((*row, *person))))
            .take(TELLING_ROWS)
            .collect();
        let asking = |column: &u32| {
            let texts = || {
                named
                    .iter()
                    .map(|row| page.seen((*row, *column)))
                    .filter(|text| text.contains(char::is_alphabetic))
            };
            let asked = texts().filter(|text| raises(text)).count();
            (asked > 1 && asked * 2 > texts().count()).then_some(asked)
        };
        let (content, asked) = columns
            .keys()
            .filter(|column| *column != person)
            .filter_map(|column| Some((column, asking(column)?)))
            .max_by_key(|(column, asked)| (*asked, Reverse(**column)))?;
        let guessed = Self::beside(columns, *content, u32::try_from(asked).ok()?);
        guessed.person.is_some().then_some(guessed)
    }

    /// What stands beside a column with some opinions.
    fn beside(columns: &BTreeMap<u32, Held>, content: u32, opinions: u32) -> Self {
        let best = |count: fn(&Held) -> u32| {
            columns
                .iter()
                .filter(|(column, held)| {
                    **column != content && count(held) > 0 && count(held) * 2 >= opinions
                })
                .max_by_key(|(column, held)| (count(held), Reverse(**column)))
                .map(|(column, _)| *column)
        };
        let (number, person) = (best(|held| held.numbers), best(|held| held.names));
        let taken = [Some(content), number, person];
        let free: Vec<u32> = columns
            .iter()
            .filter(|(column, held)| !taken.contains(&Some(**column)) && held.short_words * 2 >= opinions)
            .map(|(column, _)| *column)
            .collect();
        Self {
            number,
            person,
            position: person.and_then(|person| position_among(&free, person, number)),
            content,
        }
    }

    /// Whether anything in the column of opinions asks or says what is wrong, which a list of people with notes does not; or a
    /// title says that what stands beside people and their posts are opinions.
    fn asks(&self, page: &Page) -> bool {
        let said = page.cells.iter().filter(|(at, _)| at.1 == self.content);
        let raised = said
            .map(|(_, words)| words.seen())
            .any(|text| asks(text) || complains(text));
        raised || self.is_titled(page)
    }

    /// Whether a title above people with their posts announces opinions.
    fn is_titled(&self, page: &Page) -> bool {
        let (Some(first), Some(position)) = (self.first_row(page), self.position) else {
            return false;
        };
        let titles = page.cells.range(..(first, 0)).map(|(_, words)| words.seen());
        let posted = page.cells.range((first, 0)..).filter(|(at, _)| at.1 == position);
        let posts = posted
            .clone()
            .filter(|(_, words)| line::is_post(words.seen()))
            .count();
        posts * 2 > posted.count() && titles.into_iter().any(prose::announces)
    }

    /// The first row with an opinion and a number or a name.
    fn first_row(&self, page: &Page) -> Option<u32> {
        page.cells.keys().map(|(row, _)| *row).find(|row| {
            let has = |column: Option<u32>, test: fn(&str) -> bool| {
                column.is_some_and(|column| test(page.seen((*row, column))))
            };
            let said = page.seen((*row, self.content)).contains(char::is_alphabetic);
            said && (has(self.number, is_number_label) || has(self.person, is_name))
        })
    }

    fn columns(&self) -> Columns {
        let mut all: Vec<(ColumnRole, u32)> = [
            (ColumnRole::Number, self.number),
            (ColumnRole::Person, self.person),
            (ColumnRole::Position, self.position),
            (ColumnRole::Content, Some(self.content)),
        ]
        .into_iter()
        .filter_map(|(role, column)| Some((role, column?)))
        .collect();
        all.sort_by_key(|(_, column)| *column);
        let content = Content {
            column: self.content,
            label: None,
            goes_on: false,
        };
        Columns {
            number: self.number,
            person: self.person,
            person_has_position: self.position.is_none(),
            position: self.position,
            contents: vec![content],
            span: (0, u32::MAX),
            all,
            ..Columns::default()
        }
    }
}

/// Whether a short text is neither a name nor a post and asks for something: with its first words, or by saying what is to be
/// done to what.
fn raises(text: &str) -> bool {
    let asked = || {
        let frames = LEXICON.read(text).frames;
        frames
            .iter()
            .any(|frame| !frame.asks.is_empty() && !frame.objects.is_empty())
    };
    let short = text.split_whitespace().nth(SHORT).is_none();
    let at_once = || asks_at_once(text) && count(text) >= FEWEST_WORDS;
    short && !is_name(text) && !line::is_post(text) && (at_once() || asked())
}

/// The position follows the name; where nothing follows, it stands before it.
fn position_among(free: &[u32], person: u32, number: Option<u32>) -> Option<u32> {
    let after = free.iter().find(|column| **column > person);
    let before = || {
        free.iter()
            .find(|column| number.is_none_or(|number| **column > number))
    };
    after.or_else(before).copied()
}
