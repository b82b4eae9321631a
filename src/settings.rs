//! What one may want to turn: defaults, names of files and folders, how much of an input is read, and the thresholds that
//! decide what is merged, asked, proposed and doubted. Each with its unit, which way it works, and why it has this value.
//!
//! A number that says something only together with the rule it belongs to stands with that rule: a span of lines in which
//! a heading is looked for, a width on a sheet, the steps of a learning. Nothing here depends on the input; what a plan
//! decides is in [`plan`](crate::plan).

/// The plan that is used when none is named.
pub const DEFAULT_PLAN: &str = "thai-nguyen-2025";

/// The output folder that is used when none is named, below the current folder.
pub const DEFAULT_OUT: &str = "ket-qua";

/// File name of the consolidated workbook in the output folder.
pub const CONSOLIDATED_FILE: &str = "tong-hop.xlsx";

/// Folder of the agencies' sheets in the output folder.
pub const ASSIGNMENT_FOLDER: &str = "phan-cong";

/// File name of the workspace's memory in the output folder.
pub const JOURNAL_FILE: &str = "nhat-ky.jsonl";

/// File name of what a run locks in the output folder; empty, and left there.
pub const LOCK_FILE: &str = ".nhat-ky.khoa";

/// File name of a workspace's plan.
pub const PLAN_FILE: &str = "ke-hoach.toml";

/// A workspace's own table of days off, beside its plan.
pub const HOLIDAYS_FILE: &str = "ngay-nghi.toml";

/// Folder of a workspace's blank forms.
pub const FORM_FOLDER: &str = "bieu-mau";

/// The same forms as Word documents.
pub const WORD_FORM_FOLDER: &str = "bieu-mau-word";

/// The mark of a blank form: the one kind of our workbooks that comes back as a report.
pub const FORM_KIND: &str = "bieu-mau";

/// Largest file that is opened, in bytes. A report of a commune has some kilobytes; pictures pasted into it may add
/// some megabytes. More is most likely not a report, and a reader may need many times its size in memory.
pub const MAX_FILE_BYTES: usize = 64 << 20;

/// Largest plan file that is read, in bytes. A plan with a hundred units has some ten thousand.
pub const MAX_PLAN_BYTES: u64 = 4 << 20;

/// Share of the words with a letter beyond ASCII that could be syllables, from which a text counts as sound as it
/// stands. Raising it tries a repair on more texts; one that is sound after all is protected by `REPAIR_RATE`.
pub const SOUND_RATE: f64 = 0.8;

/// Share of those words that must be syllables after a repair, for the repair to be taken. Raising it leaves more
/// texts as received; text in old fonts comes out above 0.9, wrong codes below 0.4.
pub const REPAIR_RATE: f64 = 0.75;

/// Folder beside an output in which what it replaced is kept.
pub const BACKUP_FOLDER: &str = "sao-luu";

/// The name by which our workbooks say who wrote them: the document's author and a property of its own.
pub const CREATOR: &str = "doithoai";
/// Probability from which a proposed agency is called sure. Raising it calls fewer opinions sure and makes fewer
/// mistakes among them. The aim is 0.96 right. Cross-validation (`cargo bench --bench routing`) would allow a lower
/// one; but who wrote the phrases and examples had read the labelled opinions, so real folders will be harder.
pub const SURE: f64 = 0.90;

/// Probability from which an agency is proposed at all; below, the opinion is left to the clerk. Raising it proposes
/// fewer. Low, because a doubtful proposal costs the clerk a glance and an empty cell costs a search.
pub const PROPOSED: f64 = 0.20;

/// Probability from which another agency is asked to coordinate. Raising it names fewer. Below a half, because striking
/// out one too many costs the clerk less than remembering one that is missing.
pub const COORDINATE: f64 = 0.28;

/// Most agencies that coordinate one answer; more than three is a meeting, not an assignment.
pub const MAX_COORDINATE: usize = 3;

/// How many next best agencies a proposal lists.
pub const OTHERS: usize = 3;

/// How many phrases of the text are shown as the reason of a proposal.
pub const REASONS: usize = 3;

/// How much the words of columns beside an opinion count, the opinion's own words counting 1.
pub const HINT_SHARE: f32 = 0.3;

/// What an agency named in a column beside the opinion adds to its log-odds: a hint, not the answer. A unit that
/// writes a proposed agency is right more often than not, and the opinion's own clear words still win.
pub const NAMED_IN_HINT: f32 = 1.5;

