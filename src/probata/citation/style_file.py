"""Reads a style file; how one is written stands in `legal_style.py`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from probata.citation.authority import cited_forms
from probata.citation.form_text import FormTextError, read_form
from probata.citation.legal_style import FormsOfKind, Ibid, LegalStyle, PinpointText, Signals
from probata.citation.style_faults import first_fault
from probata.citation.style_in_language import term_of
from probata.citation.style_tables import LegalStyleError, in_language, merged, of_kind


def load_legal_style(name: str, language: str = "en") -> LegalStyle:
    """Read a style by its id, or by the whole path of a `.toml` file. Raises `LegalStyleError`."""
    try:
        table = merged(name)
        style = _style(Path(name).stem, in_language(table, language))
    except (tomllib.TOMLDecodeError, FormTextError) as error:
        raise LegalStyleError(str(error)) from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LegalStyleError(f"something is missing in it or has another form: {error}") from error
    if fault := first_fault(table):
        raise LegalStyleError(fault)
    return style


def _style(name: str, table: dict[str, Any]) -> LegalStyle:
    ibid, dates = table.get("ibid", {}), table["dates"]
    return LegalStyle(
        id=name,
        name=table["name"],
        csl=table["csl"],
        verified=bool(table["verified"]),
        remark=table.get("remark", ""),
        read_on=str(table.get("read_on", "")),
        versus=table.get("versus", "v"),
        ibid=Ibid(read_form(ibid.get("form", ())), bool(ibid.get("comma")), bool(ibid.get("capital"))),
        signals=_signals(table.get("signals", {})),
        before_last=table.get("between", {}).get("last", ""),
        comma_behind_note=bool(table.get("sources", {}).get("comma")),
        places_of_sources=_places(table["pinpoints"].get(table.get("sources", {}).get("places"), {})),
        kinds=tuple(table.get("sources", {}).get("kinds", ())),
        journals=table.get("sources", {}).get("journals", ""),
        terms={name: term_of(text) for name, text in table.get("terms", {}).items()},
        shortens_pages=table.get("ranges", {}).get("pages") == "two",
        range_mark=table.get("ranges", {}).get("mark", "–"),
        before_last_place=table.get("ranges", {}).get("last", ""),
        day=dates["day"],
        month=dates["month"],
        months=tuple(dates.get("months", ())),
        abbreviations=table.get("abbreviations", {}),
        stops_at_home=table.get("stops_at_home", {}),
        pinpoints={kind: _places(places) for kind, places in table["pinpoints"].items()},
        later_pinpoints=_places(table.get("later_pinpoints", {})),
        further_pinpoints={kind: _places(places) for kind, places in table.get("further_pinpoints", {}).items()},
        forms={kind: _forms(of_kind(kind, table["forms"])) for kind in cited_forms()},
    )


def _signals(table: Mapping[str, Any]) -> Signals:
    kinds = tuple(tuple(kind) for kind in table.get("kinds", ()))
    return Signals(bool(table.get("italic")), tuple(table.get("small", ())), dict(table.get("words", {})), kinds)


def _places(table: Mapping[str, list[str]]) -> dict[str, PinpointText]:
    return {kind: (texts[0], texts[-1]) for kind, texts in table.items()}


def _forms(table: Mapping[str, Any]) -> FormsOfKind:
    return FormsOfKind(read_form(table["full"]), read_form(table.get("later", ())), int(table.get("within", 0)))
