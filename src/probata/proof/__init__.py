"""What proves what: each allegation by each element of its legal tests, and the reads that stand.

Nothing here is an assertion: grades and gaps are for the team, and no part of them reaches a document.
"""

from probata.proof.matrix_of_proof import OfElement, Unfit, prove
from probata.proof.result import AllegationProof, Asked, Fault, Item, Row, Status

__all__ = ["AllegationProof", "Asked", "Fault", "Item", "OfElement", "Row", "Status", "Unfit", "prove"]
