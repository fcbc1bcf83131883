"""A field of a thing as what a bracket prints."""

from __future__ import annotations

from probata.compose.word_template.forms import Form, Prints, Wrong
from probata.compose.word_template.slips import nearest, rests
from probata.compose.word_template.vocabulary import Field, Thing


def value_of(thing: Thing, field: Field) -> str:
    """Return a field of one thing as the engine reads it; of a record that may be missing, nothing where it is."""
    path = f"{thing.value}.{field.path}" if field.path else thing.value
    return f"({path} if {thing.single} else none)" if thing.single else path


def field_of(thing: Thing, rest: str) -> Form:
    """Return a field of a thing by its name, printed; a list, yes or no, and a name that it has not are wrong."""
    field = thing.fields.get(rest)
    called = thing.called[0]
    if field is None:
        known = [*thing.fields, *rests(called)]
        what = f"`{rest}`" if rest else "a field without a name"
        return Wrong(f"`{called}` has no field {what}" if rest else f"`{called}:` names no field", nearest(rest, known))
    if field.kind == "list":
        return Wrong(
            f"`{called}: {rest}` is a list and cannot be printed at one place",
            f"write `[for each …]` and `[end]` round what is to be said of each, or ask with `[if {called}: {rest}]`",
            "template-fault",
        )
    if field.kind == "yes or no":
        return Wrong(
            f"`{called}: {rest}` is yes or no and cannot be printed",
            f"ask for it: `[if {called}: {rest}: …]`",
            "template-fault",
        )
    value = value_of(thing, field)
    printed = f"{{{{ {value} or '' }}}}" if field.kind == "block" else f"{{{{ {value}{or_gap(field.gap)} }}}}"
    return Prints(printed, "" if thing.single else thing.id, field.kind == "block", value=value)


def or_gap(gap: str | None) -> str:
    """Return what makes the engine print a gap where nothing is recorded."""
    return f" | or_gap({gap})" if gap else ""
