//! Cuts a text into pieces and says of each whether it asks, tells, gives a reason or names a purpose.
//!
//! "Đường hỏng, đề nghị sửa để dân đi lại vì sắp mùa mưa" tells, asks, names a purpose and gives a reason, in this
//! order. The words that turn one into the other are few and closed, so they stand here and not in the data.

use super::matcher::Hit;
use super::{Class, Concept};
use crate::text::{Gap, Token};

/// What a piece does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Circumstances.
    Told,
    /// What is asked.
    Asked,
    /// Why; circumstances behind the ask.
    Reason,
    /// What for.
    Purpose,
}

/// A run of tokens with one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) role: Role,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Words that lead an ask, the longest first where one begins another.
const LEADS: &[&str] = &[
    "đề nghị",
    "kiến nghị",
    "đề xuất",
    "mong muốn",
    "mong",
    "xin",
    "yêu cầu",
    "hy vọng",
    "nguyện vọng",
    "tha thiết",
    "bao giờ",
    "khi nào",
    "bao lâu",
    "hãy",
    "cần",
    "nên",
    "sớm",
    "nhờ",
    "tại sao",
    "vì sao",
    "đừng",
    "nhanh chóng",
    "khẩn trương",
    "rất cần",
    "ước gì",
    "kính",
    "liệu",
    "phải chăng",
    "đòi hỏi",
    "tiếp tục",
    "đề đạt",
];

/// Leads that are leads only where a clause begins or an ask follows at once.
const WEAK_LEADS: &[&str] = &[
    "sớm",
    "nên",
    "cần",
    "nhờ",
    "nhanh chóng",
    "khẩn trương",
    "tiếp tục",
    "liệu",
    "hãy",
];

/// Words before which a lead is none: "đã kiến nghị nhiều lần", "hồ sơ xin tách thửa", "đáp ứng yêu cầu".
const BEFORE_NO_LEAD: &[&str] = &[
    "đã", "từng", "các", "những", "đơn", "sơ", "theo", "ứng", "đúng", "đủ", "đạt", "không", "chẳng", "càng",
    "nghỉ", "hưu", "báo", "ý", "nhiều", "trình",
];

/// Words behind which a lead is none: "kiến nghị nhiều lần", "cần thiết".
const AFTER_NO_LEAD: &[&str] = &[
    "nhiều", "mà", "này", "trên", "rồi", "thiết", "nhiệm", "gấp", "ở", "cù", "của", "đó",
];

const REASONS: &[&str] = &[
    "bởi vì",
    "tại vì",
    "do đó",
    "vì vậy",
    "vì",
    "do",
    "bởi",
    "trong khi",
    "hiện nay",
    "hiện tại",
    "hiện",
    "lý do",
    "nhưng",
    "mặc dù",
    "tuy nhiên",
    "thực tế",
    "trên thực tế",
    "lâu nay",
    "nay",
];

const PURPOSES: &[&str] = &["để", "nhằm", "góp phần", "đáp ứng", "phục vụ"];

/// Purposes only behind a comma: elsewhere they are what is asked.
const COMMA_PURPOSES: &[&str] = &[
    "đảm bảo",
    "bảo đảm",
    "tạo điều kiện",
    "giúp",
    "tránh",
    "giảm bớt khó khăn",
    "động viên",
    "khích lệ",
    "cho dân",
];

/// What a token begins or stands in.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    /// An ask is worded from here.
    asks: bool,
    /// A wording began before and goes on.
    inside: bool,
    /// What is asked or of what ends here: an ask that says something, or an object.
    says: bool,
}

