"""What `probata pull` found in a file, for other programs."""

from __future__ import annotations

import json
from typing import Any

from probata.cli.places_of_comments import PlacesOfComments
from probata.cli.pull_told import words_in
from probata.cli.pulled_document import Pulled
from probata.pull.beside_words import beside_words
from probata.pull.offers import Offer


def as_json(found: Pulled) -> str:
    """Return all of it for other programs."""
    places = PlacesOfComments(found.edited.text)
    body = {
        "file": found.edited.path.as_posix(),
        "filing": found.filing.id,
        "base": "made" if found.edited.copy else "records",
        "tracked_by": list(found.edited.text.tracked_by),
        "changes": [_offer(one) for one in found.offers],
        "comments": [
            {
                "author": c.author, "date": c.date, "words": c.words, "text": c.text, "is_answer": bool(c.answers),
                "resolved": c.is_resolved, "under": places.of(c)[0], "paragraph": places.of(c)[1] or None,
            }
            for c in found.edited.comments
        ],
    }  # fmt: skip
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _offer(one: Offer) -> dict[str, Any]:
    change, taken = one.change, one.taken
    return {
        "number": one.number,
        "kind": change.kind,
        "under": change.under,
        "paragraph": change.number or None,
        "moved_under": change.came_under or None,
        "before": words_in(change.base.text),
        "after": words_in(change.after.text),
        "beside_words": [*beside_words(change.base, change.edits), *change.layout],
        "belongs_to": change.owner,
        "record": change.origin.record if change.origin else None,
        "field": change.origin.field if change.origin else None,
        "place": str(taken.text.scalar.span) if taken else None,
        "can": [name for name, is_so in (("take", taken), ("keep", one.kept)) if is_so] + ["drop"],
        "taken_without": list(taken.without) if taken else [],
        "also_under": list(one.also),
        "contradicts": list(one.contradicts),
        "referred_to_under": list(one.breaks),
        "why_not": one.why or None,
        "records_now": None if change.current is None else words_in(change.current.text),
    }
