//! Which agency must answer an opinion, which should coordinate, how sure that is, and the words that decided.
//!
//! A linear classifier learned from labelled opinions (`model`, learned by [`training`]) weighs the words and the
//! phrases of a knowledge base (`knowledge`). It predicts a field of the province; the plan says which agency answers
//! for that field. What the clerk decided earlier is followed (`clerk`).
//!
//! It proposes; the clerk decides. Whether two opinions are duplicates is `dedup`'s business.

mod clerk;
mod features;
mod knowledge;
mod model;
mod names;
pub mod training;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::model::{AgencyId, Certainty, Route};
use crate::plan::Plan;
use crate::settings;
use clerk::Clerk;
use features::Seen;
use knowledge::Knowledge;
pub use model::Model;
use names::Names;

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
    // A test reads the file; if it could not be read, the classifier would do without.
    Knowledge::parse(include_str!("../../lexicon/routing-phrases.toml")).unwrap_or_default()
});

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    // Likewise.
    Model::parse(include_str!("../../lexicon/routing-weights.txt")).unwrap_or_default()
});

/// Proposes agencies for one plan.
#[derive(Debug)]
pub struct Router {
    model: Cow<'static, Model>,
    /// For each field of the model, the agency of the plan that answers for it.
    agencies: Vec<Option<AgencyId>>,
    names: Names,
    clerk: Clerk,
}

impl Router {
    /// A router with the weights that are compiled in.
    pub fn new(plan: &Plan) -> Self {
        Self::with_model(plan, Cow::Borrowed(&*MODEL))
    }

    /// A router with other weights, to measure what they are worth.
    pub fn with_weights(plan: &Plan, model: Model) -> Self {
        Self::with_model(plan, Cow::Owned(model))
    }

    fn with_model(plan: &Plan, model: Cow<'static, Model>) -> Self {
        let answering = |field: &String| plan.agency_for_field(field).map(|agency| agency.id.clone());
        let agencies = model.fields.iter().map(answering).collect();
        let names = Names::new(plan, &model.fields);
        Self {
            model,
            agencies,
            names,
            clerk: Clerk::default(),
        }
    }

    /// Learns what the clerk corrected: the wording of an opinion and the agency that the clerk chose for it.
    /// A later correction of the same wording replaces an earlier one.
    pub fn learn(&mut self, corrections: &[(String, AgencyId)]) {
        for (text, agency) in corrections {
            self.clerk.add(&Seen::new(text, &KNOWLEDGE), agency.clone());
        }
    }

    /// Proposes who answers one opinion. `hints` are the words of the columns beside it (field, proposed agency, note)
    /// and of the heading above it; they count for less than the opinion itself.
    pub fn route(&self, text: &str, hints: &[String]) -> Route {
        let seen = Seen::new(text, &KNOWLEDGE);
        let mut outputs = self.model.bias.clone();
        self.model.add_scores(&seen, 1.0, &mut outputs);
        raise(
            &mut outputs,
            &self.names.find(text, true),
            settings::NAMED_IN_TEXT,
        );
        self.take_hints(hints, &mut outputs);
        let (probabilities, coordinate) = self.model.read(&outputs);
        let mut agencies = self.by_agency(&probabilities);
        let told = self.clerk.adjust(&seen, &mut agencies);
        let ranked = ranked(agencies);
        let coordinate = ranked_above(self.by_agency(&coordinate), settings::COORDINATE);
        let mut route = decide(ranked, coordinate);
        route.because = match told {
            Some(words) => vec![words],
            None => self.because(&seen, &probabilities),
        };
        route
    }

    /// Proposes who answers a group from the routes of its members: their mean.
    pub fn route_group(&self, routes: &[&Route]) -> Route {
        let mut agencies: BTreeMap<AgencyId, f64> = BTreeMap::new();
        let mut coordinate: BTreeMap<AgencyId, f64> = BTreeMap::new();
        let mut because: BTreeMap<&str, usize> = BTreeMap::new();
        #[expect(clippy::cast_precision_loss, reason = "far fewer members than 2^52")]
        let share = 1.0 / routes.len().max(1) as f64;
        for route in routes {
            let first = route.agency.iter().map(|agency| (agency, route.score));
            let others = route.others.iter().map(|(agency, score)| (agency, *score));
            for (agency, score) in first.chain(others) {
                *agencies.entry(agency.clone()).or_default() += score * share;
            }
            for agency in &route.coordinate {
                *coordinate.entry(agency.clone()).or_default() += share;
            }
            for words in &route.because {
                *because.entry(words).or_default() += 1;
            }
        }
        let mut route = decide(ranked(agencies), ranked_above(coordinate, 0.5));
        let mut because: Vec<(&str, usize)> = because.into_iter().collect();
        because.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        route.because = because
            .into_iter()
            .take(settings::REASONS)
            .map(|(words, _)| words.to_owned())
            .collect();
        route
    }

