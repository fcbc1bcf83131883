"""A forum's template filled with what a filing may say: the Markdown of the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import jinja2
from markupsafe import Markup

from probata.compose.assignment import Assignment
from probata.compose.context import CaseContext
from probata.compose.environment import TemplateEnvironment
from probata.compose.evidence_schedule import ScheduleTable
from probata.compose.head_of_document import running_lines
from probata.compose.outside_blocks import outside_blocks
from probata.compose.phrases import Phrases
from probata.compose.place_in_template import in_word
from probata.compose.template_fault import explain_template_fault
from probata.compose.template_file import JINJA, template_of
from probata.compose.template_loader import TemplateLoader
from probata.compose.unknown_blocks import unknown_blocks
from probata.compose.unknown_names import unknown_names
from probata.diagnostics import Diagnostic
from probata.kept import Store
from probata.messages import Wording


@dataclass(frozen=True, slots=True)
class RenderedTemplate:
    """The text, and what it was made with."""

    name: str
    """Name of the template, such as `uk-ghr/brief.md.j2`."""
    text: str
    names: Mapping[str, Any]
    """What the template saw, and texts of records may print."""
    environment: TemplateEnvironment
    """Knows what the placeholders in the text stand for."""
    loader: TemplateLoader
    store: Store | None = None

    @property
    def own_text(self) -> str:
        """The template as its author wrote it."""
        return self.loader.texts.get(self.name, "")

    def faults(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the templates, though they could be filled."""
        return (*self.loader.findings, *self._lost())

    def _lost(self) -> tuple[Diagnostic, ...]:
        """Return what is written in them and never printed; that there is nothing is kept for the next run."""
        written = {name: text for name, text in sorted(self.loader.texts.items()) if name not in self.loader.words}
        key = f"printed-1-{sha256(repr(written).encode(errors='surrogatepass')).hexdigest()}"
        if self.store and self.store.read(key) is not None:
            return ()
        lost = (*outside_blocks(written, self.environment), *unknown_blocks(written, self.environment))
        if self.store and not lost:
            self.store.write(key, b"all")
        return lost


def render_template(
    task: Assignment, context: CaseContext, wording: Wording
) -> RenderedTemplate | tuple[Diagnostic, ...]:
    """Fill the template of a forum; where it cannot be used, return what is wrong with it, each fault once."""
    template = template_of(task.forum.folders)
    if isinstance(template, Diagnostic):
        return (template,)
    loader = TemplateLoader(task.roots)
    environment = TemplateEnvironment(jinja2.FunctionLoader(loader), task.is_final, wording=wording, store=task.store)
    names = _names(task, context, environment, wording)
    name = template.name if template else f"{task.forum.profile.id}/{JINJA}"
    has_schedule = task.forum.profile.citation.schedule
    schedule = ScheduleTable(context, environment.placeholders)() if has_schedule else Markup("")
    seen = {**names, "evidence_schedule": schedule}  # laid out for this text, so that no other may print it
    try:
        text = str(environment.get_template(name).render(seen))
    except jinja2.TemplateError as error:
        return loader.faults or _explained(error, loader, environment, seen)
    return RenderedTemplate(name, text, names, environment, loader, task.store)


def _names(
    task: Assignment, context: CaseContext, environment: TemplateEnvironment, wording: Wording
) -> dict[str, Any]:
    return {
        **context.names(),
        "words": Phrases(task.forum.words, task.language, environment.placeholders),
        "is_final": task.is_final,
        "running": running_lines(task, context.marking, wording),
    }


def _explained(
    error: jinja2.TemplateError, loader: TemplateLoader, environment: TemplateEnvironment, names: Mapping[str, Any]
) -> tuple[Diagnostic, ...]:
    """Say what stopped the template; of unknown names all are told, since each would stop it in its turn."""
    first = explain_template_fault(error, loader.texts, names)
    others = unknown_names(loader.texts, environment, names) if first.name == "unknown-name" else ()
    found = (first, *(found for found in others if found != first))
    return tuple(in_word(one, loader.words) for one in found)
