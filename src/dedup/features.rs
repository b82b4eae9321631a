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
    /// Shared pairs of neighbouring words, of both texts' pairs.
    Pairs,
    /// Shared pairs of neighbouring words, of the lighter text's pairs.
    PairsInside,
    /// The rarest trait that both have.
    Rarest,
    /// The same asks.
    Ask,
    /// Both ask, and for nothing in common.
    AskDiffers,
    /// The same objects.
    Object,
    /// Both name objects, and none in common.
    ObjectDiffers,
    /// The same asks of the same objects.
    AskOfObject,
    /// The same beneficiaries.
    Beneficiary,
    /// Both name beneficiaries, and none in common.
    BeneficiaryDiffers,
    /// The same policies.
    Policy,
    /// Both name policies, and none in common.
    PolicyDiffers,
    /// The same problems.
    Problem,
    /// The same proper names.
    Name,
    /// A proper name in one text only, or other names.
    NameDiffers,
    /// Sent by the same unit.
    SameUnit,
    /// The same numbers.
    Number,
    /// Other numbers.
    NumberDiffers,
    /// The same agency could answer both.
    Agency,
    /// Another agency would answer.
    AgencyDiffers,
    /// How unlike the two are in length.
    Length,
}

impl Feature {
    pub(super) const ALL: [Self; 23] = [
        Self::Words,
        Self::WordsInside,
        Self::Pairs,
        Self::PairsInside,
        Self::Rarest,
        Self::Ask,
        Self::AskDiffers,
        Self::Object,
        Self::ObjectDiffers,
        Self::AskOfObject,
        Self::Beneficiary,
        Self::BeneficiaryDiffers,
        Self::Policy,
        Self::PolicyDiffers,
        Self::Problem,
        Self::Name,
        Self::NameDiffers,
        Self::SameUnit,
        Self::Number,
        Self::NumberDiffers,
        Self::Agency,
        Self::AgencyDiffers,
        Self::Length,
    ];

    /// Whether it speaks for the two being duplicates.
    pub(super) fn speaks_for(self) -> bool {
        !matches!(
            self,
            Self::AskDiffers
                | Self::ObjectDiffers
                | Self::BeneficiaryDiffers
                | Self::PolicyDiffers
                | Self::NameDiffers
                | Self::NumberDiffers
                | Self::AgencyDiffers
                | Self::Length
        )
    }

    /// The signal under which a person reads it.
    pub(super) fn signal(self) -> SignalKind {
        match self {
            Self::Words | Self::Rarest | Self::Length => SignalKind::SharedWords,
            Self::WordsInside => SignalKind::Containment,
            Self::Pairs | Self::PairsInside => SignalKind::Order,
            Self::Ask | Self::AskDiffers => SignalKind::Ask,
            Self::Object | Self::ObjectDiffers | Self::AskOfObject => SignalKind::Object,
            Self::Beneficiary | Self::BeneficiaryDiffers => SignalKind::Beneficiary,
            Self::Policy | Self::PolicyDiffers => SignalKind::Policy,
            Self::Problem => SignalKind::Problem,
            Self::Name | Self::NameDiffers | Self::SameUnit => SignalKind::Name,
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
}

/// The weights in the order of [`Feature::ALL`], to add up quickly.
#[derive(Debug)]
pub(super) struct Dense {
    prior: f64,
    by_feature: Vec<f64>,
}

impl Dense {
    pub(super) fn of(weights: &Weights) -> Self {
        Self {
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

/// What two texts have in common.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared {
    /// Weight of the shared traits by kind.
    pub(super) mass: Mass,
    /// Weight of the rarest, as a word.
    pub(super) rarest: f64,
}

impl Shared {
    pub(super) fn of(a: &Text<'_>, b: &Text<'_>, traits: &Traits) -> Self {
        let mut shared = Self::default();
        for id in common(&a.traits, &b.traits) {
            let weight = traits.weight(id);
            shared.rarest = shared.rarest.max(weight / traits.kind(id).worth());
            shared.mass.add(traits.kind(id), weight);
        }
        shared
    }

    /// Weight of what both have, of the lighter text's weight.
    pub(super) fn overlap(&self, a: &Text<'_>, b: &Text<'_>) -> f64 {
        share(self.mass.total(), a.total.min(b.total))
    }
}

/// What stands in both of two ascending lists.
pub(super) fn common<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut b = b.iter().copied().peekable();
    a.iter().copied().filter(move |id| {
        while b.next_if(|other| other < id).is_some() {}
        b.next_if_eq(id).is_some()
    })
}

/// Measures a pair.
pub(super) fn measure(
    a: &Text<'_>,
    b: &Text<'_>,
    shared: &Shared,
    conflicts: Conflicts,
    around: Around,
) -> Features {
    let mut features = Features::default();
    let both = |kind| share(shared.mass.of(kind), (a.mass.of(kind) * b.mass.of(kind)).sqrt());
    let inside = |kind| share(shared.mass.of(kind), a.mass.of(kind).min(b.mass.of(kind)));
    let differs = |kind| {
        let told = a.mass.of(kind) > 0.0 && b.mass.of(kind) > 0.0;
        f64::from(told && shared.mass.of(kind) == 0.0)
    };
    features.set(Feature::Words, both(Trait::Word));
    features.set(Feature::WordsInside, inside(Trait::Word));
    features.set(Feature::Pairs, both(Trait::Pair));
    features.set(Feature::PairsInside, inside(Trait::Pair));
    features.set(Feature::Rarest, shared.rarest / RAREST);
    features.set(Feature::Ask, both(Trait::Ask));
    features.set(Feature::AskDiffers, differs(Trait::Ask));
    features.set(Feature::Object, both(Trait::Object));
    features.set(Feature::ObjectDiffers, differs(Trait::Object));
    features.set(Feature::AskOfObject, both(Trait::Ask) * both(Trait::Object));
    features.set(Feature::Beneficiary, both(Trait::Beneficiary));
    features.set(Feature::BeneficiaryDiffers, differs(Trait::Beneficiary));
    features.set(Feature::Policy, both(Trait::Policy));
    features.set(Feature::PolicyDiffers, differs(Trait::Policy));
    features.set(Feature::Problem, both(Trait::Problem));
    features.set(Feature::Name, inside(Trait::Name));
    let named = f64::from(conflicts.has(Conflict::NameOneSided)) / 2.0;
    features.set(
        Feature::NameDiffers,
        named.max(f64::from(conflicts.has(Conflict::Name))),
    );
    features.set(Feature::SameUnit, f64::from(around.same_unit));
    features.set(Feature::Number, f64::from(conflicts.has(Conflict::NumberAgrees)));
    let counted = f64::from(conflicts.has(Conflict::NumberOneSided)) / 2.0;
    features.set(
        Feature::NumberDiffers,
        counted.max(f64::from(conflicts.has(Conflict::Number))),
    );
    features.set(Feature::Agency, f64::from(around.same_agency == Some(true)));
    features.set(
        Feature::AgencyDiffers,
        f64::from(around.same_agency == Some(false)),
    );
    let (a, b) = (a.mass.of(Trait::Word), b.mass.of(Trait::Word));
    features.set(Feature::Length, 1.0 - share(a.min(b), a.max(b)));
    features
}

/// Weight of a trait that counts as very rare: one text in some thousand.
const RAREST: f64 = 8.0;

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
