"""Every kind of authority in every style: with what it needs alone, and with all that it may have."""

from __future__ import annotations

import re

from tests.each import each

from probata.citation import Authority, load_words
from probata.citation.authority import cited_forms
from probata.citation.legal_writer import LegalWriter
from probata.citation.style_file import first_fault, load_legal_style, merged, style_names
from probata.document.inlines import NoteRef, Pinpoint, Text
from probata.document.walk import plain_text

DATES = {"date", "adopted", "opened", "in_force"}
PUBLISHED = {"series": "UNTS", "series_year": "1999", "volume": "7", "page": "171"}
DOUBLED = re.compile(r"[,;:]\s*[,;:.]|  |\(\s*\)|\[\s*\]|\s[,;.)\]]|‘’|[([]\s|\.\.")
EVERY = [(style, kind) for style in style_names() for kind in cited_forms()]


def authority(kind: str, *, whole: bool) -> Authority:
    form = cited_forms()[kind]
    known = form.fields if whole else {*form.needs, *(form.needs_one_of[0] if form.needs_one_of else ())}
    texts = {key: f"X{key.replace('_', '')}" for key in known - DATES - {"published_in"}}
    texts |= PUBLISHED if "published_in" in known else {}
    return Authority(
        kind,
        {key: (Text(text),) for key, text in texts.items()},
        {key: (1999, 5, number) for number, key in enumerate(sorted(known & DATES), start=1)},
    )


@each("place", [None, Pinpoint("paragraph", "3"), Pinpoint("page", "4-6"), Pinpoint("article", "5")])
@each("whole", [False, True])
@each(("style", "kind"), EVERY)
def test_an_authority_is_written_without_empty_or_doubled_marks(
    style: str, kind: str, whole: bool, place: Pinpoint | None
) -> None:
    writer = LegalWriter(load_legal_style(style), load_words("en"))
    found = authority(kind, whole=whole)
    written = [
        writer.full(found, place),
        writer.full(found, place, is_named=True),
        writer.later(found, NoteRef("n", 4), place),
        writer.ibid(found, place, starts=True),
    ]
    assert plain_text(written[0]).strip()
    assert plain_text(written[1]).strip()
    for text in map(plain_text, written):
        assert not DOUBLED.search(text), text
        assert text == text.strip()
        assert not text.startswith((",", ";", "."))
        assert not text.endswith((",", ";"))


@each("style", style_names())
def test_a_style_names_only_fields_that_its_forms_know(style: str) -> None:
    assert not first_fault(merged(style))
