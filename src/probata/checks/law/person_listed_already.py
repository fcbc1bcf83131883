"""A filing asks for measures against a person whom its addressee is recorded to have listed already.

Looks at filings of regimes that freeze, block or ban, for listings of their persons by the jurisdiction of the forum
that were found and have not ended. A request that speaks of the listing, or of further grounds, is left alone.

## Why it matters
The decision-maker knows its own list. A request that does not know it is answered with a reference to it, and what it
should have asked for, such as further grounds or that the listing be kept, is not looked at.

## Example
```yaml
case:
  title: Example
  persons_concerned: [orskelin]
  filings: [{id: submission, forum: uk-ghr, relief: [{measure: Asset freeze, argument: It would be just.}]}]
people: [{id: orskelin, name: Daveth Orskelin}]
listings: [{id: uk, person: orskelin, authority: United Kingdom, programme: UK Sanctions List, dates: 2023-03/..}]
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [orskelin]
  filings:
    - id: submission
      forum: uk-ghr
      relief: [{measure: Asset freeze, argument: He is listed already. It is asked that these grounds be added.}]
people: [{id: orskelin, name: Daveth Orskelin}]
listings: [{id: uk, person: orskelin, authority: United Kingdom, programme: UK Sanctions List, dates: 2023-03/..}]
```

## When to allow it
Where the listing is under another programme with other consequences, and the filing says so elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity, say
from probata.forum import Profile
from probata.model.case_file import Filing
from probata.model.listing import Listing, names_any

_SHORT_FORMS = {
    "united kingdom": ("uk", "british"),
    "united states of america": ("united states", "us", "usa"),
    "european union": ("eu",),
}
"""How lists call the jurisdictions of our forums besides their names."""
_OF_LISTS = re.compile(r"freez|block|\bbans?\b|entry|sanction|listing|designation|\bgel\b|congelación", re.IGNORECASE)
_KNOWN_OF = re.compile(
    r"\b(?:already|existing|(?:further|additional|new) grounds?|(?:is|was|been|are) (?:listed|designated|sanctioned)"
    r"|relist\w*|redesignat\w*|déjà|inscrit\w*|ya|inclui\w+)\b",
    re.IGNORECASE,
)


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings, once for each listing."""
    for filing, profile in case.filings:
        words = " ".join(text for one in filing.relief for text in (one.measure, one.argument or ""))
        if not _lists(profile) or not filing.relief or _KNOWN_OF.search(words):
            continue
        concerned = {person.id for person in case.graph.persons_concerned(filing)}
        day = filing.date or case.graph.case.as_of
        for listing in case.graph.listings:
            if listing.person in concerned and _is_by(listing, profile) and not listing.has_ended(day):
                yield _finding(case, filing, listing)


def _lists(profile: Profile) -> bool:
    """Tell whether a forum decides on listings; one that writes letters keeps no list."""
    return any(_OF_LISTS.search(measure.label) for measure in profile.measures)


def _is_by(listing: Listing, profile: Profile) -> bool:
    jurisdiction = (profile.jurisdiction or "").casefold()
    names = (jurisdiction, *_SHORT_FORMS.get(jurisdiction, ())) if jurisdiction else ()
    return listing.found and names_any(f"{listing.authority} {listing.programme or ''}", names)


def _finding(case: CheckInput, filing: Filing, listing: Listing) -> Finding:
    programme = f" ({say.words(listing.programme)})" if listing.programme else ""
    return case.finding(
        "filings", filing.id,
        f"{say.filing(filing)} asks for measures against {say.person(listing.person)} and says nothing of the listing "
        f"by {say.words(listing.authority)}{programme}",
        "say in the argument that the person is listed already, and ask for what that does not give", at=("relief",),
        notes=(f"the listing is at {case.graph.span('listings', listing.id)}",),
    )  # fmt: skip


CHECK = Check("LAW141", "person-listed-already", Severity.WARNING, "filings", run)
