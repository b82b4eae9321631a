//! Puts the concepts, names and numbers of a text together into asks.
//!
//! One frame per ask. What stands in the ask itself comes first; what the ask leaves out ("đề nghị sửa chữa") is taken
//! from the circumstances told around it, and only there.

use super::clause::{Cutter, Piece, Role};
use super::matcher::Hit;
use super::{Class, Concept, ConceptId, Frame, Name, NameKind, Quantity, name, quantity};
use crate::text::{Gap, Token};

/// What was found in a text, in positions of tokens.
pub(super) struct Found<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) toneless: bool,
    pub(super) concepts: &'a [Concept],
    pub(super) hits: &'a [Hit],
    pub(super) names: &'a [name::Found],
    pub(super) quantities: &'a [quantity::Found],
}

/// An ask with the range of tokens it stands in.
struct Draft {
    frame: Frame,
    start: usize,
    end: usize,
}

impl Found<'_> {
    /// The frames, and for every quantity whether it is asked.
    pub(super) fn frames(&self) -> (Vec<Frame>, Vec<bool>) {
        let pieces = Cutter::new(self.tokens, self.hits, self.concepts, self.toneless).pieces();
        let asked = |at: usize| {
            let piece = pieces.get(pieces.partition_point(|p| p.end <= at));
            piece.is_some_and(|p| p.role == Role::Asked)
        };
        let flags: Vec<bool> = self.quantities.iter().map(|q| asked(q.start)).collect();
        let mut drafts: Vec<Draft> = Vec::new();
        for piece in pieces.iter().filter(|p| p.role == Role::Asked) {
            drafts.extend(self.drafts(piece));
        }
        let ranges: Vec<(usize, usize)> = drafts.iter().map(|d| (d.start, d.end)).collect();
        for (at, draft) in drafts.iter_mut().enumerate() {
            let before = at.checked_sub(1).and_then(|i| ranges.get(i)).map_or(0, |r| r.1);
            let after = ranges.get(at + 1).map_or(self.tokens.len(), |r| r.0);
            self.complete(draft, before, after, &flags);
        }
        let mut frames = self.merged(drafts.into_iter().map(|d| d.frame).collect());
        if frames.is_empty() {
            frames.extend(self.implicit(&flags));
        }
        (frames, flags)
    }

    fn concept(&self, id: ConceptId) -> Option<&Concept> {
        self.concepts.get(usize::from(id.0))
    }

    /// The asks of one piece: "sửa đường và xây trường" are two, "sửa chữa, nâng cấp đường" is one.
    fn drafts(&self, piece: &Piece) -> Vec<Draft> {
        let mut out: Vec<Draft> = vec![Draft {
            frame: Frame::default(),
            start: piece.start,
            end: piece.end,
        }];
        let mut last_end = piece.start;
        let mut means_end = piece.start;
        for hit in self.within(piece.start, piece.end) {
            let Some(concept) = self.concept(hit.concept) else {
                continue;
            };
            if concept.means {
                means_end = hit.end.max(means_end);
            } else if concept.class == Class::Object && hit.end <= means_end {
                // "Cấp vốn sự nghiệp" names a means, and nothing that is asked about.
                continue;
            }
            let coordinated = self.is_coordinated(last_end, hit.start);
            if let Some(current) = out.last_mut() {
                let full = !current.frame.asks.is_empty() && !current.frame.objects.is_empty();
                if concept.class == Class::Ask && !concept.weak && full && coordinated {
                    current.end = hit.start;
                    let mut frame = Frame::default();
                    self.add(&mut frame, hit, concept);
                    out.push(Draft {
                        frame,
                        start: hit.start,
                        end: piece.end,
                    });
                } else {
                    self.add(&mut current.frame, hit, concept);
                }
            }
            last_end = hit.end;
        }
        out
    }

    /// Hits between two positions; they are sorted by their start, so the rest is not looked at.
    fn within(&self, start: usize, end: usize) -> impl Iterator<Item = &Hit> {
        let first = self.hits.partition_point(|hit| hit.start < start);
        self.hits
            .iter()
            .skip(first)
            .take_while(move |hit| hit.start < end)
            .filter(move |hit| hit.end <= end)
    }

    /// Whether a comma or "và", "đồng thời" stands between two positions, or right at the second.
    fn is_coordinated(&self, start: usize, end: usize) -> bool {
        (start..=end).any(|at| {
            self.tokens.get(at).is_some_and(|t| {
                t.gap >= Gap::Comma
                    || (at < end && matches!(t.word.as_str(), "và" | "va" | "đồng" | "dong" | "cùng"))
            })
        })
    }

    fn add(&self, frame: &mut Frame, hit: &Hit, concept: &Concept) {
        let mut id = hit.concept;
        if concept.class == Class::Ask && self.is_negated(hit.start) {
            match concept.negation {
                Some(other) => id = other,
                None if !concept.weak => frame.negated = true,
                None => {}
            }
        }
        let list = match concept.class {
            Class::Ask => &mut frame.asks,
            Class::Object => &mut frame.objects,
            Class::Beneficiary => &mut frame.beneficiaries,
            Class::Policy => &mut frame.policies,
            Class::Problem => &mut frame.problems,
            Class::Institution | Class::Kind => return,
        };
        add_new(list, [id]);
    }

    /// "không", "chưa", "đừng" at most three words before, with nothing but small words between.
    fn is_negated(&self, at: usize) -> bool {
        const NOT: [&str; 9] = [
            "không", "chưa", "đừng", "chớ", "khong", "chua", "dung", "miễn", "thôi",
        ];
        const BETWEEN: [&str; 12] = [
            "nên", "được", "phải", "thực", "hiện", "việc", "tiến", "hành", "cho", "vội", "bắt", "buộc",
        ];
        for back in 1..=4 {
            let Some(token) = at.checked_sub(back).and_then(|i| self.tokens.get(i)) else {
                return false;
            };
            let word = token.word.as_str();
            if NOT.contains(&word) {
                return true;
            }
            if !BETWEEN.contains(&word) {
                return false;
            }
        }
        false
    }

    /// Adds what the ask left out from the circumstances between the asks around it.
    fn complete(&self, draft: &mut Draft, before: usize, after: usize, flags: &[bool]) {
        let own = (draft.start, draft.end);
        let [ahead, behind] = [(before, draft.start), (draft.end, after)];
        let frame = &mut draft.frame;
        self.inherit(frame, self.told(&[ahead, behind]));
        self.sharpen(frame);
        frame.names = self.names_in(&[own]);
        if !frame.names.iter().any(is_local) {
            frame.names.extend(self.names_in(&[ahead, behind]));
        }
        frame.names.sort();
        frame.names.dedup();
        frame.quantities = self.quantities_in(&[ahead, own, behind], flags);
    }

    /// What the circumstances in these ranges speak of.
    fn told(&self, ranges: &[(usize, usize)]) -> Frame {
        let mut told = Frame::default();
        for hit in ranges.iter().flat_map(|range| self.within(range.0, range.1)) {
            if let Some(concept) = self.concept(hit.concept) {
                self.add(&mut told, hit, concept);
            }
        }
        told
    }

    /// Takes from the circumstances the object and the beneficiary that the ask does not name, and all policies and problems.
    fn inherit(&self, frame: &mut Frame, told: Frame) {
        if frame.objects.is_empty() {
            let implied = frame.asks.iter().filter_map(|&id| self.concept(id)?.implies);
            add_new(&mut frame.objects, implied.chain(told.objects));
        }
        if frame.beneficiaries.is_empty() {
            frame.beneficiaries = told.beneficiaries;
        }
        add_new(&mut frame.policies, told.policies);
        add_new(&mut frame.problems, told.problems);
    }

    /// Where nothing but "giải quyết" is asked, the problem says what for; beside a clear ask such words say nothing.
    fn sharpen(&self, frame: &mut Frame) {
        if frame.asks.iter().all(|&id| self.is_weak(id)) {
            let implied = frame.problems.iter().filter_map(|&id| self.concept(id)?.implies);
            add_new(&mut frame.asks, implied);
        }
        if frame.asks.iter().any(|&id| !self.is_weak(id)) {
            frame.asks.retain(|&id| self.concept(id).is_some_and(|c| !c.weak));
        }
    }

    fn is_weak(&self, id: ConceptId) -> bool {
        self.concept(id).is_some_and(|c| c.weak)
    }

    fn names_in(&self, ranges: &[(usize, usize)]) -> Vec<Name> {
        self.names
            .iter()
            .filter(|n| ranges.iter().any(|r| r.0 <= n.start && n.start < r.1))
            .map(|n| n.name.clone())
            .collect()
    }

    fn quantities_in(&self, ranges: &[(usize, usize)], flags: &[bool]) -> Vec<Quantity> {
        self.quantities
            .iter()
            .zip(flags)
            .filter(|(q, _)| ranges.iter().any(|r| r.0 <= q.start && q.start < r.1))
            .map(|(q, &asked)| q.told(asked))
            .collect()
    }

    /// Brings together frames that ask one thing: the same objects, or none of their own.
    fn merged(&self, frames: Vec<Frame>) -> Vec<Frame> {
        let mut out: Vec<Frame> = Vec::new();
        for frame in frames {
            let empty = frame.asks.is_empty() && frame.objects.is_empty();
            match out.iter_mut().find(|other| self.is_one_ask(other, &frame)) {
                Some(other) => join(other, frame),
                None if empty => {}
                None => out.push(frame),
            }
        }
        out
    }

    fn is_one_ask(&self, a: &Frame, b: &Frame) -> bool {
        let places = |f: &Frame| -> Vec<Name> { f.names.iter().filter(|n| is_local(n)).cloned().collect() };
        let (here, there) = (places(a), places(b));
        let apart = !here.is_empty() && !there.is_empty() && !there.iter().any(|n| here.contains(n));
        let inside = |x: &Frame, y: &Frame| {
            x.objects
                .iter()
                .all(|&o| y.objects.iter().any(|&p| self.related(o, p)))
        };
        let bare_means = |f: &Frame, id| f.objects.is_empty() && self.concept(id).is_some_and(|c| c.means);
        let vague = |f: &Frame| f.asks.iter().all(|&id| self.is_weak(id) || bare_means(f, id));
        if apart || a.negated != b.negated {
            return false;
        }
        (inside(a, b) && inside(b, a))
            || ((inside(b, a) || inside(a, b)) && (vague(b) || vague(a) || a.asks == b.asks))
    }

    /// The same concept, or one a kind of the other.
    fn related(&self, a: ConceptId, b: ConceptId) -> bool {
        a == b || self.kinds_of(a).contains(&b) || self.kinds_of(b).contains(&a)
    }

    fn kinds_of(&self, id: ConceptId) -> Vec<ConceptId> {
        let mut out = Vec::new();
        let mut at = self.concept(id).and_then(|c| c.broader);
        while let Some(wider) = at.filter(|w| !out.contains(w)) {
            out.push(wider);
            at = self.concept(wider).and_then(|c| c.broader);
        }
        out
    }

    /// The ask of a text that only complains: what its problems call for.
    fn implicit(&self, flags: &[bool]) -> Option<Frame> {
        let mut draft = Draft {
            frame: Frame::default(),
            start: 0,
            end: 0,
        };
        self.complete(&mut draft, 0, self.tokens.len(), flags);
        let mut frame = draft.frame;
        if frame.asks.is_empty() {
            for hit in self.hits {
                if let Some(concept) = self
                    .concept(hit.concept)
                    .filter(|c| c.class == Class::Ask && !c.weak)
                {
                    self.add(&mut frame, hit, concept);
                }
            }
        }
        (!frame.objects.is_empty() || !frame.asks.is_empty()).then_some(frame)
    }
}

/// Whether a name says where in a commune or for which thing.
fn is_local(name: &Name) -> bool {
    matches!(
        name.kind,
        NameKind::Road | NameKind::Hamlet | NameKind::Water | NameKind::Thing
    )
}

/// Adds those that are not in the list yet.
fn add_new(list: &mut Vec<ConceptId>, more: impl IntoIterator<Item = ConceptId>) {
    for id in more {
        if !list.contains(&id) {
            list.push(id);
        }
    }
}

fn join(into: &mut Frame, from: Frame) {
    into.negated |= from.negated;
    for (list, more) in [
        (&mut into.asks, from.asks),
        (&mut into.objects, from.objects),
        (&mut into.beneficiaries, from.beneficiaries),
        (&mut into.policies, from.policies),
        (&mut into.problems, from.problems),
    ] {
        add_new(list, more);
    }
    into.names.extend(from.names);
    into.names.sort();
    into.names.dedup();
    for quantity in from.quantities {
        if !into.quantities.contains(&quantity) {
            into.quantities.push(quantity);
        }
    }
}
