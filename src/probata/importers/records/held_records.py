"""The records that a case holds, as an import of records looks at them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from probata.graph.unread import CITABLE
from probata.importers.records.matching import Held, Shelf
from probata.importers.records.plan import Plan
from probata.importers.records.references import Names
from probata.model.decode import decode_records
from probata.model.kinds import KINDS
from probata.source.case_source import CaseSource
from probata.source.node import Mapping as MappingNode
from probata.source.node import Scalar, to_plain


def plan_for(case: CaseSource, outside: Mapping[str, frozenset[str]], beside: Collection[str]) -> Plan:
    """Return the plan of an import that takes nothing in yet.

    `outside` are ids by kind that stand outside the records, `beside` those that nothing that is cited may have.
    """
    plan = Plan(Names(outside))
    for kind in KINDS:
        shelf = plan.shelves[kind.key] = Shelf(kind.key)
        taken = plan.taken[kind.key] = set(beside) if kind.key in CITABLE else set()
        for node in case.records.get(kind.key, []):
            if isinstance(node, MappingNode) and isinstance(found := node.get("id"), Scalar):
                is_faulty = bool(decode_records([node], kind.record, kind.key).findings)
                spelt = {kind.record.spellings.get(key, key): value for key, value in to_plain(node).items()}
                held = Held(found.text, spelt, node.span, is_faulty)
                shelf.put(held)
                plan.names.put(kind.key, held)
                taken.add(held.id)
    for cited in CITABLE:
        plan.taken[cited] |= {name for other in CITABLE for name in plan.names.ids.get(other, ())}
    return plan
