"""Changes of templates and forums: a document holds what its forum does not take, or not all that it asks for."""

from tests.mutations.mutation import Mutation, swap

BETWEEN = "::: plain\nBETWEEN\n"
"""What stands above the parties."""
COURT = ("templates/uk-cpr-ws/brief.md.j2", "")
PARTS = ("templates/_base/parts.md.j2", "")

MUTATIONS = (
    Mutation(
        "a table in a witness statement",
        (swap(*COURT, BETWEEN, f"| Month | Persons |\n|---|---|\n| May | 137 |\n\n{BETWEEN}"),),
        "block-not-taken",
        "filings/uk-cpr-ws",
        filing="uk-cpr-ws",
    ),
    Mutation(
        "a request in a witness statement",
        (swap(*COURT, BETWEEN, f"{{#request}}\n# Request\n\nI ask for damages.\n\n{BETWEEN}"),),
        "section-not-taken",
        "filings/uk-cpr-ws",
        filing="uk-cpr-ws",
    ),
    Mutation(
        "a submission without contents",
        (swap("templates/_base/submission.md.j2", "", '::: contents title="Contents"\n:::\n', ""),),
        "kind-missing",
        "filings/uk-ghr",
        filing="uk-ghr",
        is_note=True,
    ),
    Mutation(
        "contents asked for that are not there",
        (
            swap(
                "templates/uk-cpr-ws/forum.yaml",
                "",
                "  forbidden: [picture, table]\n",
                "  forbidden: [picture, table]\n  required: [contents]\n",
            ),
        ),
        "kind-missing",
        "filings/uk-cpr-ws",
        filing="uk-cpr-ws",
    ),
    Mutation(
        "a rule of the forum that was to be read again before today",
        (
            swap(
                "templates/uk-ghr/forum.yaml",
                "",
                "recheck_by: 2027-02-24\n    verified: true\n    remark: LLC",
                "recheck_by: 2026-12-15\n    verified: true\n    remark: LLC",
            ),
        ),
        "rule-due-today",
        "filings/uk-ghr",
        is_note=True,
    ),
    Mutation(
        "contrary evidence left out by a template",
        (swap(*PARTS, "{% if g.against %}", "{% if g.against and not g.evidence %}"),),
        "contrary-left-out",
        "allegations/torture-brann-street",
        filing="uk-ghr",
    ),
    Mutation(
        "a limit of words set too low",
        (
            swap(
                "templates/uk-ghr/forum.yaml",
                "",
                "limits:\n  rule: free-form",
                "limits:\n  words: 2000\n  rule: free-form",
            ),
        ),
        "too-many-words",
        "filings/uk-ghr",
        filing="uk-ghr",
    ),
)
