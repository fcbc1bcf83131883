"""A person affected, and what the person consented to, as templates see them."""

from __future__ import annotations

from probata.compose.printer import Printer
from probata.compose.views.person import PersonView
from probata.compose.views.record import RecordView, Shown, labelled
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.consent import Consent
from probata.model.person import Person


class ConsentView(RecordView[Consent]):
    """A consent: for whom it was given, by whom, and for which readers."""

    _kind = "consents"

    status = Shown(labelled("consent"), "Given, refused, withdrawn or not sought")
    identity = Shown(labelled("identity"), "In what form the person may appear")
    relation = Shown(Printer.literal, "How who gave it stands to the person")
    obtained_on = Shown(Printer.when, "When it was obtained")
    method = Shown(labelled("method"), "In writing, on a recording, or orally before a witness")
    language = Shown(Printer.literal, "In what language it was explained")
    withdrawal = Shown(Printer.literal, "How it can be taken back")
    until = Shown(Printer.when, "Until when it holds")
    conditions = Shown(Printer.literal, "Conditions")

    def covers(self, audience: str) -> bool:
        """Tell whether it was given for a kind of readers: `decision_maker`, `accused`, `state` or `public`."""
        return self._record.holds_on(self._printer.graph.case.as_of) and audience in self._record.audiences

    @property
    def audiences(self) -> LiteralValue:
        """The readers for whom it was given."""
        wording = self._printer.wording
        named = (wording.label(f"audience.{one}") for one in self._record.audiences)
        return LiteralValue(wording.label("list.between_long").join(named), self._at("audiences"))

    @property
    def given_by(self) -> InlineValue | None:
        """Who gave it for the person."""
        giver = self._printer.graph.find("people", Person, self._record.given_by or "")
        return self._printer.person_name(giver) if giver else None


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
