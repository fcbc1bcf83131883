"""The names that a template may use, in words: for the documentation and for `probata explain block`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from probata.compose.word_template.vocabulary import Thing, vocabulary

NAMES: tuple[tuple[str, str, str], ...] = (
    ("`title`", "Title of the document", "line"),
    ("`forum`", "The profile, such as `forum.threshold.phrase`", "see [`forum.yaml`](../templates/uk-ghr/forum.yaml)"),
    ("`words`", "Words of the forum in the language of the document, such as `words.addressee`", "lines by name"),
    ("`marking`", "Marking of every page", "line, may be missing"),
    ("`running`", "Lines at the head of every page", "list"),
    ("`is_final`", "Whether it is made for filing", "yes or no"),
    ("`new_line`", "The end of a line within a cell: what stands behind it begins a line of its own", "line"),
    ("`gap_count`", "How many gaps a draft has, in a line, for its first page", "block"),
    (
        "`pictures_set_aside`",
        "The pictures that are too high to stand among paragraphs, for an annex of their own",
        "block",
    ),
    ("`status`", "`draft`, `ready` or `illustration`", "code"),
    ("`made_from`", "Note with the work that an illustration is made from", "line"),
    ("`as_of`", "Date of the document", "line, may be missing"),
    ("`state`", "The state whose organs acted", "line, may be missing"),
    (
        "`prepared_by`",
        "Who prepares it: `.name`, `.organisation`, `.address`, `.contact`, `.description`",
        "lines and a text, may be missing",
    ),
    ("`is_public`", "Whether it is the version for the public, which must not tell that there is another", "yes or no"),
    (
        "`source_may_be_named`",
        "Whether those who submit it agree to be named to its readers, where the forum else keeps them confidential",
        "yes or no",
    ),
    ("`case_summary`", "The case in a few paragraphs", "text, may be missing"),
    ("`addressee`, `addressee_lines`", "To whom it goes", "line, may be missing; list"),
    ("`addressees`", "Those addressed by name, where it goes to several", "list"),
    ("`supports`", "The submission that a statement supports", "line, may be missing"),
    (
        "`proceedings`",
        "The proceedings in a court: `.court` (lines), `.number`, `.parties` (`.name`, `.role`)",
        "may be missing",
    ),
    ("`relief`", "What is asked for", "list"),
    ("`persons`", "Persons concerned", "list"),
    ("`roles`", "Roles of the persons concerned", "list"),
    ("`bodies`, `commands`, `events`", "Bodies, relations of command, events", "lists"),
    ("`allegations`", "Allegations put forward in this document, numbered", "list"),
    (
        "`counts`",
        "Counts argued in this document, numbered; an allegation that no count gathers is one by itself",
        "list",
    ),
    ("`quotations`, `authorities`", "Quotations, authorities of the case", "lists"),
    ("`tables`", "Tables of figures", "list"),
    ("`statement`", "The statement of the deponent", "see below, may be missing"),
    ("`declaration`", "The forum's own declaration with a blank for its date", "line, may be missing"),
    ("`statements_filed`", "The statements that go with the filing, beside its own", "list"),
    ("`confidential_items`", "A sentence that names the items of the evidence schedule that are not open", "block"),
    ("`exhibits`", "All exhibits", "list"),
    ("`steps`", "Steps taken before", "list"),
    ("`affected`", "Persons affected by the allegations, with their consents", "list"),
    (
        "`appearing`",
        "Those of `affected`, and behind them whoever else appears by a consent: `.is_affected` tells them apart",
        "list",
    ),
    ("`standings`", "Instruments of the allegations, with how the State stands to each", "list"),
    ("`chronology`", "Posts, events, steps taken and acts in writing that bear on the counts, by date", "list"),
    (
        "`evidence_schedule`",
        "The sources cited as one numbered list, by which notes then name them, where `forum.yaml` has "
        "`citation: {schedule: true}`",
        "block",
    ),
    ("`list_of_sources`", "Every source cited, in order", "block"),
    (
        "`list_of_abbreviations`",
        "Every abbreviation of an authority that is cited and of a body that is named by it, with what it stands for",
        "block",
    ),
    (
        "`table_of_authorities`",
        "Every treaty, law, judgment and UN document cited, by group, with the paragraphs and notes that cite it",
        "block",
    ),
    ("`narrative(place, …)`", "Narrative sections of these places", "list"),
    ("`limbs(allegation)`", "Limbs of the legal test for one allegation", "list"),
    ("`grounds_of(person_id)`", "What the roles of one person make them answer for, in sentences", "list"),
    ("`roles_of(person_id)`", "Roles of one person", "list"),
    ("`allegations_of(person_id)`", "Allegations that rest on a role of one person", "list"),
    (
        "`listed_elsewhere(person_id)`",
        "Listings of one person on which the regime may act sooner, in force on the day, each with its ground recorded",
        "list of lines",
    ),
    (
        "`timeline_picture(caption)`",
        "Posts against the events alleged, on one time axis; its id is `picture-timeline`",
        "block, may be missing",
    ),
    (
        "`organisation_picture(caption, day)`",
        "Bodies, command and posts held on a day such as `2022-05-13`; without one, on the fewest that show each post",
        "block, may be missing",
    ),
    (
        "`figure(id)`",
        "A number computed from the tables, with its status; `.number`, `.status` and `.note` are its parts",
        "line",
    ),
    ("`table(id)`", "A dataset of `datasets` as a table, where a text of the place `statistics` wants it", "block"),
    ("`calculations`", "How the figures that the document prints were computed", "block"),
    ("`ref(id)`", "Number of a paragraph, section, annex, table or figure", "line"),
    (
        "`note(label)`",
        'Number of the note that is written as `[^label]`, as in `see note {{ note("orders") }} above`',
        "line",
    ),
    ("`exhibit(mark)`", "Mark of an exhibit, leading to the list that describes it", "line"),
)
"""Names as they are written, what they are, and their kind, in Markdown."""


# The brackets of Word templates in words: for the documentation and for `probata explain fields`.


class ToldBracket(NamedTuple):
    """A bracket that a Word template may have."""

    bracket: str
    what: str
    about: str
    """What it belongs to: `words`, `parts`, `loops`, `conditions`, `names`, or a thing such as `allegation`."""


def told_brackets(fields_too: bool = True) -> Iterator[ToldBracket]:
    """Give every bracket, sort by sort; without the fields of each thing, loops say what there is to go through."""
    words = vocabulary()
    yield from (ToldBracket(f"[{name}]", word["what"], "words") for name, word in words.words.items())
    yield from (ToldBracket(f"[{name}]", part["what"], "parts") for name, part in words.parts.items())
    yield from (ToldBracket(f"[{call['example']}]", call["what"], "names") for call in words.calls.values())
    yield from (ToldBracket(f"[if {name}: …]", one["what"], "conditions") for name, one in words.conditions.items())
    for thing in words.things.values():
        if not thing.single:
            yield ToldBracket(f"[for each {thing.called[0]}]", f"{thing.what}, and the next, up to `[end]`", "loops")
    for thing in words.things.values() if fields_too else ():
        yield from _fields(thing)


def _fields(thing: Thing) -> Iterator[ToldBracket]:
    called = thing.called[0]
    for field in thing.fields.values():
        what = field.what or next((other.what for other in thing.fields.values() if other.path == field.path), "")
        if field.kind in ("list", "yes or no"):
            yield ToldBracket(f"[if {called}: {field.name}: …]", what, called)
        else:
            yield ToldBracket(f"[{called}: {field.name}]", what, called)
