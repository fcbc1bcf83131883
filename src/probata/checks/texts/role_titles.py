"""The roles of a person that a clause names: by their title, by the bare title, or by the body that they headed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.texts.marked_clauses import TIME, listed_words, part_of_time
from probata.checks.texts.post_titles import bare_title
from probata.graph.case_graph import CaseGraph
from probata.model.body import Body
from probata.model.language import primary
from probata.model.position import Position
from probata.model.record import Record
from probata.model.role import Role

_SHORTEST = 8
"""Letters of a title or name that is told from other words: `Governor`."""
_SHORTEST_BARE = 4
"""Letters of a title that stands alone behind an article: `its head`."""


def names_role(graph: CaseGraph, role: Role, clause: str, language: str = "en") -> bool:
    """Tell whether a clause has the title of a role or of its post, or says that somebody headed its body.

    A title may end at the name of its body: `Governor of North Prison` for one `of North Prison in Sol`.
    """
    words = " ".join(clause.casefold().split())
    articles = rf"(?:(?:{_words('articles', language)})\s*)?"
    lesser = rf"(?<![\w-])(?!(?:{_words('lesser', language)})[\s-])(?:[\w’'-]+[\s’'])"
    return any(_has(words, rf"{lesser}{articles}", title) for title in titles_of(graph, role, language)) or any(
        _has(words, rf"(?:{_words('ran', language)})\s+{articles}", name) for name in _bodies(graph, role, language)
    )


def titles_of(graph: CaseGraph, role: Role, language: str = "en") -> list[str]:
    """Return what a role and its posts are called, whole and up to the name of their body.

    Of a body with a short name its title may say no more: `Member of the Fifth Council` for one `for Public Order`.
    """
    titles = [title for one in (role, *_posts(graph, role)) for title in _called(one, language, "title")]
    names = _bodies(graph, role, language)
    cuts = [*names, *(re.sub(rf"^(?:{_words('articles', language)})\s*", "", name) for name in names)]
    return [*titles, *(cut[0] for title in titles for name in cuts if (cut := _up_to(name, title)))]


def begins_with_title(graph: CaseGraph, role: Role, words: str) -> bool:
    """Tell whether words begin with a title of a role, whole or bare, behind small words such as “then the”."""
    lead = rf"\s*(?:(?:{_words('apposed')})\s+)*"
    found = [title for title in titles_of(graph, role) if len(title) >= _SHORTEST]
    whole = any(re.match(rf"{lead}{re.escape(title)}(?![\w-])(?!\s+of\b)", words, re.IGNORECASE) for title in found)
    bare = (re.match(rf"{lead}{re.escape(title)}\s*$", words, re.IGNORECASE) for title in bare_titles(graph, role))
    return whole or any(bare)


def has_bare_title(graph: CaseGraph, role: Role, clause: str) -> bool:
    """Tell whether a clause has a title of a role by itself, “its director”, “the Deputy Minister”.

    What goes on with a preposition is the title of another post, unless a date stands there.
    """
    return any(_bare(title).search(clause) for title in bare_titles(graph, role))


def bare_titles(graph: CaseGraph, role: Role) -> tuple[str, ...]:
    """Return the titles of a role and of its posts up to what they are posts of, each once: `Deputy Minister`."""
    titled: list[Role | Position] = [role, *_posts(graph, role)]
    titles = (bare_title(one.title) for one in titled)
    return tuple(dict.fromkeys(title for title in titles if len(title) >= _SHORTEST_BARE))


def _bare(title: str) -> re.Pattern[str]:
    before = rf"(?<![\w-])(?:(?:{_words('apposed')}|{_words('was')}|{_words('appointed')}|became)\s+)+"
    leads = rf"(?:{_words('at_time')}|{_words('until')}|{_words('since')})\s+{part_of_time()}"
    behind = rf"(?![\w-])(?=\W*$|[,)]|\W+{leads}{TIME}|\s+(?:{_words('by_whom')}|{_words('ended')})\b)"
    return re.compile(rf"{before}{re.escape(title)}{behind}", re.IGNORECASE)


def _posts(graph: CaseGraph, role: Role) -> list[Position]:
    return [post for seat in role.seats if (post := graph.find("positions", Position, seat.position))]


def _bodies(graph: CaseGraph, role: Role, language: str) -> list[str]:
    """Return what the bodies of a role's posts are called."""
    bodies = [body for post in _posts(graph, role) if (body := graph.find("bodies", Body, post.body or ""))]
    names = [name for body in bodies for name in _called(body, language, "name", "short_name")]
    return [*names, *(name for body in bodies for name in body.other_names)]


def _called(record: Record, language: str, *fields: str) -> Iterator[str]:
    """Give what a record is called in a language: as it is recorded, and as it is translated."""
    of_language = (texts for tag, texts in record.translations.items() if primary(tag) == language)
    for texts in ({field: getattr(record, field) for field in fields}, *of_language):
        yield from (texts[field] for field in fields if texts.get(field))


def _up_to(name: str, title: str) -> re.Match[str] | None:
    """Return a title up to the name of its body in it, where more follows."""
    return re.match(rf".+?(?<![\w-]){re.escape(name)}(?=\W+\w)", title, re.IGNORECASE)


def _has(words: str, before: str, name: str) -> bool:
    """Tell whether a name stands whole behind some words; what goes on with *of* may be another."""
    whole = rf"{before}{re.escape(name.casefold())}(?![\w-])(?!\s+(?:of|for|de|du|del)\b)"
    return len(name) >= _SHORTEST and re.search(whole, words) is not None


def _words(key: str, language: str = "en") -> str:
    return listed_words("tenure", key, language)
