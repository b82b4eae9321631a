use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::model::{OpinionId, Verdict, Veto};

/// Everything that an [`Input`] borrows.
#[derive(Default)]
struct Folder {
    opinions: Vec<Opinion>,
    readings: Vec<Reading>,
    agency: Vec<Option<AgencyId>>,
    decisions: Vec<Decision>,
    codes: BTreeMap<ContentKey, GroupCode>,
}

/// Read once: it takes longer than a search.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

impl Folder {
    fn of(rows: &[(&str, &str)]) -> Self {
        let mut folder = Self::default();
        for (at, (unit, text)) in (1_u32..).zip(rows) {
            folder.opinions.push(Opinion::worded(OpinionId(at), unit, text));
            folder.readings.push(LEXICON.read(text));
            folder.agency.push(None);
        }
        folder
    }

    fn decide(mut self, a: usize, b: usize, verdict: Verdict) -> Self {
        let (a, b) = (self.key(a), self.key(b));
        self.decisions.push(Decision { a, b, verdict });
        self
    }

    fn key(&self, row: usize) -> ContentKey {
        self.opinions[row].content_key()
    }

    fn find(&self) -> Duplicates {
        find(&self.input())
    }

    fn input(&self) -> Input<'_> {
        Input {
            opinions: &self.opinions,
            readings: &self.readings,
            lexicon: &LEXICON,
            agency: &self.agency,
            decisions: &self.decisions,
            codes: &self.codes,
            questions: 200,
        }
    }
}

/// The groups as sets of (unit, text), to compare runs whose opinions have other numbers.
fn contents(folder: &Folder, found: &Duplicates) -> BTreeSet<BTreeSet<(String, String)>> {
    let row = |id: OpinionId| &folder.opinions[id.0 as usize - 1];
    found
        .groups
        .iter()
        .map(|group| {
            let members = group.members.iter().map(|member| row(member.opinion));
            members
                .map(|opinion| (opinion.unit.name.clone(), opinion.text.clone()))
                .collect()
        })
        .collect()
}

const RAISE: &str = "Đề nghị tỉnh tăng lương cho giáo viên mầm non vùng cao";
const CLOSE: &str = "Mong cấp trên tổ chức thêm hội chợ việc làm cho thanh niên";

#[test]
fn the_same_words_are_one_group_whatever_the_courtesy() {
    let folder = Folder::of(&[
        ("xã A", RAISE),
        (
            "xã B",
            "Kính đề nghị tỉnh tăng lương cho giáo viên mầm non vùng cao. Xin trân trọng cảm ơn!",
        ),
        ("xã C", CLOSE),
    ]);
    let found = folder.find();
    assert_eq!(found.groups.len(), 2);
    let evidence = found.groups[0].members[1].evidence.as_ref().unwrap();
    assert_eq!(evidence.signals[0].kind, crate::model::SignalKind::SameWords);
}

#[test]
fn the_clerk_binds() {
    let rows = [("xã A", RAISE), ("xã B", RAISE), ("xã C", CLOSE)];
    let parted = Folder::of(&rows).decide(0, 1, Verdict::Different).find();
    assert_eq!(parted.groups.len(), 3);
    assert!(parted.review.is_empty(), "what was answered is not asked again");
    let joined = Folder::of(&rows).decide(1, 2, Verdict::Same).find();
    assert_eq!(joined.groups.len(), 1);
}

#[test]
fn contradicting_decisions_are_reported_and_merge_nothing() {
    let found = Folder::of(&[("xã A", RAISE), ("xã B", "Sửa trạm bơm"), ("xã C", CLOSE)])
        .decide(0, 1, Verdict::Same)
        .decide(1, 2, Verdict::Same)
        .decide(0, 2, Verdict::Different)
        .find();
    assert_eq!(found.findings.len(), 1);
    let with = |id: u32| {
        found
            .groups
            .iter()
            .position(|g| g.members.iter().any(|m| m.opinion == OpinionId(id)))
    };
    assert_ne!(with(1), with(3));
}

#[test]
fn codes_never_move() {
    let mut folder = Folder::of(&[("xã A", CLOSE), ("xã B", RAISE), ("xã C", "Sửa trạm bơm")]);
    let (second, gone) = (folder.key(1), ContentKey::of("xã Z", "đã rút"));
    folder.codes = BTreeMap::from([(second, GroupCode(4)), (gone, GroupCode(9))]);
    let codes: BTreeMap<OpinionId, GroupCode> = folder
        .find()
        .groups
        .iter()
        .map(|group| (group.head, group.code))
        .collect();
    assert_eq!(codes[&OpinionId(2)], GroupCode(4));
    assert_eq!(codes[&OpinionId(1)], GroupCode(10));
    assert_eq!(codes[&OpinionId(3)], GroupCode(11));
}

#[test]
fn odd_texts_are_grouped_too() {
    let long = "rất dài ".repeat(4000);
    let folder = Folder::of(&[
        ("xã A", ""),
        ("xã A", "..."),
        ("xã B", "x"),
        ("xã B", &long),
        ("xã C", "TANG LUONG CHO GIAO VIEN"),
        ("xã C", "🙂"),
    ]);
    let members: usize = folder.find().groups.iter().map(|group| group.members.len()).sum();
    assert_eq!(members, 6);
}

