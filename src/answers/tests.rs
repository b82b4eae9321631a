//! Rules of standing, by small cases.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::*;
use crate::model::{AnswerState, Doubt, Judged, Reply, ReturnedRow, Standing};

const ROAD: &str = "Đề nghị tỉnh sửa chữa tuyến đường liên xã đã xuống cấp nghiêm trọng";
const SCHOOL: &str = "Xem xét bổ sung giáo viên mầm non cho trường của xã";

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 12, day).unwrap()
}

fn id(agency: &str) -> AgencyId {
    AgencyId(agency.to_owned())
}

fn questions() -> Vec<Question> {
    let question = |(code, wording): (u32, &str)| Question {
        code: GroupCode(code),
        wordings: vec![wording.to_owned()],
        agency: Some(id("so-xay-dung")),
    };
    [(1, ROAD), (2, SCHOOL)].map(question).into()
}

fn given_by(agency: &str, code: u32, text: &str, state: Option<AnswerState>) -> Given {
    Given {
        code: GroupCode(code),
        agency: Some(id(agency)),
        leads: true,
        reply: Reply {
            text: text.to_owned(),
            state,
            ..Reply::default()
        },
        asked: String::new(),
        doubts: Vec::new(),
        file: "a.xlsx".to_owned(),
        sheet: "Trả lời".to_owned(),
        cell: "I9".to_owned(),
    }
}

/// How the two opinions stand with these answers, of which those at hand are named by their place.
fn stand_with(
    answers: &[Given],
    at_hand: &[usize],
    choices: &BTreeMap<GroupCode, AnswerKey>,
) -> Vec<Answered> {
    let plan = Plan::built_in("thai-nguyen-2025").unwrap();
    let answers: Vec<(NaiveDate, Given)> = answers.iter().map(|given| (day(10), given.clone())).collect();
    let at_hand: BTreeSet<AnswerKey> = at_hand.iter().map(|place| answers[*place].1.key()).collect();
    stand(&Judge {
        plan: &plan,
        questions: &questions(),
        answers: &answers,
        at_hand: &at_hand,
        choices,
        deadline: Some(day(11)),
        today: day(12),
    })
}

const FULL: &str = "Sở đã bố trí kinh phí sửa chữa tuyến đường này trong năm 2026.";
const OTHER: &str = "Tuyến đường này đã được sửa chữa xong trong tháng 11 năm 2025.";

#[test]
fn a_new_version_at_hand_replaces_the_one_that_is_gone_and_two_at_hand_are_asked_about() {
    let answers = [
        given_by("so-xay-dung", 1, FULL, Some(AnswerState::Planned)),
        given_by("so-xay-dung", 1, OTHER, Some(AnswerState::Settled)),
    ];
    for (at_hand, standing, past) in [
        (&[0, 1][..], Standing::Choose, 0),
        (&[], Standing::Choose, 0),
        (&[1], Standing::Answered, 1),
    ] {
        let one = &stand_with(&answers, at_hand, &BTreeMap::new())[0];
        assert_eq!((one.standing, one.past.len()), (standing, past), "{at_hand:?}");
    }
    let one = &stand_with(&answers, &[1], &BTreeMap::new())[0];
    assert_eq!(one.reply.as_ref().unwrap().given.reply.text, OTHER);
}

#[test]
fn the_same_answer_with_more_filled_in_is_one_answer() {
    let mut fuller = given_by("so-xay-dung", 1, FULL, Some(AnswerState::Planned));
    fuller.reply.document = "123/SXD".to_owned();
    let answers = [
        given_by("so-xay-dung", 1, FULL, Some(AnswerState::Planned)),
        fuller,
    ];
    for answers in [answers.clone(), [answers[1].clone(), answers[0].clone()]] {
        let one = &stand_with(&answers, &[0, 1], &BTreeMap::new())[0];
        assert_eq!(one.standing, Standing::Answered);
        assert_eq!(one.reply.as_ref().unwrap().given.reply.document, "123/SXD");
    }
}

#[test]
fn of_what_a_coordinating_agency_says_the_last_word_stands_and_the_others_are_past() {
    let said = |agency: &str, text: &str, document: &str| {
        let mut given = given_by(agency, 1, text, None);
        given.leads = false;
        given.reply.document = document.to_owned();
        given
    };
    let answers = [
        said("so-tai-chinh", FULL, ""),
        said("so-tai-chinh", FULL, "12/STC"),
        said("so-noi-vu", FULL, ""),
        said("so-tai-chinh", OTHER, ""),
    ];
    let one = &stand_with(&answers, &[], &BTreeMap::new())[0];
    let names = |judged: &[Judged]| -> Vec<Given> { judged.iter().map(|one| one.given.clone()).collect() };
    assert_eq!(names(&one.contributions), answers[2..]);
    assert_eq!(names(&one.past), answers[..2]);
    assert_eq!(one.standing, Standing::Overdue, "a contribution is no answer");
}

