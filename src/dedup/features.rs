//! What is measured of a pair. Every feature goes from 0 to 1; one that speaks for duplicates never gets a negative
//! weight, one that speaks against never a positive one, so that more agreement never lowers a score.

use serde::{Deserialize, Serialize};

use super::conflict::{Conflict, Conflicts};
use super::model::Weights;
use super::texts::{Mass, Text, Trait, Traits};
use crate::model::SignalKind;

/// One measure of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Feature {
    /// Shared words by rarity, of both texts' words.
    Words,
    /// Shared words by rarity, of the lighter text's words.
    WordsInside,
    /// How near the two lie to one another.
    Near,
    /// How much nearer than texts on one subject do.
    Nearer,
    /// How likely both raise the same issue.
    SameIssue,
    /// How well the issues agree that the two may raise.
    Issues,
    /// The same asks are mentioned.
    Ask,
    /// The same things are asked for, of the shorter list of asks.
    AskOfFrame,
    /// Both ask, and for nothing in common.
    AskDiffers,
    /// The same objects are mentioned.
    Object,
    /// The same objects are asked about, of both texts' objects.
    ObjectOfFrame,
    /// The same objects are asked about, of the shorter list of objects.
    ObjectInside,
    /// Both ask about objects, and not about the same ones.
    ObjectDiffers,
    /// The same people are mentioned.
    Beneficiary,
    /// Both mean certain beneficiaries, and not the same ones.
    BeneficiaryDiffers,
    /// Both mean certain beneficiaries, and none in common.
    BeneficiaryApart,
    /// The same policies are mentioned.
    Policy,
    /// Both mention policies, and none in common.
    PolicyDiffers,
    /// The same problems are mentioned.
    Problem,
    /// The same proper names.
    Name,
    /// A proper name in one text only.
    NameDiffers,
    /// Sent by the same unit.
    SameUnit,
    /// About something of which each commune has its own, from two units.
    UnitDiffers,
    /// The same amounts are asked for.
    Number,
    /// An amount in one text only, or other amounts.
    NumberDiffers,
    /// A negation on one side.
    Negation,
    /// How near two lie to one another between which something forbids merging: look-alikes.
    LookAlike,
    /// The same agency could answer both.
    Agency,
    /// Another agency would answer.
    AgencyDiffers,
}

impl Feature {
    pub(super) const ALL: [Self; 29] = [
        Self::Words,
        Self::WordsInside,
        Self::Near,
        Self::Nearer,
        Self::SameIssue,
        Self::Issues,
        Self::Ask,
        Self::AskOfFrame,
        Self::AskDiffers,
        Self::Object,
        Self::ObjectOfFrame,
        Self::ObjectInside,
        Self::ObjectDiffers,
        Self::Beneficiary,
        Self::BeneficiaryDiffers,
        Self::BeneficiaryApart,
        Self::Policy,
        Self::PolicyDiffers,
        Self::Problem,
        Self::Name,
        Self::NameDiffers,
        Self::SameUnit,
        Self::UnitDiffers,
        Self::Number,
        Self::NumberDiffers,
        Self::Negation,
        Self::LookAlike,
        Self::Agency,
        Self::AgencyDiffers,
    ];

    /// Whether it speaks for the two being duplicates.
    pub(super) fn speaks_for(self) -> bool {
        !matches!(
            self,
            Self::AskDiffers
                | Self::ObjectDiffers
                | Self::BeneficiaryDiffers
                | Self::BeneficiaryApart
                | Self::PolicyDiffers
                | Self::NameDiffers
                | Self::UnitDiffers
                | Self::NumberDiffers
                | Self::Negation
                | Self::LookAlike
                | Self::AgencyDiffers
        )
    }

    /// Whether it is measured by the conflicts.
    fn of_conflicts(self) -> bool {
        matches!(
            self,
            Self::ObjectDiffers
                | Self::BeneficiaryDiffers
                | Self::NameDiffers
                | Self::UnitDiffers
                | Self::Number
                | Self::NumberDiffers
                | Self::Negation
                | Self::LookAlike
        )
    }

