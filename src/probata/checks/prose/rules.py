"""The rules on prose as rows: code, name and level, which findings are its own, and what it looks at.

The page of a rule stands in `rules.md` below its name.
"""

from __future__ import annotations

from probata.checks.engine.check import TEXTS, Check, compared_texts, printed_texts, texts_in_all_languages
from probata.checks.prose import cited, counted, dated, named, offices, sourced, tabled, translated
from probata.diagnostics import Severity

_LINES = "texts and lines"

RULES: tuple[Check, ...] = (
    Check(
        "DRA105", "name-spelled-two-ways", Severity.WARNING, TEXTS, named.of_spellings,
        looks_at=named.texts_and_misnomers,
    ),
    Check(
        "DRA133", "translation-mismatch", Severity.WARNING, "records with translations",
        translated.of_translations, looks_at=translated.translated_records,
    ),
    Check("DRA106", "body-named-two-ways", Severity.WARNING, TEXTS, named.of_abbreviations),
    Check("DRA112", "person-not-recorded", Severity.WARNING, TEXTS, named.of_strangers, looks_at=compared_texts),
    Check(
        "EVI122", "particulars-without-source", Severity.WARNING, "allegations and sections", sourced.of_facts,
        looks_at=sourced.texts_of_fact,
    ),
    Check(
        "FIG121", "number-not-in-table", Severity.WARNING, TEXTS, counted.of_numbers,
        looks_at=texts_in_all_languages,
    ),
    Check(
        "FIG128", "share-word-against-table", Severity.WARNING, TEXTS, tabled.of_shares,
        looks_at=texts_in_all_languages,
    ),
    Check(
        "FIG129", "rank-word-against-table", Severity.WARNING, TEXTS, tabled.of_ranks,
        looks_at=texts_in_all_languages,
    ),
    Check(
        "FIG130", "trend-word-against-table", Severity.WARNING, TEXTS, tabled.of_trends,
        looks_at=texts_in_all_languages,
    ),
    Check(
        "STR134", "birth-date-mismatch", Severity.WARNING, "people and texts", dated.of_births,
        looks_at=dated.people_and_texts,
    ),
    Check(
        "TIM174", "event-date-mismatch", Severity.WARNING, _LINES, dated.of_records,
        looks_at=compared_texts,
    ),
    Check(
        "TIM121", "tenure-mismatch", Severity.WARNING, _LINES, dated.of_posts,
        looks_at=compared_texts,
    ),
    Check(
        "TIM192", "title-date-mismatch", Severity.INFO, "sources titled with a day", dated.of_sources,
        looks_at=dated.sources_with_days,
    ),
    Check(
        "TIM193", "impossible-date", Severity.WARNING, _LINES, dated.of_no_calendar,
        looks_at=compared_texts,
    ),
    Check(
        "DRA191", "account-mismatch", Severity.WARNING, "texts and statements", cited.of_accounts,
        looks_at=compared_texts,
    ),
    Check(
        "DRA192", "stronger-than-source", Severity.WARNING, "texts and statements", cited.of_strength,
        looks_at=compared_texts,
    ),
    Check(
        "STR191", "office-mismatch", Severity.WARNING, "texts and statements", offices.of_offices,
        looks_at=compared_texts,
    ),
    Check(
        "DRA193", "source-older-than-text", Severity.WARNING, TEXTS, cited.of_older_works, looks_at=printed_texts,
    ),
)  # fmt: skip
