"""How one manual cites legal authorities: a TOML file in `styles/`, or one that lies beside a forum.

```toml
name = "…"             # as `probata list styles` prints it
csl = "oscola"         # the CSL style for everything that is no legal authority; or a `.csl` file beside this one
like = "oscola-4"      # a style of which this one names the differences only; or a `.toml` file beside it
verified = false       # true where the manual itself was read; `remark` says what was read in its place
versus = "v."          # what stands between the parties of a case in place of "v"

[ibid]                 # for an authority cited just before; an empty form: it is cited again by its later form
form = ["ibid"]
comma = false          # whether a comma stands before the place
capital = false        # whether it begins with a capital at the start of a note

[signals]
italic = true          # whether "see" and its like are in italics
small = ["cf", "eg"]   # those that have no capital at the start of a note either
kinds = [["see", "see also"], ["but see"]]  # a signal of another kind than the one before it begins a sentence

[signals.words]        # how a signal is spelled, however it was typed; by its name, small and without stops and commas
"cf" = "cf."
"see eg" = "see, e.g.,"

[between]
last = "; and "        # what stands before the last of several works in one note, where it is something else

[sources]
comma = true           # whether a comma stands between the number of a note and a place, in sources of other kinds too
places = "document"    # the class of pinpoints whose words sources of other kinds have too; else those of CSL
kinds = ["hearing"]    # kinds of works that American manuals have in forms of their own; see `american_forms.py`
journals = "short"     # abbreviated, as the CSL style has them; "without stops" where the CSL style has whole names

[terms]                # words of CSL that the manual has otherwise, in English: "edition", "ordinal-02"
"edition" = "ed."
"editor" = ["ed.", "eds."]  # for one and for several

[ranges]
pages = "two"          # the second number of a range of pages: "whole", or its last two figures
mark = "-"             # in place of the dash

[dates]                # how days are written in English, and the twelve names of months where they are shortened
day = "{day} {month} {year}"
month = "{month} {year}"

[abbreviations]        # how this style writes the name of a series or an organ; `*…*` is in italics
"UNTS" = "U.N.T.S."

[stops_at_home]        # by country: whether its series and courts have the stops of home; see `home_abbreviations.py`
us = true

[pinpoints.case]       # by class of authority and type of place: the form for one and for several
paragraph = [" [{}]", "each"]          # "each": every number in marks of its own
article = ["(,) art {}", "(,) arts {}"]  # "(,)": a comma, but not behind a closing bracket

[later_pinpoints]      # types whose places are written otherwise in later citations

[further_pinpoints.case]  # types whose places are written otherwise behind another place, `890, para 12`
note = [" n.{}", " nn.{}"]

[forms.case]           # see `form_text.py` for the language of the segments
full = ["*{name}*", " ({date})"]
later = ["*{short}*", " ({apart})", " ({n} {note})"]  # none, or a first segment that is not known: cited in full again
within = 5             # the later form only where it was cited in one of so many notes before
```

`{first_page}` is the page on which the work begins in its series, and `{code_sections}` are the sections of a code that
hold the whole: neither is printed beside a place in it.

`{apart}` is the year, the day or the number of a case where another that is cited has its short name too; where the
parties tell them apart, `{short}` is the whole name.

`{note}` is the number of the note that has the full citation, `{n}` the word for a note. Where numbers begin again in
each part and that note is in another, `{part}` is the number of its part, which `{n}` names, too; a form with `{note}`
that has neither is not used then, and the work is cited in full again.

A form may have `{pinpoint}` where the place stands inside it, or `{place}`, the same without its comma; otherwise the
place is put at its end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from probata.citation.form_text import Form
from probata.citation.style_in_language import Term

PinpointText = tuple[str, str]
"""The form for one place and the form for several."""


@dataclass(frozen=True, slots=True)
class PlaceForms:
    """How places in one class of works are written, by type."""

    first: Mapping[str, PinpointText]
    further: Mapping[str, PinpointText]
    """Types that are written otherwise behind another place; all other have a comma there, or marks of their own."""


@dataclass(frozen=True, slots=True)
class FormsOfKind:
    """How one kind of authority is cited."""

    full: Form
    later: Form = ()
    within: int = 0
    """The later form only where it was cited in one of so many notes before; 0: at any distance."""


@dataclass(frozen=True, slots=True)
class Ibid:
    """How what was cited just before is cited again."""

    form: Form = ()
    comma: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Signals:
    """How *see* and its like are written."""

    italic: bool = False
    small: tuple[str, ...] = ()
    """Those that have no capital at the start of a note either."""

    words: Mapping[str, str] = field(default_factory=dict)
    """How a signal is spelled; one that is not here is left as it is typed."""

    kinds: tuple[tuple[str, ...], ...] = ()
    """Kinds of signals, of which each has sentences of its own in a note; one that stands in none is of the first."""


@dataclass(frozen=True, slots=True)
class LegalStyle:
    """One manual, in one language."""

    id: str
    name: str
    csl: str
    verified: bool
    remark: str
    read_on: str
    versus: str = "v"
    ibid: Ibid = field(default_factory=Ibid)
    signals: Signals = field(default_factory=Signals)
    before_last: str = ""
    """What stands before the last of several works in one note; empty: the same as between the others."""

    comma_behind_note: bool = False
    """Whether Pandoc's back-references to other sources get a comma before the place."""

    places_of_sources: Mapping[str, PinpointText] = field(default_factory=dict)
    """How places in works of other kinds are called, by type; of a type that is not there, as the CSL style does."""

    kinds: tuple[str, ...] = ()
    """Kinds of works that are printed in the forms of `american_forms.py`, by their types in CSL."""

    journals: str = ""
    """How journals are named: `short` by their abbreviations, `without stops` by these without stops; empty: whole."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    """Words of CSL that the manual has otherwise, by their names; see `place_terms.py`."""

    shortens_pages: bool = False
    range_mark: str = "–"
    before_last_place: str = ""
    """What stands before the last of several places, `9 et 16`; empty: a comma, as between the others."""

    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    months: tuple[str, ...] = ()
    """The twelve names of months, where they are not those of the language."""

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    stops_at_home: Mapping[str, bool] = field(default_factory=dict)
    pinpoints: Mapping[str, Mapping[str, PinpointText]] = field(default_factory=dict)
    later_pinpoints: Mapping[str, PinpointText] = field(default_factory=dict)
    further_pinpoints: Mapping[str, Mapping[str, PinpointText]] = field(default_factory=dict)
    further_in_sources: Mapping[str, PinpointText] = field(default_factory=dict)
    """How places behind another are written in sources of other kinds, where not as in documents; by type."""

    forms: Mapping[str, FormsOfKind] = field(default_factory=dict)

    def of_kind(self, kind: str) -> FormsOfKind:
        """Return how a kind of authority is cited."""
        return self.forms.get(kind) or self.forms["other"]

    def places(self, kind: str, own: Mapping[str, PinpointText] | None = None) -> PlaceForms:
        """Return how places in a class of works are written, `own` before what the class says."""
        return PlaceForms({**self.pinpoints.get(kind, {}), **(own or {})}, self.further_pinpoints.get(kind, {}))
