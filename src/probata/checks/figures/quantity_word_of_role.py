"""A role is said to answer for "thousands", and the figures that are put on it do not come to that in its time.

Looks at the words of quantity in what a role is said to be responsible for: in its own record, in the grounds of
allegations, and in the statement, the particulars and those affected of allegations that rest on it alone. They are
compared with the figures that are ascribed to the role or cut to it, each cut by months to its tenure; the largest
decides. Rows of one person's holding of a post, of which the same is said in the same words, are one tenure.
"Hundreds of families", of hours or pages is compared with a figure only whose unit, title or column says that
it counts these. Where no figure is put on the role at all, that is a note. It makes no difference who says so: the
reader has the table.

## Why it matters
"Thousands" is what the reader keeps. Where the table, cut to the post, gives nineteen hundred in the whole country, the
other side has its first sentence.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - id: office
    person: wolk
    title: Head of the office
    dates: 2016-01/2016-06
    responsibility: {label: command, stated: command over thousands of returns}
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures:
  - id: all
    title: Returns
    operation: sum
    of: [{dataset: returns, column: returns}]
    ascribed_to: [office]
```
```csv data/returns.csv
year,returns
2016,1032
2017,1300
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - id: office
    person: wolk
    title: Head of the office
    dates: 2016-01/2016-06
    responsibility: {label: command, stated: command over hundreds of returns}
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures:
  - id: all
    title: Returns
    operation: sum
    of: [{dataset: returns, column: returns}]
    ascribed_to: [office]
```
```csv data/returns.csv
year,returns
2016,1032
2017,1300
```

## When to allow it
Where the word counts something else than the figures do, and the text says what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import records_of
from probata.checks.support.quantity_words import number_word, other_thing
from probata.checks.tables.amounts import write_amount
from probata.checks.tenures.one_holding import is_one_holding
from probata.diagnostics import Severity, say
from probata.figures import Amount, Computed
from probata.figures.amount import rounded, total
from probata.figures.operations import leaves
from probata.figures.shared_time import extent_of, share_of
from probata.model.language import primary
from probata.model.responsibility import Responsibility
from probata.model.role import Role

_Text = tuple[str, str, Loc, str]
"""Kind and id of a record, the place in it, and the text."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of quantity, with its place."""

    kind: str
    record_id: str
    loc: Loc
    word: str
    least: int
    text: str
    """The whole text in which it stands."""
    thing: str
    """What it counts where that is neither persons nor cases, such as `families`; empty otherwise."""