/// What a department named in the opinion itself adds to its log-odds, by its name of today or the name of a body
/// whose work it took over. Less than in a column: speakers address the department they know, not the competent one.
pub const NAMED_IN_TEXT: f32 = 0.5;

/// Likeness (0 nothing in common, 1 the same words) from which an opinion goes where the clerk sent another one.
/// Raising it follows the clerk less. High, because "xóm Đông" and "xóm Đồng" of one road differ little, yet both
/// belong to the same agency.
pub const CLERK_DECIDES: f64 = 0.85;

/// Likeness from which the clerk's earlier decision nudges the proposal. Raising it nudges less.
pub const CLERK_NUDGES: f64 = 0.5;
/// Most parts (entries) a packed file may have. A workbook has some dozen, one with many pictures some hundred.
pub const MAX_PARTS: usize = 10_000;

/// Most bytes that one part of a packed file may unpack to; it is read as a stream, never held whole. A sheet whose
/// million empty rows are formatted has about 150 MB, so an honest file passes and a bomb ends within seconds.
pub const MAX_PART_BYTES: u64 = 256 << 20;

/// Most bytes that all parts of a packed file together may unpack to. An absolute size, not a ratio: honest files
/// with repeated styles pack as well as bombs do. A slow office computer reads some 40 MB of tags a second.
pub const MAX_UNPACKED_BYTES: u64 = 384 << 20;

/// Most bytes of one element or text of an XML part, and of a part that is held whole. Excel's longest cell has 128 KB.
pub const MAX_PIECE_BYTES: u64 = 64 << 20;

/// Most cells in a row of a Word table. Word itself ends at 63.
pub const MAX_WORD_COLUMNS: usize = 1000;

/// Longest formula or number format that is spelled out, in bytes; Excel ends at 8192 characters.
pub const MAX_FORMULA_BYTES: usize = 16 << 10;

/// Most rows that hold something in the visible sheets of one report. Understanding a row and comparing it with the others take
/// some 400 microseconds, so that the most end within ten seconds; the ninety-two reports of a province have some thousand
/// rows together.
pub const MAX_REPORT_ROWS: usize = 20_000;

/// Most bytes of words in the visible sheets of one report, without texts that are too long for an opinion and set aside. All
/// the opinions of a province have less than one megabyte.
pub const MAX_REPORT_TEXT: usize = 4 << 20;

/// Most bytes of one opinion. Excel's longest cell has 128 KB; understanding and comparing take some four microseconds a byte.
pub const MAX_OPINION_TEXT: usize = 256 << 10;

/// Most cells with content in one file: five hundred times the largest report; a cell takes about 100 bytes.
pub const MAX_CELLS: usize = 1_000_000;

/// Most bytes of text in one file, each cell counted, however often it repeats the same shared text.
pub const MAX_TEXT_BYTES: usize = 64 << 20;

/// Most merged blocks in one file. A block costs as much as a cell; a report has some hundred.
pub const MAX_MERGES: usize = 100_000;

/// Most turns of hashing that are done to try the password that Excel tries by itself. Excel writes 100,000 and
/// takes up to ten million, with which one file would cost seconds.
pub const MAX_PASSWORD_TURNS: u32 = 1_000_000;

/// Deepest nesting of elements in a part. Office programs write fewer than thirty levels.
pub const MAX_DEPTH: usize = 256;

/// Numbered rows of a blank form in Word: ten citizens and as many officials. A unit with more adds rows.
pub const BLANK_ROWS: usize = 20;

/// Most characters of a list in one cell of a report; above it the list is shortened, because a cell of a workbook
/// holds 32,767.
pub const LIST_LIMIT: usize = 32_000;
/// Last column, counted from 0, that is looked at where a table has no header. A report has four to ten columns;
/// more are stray cells.
pub const LAST_GUESSED_COLUMN: u32 = 60;

/// Files that are read at the same time, before progress is told again. More keep all cores busy for longer; what is
/// held meanwhile is a few kilobytes of rows a file.
pub const FILES_AT_ONCE: usize = 64;
/// Most UTF-16 units of one text in a cell; the rest goes to a sheet of its own. Excel holds 32,767; the words that
/// say where the rest stands need room too.
pub const CELL_TEXT: usize = 32_500;

/// Share of the shorter text's words that both texts must have, in order, for the differing words to be marked.
/// Raising it marks fewer pairs; below it nearly everything would be marked.
pub const MARK_SHARED: f64 = 0.3;