#[test]
fn the_agency_that_must_answer_now_goes_before_those_that_were_asked_before() {
    let answers = [
        given_by(
            "so-tai-chinh",
            1,
            "Đề nghị chuyển Sở Xây dựng",
            Some(AnswerState::PassedOn),
        ),
        given_by("so-xay-dung", 1, FULL, Some(AnswerState::Planned)),
    ];
    let one = &stand_with(&answers[..1], &[0], &BTreeMap::new())[0];
    assert_eq!(
        (one.standing, one.past.len()),
        (Standing::Overdue, 1),
        "its own answer is still to come"
    );
    let one = &stand_with(&answers, &[0, 1], &BTreeMap::new())[0];
    assert_eq!((one.standing, one.past.len()), (Standing::Answered, 1));
}

#[test]
fn not_competent_is_an_answer_unless_it_names_who_is() {
    for (text, standing, to) in [
        (
            "Nội dung này thuộc quy định của luật, không thuộc thẩm quyền của tỉnh.",
            Standing::Answered,
            None,
        ),
        (
            "Không thuộc thẩm quyền; đề nghị Sở Tài chính trả lời.",
            Standing::PassedOn,
            Some(id("so-tai-chinh")),
        ),
    ] {
        let answers = [given_by("so-xay-dung", 1, text, Some(AnswerState::NotCompetent))];
        let one = &stand_with(&answers, &[0], &BTreeMap::new())[0];
        assert_eq!((one.standing, one.passed_to.clone()), (standing, to), "{text}");
    }
}

#[test]
fn the_clerk_moves_an_answer_to_the_opinion_that_it_belongs_to() {
    let mut astray = given_by("so-xay-dung", 1, FULL, Some(AnswerState::Planned));
    astray.doubts = vec![Doubt::OtherCode { of: GroupCode(2) }];
    let held = stand_with(std::slice::from_ref(&astray), &[0], &BTreeMap::new());
    assert_eq!((held[0].standing, held[0].open.len()), (Standing::Verify, 1));
    let moved = BTreeMap::from([(GroupCode(2), astray.key())]);
    let after = stand_with(std::slice::from_ref(&astray), &[0], &moved);
    assert_eq!(
        (after[0].standing, after[1].standing),
        (Standing::Overdue, Standing::Answered)
    );
    assert!(after[1].reply.as_ref().unwrap().chosen);
}

#[test]
fn the_same_words_under_unlike_opinions_are_doubtful_and_passing_on_is_not() {
    let doubts = |state| {
        let answers = [1, 2].map(|code| given_by("so-xay-dung", code, FULL, Some(state)));
        let stood = stand_with(&answers, &[0, 1], &BTreeMap::new());
        stood[1].reply.as_ref().map(|reply| reply.doubts.clone())
    };
    assert_eq!(
        doubts(AnswerState::Planned),
        Some(vec![Doubt::SameText { of: GroupCode(1) }])
    );
    assert_eq!(doubts(AnswerState::PassedOn), Some(Vec::new()));
}

#[test]
fn an_answer_after_the_last_day_is_late_and_a_state_alone_is_no_answer() {
    let plan = Plan::built_in("thai-nguyen-2025").unwrap();
    let answers = [
        (
            day(12),
            given_by("so-xay-dung", 1, FULL, Some(AnswerState::Planned)),
        ),
        (
            day(11),
            given_by("so-xay-dung", 2, "", Some(AnswerState::Settled)),
        ),
    ];
    let stood = stand(&Judge {
        plan: &plan,
        questions: &questions(),
        answers: &answers,
        at_hand: &BTreeSet::new(),
        choices: &BTreeMap::new(),
        deadline: Some(day(11)),
        today: day(12),
    });
    assert!(stood[0].reply.as_ref().unwrap().late);
    assert_eq!(stood[1].standing, Standing::Verify);
    assert_eq!(stood[1].open[0].doubts, [Doubt::Empty]);
}

