"""Changes that are kept in one document, and points that colleagues left open."""

from tests.mutations.mutation import Mutation, append

CHANGE = "- {{id: winter, filing: uk-ghr, before: {before}, after: {after}, author: Oda Quillfern, date: 2026-10-28}}\n"

MUTATIONS = (
    Mutation(
        "a document that says something else than the records",
        (append("changes.yaml", CHANGE.format(before="Submitting organisation", after="Who submits this")),),
        "kept-in-one-document",
        "changes/winter",
        is_note=True,
    ),
    Mutation(
        "a change of words that the document does not say any more",
        (append("changes.yaml", CHANGE.format(before="The organisation that submits this", after="Who submits this")),),
        "change-without-place",
        "changes/winter",
        filing="uk-ghr",
    ),
    Mutation(
        "a change of words that the document says in two places",
        (append("changes.yaml", CHANGE.format(before="Place of birth", after="Born at")),),
        "change-without-place",
        "changes/winter",
        filing="uk-ghr",
    ),
    Mutation(
        "a change that names a note which its words do not have",
        (append("changes.yaml", CHANGE.format(before="Draft statements of reasons", after="Reasons⟦1⟧")),),
        "change-not-made",
        "changes/winter",
        filing="uk-ghr",
    ),
    Mutation(
        "a comment of a colleague that nobody answered",
        (
            append(
                "points.yaml",
                "- {id: chain, about: roles/orskelin-battalion-4#dates, text: Is the last day sure?, "
                "author: Oda Quillfern, date: 2026-10-28}\n",
            ),
        ),
        "open-point",
        "points/chain",
    ),
    Mutation(
        "a word of conviction that one document alone has",
        (append("changes.yaml", CHANGE.format(before="Submitting organisation", after="Orskelin is a murderer.")),),
        "verdict-word",
        "changes/winter",
    ),
)
