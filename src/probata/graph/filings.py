"""What a filing argues and takes along: whom it charges, its counts, its statements, the submissions it supports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation, LimbFinding
from probata.model.case_file import Filing
from probata.model.count import ArguedCount
from probata.model.fixed_bundle import FixedPiece
from probata.model.position import Position
from probata.model.role import Role
from probata.model.statement import Statement


def persons_charged(allegation: Allegation, graph: CaseGraph) -> tuple[str, ...]:
    """Return the persons against whom an allegation is made, in the order of its roles."""
    roles = (graph.find("roles", Role, alleged.role) for alleged in allegation.roles)
    return tuple(dict.fromkeys(role.person for role in roles if role is not None))


# The posts of a role on which an allegation rests.


def posts_alleged(graph: CaseGraph, role: Role, allegation: Allegation) -> Iterator[tuple[str, str | None]]:
    """Give the posts of a role, each with its body; where the allegation names the body of some, those alone.

    A post that is not recorded has no body.
    """
    posts = [(seat.position, graph.find("positions", Position, seat.position)) for seat in role.seats]
    named = [(one, post) for one, post in posts if post and post.body in allegation.bodies]
    yield from ((one, post.body if post else None) for one, post in named or posts)


@value()
class Gathered:
    """A count of a filing. An allegation that no count gathers is one by itself, without a record."""

    record: ArguedCount | None
    allegations: tuple[Allegation, ...]


@value()
class ArguedLimb:
    """A text on a limb, with the record that holds it."""

    found: LimbFinding
    kind: str
    record: str
    index: int

    def is_about(self, person_id: str) -> bool:
        """Tell whether it is said of a person, alone or with others."""
        return not self.found.persons or person_id in self.found.persons


def counts_in(graph: CaseGraph, filing: Filing, put_forward: Sequence[Allegation]) -> tuple[Gathered, ...]:
    """Return the counts of a filing that puts these allegations forward: those that it names, or all that gather some.

    An allegation in none of them follows as a count of its own, in the order of the records.
    """
    by_id = {allegation.id: allegation for allegation in put_forward}
    chosen = (graph.find("counts", ArguedCount, key) for key in filing.counts) if filing.counts else graph.counts
    named = [(one, [by_id[key] for key in dict.fromkeys(one.allegations) if key in by_id]) for one in chosen if one]
    gathered = {allegation.id for _, allegations in named for allegation in allegations}
    alone = (allegation for key, allegation in by_id.items() if key not in gathered)
    return (
        *(Gathered(one, tuple(allegations)) for one, allegations in named if allegations),
        *(Gathered(None, (allegation,)) for allegation in alone),
    )


def counts_with(graph: CaseGraph, allegation: str) -> tuple[ArguedCount, ...]:
    """Return the counts that gather an allegation."""
    return tuple(one for one in graph.counts if allegation in one.allegations)


def argued_in(kind: str, record: Allegation | ArguedCount) -> list[ArguedLimb]:
    """Return the texts on limbs that a record holds."""
    return [ArguedLimb(found, kind, record.id, index) for index, found in enumerate(record.limbs)]


def limbs_on(graph: CaseGraph, allegation: Allegation) -> list[LimbFinding]:
    """Return what is argued on limbs for an allegation: by the counts that gather it, then by itself.

    What a count argues on persons against whom the allegation is not made is not for it.
    """
    charged = set(persons_charged(allegation, graph))
    of_counts = (found for one in counts_with(graph, allegation.id) for found in one.limbs)
    return [*(found for found in of_counts if not found.persons or charged & set(found.persons)), *allegation.limbs]


def statements_filed(graph: CaseGraph, filing: Filing) -> tuple[Statement, ...]:
    """Return the statement of a filing, and those of the filings that support it."""
    filings = (filing, *(one for one in graph.case.filings if one.supports_filing == filing.id))
    ids = dict.fromkeys(one.statement for one in filings if one.statement)
    return tuple(found for key in ids if (found := graph.find("statements", Statement, key)))


def fixed_pieces(graph: CaseGraph, filing: Filing) -> tuple[FixedPiece, ...]:
    """Return what the bundle of a filing that others have holds, with its marks and pages; nothing before there is one.

    Of several that were fixed the last holds.
    """
    return next((one.pieces for one in reversed(graph.bundles) if one.filing == filing.id), ())


def with_exhibits_filed(graph: CaseGraph, filing: Filing) -> CaseGraph:
    """Return the case without the exhibits of statements that do not go with a filing."""
    filed = {key for one in statements_filed(graph, filing) for key in one.exhibits}
    others = frozenset(key for one in graph.statements for key in one.exhibits if key not in filed)
    return graph.without("exhibits", others)


# Which submissions a filing supports: their readers are its readers too.


def supported_filings(graph: CaseGraph, filing: Filing) -> tuple[Filing, ...]:
    """Return the filings that one supports, one after the other, without itself; each once, also in a circle."""
    own = {found.id: found for found in graph.case.filings}
    chain: dict[str, Filing] = {}
    following = filing
    while (named := following.supports_filing) in own and named not in chain:
        chain[named] = following = own[named]
    chain.pop(filing.id, None)
    return tuple(chain.values())