    fn take_hints(&self, hints: &[String], outputs: &mut [f32]) {
        for hint in hints {
            let seen = Seen::new(hint, &KNOWLEDGE);
            self.model.add_scores(&seen, settings::HINT_SHARE, outputs);
            raise(outputs, &self.names.find(hint, false), settings::NAMED_IN_HINT);
        }
    }

    /// Sums what the fields have, by the agency that answers for them in this plan.
    fn by_agency(&self, fields: &[f64]) -> BTreeMap<AgencyId, f64> {
        let mut sums = BTreeMap::new();
        for (agency, value) in self.agencies.iter().zip(fields) {
            if let Some(agency) = agency {
                *sums.entry(agency.clone()).or_default() += value;
            }
        }
        sums
    }

    /// The words that speak most for the best field against the next best.
    fn because(&self, seen: &Seen, probabilities: &[f64]) -> Vec<String> {
        let mut order: Vec<usize> = (0..probabilities.len()).collect();
        order.sort_by(|a, b| {
            let value = |at: &usize| probabilities.get(*at).copied().unwrap_or_default();
            value(b).total_cmp(&value(a)).then(a.cmp(b))
        });
        let (Some(best), Some(next)) = (order.first(), order.get(1)) else {
            return Vec::new();
        };
        let weight = |name: &str, field: usize| {
            let weights = self.model.weights_of(name).iter();
            weights
                .filter(|(output, _)| usize::from(*output) == field)
                .map(|(_, weight)| weight)
                .sum::<f32>()
        };
        let spoken: Vec<_> = seen
            .features
            .iter()
            .map(|feature| {
                let gain = weight(&feature.name, *best) - 0.5 * weight(&feature.name, *next);
                (feature, gain * feature.value)
            })
            .collect();
        let mut runs: Vec<(std::ops::Range<usize>, f32)> = spoken
            .iter()
            .filter(|(feature, _)| matches!(feature.kind, features::Kind::Toned | features::Kind::Phrase))
            .filter(|(feature, _)| feature.span.len() > 1)
            .map(|(feature, _)| {
                let inside = spoken.iter().filter(|(other, _)| {
                    feature.span.start <= other.span.start && other.span.end <= feature.span.end
                });
                (feature.span.clone(), inside.map(|(_, gain)| gain).sum())
            })
            .collect();
        runs.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.start.cmp(&b.0.start)));
        let mut chosen: Vec<std::ops::Range<usize>> = Vec::new();
        for (run, gain) in runs {
            let apart = chosen
                .iter()
                .all(|other| run.end <= other.start || other.end <= run.start);
            if gain > 0.0 && apart && chosen.len() < settings::REASONS {
                chosen.push(run);
            }
        }
        chosen
            .into_iter()
            .map(|run| seen.words.get(run).unwrap_or_default().join(" "))
            .collect()
    }
}

fn raise(outputs: &mut [f32], fields: &[usize], by: f32) {
    for field in fields {
        if let Some(score) = outputs.get_mut(*field) {
            *score += by;
        }
    }
}

/// Best first; equal ones by identifier.
fn ranked(scores: BTreeMap<AgencyId, f64>) -> Vec<(AgencyId, f64)> {
    let mut list: Vec<(AgencyId, f64)> = scores.into_iter().collect();
    list.sort_by(|a, b| b.1.total_cmp(&a.1));
    list
}

fn ranked_above(scores: BTreeMap<AgencyId, f64>, least: f64) -> Vec<AgencyId> {
    ranked(scores)
        .into_iter()
        .filter(|(_, score)| *score >= least)
        .map(|(agency, _)| agency)
        .collect()
}