#[test]
fn an_answer_follows_its_opinion_into_another_group_and_is_named_when_it_is_gone() {
    let mut joined = given_by("so-xay-dung", 7, FULL, Some(AnswerState::Planned));
    joined.asked = SCHOOL.to_owned();
    let gone = given_by("so-xay-dung", 8, OTHER, Some(AnswerState::Planned));
    let stood = stand_with(&[joined.clone(), gone.clone()], &[], &BTreeMap::new());
    assert_eq!(
        (stood[0].standing, stood[1].standing),
        (Standing::Overdue, Standing::Answered)
    );
    assert_eq!(stood[1].reply.as_ref().unwrap().doubts, [Doubt::ByWording]);
    let plan = Plan::built_in("thai-nguyen-2025").unwrap();
    let answers = [(day(9), joined), (day(9), gone)];
    let astray = astray(&Judge {
        plan: &plan,
        questions: &questions(),
        answers: &answers,
        at_hand: &BTreeSet::new(),
        choices: &BTreeMap::new(),
        deadline: None,
        today: day(12),
    });
    assert_eq!(astray, [answers[1].1.clone()]);
}

#[test]
fn an_answer_whose_letters_are_lost_is_held_back() {
    let lost = "S? \u{fffd}\u{fffd} b? tr\u{fffd} kinh ph\u{fffd} s?a ch?a tuy\u{fffd}n \u{fffd}\u{fffd}ng trong n\u{fffd}m 2026";
    let answers = [given_by("so-xay-dung", 1, lost, Some(AnswerState::Planned))];
    let one = &stand_with(&answers, &[0], &BTreeMap::new())[0];
    assert_eq!(
        (one.standing, &one.open[0].doubts),
        (Standing::Verify, &vec![Doubt::Damaged])
    );
}

/// Code, agency, doubts.
type Told = (u32, String, Vec<Doubt>);

/// What a file with these rows answers: code, agency, doubts; and the kinds of its findings.
fn matched(agency: Option<&str>, rows: &[(&[u32], &str)]) -> (Vec<Told>, Vec<&'static str>) {
    let row = |(codes, wording): &(&[u32], &str)| ReturnedRow {
        codes: codes.iter().map(|code| GroupCode(*code)).collect(),
        wording: (*wording).to_owned(),
        reply: given_by("x", 1, FULL, None).reply,
        leads: true,
        ..ReturnedRow::default()
    };
    let file = ReturnedFile {
        agency: agency.map(id),
        rows: rows.iter().map(row).collect(),
        ..ReturnedFile::default()
    };
    let sent: SentTo = [1, 2]
        .map(|code| ((GroupCode(code), id("so-xay-dung"), true), String::new()))
        .into();
    let (answers, findings) = given(&[file], &questions(), &sent);
    let told = answers
        .into_iter()
        .map(|one| (one.code.0, one.agency.unwrap().0, one.doubts));
    (told.collect(), findings.iter().map(Finding::code).collect())
}

#[test]
fn a_row_is_matched_by_its_code_and_checked_by_its_wording() {
    let sxd = || "so-xay-dung".to_owned();
    let near = "Đề nghị tỉnh sửa chữa tuyến đường liên xã đã xuống cấp nghiêm trọng, nhiều ổ gà";
    for (row, expected) in [
        ((&[1][..], ROAD), (1, vec![])),
        (
            (
                &[1],
                "đề nghị tỉnh  sửa chữa tuyến đường liên xã đã xuống cấp nghiêm trọng.",
            ),
            (1, vec![]),
        ),
        ((&[1], ""), (1, vec![])),
        ((&[1], near), (1, vec![Doubt::Altered])),
        ((&[1], SCHOOL), (1, vec![Doubt::OtherCode { of: GroupCode(2) }])),
        (
            (&[1], "Giá điện sinh hoạt tăng cao"),
            (1, vec![Doubt::OtherWording]),
        ),
        ((&[], SCHOOL), (2, vec![Doubt::ByWording])),
        ((&[77], SCHOOL), (2, vec![Doubt::ByWording])),
    ] {
        let (told, findings) = matched(None, &[row]);
        assert_eq!(
            (told, findings),
            (vec![(expected.0, sxd(), expected.1)], vec![]),
            "{row:?}"
        );
    }
}

#[test]
fn what_cannot_be_matched_is_named_and_an_agency_that_was_not_asked_too() {
    for (row, code) in [
        ((&[77][..], "gì đó"), "unknown-code"),
        ((&[], "gì đó"), "unknown-answer-row"),
    ] {
        assert_eq!(matched(None, &[row]), (vec![], vec![code]));
    }
    let (told, _) = matched(Some("so-y-te"), &[(&[1], ROAD)]);
    assert_eq!(told, [(1, "so-y-te".to_owned(), vec![Doubt::NotAsked])]);
}
