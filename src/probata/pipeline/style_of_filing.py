"""The citation style of one filing, where the case names another than the forum has."""

from __future__ import annotations

from dataclasses import replace

from probata.citation import is_own_style
from probata.forum import Forum
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
