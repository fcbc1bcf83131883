"""Documents of the United Nations that a case records as sources, as the citation stage takes them: authorities."""

from __future__ import annotations

import re

from probata.citation import Authority
from probata.compose.cited_authority import dates_of, literal
from probata.compose.cited_law import in_its_language
from probata.document.inlines import Inlines
from probata.model.source_record import Author, Source

UN_DOCUMENT = "un_document"
"""The form by which they are cited."""

_SYMBOL = re.compile(
    r"(?:A/(?:\d{1,3}/|HRC/|RES/|CONF\.|AC\.|C\.\d|ES-|INF/|BUR/|CN\.)|S/(?:\d{4,5}/|RES/|PRST/|PV\.|AC\.|INF/)"
    r"|E/(?:\d{4}/|CN\.|C\.\d|RES/|ESCWA/|ECE/)|ST/[A-Z]|HRI/|(?:CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD)/(?:C|OP|SP)/)"
    r"[A-Za-z0-9./() -]*\d|(?:A/\d{1,4}|S/\d{1,5})$"
)
_TYPES = frozenset({"report", "document", "webpage", "book", "manuscript"})


def is_un_document(source: Source) -> bool:
    """Tell a document that has a symbol of the United Nations for its number: CSL styles print it bare, or lose it.

    The symbols are those of the principal organs and the treaty bodies ("United Nations Document Symbols", Dag
    Hammarskjöld Library). A number that has another shape, `A-45/13`, `A/B` or `A/2019/17`, is that of some other
    series: those of the General Assembly count its sessions, and no years.
    """
    return source.type in _TYPES and not source.is_untitled and bool(_SYMBOL.match(source.number or ""))


def cited_un_document(source: Source, language: str) -> Authority:
    """Return a document by the body that issued it, its title with the translation in brackets, symbol and date."""
    body = ", ".join(map(_name, source.author))
    found = {
        "short": source.short_title or "",
        "court": body,
        "symbol": (source.number or "").strip(),
        "url": source.url or "",
    }
    periods, dates, about = dates_of({"date": source.issued})
    texts = {key: literal(text) for key, text in found.items() if text}
    return Authority(UN_DOCUMENT, {"name": _title(source, language), **texts, **periods}, dates, about, group=body)


def _title(source: Source, language: str) -> Inlines:
    translated = _without_symbol(source, source.translated_title or "")
    if not source.title:
        return literal(translated)
    title = in_its_language(source, _without_symbol(source, source.title), language)
    return (*title, *literal(f" [{translated}]")) if translated else title


def _without_symbol(source: Source, title: str) -> str:
    """Return a title without the symbol before, behind or in brackets, which is printed anyway.

    Library catalogues have it in the title. Inside a sentence it stays, and where a title is nothing else.
    """
    symbol = rf"(?:(?:UN|U\.N\.) (?:Docs?\.? )?)?{re.escape((source.number or '').strip())}(?!\w|/|\.\w)"
    told_twice = re.compile(rf"\s*[(\[]{symbol}[)\]]|[\s,;:.–—-]+{symbol}\.?$|^{symbol}\s*[:,;–—-]+\s*")
    return told_twice.sub("", title).strip() or title


def _name(author: Author) -> str:
    return author.literal or " ".join(filter(None, (author.given, author.family)))
