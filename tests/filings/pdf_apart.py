"""A PDF made in a process that ends after a few: Typst keeps what it laid out until then, a gigabyte a document."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from probata.document.tree import Document
from probata.writers.format import WriteOptions, load_format

A_FEW = 3


def pdf_apart(tree: Document, options: WriteOptions) -> tuple[bytes, list[str]]:
    """Return a PDF and the messages of its findings."""
    return _process().submit(_made, tree, options).result()


@cache
def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=A_FEW)


def _made(tree: Document, options: WriteOptions) -> tuple[bytes, list[str]]:
    made = load_format("pdf").write(tree, options)
    return made.data, [found.message for found in made.diagnostics]