fn decide(ranked: Vec<(AgencyId, f64)>, mut coordinate: Vec<AgencyId>) -> Route {
    let (best, score) = match ranked.first() {
        Some((agency, score)) => (Some(agency.clone()), *score),
        None => (None, 0.0),
    };
    let certainty = if score >= settings::SURE {
        Certainty::Sure
    } else if score >= settings::PROPOSED {
        Certainty::Proposed
    } else {
        Certainty::Open
    };
    let agency = best.filter(|_| certainty != Certainty::Open);
    let skip = usize::from(agency.is_some());
    coordinate.retain(|other| Some(other) != agency.as_ref());
    coordinate.truncate(settings::MAX_COORDINATE);
    Route {
        agency,
        certainty,
        score,
        coordinate,
        because: Vec::new(),
        others: ranked.into_iter().skip(skip).take(settings::OTHERS).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        Plan::built_in("thai-nguyen-2025").unwrap()
    }

    fn route(router: &Router, text: &str) -> Route {
        router.route(text, &[])
    }

    fn agency(route: &Route) -> &str {
        route.agency.as_ref().map_or("-", |agency| &agency.0)
    }

    #[test]
    fn the_data_that_is_compiled_in_can_be_read() {
        assert!(Knowledge::parse(include_str!("../../lexicon/routing-phrases.toml")).is_ok());
        let model = Model::parse(include_str!("../../lexicon/routing-weights.txt")).unwrap();
        let plan = plan();
        for field in &model.fields {
            assert!(
                plan.agencies.iter().any(|agency| agency.id.0 == *field),
                "{field}"
            );
        }
    }

    #[test]
    fn the_settled_readings_lead_to_their_agencies() {
        let router = Router::new(&plan());
        for (text, wanted) in [
            ("Đề nghị nâng phụ cấp cho trưởng thôn, xóm", "so-noi-vu"),
            ("Nâng mức phụ cấp bí thư chi bộ thôn", "ban-to-chuc"),
            ("Phần mềm một cửa của tỉnh hay lỗi, treo", "so-khcn"),
            (
                "Thủ tục rườm rà, người dân phải đi lại nhiều lần nộp hồ sơ",
                "ttphcc",
            ),
            ("Giá điện quá cao, đề nghị giảm giá điện", "trung-uong"),
            ("De nghi do be tong duong vao thon", "so-xay-dung"),
        ] {
            assert_eq!(agency(&route(&router, text)), wanted, "{text}");
        }
    }

    #[test]
    fn words_that_decided_stand_in_the_text() {
        let text = "Trạm biến áp quá tải, điện yếu, đề nghị thêm trạm biến áp";
        let route = route(&Router::new(&plan()), text);
        assert!(!route.because.is_empty());
        for words in &route.because {
            assert!(crate::text::strict_key(text).contains(words.as_str()), "{words}");
        }
    }

    #[test]
    fn odd_texts_are_left_to_the_clerk_or_doubtful() {
        let router = Router::new(&plan());
        for text in ["", " ", "...", "🙂", "xyz qwerty", "\u{0}", &"a ".repeat(100_000)] {
            let route = route(&router, text);
            assert_ne!(route.certainty, Certainty::Sure, "{text:.20}");
            assert!((0.0..=1.0).contains(&route.score));
        }
    }

    #[test]
    fn the_clerk_is_followed_for_the_same_words_and_heard_for_similar_ones() {
        let mut router = Router::new(&plan());
        let (text, other) = (
            "Đề nghị nạo vét mương thoát nước xóm Đông",
            AgencyId("cap-xa".to_owned()),
        );
        let before = route(&router, text);
        assert_ne!(before.agency.as_ref(), Some(&other));
        router.learn(&[(text.to_owned(), other.clone())]);
        let after = route(&router, "ĐỀ NGHỊ nạo vét mương thoát nước xóm Đông!");
        assert_eq!(
            (after.agency, after.certainty),
            (Some(other.clone()), Certainty::Sure)
        );
        let share = |route: Route| {
            let first = route.agency.map(|agency| (agency, route.score));
            let all = first.into_iter().chain(route.others);
            all.filter(|(agency, _)| *agency == other)
                .map(|(_, score)| score)
                .sum::<f64>()
        };
        let similar = "Xin tỉnh nạo vét mương thoát nước xóm Bắc sớm";
        let untaught = share(route(&Router::new(&plan()), similar));
        assert!(share(route(&router, similar)) > untaught);
        router.learn(&[(text.to_owned(), AgencyId("so-nnmt".to_owned()))]);
        assert_eq!(agency(&route(&router, text)), "so-nnmt");
    }

    #[test]
    fn a_group_goes_where_its_members_go() {
        let router = Router::new(&plan());
        let texts = [
            "Đường tỉnh xuống cấp, đề nghị sửa chữa",
            "Đề nghị sửa đường, ổ gà nhiều",
            "Sửa đường",
        ];
        let routes: Vec<Route> = texts.iter().map(|text| route(&router, text)).collect();
        let group = router.route_group(&routes.iter().collect::<Vec<_>>());
        assert_eq!(agency(&group), "so-xay-dung");
        let none = router.route_group(&[]);
        assert_eq!((none.agency, none.certainty), (None, Certainty::Open));
    }
}
