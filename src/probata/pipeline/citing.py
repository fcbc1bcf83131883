"""Citations of a composed document, in the style that its forum names, or the filing itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from probata.citation import Library, Style, cite, is_own_style, load_words, read_style, with_citations_in_text
from probata.compose.compose import Composed
from probata.diagnostics import Diagnostic, Span
from probata.diagnostics.message import Message
from probata.document.tree import Document
from probata.forum import Forum
from probata.kept import Store
from probata.model.case_file import Filing


def in_style_of(filing: Filing, forum: Forum) -> Forum:
    """Return the forum with the citation style that the filing names; the forum itself where it names none.

    A style of ours, or a `.toml` file, cites authorities too. With a CSL style authorities stay as the forum has them.
    """
    if not filing.citation_style:
        return forum
    named, citation = filing.citation_style, forum.profile.citation
    kept = citation.authorities or (citation.style if is_own_style(citation.style) else None)
    update = {"style": named, "authorities": None if is_own_style(named) else kept}
    profile = forum.profile.model_copy(update={"citation": citation.model_copy(update=update)})
    return replace(forum, profile=profile)


def style_for_forum(
    filing: Filing, forum: Forum, language: str, place: Span | None = None
) -> Style | tuple[Diagnostic, ...]:
    """Return the style in which a filing cites, or why it cannot be used.

    A finding on the file of a style names it as findings on the forum name theirs, wherever the folder lies. One on
    a style that a filing names, and that is not there, stands where it names it: that is `place`.
    """
    forum = in_style_of(filing, forum)
    profile = forum.profile
    authorities = profile.citation.authorities or ""
    style = read_style(
        _style_file(forum, profile.citation.style),
        authorities=_style_file(forum, authorities),
        language=language,
        restart=profile.notes == "section",
        list_of_sources=profile.citation.list_of_sources,
        passim=profile.citation.passim_from or 0,
    )
    if isinstance(style, Style):
        return style
    field = (
        "authorities"
        if authorities and authorities in (one.text for one in Message(style[0].message).values)
        else "style"
    )
    named_at = place or forum.place("citation", field)
    return tuple(replace(fault, span=fault.span or named_at) for fault in (_as_named(one, forum) for one in style))


def cited_in_text(composed: Composed, library: Library, style: Style) -> Composed:
    """Print the citations that are no notes; after this they are text as any other."""
    if composed.document is None:
        return composed
    words = load_words(composed.document.meta.language)
    blocks = with_citations_in_text(composed.document.blocks, library, style, words)
    return replace(composed, document=replace(composed.document, blocks=blocks))


def cited_for_forum(
    document: Document,
    filing: Filing,
    forum: Forum,
    library: Library,
    style: Style,
    store: Store | None,
    place: Span | None,
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Write the citations of a document; a finding on a style without a file stands where it is named, at `place`."""
    cited = cite(document, library, style, load_words(document.meta.language), store=store)
    forum = in_style_of(filing, forum)
    found = (_as_named(fault, forum) for fault in cited.diagnostics)
    named_at = place or forum.place("citation", "style")
    return cited.document, tuple(replace(one, span=named_at) if _is_on_style(one) else one for one in found)


def _is_on_style(fault: Diagnostic) -> bool:
    return fault.name == "style-printed-by-pandoc" and fault.span is None


def _named_file(forum: Forum, name: str) -> Path | None:
    """Return the `.csl` or `.toml` file of a style; nothing outside the folders of the forum is looked at."""
    return forum.file(Path(name).name) if name.endswith((".csl", ".toml")) else None


def _style_file(forum: Forum, name: str) -> str:
    """Return the name of a style, or the whole path of its file in the forum's folder."""
    if not name.endswith((".csl", ".toml")):
        return name
    found = _named_file(forum, name)
    return _whole(found) if found else Path(name).name


def _whole(path: Path) -> str:
    """Return the whole path, with the links in it: whoever reads the file looks where they lead."""
    return path.absolute().as_posix()


def _as_named(fault: Diagnostic, forum: Forum) -> Diagnostic:
    """Put the path by which the forum is named in the place of the whole path of a style's file."""
    if fault.span is None:
        return fault
    for name in (forum.profile.citation.style, forum.profile.citation.authorities or ""):
        found = _named_file(forum, name)
        if found and fault.span.path == _whole(found):
            return replace(fault, span=replace(fault.span, path=found.as_posix()))
    return fault