/// Most pairs of words that are compared to mark differences; two texts of a thousand words are just below it.
pub const MARK_PRODUCT: usize = 1_000_000;

/// Most bytes of a cell with marked words; a longer one is written without marks, because Excel counts the markup.
pub const MARKED_BYTES: usize = 6_000;

/// Most characters that a question to the clerk shows of an opinion; the whole text stands in the details. A row cannot
/// be higher than some 26 lines in Excel.
pub const QUESTION_TEXT: usize = 4_000;
/// Longest public holiday that the table of days off may hold, in days. Tết has seven with its compensatory days; a
/// longer span is a slip of the pen.
pub const LONGEST_HOLIDAY_DAYS: usize = 15;

/// Largest number of days that a term in a plan may count. More is a slip of the pen, and every day is looked at.
pub const LONGEST_TERM_DAYS: u32 = 1_000;

/// The first days of the ranges that "đầu tháng", "giữa tháng" and "cuối tháng" are shown as: the ten-day parts of a
/// month. Their last days are those of the Civil Code 2015, article 146(2): the 1st, the 15th, the last.
pub const MIDDLE_OF_MONTH_FROM: u32 = 11;
/// See [`MIDDLE_OF_MONTH_FROM`].
pub const END_OF_MONTH_FROM: u32 = 21;

/// Hours that Vietnam is ahead of universal time, all year.
pub const HANOI_UTC_HOURS: i64 = 7;

/// Longest line of a calendar file, in octets (RFC 5545, section 3.1).
pub const ICS_LINE_OCTETS: usize = 75;

/// Hour of the day at which a calendar reminds.
pub const ALARM_HOUR: i64 = 8;

/// How many days before the last working day a calendar reminds the first time.
pub const ALARM_DAYS_AHEAD: i64 = 3;

/// Most columns of the strip of days in the checklist. More days than this are shown by weeks, so that the sheet stays
/// readable on one A4 page.
pub const STRIP_COLUMNS: i64 = 45;

/// Rows for opinions on the blank form of a unit. The default plan expects the opinions of ten citizens and of the officials.
pub const FORM_ROWS: u32 = 40;

/// File name without extension of what `schedule --format` writes in the output folder.
pub const SCHEDULE_FILE: &str = "lich-cong-viec";

/// The folder for the units' reports in a workspace.
pub const REPORT_FOLDER: &str = "bao-cao";

/// An opinion on the form should have more letters than this; a shorter one is questioned when it is typed in.
pub const SHORTEST_OPINION: u32 = 5;

/// In the skeleton of a new plan: how many days before the conference the day stands that each deadline names. These are
/// the distances of the default plan, whose deadlines of 7, 9, 12 and 14 December lead to the 16th.
pub const DAYS_BEFORE_CONFERENCE: [(&str, u64); 5] = [
    ("@REPORT@", 9),
    ("@CONSOLIDATE@", 7),
    ("@ANSWER@", 4),
    ("@GATHER@", 2),
    ("@EVENT@", 0),
];

/// Characters that a drop-down's own list can hold in Excel, the commas between its entries among them.
pub const LIST_CHARACTERS: usize = 255;

/// Overlap of two texts (weight of shared traits, of the lighter text's, 0 to 1) from which they are compared, whatever
/// they are about. Raising it looks at fewer pairs and is faster; it also misses more on what reports seldom raise. From
/// 0.3 to 0.5 no figure on the labelled opinions moved by more than chance.
pub const ASK_OVERLAP: f64 = 0.5;

/// Likelihood (0 to 1) that two texts raise one issue from which they are compared, however few words they share.
/// Raising it looks at fewer pairs; on the labelled opinions three times as much misses one duplicate in a hundred.
pub const ASK_ISSUE: f32 = 0.003;

/// Most texts of one list of an issue, the likeliest first, that another text meets for its sake. Raising it finds more in
/// folders where hundreds ask one thing without naming a place: twice as many find four more of 10,000 repeated pairs of 46,000
/// made-up opinions, for half as much time again. Without it the cost grows with the square.
pub const ISSUE_LIST: usize = 100;

/// Most texts that a text is compared with because of the words they share: those that share the most. Raising it finds
/// more among thousands of variants of one line; the cost grows with it, and without it with the square. A province's
/// folder has no text with as many.
pub const PARTNERS: usize = 300;

