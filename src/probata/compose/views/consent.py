"""A person affected, and what the person consented to, as templates see them."""

from __future__ import annotations

from probata.compose.printer import Printer
from probata.compose.views.person import PersonView
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.consent import Consent
from probata.model.person import Person


class ConsentView:
    """A consent: for whom it was given, by whom, and for which readers."""

    def __init__(self, consent: Consent, printer: Printer) -> None:
        self._consent = consent
        self._printer = printer

    def _at(self, field: str) -> Origin:
        return Origin(f"consents/{self._consent.id}", field)

    def _word(self, table: str, field: str) -> LiteralValue | None:
        value = getattr(self._consent, field)
        return LiteralValue(self._printer.wording.label(f"{table}.{value}"), self._at(field)) if value else None

    def _line(self, field: str) -> LiteralValue | None:
        return self._printer.literal(getattr(self._consent, field), self._at(field))

    def covers(self, audience: str) -> bool:
        """Tell whether it was given for a kind of readers: `decision_maker`, `accused`, `state` or `public`."""
        return self._consent.holds_on(self._printer.graph.case.as_of) and audience in self._consent.audiences

    @property
    def audiences(self) -> LiteralValue:
        """The readers for whom it was given."""
        wording = self._printer.wording
        named = (wording.label(f"audience.{one}") for one in self._consent.audiences)
        return LiteralValue(wording.label("list.between_long").join(named), self._at("audiences"))

    @property
    def status(self) -> LiteralValue | None:
        """Given, refused, withdrawn or not sought."""
        return self._word("consent", "status")

    @property
    def identity(self) -> LiteralValue | None:
        """In what form the person may appear."""
        return self._word("identity", "identity")

    @property
    def given_by(self) -> InlineValue | None:
        """Who gave it for the person."""
        giver = self._printer.graph.find("people", Person, self._consent.given_by or "")
        return self._printer.person_name(giver) if giver else None

    @property
    def relation(self) -> LiteralValue | None:
        """How who gave it stands to the person."""
        return self._line("relation")

    @property
    def obtained_on(self) -> LiteralValue | None:
        """When it was obtained."""
        return self._printer.when(self._consent.obtained_on, self._at("obtained_on"))

    @property
    def method(self) -> LiteralValue | None:
        """In writing, on a recording, or orally before a witness."""
        return self._word("method", "method")

    @property
    def language(self) -> LiteralValue | None:
        """In what language it was explained."""
        return self._line("language")

    @property
    def withdrawal(self) -> LiteralValue | None:
        """How it can be taken back."""
        return self._line("withdrawal")

    @property
    def until(self) -> LiteralValue | None:
        """Until when it holds."""
        return self._printer.when(self._consent.until, self._at("until"))

    @property
    def conditions(self) -> LiteralValue | None:
        """Conditions."""
        return self._line("conditions")


class AffectedView:
    """A person affected by what is alleged in the document, or one who appears in it by consent alone."""

    def __init__(self, person: Person, forum: str, printer: Printer, is_affected: bool = True) -> None:
        self.id = person.id
        self.is_affected = is_affected
        self._person = person
        self._forum = forum
        self._printer = printer

    @property
    def person(self) -> PersonView:
        """Who."""
        return PersonView(self._person, self._printer)

    @property
    def consents(self) -> tuple[ConsentView, ...]:
        """The consents for this forum that hold, in their order."""
        graph = self._printer.graph
        own = (c for c in graph.consents if c.person == self._person.id and self._forum in c.forums)
        return tuple(ConsentView(c, self._printer) for c in own if c.holds_on(graph.case.as_of))

    def may_be_shown_to(self, audience: str) -> bool:
        """Tell whether any of the consents was given for a kind of readers."""
        return any(consent.covers(audience) for consent in self.consents)