    /// The signal under which a person reads it.
    pub(super) fn signal(self) -> SignalKind {
        match self {
            Self::Words => SignalKind::SharedWords,
            Self::WordsInside => SignalKind::Containment,
            Self::Near | Self::Nearer | Self::LookAlike | Self::SameIssue | Self::Issues => SignalKind::Near,
            Self::Ask | Self::AskOfFrame | Self::AskDiffers | Self::Negation => SignalKind::Ask,
            Self::Object | Self::ObjectOfFrame | Self::ObjectInside | Self::ObjectDiffers => {
                SignalKind::Object
            }
            Self::Beneficiary | Self::BeneficiaryDiffers | Self::BeneficiaryApart => SignalKind::Beneficiary,
            Self::Policy | Self::PolicyDiffers => SignalKind::Policy,
            Self::Problem => SignalKind::Problem,
            Self::Name | Self::NameDiffers | Self::SameUnit | Self::UnitDiffers => SignalKind::Name,
            Self::Number | Self::NumberDiffers => SignalKind::Number,
            Self::Agency | Self::AgencyDiffers => SignalKind::Agency,
        }
    }
}

/// The measures of one pair.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Features([f64; Feature::ALL.len()]);

impl Features {
    pub(super) fn of(&self, feature: Feature) -> f64 {
        self.0.get(feature as usize).copied().unwrap_or_default()
    }

    fn set(&mut self, feature: Feature, value: f64) {
        if let Some(place) = self.0.get_mut(feature as usize) {
            *place = value.clamp(0.0, 1.0);
        }
    }

    /// In the order of [`Feature::ALL`].
    pub(super) fn values(&self) -> &[f64] {
        &self.0
    }

    /// Log-odds that one reply settles both.
    pub(super) fn log_odds(&self, weights: &Dense) -> f64 {
        weights.prior
            + self
                .0
                .iter()
                .zip(&weights.by_feature)
                .map(|(x, w)| x * w)
                .sum::<f64>()
    }

    /// What the log-odds cannot exceed when the conflicts are added: reason not to look for them.
    pub(super) fn most(&self, weights: &Dense) -> f64 {
        self.log_odds(weights) + weights.open + ROUNDING
    }
}

/// Room for the rounding of sums of features.
const ROUNDING: f64 = 1e-9;

/// The weights in the order of [`Feature::ALL`], to add up quickly.
#[derive(Debug)]
pub(super) struct Dense {
    prior: f64,
    by_feature: Vec<f64>,
    /// What the features that [`add_conflicts`] sets can add at most.
    open: f64,
}

impl Dense {
    pub(super) fn of(weights: &Weights) -> Self {
        let open = Feature::ALL.into_iter().filter(|feature| feature.of_conflicts());
        Self {
            open: open.map(|feature| weights.of(feature).max(0.0)).sum(),
            prior: weights.prior,
            by_feature: Feature::ALL
                .into_iter()
                .map(|feature| weights.of(feature))
                .collect(),
        }
    }
}

/// What the opinions know that their words do not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Around {
    pub(super) same_unit: bool,
    /// Whether the same agency could answer; `None` where one of the two is not known.
    pub(super) same_agency: Option<bool>,
}

/// What two texts have in common: the weight of the shared traits by kind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared(Mass);

impl Shared {
    pub(super) fn of(a: &Text<'_>, b: &Text<'_>, traits: &Traits) -> Self {
        let mut mass = Mass::default();
        each_common(&a.traits, &b.traits, |id| {
            let (kind, weight) = traits.get(id);
            mass.add(kind, weight);
        });
        Self(mass)
    }

    /// The weight of the shared traits of a kind.
    pub(super) fn of_kind(&self, kind: Trait) -> f64 {
        self.0.of(kind)
    }

    /// Weight of what both have, of the lighter text's weight.
    pub(super) fn overlap(&self, a: &Text<'_>, b: &Text<'_>) -> f64 {
        share(self.0.total(), a.total.min(b.total))
    }
}

/// Visits what stands in both of two ascending lists. Steps without a branch: which list goes on cannot be guessed.
fn each_common(a: &[u32], b: &[u32], mut visit: impl FnMut(u32)) {
    let (mut at_a, mut at_b) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(at_a), b.get(at_b)) {
        if x == y {
            visit(*x);
        }
        at_a += usize::from(x <= y);
        at_b += usize::from(y <= x);
    }
}

