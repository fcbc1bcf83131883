"""A text says that nobody denies what is alleged, and a denial is recorded.

Looks at our sentences and printed lines in English, French and Spanish for "no official has denied", "nobody disputes",
"has never been contested" and the like. In the text of an allegation it is compared with what is recorded against it:
evidence marked `against: true`, the person's answer, and how those responsible speak of its events (`attribution`),
where that is a denial; elsewhere with that of all allegations; and with the section `contrary-evidence`. Where the
sentence goes on with what was not denied, "has denied that he was there", or only calls a thing "undisputed", it may be
another thing than is denied: that is a note, in the texts of allegations alone.

## Why it matters
The reader finds the denial some pages on, in the same document. Whoever overlooks their own contrary evidence is not
believed on the rest.

## Example
```yaml
case: {title: Example}
sources: [{id: release, title: Press release, held: held}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    particulars: No official has denied the beatings.
    evidence: [{source: release, supports: The prison denies them, against: true}]
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: release, title: Press release, held: held}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    particulars: The prison denies the beatings in its press release.
    evidence: [{source: release, supports: The prison denies them, against: true}]
```

## When to allow it
Where what is denied is another thing than the sentence speaks of: say in it of what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.texts.denials_recorded import Denial, denials_recorded
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import any_of, languages_of, one_of, whole_words, word_list
from probata.diagnostics import Severity

_SAID = ("undenied", "undisputed")
"""Keys of the words by which a text says that nobody speaks against it, the surer first."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each word that nobody speaks against it with the denials that are recorded."""
    denials = denials_recorded(case)
    for language in languages_of("disputes") if denials else ():
        any_word = one_of(tuple(one for key in _SAID for one in word_list("disputes", language)[key]))
        for sentence in printed_saying(case.graph, language, any_word.search):
            for key in _SAID:
                said = any_of("disputes", key, language).search(sentence.own)
                if said and (denial := _against(sentence, denials)):
                    is_of_one = key == "undisputed" or _goes_on(sentence, said.end())
                    if not is_of_one or sentence.text.kind == "allegations":
                        yield _finding(case, sentence, said, denial, is_of_one=is_of_one)
                    break


def _against(sentence: Sentence, denials: tuple[Denial, ...]) -> Denial | None:
    """Return a denial that a sentence overlooks: in the text of an allegation one against it, or against all."""
    own = sentence.text.record_id if sentence.text.kind == "allegations" else None
    itself = (sentence.text.kind, sentence.text.record_id)
    fitting = (one for one in denials if own is None or one.allegation in (own, None))
    return next((one for one in fitting if one.record != itself or own), None)


def _goes_on(sentence: Sentence, end: int) -> bool:
    """Tell whether a sentence says what it is that was not denied."""
    that = whole_words(str(word_list("disputes", sentence.language)["that"]))
    return that.match(sentence.own[end:].lstrip()) is not None


def _finding(case: CheckInput, sentence: Sentence, said: re.Match[str], denial: Denial, *, is_of_one: bool) -> Finding:
    start, end = (sentence.start + at for at in said.span())
    return finding_of_words(
        case, sentence.text, (start, end),
        f"the text says `{' '.join(said[0].split())}`, and {denial.told}",
        "write who denies what, with the place, or say of what alone nobody does",
        severity=Severity.INFO if is_of_one else None,
        outcome=Outcome.CANNOT_TELL if is_of_one else Outcome.FAILED,
    )  # fmt: skip


CHECK = Check(
    "EVI158", "dispute-not-told", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)  # fmt: skip