#[test]
fn ten_thousand_equal_rows_are_one_group() {
    let rows = vec![("xã A", RAISE); 10_000];
    assert_eq!(Folder::of(&rows).find().groups.len(), 1);
}

/// What keeps two opinions of one unit apart.
fn vetoes(a: &str, b: &str) -> Vec<&'static str> {
    vetoes_between(("xã A", a), ("xã A", b))
}

/// What keeps two opinions, each with its unit, apart.
fn vetoes_between(a: (&str, &str), b: (&str, &str)) -> Vec<&'static str> {
    let folder = Folder::of(&[a, b]);
    let input = folder.input();
    let search = Search::new(&input, Model::built_in());
    let found = search.evidence(0, 1).unwrap().vetoes;
    let kind = |veto: &Veto| match veto {
        Veto::Object { .. } => "object",
        Veto::Tone { .. } => "tone",
        Veto::Number { .. } => "number",
        Veto::Ask { .. } => "ask",
        Veto::Negation { .. } => "negation",
        Veto::Beneficiary { .. } => "beneficiary",
        Veto::Asks { .. } => "asks",
        Veto::Clerk => "clerk",
    };
    found.iter().map(kind).collect()
}

#[test]
fn what_a_person_would_weigh_forbids_merging_and_the_rest_does_not() {
    for (a, b, expected) in [
        (
            "Đề nghị sửa đường vào xóm Đồng Tâm",
            "Đề nghị sửa đường vào xóm Nà Cà",
            &["object"][..],
        ),
        (
            "Đề nghị sửa đường vào xóm Đông",
            "Đề nghị sửa đường vào xóm Đồng",
            &["tone"],
        ),
        (
            "Đề nghị sửa đường vào xóm Đồng Tâm",
            "de nghi sua duong vao xom dong tam",
            &[],
        ),
        (
            "Đề nghị kè bờ sông Cầu qua xóm Huống Trung",
            "Sạt lở ở Huống Trung, bao giờ làm kè sông Cầu?",
            &[],
        ),
        (
            "Đề nghị hỗ trợ tiêu thụ chè cho dân",
            "Đề nghị hỗ trợ tiêu thụ mật ong cho dân",
            &["object"],
        ),
        (
            "Đề nghị tăng phụ cấp trưởng thôn lên 2 lần",
            "Đề nghị tăng phụ cấp trưởng thôn lên 3 lần",
            &["number"],
        ),
        (
            "Đề nghị công bố bảng giá đất năm 2026",
            "Đề nghị công bố bảng giá đất năm 2027",
            &["number"],
        ),
        (
            "Đề nghị công bố bảng giá đất năm 2026",
            "Đề nghị công bố bảng giá đất từ 01/01/2026",
            &[],
        ),
        (
            "Đề nghị công bố bảng giá đất năm 2026",
            "Đề nghị công bố bảng giá đất",
            &[],
        ),
        (
            "Đề nghị công bố bảng giá đất năm 2026",
            "Đề nghị công bố bảng giá đất trong tháng 10",
            &[],
        ),
        (
            "Đề nghị tăng phụ cấp cho trưởng thôn",
            "Đề nghị tăng phụ cấp cho phó trưởng thôn",
            &["beneficiary"],
        ),
        (
            "Đề nghị tăng phụ cấp cho trưởng thôn",
            "Đề nghị tăng phụ cấp",
            &[],
        ),
        (
            "Đề nghị di dời các hộ ở thôn Phiêng Phàng, vết nứt rộng 40 cm",
            "Đề nghị di dời các hộ ở thôn Phiêng Phàng",
            &[],
        ),
        (
            "Đề nghị biệt phái công chức công nghệ thông tin về xã",
            "Đề nghị tuyển thêm công chức công nghệ thông tin cho xã",
            &["object"],
        ),
        (
            "Đề nghị kéo điện cho xóm Nà Cà, học sinh khổ",
            "Đề nghị kéo điện cho xóm Nà Cà",
            &[],
        ),
        (
            "Đề nghị sửa cầu treo",
            "Đề nghị sửa cầu treo, đồng thời bổ sung biên chế cho xã",
            &["asks"],
        ),
        (
            "Đề nghị lập quy hoạch chung xã",
            "Đề nghị lập quy hoạch chung xã, tỉnh hỗ trợ kinh phí",
            &[],
        ),
        (
            "Đề nghị tiếp tục hỗ trợ xi măng",
            "Đề nghị chuyển sang hỗ trợ bằng tiền thay xi măng",
            &["ask"],
        ),
    ] {
        assert_eq!(vetoes(a, b), expected, "{a} / {b}");
    }
}

