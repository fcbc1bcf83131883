"""The tags of our own files in a bundle, as one tree: what tells a screen reader headings, tables and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Pdf, String


def join_tags(into: Pdf, files: Iterable[tuple[Pdf, Sequence[Object]]]) -> None:
    """Give a file the tags of others, one after the other; each comes with its pages as they were copied.

    One that is not here as a whole, or has none, leaves its pages without tags.
    """
    kids: list[Object] = []
    parents: dict[int, Object] = {}
    names: dict[bytes, Object] = {}
    roles = Dictionary()
    for number, (file, pages) in enumerate(files):
        own = file.Root.get("/StructTreeRoot")
        if own is None or len(pages) < len(file.pages):
            for one, key in _numbered(pages):
                del one[key]
            continue
        for element in _elements(own.K):
            _set_apart(element, b"%d " % number)
        tree = into.copy_foreign(own)
        begin = max(parents, default=-1) + 1
        for one, key in _numbered(pages):
            one[key] = int(one[key]) + begin
        parents |= {begin + key: value for key, value in NumberTree(tree.ParentTree).items()}
        for role, standard in tree.get("/RoleMap", Dictionary()).items():
            roles[role] = standard
        if "/IDTree" in tree:
            names |= {bytes(one.ID): one for _, one in NameTree(tree.IDTree).items()}
        kids += _all(tree.K)
    if kids:
        root = into.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=roles))
        root.K = into.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array(kids)))
        root.ParentTree = Dictionary(Nums=Array([part for pair in sorted(parents.items()) for part in pair]))
        root.ParentTreeNextKey = max(parents, default=-1) + 1
        root.IDTree = Dictionary(Names=Array([part for key in sorted(names) for part in (String(key), names[key])]))
        for kid in kids:  # each was a document by itself
            kid.P, kid.S = root.K, Name.Part
        into.Root.StructTreeRoot, into.Root.MarkInfo = root, Dictionary(Marked=True)


def _numbered(pages: Iterable[Object]) -> Iterator[tuple[Object, str]]:
    """Give the pages and links that the tree knows by number, with the key of the number."""
    for page in pages:
        if "/StructParents" in page:
            yield page, "/StructParents"
        yield from ((one, "/StructParent") for one in page.get("/Annots", ()) if "/StructParent" in one)


def _elements(below: Object) -> Iterator[Object]:
    left = _all(below)
    while left:
        one = left.pop()
        if isinstance(one, Dictionary) and "/S" in one:
            yield one
            left += _all(one.get("/K"))


def _set_apart(element: Object, before: bytes) -> None:
    """Give an element a name that no other file has, and leave out what takes most room and says nothing new.

    That are the type of an element, the borders of cells, which are on the page, and the names of the cells that head
    one, which tell of themselves what they head.
    """
    del element["/Type"]
    if "/ID" in element:
        element.ID = String(before + bytes(element.ID))
    if "/A" in element:
        for attributes in _all(element.A):
            if "/Headers" in attributes:
                del attributes["/Headers"]
        kept = [one for one in _all(element.A) if "/BorderStyle" not in one and set(one.keys()) != {"/O"}]
        element.A = Array(kept)
        if not kept:
            del element["/A"]


def _all(one: Object | None) -> list[Object]:
    """Return what may be one, several or none as a list."""
    return list(one) if isinstance(one, Array) else [] if one is None else [one]
