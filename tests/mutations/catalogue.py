"""All changes that must be found."""

from tests.mutations import dates, evidence, figures, law, persons, structure, wording

MUTATIONS = (
    *dates.MUTATIONS,
    *law.MUTATIONS,
    *evidence.MUTATIONS,
    *figures.MUTATIONS,
    *wording.MUTATIONS,
    *structure.MUTATIONS,
    *persons.MUTATIONS,
)