@dataclass(frozen=True, slots=True)
class _Tenure:
    """Roles that are one tenure as to what is said of them, with all that is said and the figures put on them."""

    roles: tuple[Role, ...]
    said: tuple[_Said, ...]
    put: tuple[Computed, ...]

    @property
    def gravest(self) -> _Said:
        """The word that counts most."""
        return max(self.said, key=lambda one: one.least)

    def goes_on_in(self, later: _Tenure) -> bool:
        """Tell whether another is the same holding of a post, with the same words and the same figures."""
        same = (self.gravest.text, self.put) == (later.gravest.text, later.put)
        return same and is_one_holding((*self.roles, *later.roles))


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, once for each tenure, the word that its figures do not bear out."""
    texts: defaultdict[str, list[_Text]] = defaultdict(list)
    for role_id, text in _texts(case):
        texts[role_id].append(text)
    tenures: list[_Tenure] = []
    for role in sorted(case.graph.roles, key=lambda one: (one.person, one.dates.stated.first)):
        put = tuple(found for found in case.figures.values() if _is_put_on(found, role))
        tenure = _Tenure((role,), _said(case, texts[role.id], put), put)
        if put and tenure.said and tenures and tenures[-1].goes_on_in(tenure):
            before = tenures.pop()
            tenure = _Tenure((*before.roles, role), (*before.said, *tenure.said), put)
        tenures += [tenure] if tenure.said else []
    for tenure in tenures:
        yield from _finding(case, tenure)


def _said(case: CheckInput, texts: Sequence[_Text], put: Sequence[Computed]) -> tuple[_Said, ...]:
    """Return the words of quantity in texts on a role, but those that count what no figure on it counts."""
    language = primary(case.graph.case.language)
    words = ((text, number_word(text[3], language)) for text in texts)
    said = (
        _Said(*text[:3], " ".join(found[0][0].split()), found[1], text[3],
              other_thing(text[3], found[0].end(), language))
        for text, found in words if found
    )  # fmt: skip
    return tuple(one for one in said if not (one.thing and put) or any(_counts(found, one.thing) for found in put))


def _texts(case: CheckInput) -> Iterator[tuple[str, _Text]]:
    """Give what is said of each role, its own record first."""
    for role in case.graph.roles:
        yield from ((role.id, ("roles", role.id, *one)) for one in _grounds(role.responsibility, ()))
    for allegation in case.pursued:
        for place, alleged in enumerate(allegation.roles):
            grounds = _grounds(alleged.responsibility, ("roles", place))
            yield from ((alleged.role, ("allegations", allegation.id, *one)) for one in grounds)
        alone = {alleged.role for alleged in allegation.roles}
        own: tuple[tuple[Loc, str | None], ...] = (
            (("statement",), allegation.statement),
            (("affected", "description"), allegation.affected.description),
            (("particulars",), allegation.particulars),
        )
        for loc, text in own if len(alone) == 1 else ():
            if text:
                yield min(alone), ("allegations", allegation.id, loc, text)


def _grounds(grounds: Sequence[Responsibility], at: Loc) -> Iterator[tuple[Loc, str]]:
    for place, ground in enumerate(grounds):
        for name, text in (("stated", ground.stated), ("over", ground.over)):
            if text:
                yield (*at, "responsibility", place, name), text


def _counts(found: Computed, thing: str) -> bool:
    """Tell whether a figure says, by its unit, title or columns, that it counts a thing."""
    columns = [one.column for one in found.taken if one.column]
    said = (found.figure.unit, found.figure.title, *(text for one in columns for text in (one.unit, one.heading)))
    return any(thing.casefold() in text.casefold() for text in said if text)


def _finding(case: CheckInput, tenure: _Tenure) -> Iterator[Finding]:
    said, put = tenure.gravest, tenure.put
    known = [(found, amount) for found in put if (amount := _in_all(case, found, tenure.roles)) is not None]
    records = dict.fromkeys((one.kind, one.record_id) for one in tenure.said)
    told = [f"said in `{kind}/{key}`" for kind, key in records if (kind, key) != (said.kind, said.record_id)]
    of = f"the role {say.roles(one.id for one in tenure.roles)}"
    of = of.replace("role", "roles", 1) if len(tenure.roles) > 1 else of
    if put and len(known) == len(put) and all(_is_below(amount, said.least) for _, amount in known):
        found, amount = max(known, key=lambda one: one[1].high or 0)
        yield case.finding(
            said.kind, said.record_id,
            f"{say.words(said.word)} is said of {of}, and the figure {say.figure(found.figure)}, cut to "
            f"{'its' if len(tenure.roles) == 1 else 'their'} time by months, comes to "
            f"{write_amount(rounded(amount, Fraction(1), 'nearest'))}",
            "attribute the word, and print next to it what the figure gives for the time of the role",
            at=said.loc, notes=tuple(told),
        )  # fmt: skip
    elif not put:
        yield case.finding(
            said.kind, said.record_id,
            f"{say.words(said.word)} is said of {of}, and no figure is ascribed to it or cut to its time",
            "record the figure that is meant and ascribe it to the role, or leave the word out",
            at=said.loc, notes=tuple(told), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
        )  # fmt: skip


def _in_all(case: CheckInput, found: Computed, roles: Sequence[Role]) -> Amount | None:
    """Return what a figure comes to in the time of several roles; a month that two of them name counts in both."""
    if found.figure.operation == "apportion":
        return found.amount
    amounts = [_within(case, found, role) for role in roles]
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) else None


def _is_put_on(found: Computed, role: Role) -> bool:
    to = found.figure.to
    return role.id in found.figure.ascribed_to or (to is not None and to.role == role.id)


def _within(case: CheckInput, found: Computed, role: Role) -> Amount | None:
    """Return what a figure comes to in the time of a role; `None` where a row of it does not say its time."""
    cut: list[Amount] = [Amount(Fraction(0), Fraction(0))]
    for leaf in leaves(found.taken, case.figures):
        share = share_of(leaf.term.period, extent_of(role.dates), "months") if leaf.term.period else None
        if share is None:
            return None
        cut.append(leaf.term.whole.between(share.low, share.high))
    return total(cut) if len(cut) > 1 else None


def _is_below(amount: Amount, least: int) -> bool:
    return amount.high is not None and not amount.is_about and amount.high < least


CHECK = Check(
    "FIG120", "quantity-word-of-role", Severity.WARNING, "roles and allegations", run,
    looks_at=records_of("roles", "allegations"),
)  # fmt: skip