/// Probability (0 to 1) from which two opinions are merged without asking, unless something forbids it. Raising it
/// merges fewer. Chosen on folds of the labelled opinions for a precision of at least 0.97.
pub const MERGE: f64 = 0.70;

/// Share of common wording (0 to 1, by rarity) from which two texts are look-alikes, in which a replaced word matters.
/// Raising it looks at fewer. Duplicates told in one's own words have a third in common, those from one draft a half.
pub const LOOK_ALIKE: f64 = 0.5;

/// Weight of words that stand in one another's place from which two texts are not merged without asking; a word that
/// every thirty-third text has weighs 1.5. Raising it merges more. Chosen on generated look-alikes.
pub const REPLACED: f64 = 1.5;

/// Probability (0 to 1) from which a pair may be asked about. Raising it asks fewer questions.
pub const ASK: f64 = 0.05;

/// Probability (0 to 1) from which two look-alikes that a difference keeps apart are listed. Raising it lists fewer.
pub const NEAR_MISS: f64 = 0.5;

/// Most look-alikes that are listed. More is not read by anybody.
pub const NEAR_MISSES: usize = 200;

/// Most look-alikes of one text that are kept for the list, so that one wording does not fill it.
pub const NEAR_MISSES_PER_TEXT: usize = 2;

/// Most questions for the clerk in one run: two days of work leave about this many.
pub const QUESTIONS: usize = 200;

/// Log-odds for opinions whose words are the same: not learned, because it is the definition of the strict key.
pub const SAME_WORDS: f64 = 9.0;

/// Log-odds for opinions that the clerk called the same: more than any sum of signals.
pub const CLERK: f64 = 12.0;

/// Words from which a longer wording is not more complete, but a story; halfway between the usual full sentence with
/// its reason and the long complaint.
pub const HEAD_WORDS: usize = 40;

/// File name of the participants' workbook in the output folder.
pub const DELEGATES_FILE: &str = "dai-bieu.xlsx";

/// File name of the index in the folder of the agencies' workbooks.
pub const INDEX_FILE: &str = "00-danh-muc.xlsx";

/// What marks a supplement in the name of an agency's workbook.
pub const SUPPLEMENT: &str = "bo-sung";

/// Most letters of an agency's identifier or of a unit's name in a file name. Windows counts the whole path; 260 letters in all.
pub const FILE_NAME: usize = 40;

/// Most unknown keys of one file that are told at once; the text is read again for each. More of them mean that it is
/// another kind of file.
pub const UNKNOWN_KEYS_TOLD: usize = 20;

/// File name, without extension, of the report to the level above in the output folder.
pub const LEVEL_REPORT_FILE: &str = "bao-cao-cap-tren";

/// Letters from which a text beside an empty answer cell is taken for the answer in the wrong column. Raising it takes
/// fewer; a name with a position has some thirty letters, a document's number fewer.
pub const MISPLACED_ANSWER: usize = 40;

/// Longest text, in characters, that can name the state of an answer.
pub const LONGEST_STATE: usize = 40;

/// Words from which an answer can say something. "Đã tiếp thu ý kiến" has four and answers nothing; raising it calls
/// more answers too short.
pub const SHORTEST_ANSWER: usize = 6;

/// Share of words (0 none, 1 all) that a wording in a returned workbook must have in common with the opinion that was
/// sent, to be the same opinion with small edits. Raising it doubts more. A sentence added or left out keeps it above;
/// two opinions about roads of one commune stay below.
pub const SAME_OPINION: f64 = 0.6;

/// Share of words from which two opinions may well get the same answer. Raising it doubts more.
pub const LIKE_OPINIONS: f64 = 0.4;

/// File name of the answer book in the output folder.
pub const ANSWER_BOOK: &str = "tra-loi.xlsx";

/// File name of the progress in the output folder.
pub const PROGRESS_FILE: &str = "tien-do.xlsx";

/// Folder of the feedback to the units in the output folder.
pub const FEEDBACK_FOLDER: &str = "phan-hoi";

/// File name of the version for everybody in the folder of the feedback.
pub const PUBLIC_FILE: &str = "00-cong-khai.xlsx";

/// File name, without extension, of the conference's summary in the folder of the feedback.
pub const CONFERENCE_FILE: &str = "00-tai-lieu-hoi-nghi";

/// Most names of units that one line of `status` shows; more would push the agencies off the screen.
pub const NAMES_ON_SCREEN: usize = 12;
