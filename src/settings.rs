//! Every default, limit and threshold: its unit, which way it works, and why it has this value.
//! Nothing here depends on the input; what a plan decides is in [`plan`](crate::plan).

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
/// Questions asked at most in one run. A clerk answers some two hundred in a morning; fewer asks less and leaves more
/// possible duplicates apart.
pub const DEFAULT_QUESTIONS: usize = 200;

/// Folder beside an output in which what it replaced is kept.
pub const BACKUP_FOLDER: &str = "sao-luu";

/// The name by which our workbooks say who wrote them: the document's author and a property of its own.
pub const CREATOR: &str = "doithoai";
