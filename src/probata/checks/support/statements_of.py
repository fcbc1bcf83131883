"""The statements of the filings whose forum has rules on wording, each with the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput
from probata.diagnostics import say
from probata.forum import Particular, Profile, Rule
from probata.model.case_file import Filing
from probata.model.statement import Statement


@dataclass(frozen=True, slots=True)
class RuledStatement:
    """A statement that is to follow a rule of a forum."""

    statement: Statement
    filing: Filing
    profile: Profile
    rule: Rule

    @property
    def notes(self) -> tuple[str, ...]:
        """The rule, for a finding."""
        return (f"rule {say.words(self.rule.id)}: {self.rule.text}",)


def statements_under(case: CheckInput, name: str) -> Iterator[RuledStatement]:
    """Give each statement once whose forum names a rule under `drafting`: `first_person`, `figures` and so on."""
    yield from _ruled(case, lambda profile: getattr(profile.drafting, name))


def statements_to_tell(case: CheckInput, particular: Particular) -> Iterator[RuledStatement]:
    """Give each statement once whose forum wants a particular in its words: its maker's name, address and so on.

    That its maker is a party or employed by one is stated only where it is the case, so where it is recorded.
    """
    found = _ruled(case, lambda profile: profile.drafting.particulars.get(particular))
    yield from (ruled for ruled in found if particular != "standing" or ruled.statement.standing)


def _ruled(case: CheckInput, rule_in: Callable[[Profile], str | None]) -> Iterator[RuledStatement]:
    found: set[str] = set()
    for filing, profile in case.filings:
        rule = profile.rule(rule_in(profile) or "")
        statement = case.graph.find("statements", Statement, filing.statement or "")
        if rule and statement and statement.id not in found:
            found.add(statement.id)
            yield RuledStatement(statement, filing, profile, rule)
