//! Texts that ask for nothing: "Không có ý kiến", "Nhất trí", a dash. "Nhất trí, tuy nhiên đề nghị ..." is an opinion.
