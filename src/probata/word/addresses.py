"""Where links lead: a relationship of the part, and a place in what is there (ISO/IEC 29500-1, 17.16.22)."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.part import Part


def addresses(part: Part) -> dict[str, str]:
    """Return the addresses outside that a part names, by the ids of their relationships."""
    return {id_: one.target_ref for id_, one in part.rels.items() if one.is_external}


def address_of(link: str, known: Mapping[str, str]) -> str:
    """Return the address of a `Piece.link`, which has an id or the address itself before the place."""
    name, mark, place = link.partition("#")
    return f"{known.get(name, name)}{mark}{place}"
