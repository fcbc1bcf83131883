"""Changes that an examination of the case found to slip: what a second look at the same paper brings out."""

from __future__ import annotations

from tests.mutations.mutation import Mutation, swap


def _changed(kind: str, file: str, record: str, old: str, new: str, check: str, found_at: str) -> Mutation:
    return Mutation(kind, (swap(file, record, old, new),), check, found_at)


MUTATIONS = (
    _changed("a basis at another place than is cited", "commands.yaml", "head-over-centre", "of 2019, para 2",
             "of 2019, para 4", "basis-cited-elsewhere", "commands/head-over-centre"),
    _changed("a basis at another place than is cited", "commands.yaml", "council-over-extensions", "Directive 17, cl 7",
             "Directive 17, cl 5", "basis-cited-elsewhere", "commands/council-over-extensions"),
    _changed("a basis at another place than is cited", "commands.yaml", "guard-over-department", "of 2015, art 33",
             "of 2015, art 9", "basis-cited-elsewhere", "commands/guard-over-department"),
    _changed("a basis in a clause that is not there", "events.yaml", "conversations-relative-b", "Directive 17, cl 9",
             "Directive 17, cl 19", "clause-not-of-authority", "events/conversations-relative-b"),
    _changed("an answer from before the step", "steps.yaml", "complaint-procurator",
             "\n  answer: Not registered; returned on 1 June", "\n  answer: Not registered; returned on 1 May",
             "answer-before-request", "steps/complaint-procurator"),
    _changed("an answer from before the step", "steps.yaml", "petition-court-of-review", "date: 2022-06-27",
             "date: 2023-06-27", "answer-before-request", "steps/petition-court-of-review"),
    _changed("a row from a bulletin that is older", "data/admissions-2022.csv", "", '230,"guard-bulletin-2022-q2',
             '230,"guard-bulletin-2022-q1', "row-newer-than-source", "datasets/admissions-2022"),
    _changed("a limb argued that was decided to be left out", "decisions.yaml", "torture-limbs",
             "Regulation 6(3)(b) and (f)", "Regulation 6(3)(a) and (f)", "decision-against-argument",
             "decisions/torture-limbs"),
)  # fmt: skip
