"""Percentages, sums and days that a text gives otherwise than the records."""

from __future__ import annotations

from tests.mutations.mutation import Edit, Mutation, append, swap

_DATA, _SUMMARY = "narrative/data.md", "narrative/summary.md"
_SHARE = "{{ figure('share-two-months') }} of the admissions there in the half-year."
_CITED = "[@guard-bulletin-2022-q2, p. 12]"
_ACCOUNTS, _INTERVIEWS = "narrative/accounts.md", "[@cwk-report-2023, p. 11]"
_ENTRIES = "{figure: admissions-two-months}, {figure: admissions-brann-street}"
_EXCHANGED = "{figure: admissions-brann-street}, {figure: admissions-two-months}"


def _share(percentage: str, cited: str = "") -> Edit:
    return swap(_DATA, "", _SHARE, f"{percentage} of the admissions there in the half-year{cited}.")


def _typed(kind: str, *edits: Edit, record: str = "narrative/data") -> Mutation:
    return Mutation(kind, edits, "number-typed", record)


def _told(kind: str, check: str, edit: Edit, record: str) -> Mutation:
    return Mutation(kind, (edit,), check, record)


MUTATIONS = (
    _typed("a percentage with two digits swapped", _share("75.1%")),
    _typed("a percentage with two digits swapped", _share("51.7%", f" {_CITED}")),
    _typed("a percentage with two digits swapped", _share("75.1\nper cent")),
    _typed("a percentage with two digits swapped",
           append("narrative/facts-un.fr.md",
                  f"\nMai et juin comptent 75,1 pour cent des admissions à la rue Brann {_CITED}.\n"),
           record="narrative/facts-un.fr"),
    _typed("a percentage that misses its share", _share("57.2%")),
    _typed("a percentage that misses its share", _share("58 per cent", f" {_CITED}")),
    _typed("a percentage that misses its share",
           append("narrative/facts-un.es.md",
                  f"\nEn mayo y junio hubo un 57,2 % de los ingresos de la calle Brann {_CITED}.\n"),
           record="narrative/facts-un.es"),
    Mutation(
        "a share that no numbers of its table give",
        (append(_DATA, f"\nIn May and June there were 41% of the admissions at Quay Road {_CITED}.\n"),),
        "number-not-in-table", "narrative/data", is_note=True,
    ),
    _told("a share with its entries exchanged", "share-beyond-whole",
          swap("figures.yaml", "share-two-months", _ENTRIES, _EXCHANGED), "figures/share-two-months"),
    _told("a part above its whole", "share-beyond-whole",
          swap("data/admissions-2022.csv", "", "2022-05,137,", "2022-05,437,"), "figures/share-two-months"),
    _told("a sum of cells of another column", "number-not-in-table",
          swap(_DATA, "", "{{ figure('requests-in-time').number }} were", "22 were"), "narrative/data"),
    _told("a sum of other months", "number-not-in-table",
          swap(_DATA, "", "{{ figure('admissions-june').number }} in June", "69 in June"), "narrative/data"),
    _told("parts beside their total", "sentence-does-not-add-up",
          append(_ACCOUNTS, f"\nOf the 34, 27 were held at Brann Street and the other 8 elsewhere {_INTERVIEWS}.\n"),
          "narrative/accounts"),
    _told("parts beside their total", "sentence-does-not-add-up",
          append(_ACCOUNTS, f"\nOf the 12 relatives, 9 were let go that day and 4 kept overnight {_INTERVIEWS}.\n"),
          "narrative/accounts"),
    _told("a part above its whole", "sentence-does-not-add-up",
          swap("allegations.yaml", "torture-brann-street", "described by 21 of 27 f", "described by 72 of 27 f"),
          "allegations/torture-brann-street"),
    _told("a number of what is named by two words", "number-told-two-ways",
          swap("counts.yaml", "torture", "interviewed, 21 describe", "interviewed, 24 describe"), "counts/torture"),
    _told("a body with more members than recorded", "number-told-two-ways",
          swap("narrative/national-interest.md", "", "Council of nine members", "Council of twelve members"),
          "narrative/national-interest"),
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
