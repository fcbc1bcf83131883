"""Percentages, sums and days that a text gives otherwise than the records."""

from __future__ import annotations

from tests.mutations.mutation import Edit, Mutation, append, swap

_DATA, _SUMMARY = "narrative/data.md", "narrative/summary.md"
_ENTRIES = "{figure: admissions-two-months}, {figure: admissions-brann-street}"
_EXCHANGED = "{figure: admissions-brann-street}, {figure: admissions-two-months}"


def _told(kind: str, check: str, edit: Edit, record: str) -> Mutation:
    return Mutation(kind, (edit,), check, record)


MUTATIONS = (
    _told("a share with its entries exchanged", "share-beyond-whole",
          swap("figures.yaml", "share-two-months", _ENTRIES, _EXCHANGED), "figures/share-two-months"),
    _told("a part above its whole", "share-beyond-whole",
          swap("data/admissions-2022.csv", "", "2022-05,137,", "2022-05,437,"), "figures/share-two-months"),
    _told("a day that its month has not", "impossible-date",
          append(_SUMMARY, "\nOn 31 June 2024 the court heard nobody.\n"), "narrative/summary"),
    _told("a day that its month has not", "impossible-date",
          append("narrative/summary-un.fr.md", "\nLe 29 février 2023, le tribunal n’a entendu personne.\n"),
          "narrative/summary-un.fr"),
    _told("a day that its month has not", "impossible-date",
          append("narrative/summary-un.es.md", "\nEl 31 de junio de 2024 el tribunal no oyó a nadie.\n"),
          "narrative/summary-un.es"),
    _told("a death told on another day", "event-told-differently",
          swap("case.yaml", "", "Tova Semrin, died. Daveth", "Tova Semrin, died on 15 May 2022. Daveth"),
          "case/example"),
    _told("a death told on another day", "event-told-differently",
          swap("allegations.yaml", "", "Tova Semrin died on 14 May 2022 from", "Tova Semrin died on 15 May 2022 from"),
          "allegations/death-of-semrin"),
    _told("a death told on another day", "event-told-differently",
          swap("allegations.yaml", "", "Semrin est mort le 14 mai 2022", "Semrin est mort le 15 mai 2022"),
          "allegations/death-of-semrin"),
)  # fmt: skip
