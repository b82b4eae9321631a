//! To whom an agency passes an opinion on: the body of the plan that its answer names.

use std::collections::BTreeSet;

use crate::model::AgencyId;
use crate::plan::Plan;
use crate::text::folded_key;

/// The one agency, other than `from`, that a text names by its name or an alias; `None` when it names none or several.
pub fn passed_to(plan: &Plan, from: Option<&AgencyId>, text: &str) -> Option<AgencyId> {
    let mut text = padded(text);
    let mut names: Vec<(String, &AgencyId)> = plan
        .agencies
        .iter()
        .flat_map(|agency| {
            let names = std::iter::once(&agency.name)
                .chain(&agency.short)
                .chain(&agency.aliases);
            names.map(|name| (padded(name), &agency.id))
        })
        .collect();
    // The longest first: "Ban Quản lý khu công nghiệp tỉnh" is not "tỉnh".
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut named = BTreeSet::new();
    for (name, id) in names.iter().filter(|(name, _)| name.len() > 3) {
        if text.contains(name.as_str()) {
            named.insert(*id);
            text = text.replace(name.as_str(), " ; ");
        }
    }
    let mut others = named.into_iter().filter(|id| Some(*id) != from);
    let only = others.next()?;
    others.next().is_none().then(|| only.clone())
}

fn padded(text: &str) -> String {
    format!(" {} ", folded_key(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agency_that_is_named_is_found() {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let from = AgencyId("so-xay-dung".to_owned());
        let to = |text: &str| passed_to(&plan, Some(&from), text).map(|id| id.0);
        let nn = Some("so-nnmt".to_owned());
        for (text, expected) in [
            (
                "Đề nghị chuyển Sở Nông nghiệp và Môi trường trả lời theo thẩm quyền.",
                nn.clone(),
            ),
            (
                "Không thuộc thẩm quyền Sở Xây dựng; thuộc sở nông nghiệp và môi trường",
                nn,
            ),
            ("Chuyển cơ quan khác", None),
            ("Chuyển Sở Tài chính hoặc Sở Y tế", None),
        ] {
            assert_eq!(to(text), expected, "{text}");
        }
    }
}
