"""All changes that must be found."""

from tests.mutations import (
    beside,
    dates,
    evidence,
    figures,
    grounds,
    law,
    numbers,
    persons,
    proof,
    reads,
    shares,
    structure,
    templates,
    told,
    told_again,
    wording,
)

MUTATIONS = (
    *dates.MUTATIONS,
    *law.MUTATIONS,
    *grounds.MUTATIONS,
    *evidence.MUTATIONS,
    *figures.MUTATIONS,
    *wording.MUTATIONS,
    *structure.MUTATIONS,
    *persons.MUTATIONS,
    *proof.MUTATIONS,
    *numbers.MUTATIONS,
    *reads.MUTATIONS,
    *told.MUTATIONS,
    *told_again.MUTATIONS,
    *shares.MUTATIONS,
    *templates.MUTATIONS,
    *beside.MUTATIONS,
)
