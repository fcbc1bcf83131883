"""A case whose witness must not be named, and in which many records name her all the same."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, PEOPLE, SOURCES, write_case

NAMES = ("Marit", "Quillon", "Марит", "KV-4471-Q", "1979-02-03", "+47 555 0199", "MQ")
"""What tells who she is; her id and that of her statement say nothing."""
WITNESS = """\
- id: w1
  name: {family: Quillon, given: Marit, native: {lang: ru, text: Марит Квиллон}}
  birth: {date: 1979-02-03}
  identifiers: [{type: passport, number: KV-4471-Q}]
  protected: [{kind: telephone, value: +47 555 0199}]
  part_played: [witness]
  consent_required: true
"""
STATEMENTS = """\
- id: st1
  person: w1
  kind: witness
  initials: MQ
  address: 4 Mill Lane, Ostamar
  paragraphs: [{id: p1, text: I saw the quay., basis: own_knowledge}]
"""
CONSENTS = "- {id: c1, person: w1, forums: [uk-cpr-ws], audiences: [decision_maker, accused, public]}\n"
EVENTS = """\
# What happened at the quay
- id: raid
  kind: incident
  title: "Raid seen by Marit Quillon"
  dates: 2022-05
  citations: report, p. 2
"""
TEXT = """\
---
title: The harbour
place: background
---

Marit Quillon mends nets [@report, p. 1]. Quillon saw the raid from the quay, and stayed there until
the morning.
"""


def protected_case(folder: Path) -> Path:
    """Write it below a folder and return its path; the court may know her name, others may not."""
    court = CASE.replace("forum: uk-ghr}", "forum: uk-ghr}\n  - {id: court, forum: uk-cpr-ws, statement: st1}")
    files = {"people": PEOPLE + WITNESS, "statements": STATEMENTS, "consents": CONSENTS, "events": EVENTS}
    return write_case(folder, **files, case=court, sources=SOURCES, **{"narrative/background.md": TEXT})