/// A text that is being cut.
pub(super) struct Cutter<'a> {
    tokens: &'a [Token],
    marks: Vec<Mark>,
    toneless: bool,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(tokens: &'a [Token], hits: &[Hit], concepts: &[Concept], toneless: bool) -> Self {
        let mut marks = vec![Mark::default(); tokens.len()];
        for hit in hits {
            let Some(concept) = concepts.get(usize::from(hit.concept.0)) else {
                continue;
            };
            let ask = concept.class == Class::Ask;
            for (at, mark) in marks.iter_mut().enumerate().take(hit.end).skip(hit.start) {
                mark.asks |= ask && at == hit.start;
                mark.inside |= at > hit.start;
                mark.says |= (ask && !concept.weak) || concept.class == Class::Object;
            }
        }
        Self {
            tokens,
            marks,
            toneless,
        }
    }

    /// The pieces, which together are all tokens.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let mut out = Vec::new();
        let mut current = Piece {
            role: Role::Told,
            start: 0,
            end: 0,
        };
        for at in 0..self.tokens.len() {
            let next = self.turn(&current, at);
            if let Some(role) = next {
                current.end = at;
                if current.end > current.start {
                    out.push(current);
                }
                current = Piece {
                    role,
                    start: at,
                    end: at,
                };
            }
        }
        current.end = self.tokens.len();
        if current.end > current.start {
            out.push(current);
        }
        out
    }

    /// The role that begins at `at`, when one does.
    fn turn(&self, current: &Piece, at: usize) -> Option<Role> {
        let gap = self.tokens.get(at)?.gap;
        if gap == Gap::Stop {
            return Some(if self.leads(at) || self.commands(at) {
                Role::Asked
            } else {
                Role::Told
            });
        }
        if self.leads(at) && !(current.role == Role::Asked && self.is_empty(current.start, at)) {
            return Some(Role::Asked);
        }
        match current.role {
            Role::Asked => self.turn_of_ask(current, at, gap),
            Role::Reason | Role::Purpose
                if self.any(&["đồng thời", "ngoài ra", "bên cạnh đó", "mặt khác"], at) =>
            {
                Some(Role::Asked)
            }
            Role::Reason if gap >= Gap::Comma && self.same(current.start, "do") && self.asks_at(at) => {
                Some(Role::Asked)
            }
            Role::Told if gap >= Gap::Bracket && self.commands(at) && self.is_list_head(current, at) => {
                Some(Role::Asked)
            }
            _ => None,
        }
    }

    fn turn_of_ask(&self, current: &Piece, at: usize, gap: Gap) -> Option<Role> {
        if at <= current.start + 1 || self.inside_hit(at) {
            return None;
        }
        if self.any(REASONS, at) {
            return Some(Role::Reason);
        }
        let purpose = self.any(PURPOSES, at) && !self.same(at + 1, "lại");
        let behind_comma = gap >= Gap::Comma && self.any(COMMA_PURPOSES, at);
        (purpose || behind_comma).then_some(Role::Purpose)
    }

    /// "1." or "Ý kiến 1:" before an item.
    fn is_list_head(&self, current: &Piece, at: usize) -> bool {
        at <= current.start + 3
    }

    /// Whether nothing has been asked between two positions.
    fn is_empty(&self, start: usize, end: usize) -> bool {
        !self.marks.iter().take(end).skip(start).any(|mark| mark.says)
    }

    /// Whether an ask is worded at `at`.
    fn asks_at(&self, at: usize) -> bool {
        self.marks.get(at).is_some_and(|mark| mark.asks)
    }

    fn inside_hit(&self, at: usize) -> bool {
        self.marks.get(at).is_some_and(|mark| mark.inside)
    }

    /// A sentence that begins with an ask is one: "Bổ sung biên chế cho xã".
    fn commands(&self, at: usize) -> bool {
        (at..at + 3)
            .take_while(|&i| i == at || self.is_filler(i - 1))
            .any(|i| self.asks_at(i))
    }

    /// Words that may stand between the beginning of a sentence and its ask: numbers of items, "sớm", "không".
    fn is_filler(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| {
            t.word.len() <= 2
                || t.courtesy
                || self.any(&["không", "sớm", "cần", "tiếp tục", "tiếp", "tục"], at)
        })
    }

    fn leads(&self, at: usize) -> bool {
        let Some(lead) = LEADS.iter().find(|lead| self.phrase(lead, at)) else {
            return false;
        };
        let end = at + lead.split(' ').count();
        let begins = self.tokens.get(at).is_some_and(|t| t.gap >= Gap::Comma);
        if self.inside_hit(at) && !begins {
            return false;
        }
        if !begins && at > 0 && BEFORE_NO_LEAD.iter().any(|word| self.same(at - 1, word)) {
            return false;
        }
        if AFTER_NO_LEAD.iter().any(|word| self.same(end, word)) {
            return false;
        }
        if WEAK_LEADS.contains(lead) {
            return self.asks_at(end)
                || (*lead != "nên" && begins)
                || self.any(&["có", "cho", "được", "phải"], end);
        }
        true
    }

    fn any(&self, phrases: &[&str], at: usize) -> bool {
        phrases.iter().any(|phrase| self.phrase(phrase, at))
    }

    fn phrase(&self, phrase: &str, at: usize) -> bool {
        phrase
            .split(' ')
            .enumerate()
            .all(|(i, word)| self.same(at + i, word))
    }

    fn same(&self, at: usize, word: &str) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| t.word == word || (self.toneless && t.word == crate::text::fold(word)))
    }
}