#[test]
fn which_commune_it_is_matters_for_works_and_not_for_rules() {
    for (text, expected) in [
        ("Đề nghị sửa nhà văn hóa thôn", &["object"][..]),
        ("Đề nghị hướng dẫn quản lý nhà văn hóa thôn", &[]),
        ("Đề nghị bố trí bác sĩ cho các trạm y tế vùng cao", &[]),
    ] {
        let again = format!("{text} sớm");
        assert_eq!(
            vetoes_between(("xã A", text), ("xã B", &again)),
            expected,
            "{text}"
        );
    }
}

fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "tăng",
        "giảm",
        "phụ",
        "cấp",
        "đường",
        "thôn",
        "điện",
        "nước",
        "không",
        "lương",
        "trường",
        "3",
        "5",
    ]);
    prop::collection::vec(word, 1..9).prop_map(|words| words.join(" "))
}

fn rows() -> impl Strategy<Value = Vec<(String, String)>> {
    let unit = prop::sample::select(vec!["xã A", "xã B", "xã C"]).prop_map(str::to_owned);
    prop::collection::vec((unit, text()), 1..24)
}

fn folder(rows: &[(String, String)]) -> Folder {
    let rows: Vec<(&str, &str)> = rows
        .iter()
        .map(|(unit, text)| (unit.as_str(), text.as_str()))
        .collect();
    Folder::of(&rows)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The oracle: every pair whose overlap reaches the share or that may raise one issue, found by looking at all pairs,
    /// is found by the index, but for those that name other things: of them only the most alike are looked at.
    #[test]
    fn the_index_misses_no_pair(rows in rows(), share in 0.05_f64..0.95) {
        let folder = folder(&rows);
        let model = Model::built_in();
        let (texts, traits) = texts::gather(&folder.readings, &LEXICON, &model.background, &model.space);
        let names: Vec<BTreeSet<&str>> = texts.iter().map(|text| text.meaning.names().collect()).collect();
        let letters = conflict::Letters::of(&texts);
        let mut all = BTreeSet::new();
        for (a, ta) in (0_u32..).zip(&texts) {
            for (b, tb) in (0_u32..).zip(&texts).skip(a as usize + 1) {
                prop_assert_eq!(letters.other_things(a, b, &texts), conflict::other_things(ta, tb));
                let (x, y) = (&names[a as usize], &names[b as usize]);
                let other_things = !x.is_empty() && !y.is_empty() && x.is_disjoint(y);
                let one_issue = !other_things && ta.place.may_share_issue(&tb.place, settings::ASK_ISSUE);
                let alike = || Shared::of(ta, tb, &traits).overlap(ta, tb) >= share;
                if !conflict::other_things(ta, tb) && (one_issue || alike()) {
                    all.insert((a, b));
                }
            }
        }
        let met: BTreeSet<(u32, u32)> =
            index::for_each_pair(&texts, &traits, share, |a, others| others.iter().map(|b| (a, *b)).collect::<Vec<_>>())
                .into_iter()
                .flatten()
                .collect();
        prop_assert!(all.is_subset(&met));
    }

    /// Pairs are left out by what their words tell only where the conflicts could not lift them.
    #[test]
    fn no_conflict_lifts_a_pair_above_its_bound(rows in rows()) {
        let folder = folder(&rows);
        let model = Model::built_in();
        let weights = Dense::of(&model.weights);
        let (texts, traits) = texts::gather(&folder.readings, &LEXICON, &model.background, &model.space);
        for (a, b) in texts.iter().flat_map(|a| texts.iter().map(move |b| (a, b))) {
            let (shared, around) = (Shared::of(a, b, &traits), Around::default());
            let mut features = features::of_words(a, b, &shared);
            features::add_around(&mut features, around);
            let most = features.most(&weights);
            let conflicts = conflict::between(a, b, around, &LEXICON);
            features::add_conflicts(&mut features, conflicts);
            prop_assert!(features.log_odds(&weights) <= most);
        }
    }

    #[test]
    fn every_opinion_is_in_one_group_and_every_code_is_used_once(rows in rows()) {
        let found = folder(&rows).find();
        let mut ids: Vec<u32> =
            found.groups.iter().flat_map(|group| &group.members).map(|member| member.opinion.0).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, (1..=rows.len() as u32).collect::<Vec<_>>());
        prop_assert!(found.groups.is_sorted_by(|a, b| a.code < b.code));
        prop_assert!(found.groups.iter().all(|group| group.members[0].opinion == group.head));
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter(rows in rows()) {
        let (forward, mut turned) = (folder(&rows), rows.clone());
        turned.reverse();
        let backward = folder(&turned);
        prop_assert_eq!(contents(&forward, &forward.find()), contents(&backward, &backward.find()));
    }

    #[test]
    fn signals_add_up_and_merges_carry_no_veto(rows in rows()) {
        for member in folder(&rows).find().groups.into_iter().flat_map(|group| group.members) {
            let Some(evidence) = member.evidence else { continue };
            let sum: f64 = evidence.signals.iter().map(|signal| signal.weight).sum();
            prop_assert!((probability(sum) - evidence.score).abs() < 1e-9);
            prop_assert!(evidence.vetoes.is_empty());
        }
    }
}
