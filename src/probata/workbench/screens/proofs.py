"""What proves what, element by element, and the figures with the way to each and the tables behind them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from probata.pipeline import matrix_of_proof
from probata.report.figures import figures_of, tables_of
from probata.report.proofs import proofs_of
from probata.workbench.bench import called, desk_of, page
from probata.workbench.screens.pictures import material_of


def proof(request: Request) -> Response:
    """Show the frame at once; the matrix follows, since what is unfit to prove anything is looked for first."""
    desk_of(request)
    return page(request, "proof.html", proofs=None)


def matrix(request: Request) -> Response:
    """Show each allegation by the elements of its legal tests, with what is cited for and against each."""
    desk = desk_of(request)
    material = material_of(desk)
    if material is None:
        return page(request, "unread.html")
    proofs = desk.known("proofs", lambda: proofs_of(replace(material, proofs=matrix_of_proof(desk.session()))))
    return page(request, "proof.html", proofs=proofs, called=partial(called, material.graph))


def figures(request: Request) -> Response:
    """Show each figure with its value, how it is computed, and its tables."""
    desk = desk_of(request)
    material = material_of(desk)
    if material is None:
        return page(request, "unread.html")
    shown = desk.known("figures", lambda: figures_of(material))
    tables = desk.known("tables", lambda: dict(zip(material.tables, tables_of(material), strict=True)))
    return page(request, "figures.html", figures=shown, tables=tables)


ROUTES = [
    Route("/pictures/proof", proof),
    Route("/pictures/proof/matrix", matrix),
    Route("/pictures/figures", figures),
]
