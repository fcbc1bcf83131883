"""A small case for the special procedures in English, French and Spanish, and its documents.

All of it is fictional. It is written in English; the French and Spanish filings have most of it in translation, and the
particulars of the allegation and one narrative section in English alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tests.answers import KEPT
from tests.case_folder import BODIES, DATASETS, PEOPLE, ROLES, SOURCES, write_case
from tests.readers.tree_text import read_tree
from tests.reads import have_read

from probata.diagnostics import Diagnostic
from probata.document.inlines import Language, Text
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, plain_text
from probata.pipeline import Session, Workspace, make_document, open_case, open_workspace, plan

LANGUAGES = ("en-GB", "fr", "es")
CASE = """\
title: The Harbour Case
status: ready
as_of: 2026-10-30
state: Kelvandra
prepared_by: {name: Ada Brun, organisation: Harbour Watch, contact: office@harbour.example}
persons_concerned: [solvan]
filings:
  - id: letter-en
    forum: un-sp
    addressee: {name: Office of the High Commissioner for Human Rights}
    addressees: [{name: Working Group on Arbitrary Detention}]
    relief: [{measure: a letter of allegation}]
    language: en-GB
  - id: letter-fr
    forum: un-sp
    addressee: {name: Haut-Commissariat aux droits de l’homme}
    addressees: [{name: Groupe de travail sur la détention arbitraire}]
    relief: [{measure: une lettre d’allégation}]
    language: fr
  - id: letter-es
    forum: un-sp
    addressee: {name: Oficina del Alto Comisionado}
    addressees: [{name: Grupo de Trabajo sobre la Detención Arbitraria}]
    relief: [{measure: una carta de alegación}]
    language: es
summary: Guards of the harbour are said to have beaten prisoners.
translations:
  fr: {summary: "Des gardes du port auraient battu des prisonniers."}
  es: {summary: "Guardias del puerto habrían golpeado a prisioneros."}
"""
VICTIMS = """\
- id: sarrow
  name: {family: Sarrow, given: Iven}
  part_played: [victim]
- id: hidden
  name: {family: Quillon, given: Marit}
  part_played: [victim]
"""
CONSENTS = """\
- id: sarrow-un-sp
  person: sarrow
  forums: [un-sp]
  audiences: [decision_maker, state]
  obtained_on: 2026-09-01
  method: written
"""
ALLEGATIONS = """\
- id: beatings
  title: Alleged beatings in the harbour
  statement: It is alleged that guards beat 12000 prisoners.
  roles: [{role: solvan-commander}]
  conduct: [torture]
  period: 2022-05-01/2022-06-12
  provisions: [{instrument: uncat, provision: 1}]
  events: [raid]
  bodies: [guard]
  affected: {persons: [sarrow]}
  particulars: Guards beat prisoners on the quay [@report, p. 7].
  evidence: ["report, p. 7"]
  answer: {reason: The safety of those who spoke.}
  standard_of_proof: credible information
  translations:
    fr:
      title: Coups allégués dans le port
      statement: Il est allégué que des gardes ont battu 12000 prisonniers.
    es:
      title: Presuntos golpes en el puerto
      statement: Se alega que guardias golpearon a 12000 prisioneros.
"""
EVENTS = """\
- id: raid
  kind: operation
  title: Night on the quay
  dates: 2022-05-01
  place: The quay
  country: Kelvandra
  conduct: [torture]
  citations: report, p. 7
  translations:
    fr: {title: Nuit sur le quai, place: Le quai}
    es: {title: Noche en el muelle, place: El muelle}
"""
STEPS = """\
- id: complaint
  what: Complaint
  to: Prosecutor
  date: 2022-07-01
  answer: Not registered
  citations: report, p. 9
  translations:
    fr: {what: Plainte, to: Parquet, answer: Non enregistrée}
    es: {what: Denuncia, to: Fiscalía, answer: No registrada}
"""
DETAINED = "month,persons\n2022-04,9933\n2022-05,31\n"


def _section(name: str, language: str, order: int, title: str, text: str) -> str:
    return f"---\ntitle: {title}\nplace: {name}\nlanguage: {language}\norder: {order}\n---\n\n{text}\n"


BACKGROUND_EN = _section("background", "en-GB", 1, "The harbour", "The harbour lies in the north [@report, p. 1].")
BACKGROUND_FR = _section("background", "fr", 1, "Le port", "Le port se trouve dans le nord [@report, p. 1].")
BACKGROUND_ES = _section("background", "es", 1, "El puerto", "El puerto está en el norte [@report, p. 1].")
METHODS_EN = _section("background", "en-GB", 2, "The winter", "In winter the harbour is closed [@report, p. 2].")

FILES = {
    "case": CASE,
    "people": PEOPLE + VICTIMS,
    "bodies": BODIES + "  translations: {fr: {name: Garde du port}, es: {name: Guardia del puerto}}\n",
    "roles": ROLES,
    "consents": CONSENTS,
    "allegations": ALLEGATIONS,
    "events": EVENTS,
    "steps": STEPS,
    "sources": SOURCES,
    "datasets": DATASETS,
    "data/detained.csv": DETAINED,
    "narrative/background.md": BACKGROUND_EN,
    "narrative/background-fr.md": BACKGROUND_FR,
    "narrative/background-es.md": BACKGROUND_ES,
    "narrative/winter.md": METHODS_EN,
}


def open_letters(folder: Path, files: Mapping[str, str] = MappingProxyType({})) -> tuple[Session, Workspace]:
    """Write the case below `folder`, some files replaced, and read it."""
    workspace = replace(open_workspace(), store=KEPT)
    return open_case(have_read(write_case(folder, **{**FILES, **files})), "harbour", workspace), workspace


def letter(
    folder: Path, language: str, files: Mapping[str, str] = MappingProxyType({}), *, final: bool = False
) -> tuple[Document, list[Diagnostic]]:
    """Return the document in a language and what was found when it was made."""
    session, workspace = open_letters(folder, files)
    filing = next(found for found in plan(session, workspace) if found.language == language)
    document, _, found = make_document(session, workspace, filing, final)
    assert document is not None, [(each.name, each.message) for each in (*session.report, *found)]
    return document, list(found)


def text_of(document: Document) -> str:
    """Return what the document shows, its title and the lines at the head of its pages."""
    return "\n".join((*(item.text for item in read_tree(document)), document.meta.title, *document.meta.running))


def raw_text(document: Document) -> str:
    """Return all characters of the document as they are, no white space made equal."""
    return "".join(inline.text for inline in inlines_in_order(document.blocks) if isinstance(inline, Text))


def foreign_in(document: Document) -> list[tuple[str, str]]:
    """Return what the document marks as in another language, behind the tag of that language."""
    found = [inline for inline in inlines_in_order(document.blocks) if isinstance(inline, Language)]
    return [(inline.lang, plain_text(inline.inlines)) for inline in found]