/// What stands in both of two ascending lists.
pub(super) fn common(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut both = Vec::new();
    each_common(a, b, |id| both.push(id));
    both
}

/// Measures a pair.
pub(super) fn measure(
    a: &Text<'_>,
    b: &Text<'_>,
    shared: &Shared,
    conflicts: Conflicts,
    around: Around,
) -> Features {
    let mut features = of_words(a, b, shared);
    add_around(&mut features, around);
    add_conflicts(&mut features, conflicts);
    features
}

/// What the words and concepts of a pair tell: all features but those of [`add_around`] and [`add_conflicts`].
pub(super) fn of_words(a: &Text<'_>, b: &Text<'_>, shared: &Shared) -> Features {
    let mut features = Features::default();
    let mut set = |feature, value| features.set(feature, value);
    let both = |kind| share(shared.of_kind(kind), (a.mass.of(kind) * b.mass.of(kind)).sqrt());
    let inside = |kind| share(shared.of_kind(kind), a.mass.of(kind).min(b.mass.of(kind)));
    let apart = |kind| {
        let told = a.mass.of(kind) > 0.0 && b.mass.of(kind) > 0.0;
        f64::from(told && shared.of_kind(kind) == 0.0)
    };
    set(Feature::Words, both(Trait::Word));
    set(Feature::WordsInside, inside(Trait::Word));
    let near = a.place.cosine(&b.place);
    set(Feature::Near, near);
    set(Feature::Nearer, (near - ONE_SUBJECT) / (1.0 - ONE_SUBJECT));
    let same_issue = a.place.same_issue(&b.place);
    set(Feature::SameIssue, same_issue.sqrt());
    set(Feature::Issues, a.place.agreement(&b.place, same_issue));
    set(Feature::Ask, inside(Trait::Ask));
    set(Feature::AskOfFrame, inside(Trait::FrameAsk));
    set(Feature::AskDiffers, apart(Trait::FrameAsk));
    set(Feature::Object, both(Trait::Object));
    set(Feature::ObjectOfFrame, both(Trait::FrameObject));
    set(Feature::ObjectInside, inside(Trait::FrameObject));
    set(Feature::Beneficiary, both(Trait::Beneficiary));
    set(Feature::BeneficiaryApart, apart(Trait::FrameBeneficiary));
    set(Feature::Policy, inside(Trait::Policy));
    set(Feature::PolicyDiffers, apart(Trait::Policy));
    set(Feature::Problem, inside(Trait::Problem));
    set(Feature::Name, inside(Trait::Name));
    features
}

/// Adds what the opinions know besides their words.
pub(super) fn add_around(features: &mut Features, around: Around) {
    features.set(Feature::SameUnit, f64::from(around.same_unit));
    features.set(Feature::Agency, f64::from(around.same_agency == Some(true)));
    features.set(
        Feature::AgencyDiffers,
        f64::from(around.same_agency == Some(false)),
    );
}

/// Adds what the conflicts tell.
pub(super) fn add_conflicts(features: &mut Features, conflicts: Conflicts) {
    let near = features.of(Feature::Near);
    let mut set = |feature, value| features.set(feature, value);
    let has = |conflict| f64::from(conflicts.has(conflict));
    set(Feature::ObjectDiffers, has(Conflict::Objects));
    set(Feature::BeneficiaryDiffers, has(Conflict::Beneficiaries));
    set(Feature::NameDiffers, has(Conflict::NameOneSided));
    set(Feature::UnitDiffers, has(Conflict::Unit));
    set(Feature::Number, has(Conflict::NumberAgrees));
    let one_sided = has(Conflict::NumberOneSided) / 2.0;
    set(Feature::NumberDiffers, one_sided.max(has(Conflict::Number)));
    set(Feature::Negation, has(Conflict::Negation));
    set(Feature::LookAlike, if conflicts.forbid() { near } else { 0.0 });
}

/// How near texts on one subject lie to one another.
const ONE_SUBJECT: f64 = 0.5;

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
