"""Changes of what a role answers for: the time of a ground, its grade, those who command, those whom a rule binds."""

from tests.mutations.mutation import Mutation, swap

TORTURE = ("allegations.yaml", "torture-brann-street")
DEATH = ("allegations.yaml", "death-of-semrin")
CUSTODY = ("allegations.yaml", "custody-without-trace")
RELATIVES = ("allegations.yaml", "conversations-with-relatives")

MUTATIONS = (
    Mutation(
        "a ground for a time without the role",
        (swap(*TORTURE, "          period: 2022-05-13\n", "          period: 2020-05-13\n"),),
        "conduct-outside-tenure",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a ground for a time without the role",
        (swap(*TORTURE, "          period: 2022-05-13\n", "          period: 2022-05-13/2024-12\n"),),
        "conduct-outside-tenure",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a period in whole years for a post held by the day",
        (swap(*DEATH, "\n  period: 2022-05-13/2022-05-15", "\n  period: 2021/2024"),),
        "conduct-outside-tenure",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "ultimate and direct in one record",
        (
            swap(
                *TORTURE,
                "over: the guards of the 4th Custody Battalion at Brann Street\n",
                "over: all guards on the second floor of Brann Street\n          grade: ultimate\n",
            ),
            swap(
                *TORTURE,
                "          alternative: true\n          citations:\n            - witness-a",
                "          citations:\n            - witness-a",
            ),
        ),
        "responsibility-told-differently",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a second body in command",
        (swap("commands.yaml", "council-over-extensions", "kind: oversight", "kind: command_de_jure"),),
        "two-bodies-in-command",
        "commands/battalion-over-centre",
    ),
    Mutation(
        "control that moved before the conduct",
        (
            swap(
                "bodies.yaml",
                "battalion-4",
                "body: custody-department, dates: 2019-04-01/..,",
                "body: custody-department, dates: 2019-04-01/.., what: staff}\n"
                "    - {kind: control_moved_to, body: council, dates: 2022-05-01,",
            ),
        ),
        "control-moved-elsewhere",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a rule that binds somebody else",
        (swap(*TORTURE, "instrument: iccpr\n      provision: 10", "instrument: un-charter\n      provision: 2(7)"),),
        "duty-of-another-state",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "torture by private bodies",
        tuple(
            swap("bodies.yaml", body, f"kind: {kind}\n", "kind: company\n")
            for body, kind in (
                ("battalion-4", "military_unit"),
                ("interior-guard", "military_unit"),
                ("brann-street", "prison"),
            )
        ),
        "element-without-state-act",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a contention on no paragraph",
        (
            swap(
                "authorities.yaml",
                "semrin-petition",
                "      citations: semrin-petition, para 14\n  read_on",
                "      citations: semrin-petition\n  read_on",
            ),
        ),
        "contention-without-place",
        "authorities/semrin-petition",
    ),
    Mutation(
        "an authority told beyond its kind",
        (
            swap("authorities.yaml", "semrin-petition", "kind: judgment", "kind: general_allegation"),
            swap(
                "authorities.yaml",
                "semrin-petition",
                "The Court made no finding on the cause of death.",
                "The Court condemned the death.",
            ),
        ),
        "authority-beyond-its-kind",
        "authorities/semrin-petition",
    ),
    Mutation(
        "a later judgment as knowledge",
        (
            swap(
                *TORTURE,
                "    - source: service-order-6\n      pinpoint: {type: paragraph, value: 2-4}",
                "    - source: semrin-petition\n      pinpoint: {type: paragraph, value: 2-4}",
            ),
            swap(*TORTURE, "elements: [superior-relationship, leader-or-official]", "elements: [knew]"),
        ),
        "authority-later-than-conduct",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "a post on an entry that anybody may edit",
        tuple(
            swap(
                "sources.yaml",
                source,
                f"url: https://gazette.example/{path}\n",
                "url: https://en.wikipedia.org/wiki/Gazette\n",
            )
            for source, path in (("gazette-2021-decree-41", "2021/17"), ("gazette-2023-decree-207", "2023/160"))
        ),
        "post-proved-once",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "an event on one secondary source",
        (
            swap(
                "events.yaml",
                "beating-witness-a",
                "citations: witness-a-statement, paras 7-8",
                "citations: cwk-report-2023, pp. 18-19",
            ),
        ),
        "post-proved-once",
        "events/beating-witness-a",
        is_note=True,
    ),
    Mutation(
        "a post left out of every allegation",
        (
            swap(*TORTURE, "  bodies: [battalion-4, brann-street]", "  bodies: [battalion-4]"),
            swap(*DEATH, "  bodies: [battalion-4, brann-street]", "  bodies: [battalion-4]"),
            swap(*CUSTODY, "interior-guard, brann-street]\n  affected", "interior-guard, battalion-4]\n  affected"),
            swap(*RELATIVES, "working-group-17, brann-street]", "working-group-17, battalion-4]"),
        ),
        "seat-not-charged",
        "roles/orskelin-battalion-4",
        is_note=True,
    ),
    Mutation(
        "a body that is younger than what it did",
        (swap("bodies.yaml", "brann-street", "founded: {value: 2019-04-01", "founded: {value: 2023-04-01"),),
        "body-outside-its-life",
        "events/night-of-13-may",
    ),
    Mutation(
        "a body that was set up on two days",
        (
            swap(
                "bodies.yaml",
                "working-group-17",
                "body: council, dates: 2021-03-04",
                "body: council, dates: 2020-03-04",
            ),
        ),
        "beginning-told-differently",
        "bodies/working-group-17",
    ),
    Mutation(
        "a term of art turned round",
        (
            swap(
                *CUSTODY,
                "rules that provide for custody without a court",
                "rules that flaunted the rights of detainees",
            ),
        ),
        "misused-term",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a link of the chain without dates",
        (
            swap(*DEATH, "  bodies: [battalion-4, brann-street]", "  bodies: [battalion-4]"),
            swap("events.yaml", "death-semrin", "lead_bodies: [battalion-4]", "lead_bodies: [brann-street]"),
            swap("commands.yaml", "battalion-over-centre", "\n  dates: 2019-04-01/..", ""),
            swap("bodies.yaml", "brann-street", "body: battalion-4, dates: 2019-04-01/..,", "body: battalion-4,"),
        ),
        "no-command-to-the-unit",
        "allegations/death-of-semrin",
        is_note=True,
    ),
    Mutation(
        "command that began after the act",
        (
            swap("events.yaml", "beating-witness-a", "lead_bodies: [battalion-4]", "lead_bodies: [brann-street]"),
            swap("roles.yaml", "orskelin-battalion-4", "    - {position: head-brann-street, function: side}\n", ""),
            swap("commands.yaml", "battalion-over-centre", "dates: 2019-04-01/..", "dates: 2022-05-25/.."),
            swap(
                "bodies.yaml",
                "brann-street",
                "body: battalion-4, dates: 2019-04-01/..,",
                "body: battalion-4, dates: 2022-05-25/..,",
            ),
        ),
        "no-command-to-the-unit",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "coordination of a part that is presented as command",
        (
            swap("roles.yaml", "orskelin-battalion-4", "    - {position: head-brann-street, function: side}\n", ""),
            swap("events.yaml", "death-semrin", "lead_bodies: [battalion-4]", "lead_bodies: [brann-street]"),
            swap("commands.yaml", "battalion-over-centre", "kind: command_de_jure", "kind: coordination"),
        ),
        "no-command-to-the-unit",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a post of which nothing says that it commands",
        (
            swap(
                "commands.yaml",
                "commander-over-battalion",
                "superior: commander-battalion-4\n  subordinate: battalion-4",
                "superior: commander-battalion-4\n  subordinate: council",
            ),
        ),
        "no-command-to-the-unit",
        "allegations/death-of-semrin",
        is_note=True,
    ),
    Mutation(
        "a centre that was handed over in the middle of the time",
        (
            swap("roles.yaml", "orskelin-battalion-4", "    - {position: head-brann-street, function: side}\n", ""),
            swap(
                "events.yaml",
                "operation-still-water",
                "  bodies: [battalion-4, brann-street]",
                "  bodies: [brann-street]",
            ),
            swap("commands.yaml", "battalion-over-centre", "dates: 2019-04-01/..", "dates: 2019-04-01/2022-05-20"),
            swap(
                "bodies.yaml",
                "brann-street",
                "body: battalion-4, dates: 2019-04-01/..,",
                "body: battalion-4, dates: 2019-04-01/2022-05-20,",
            ),
        ),
        "command-for-part-of-time",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a charge by the post alone",
        (swap(*DEATH, "conduct: [knew_and_did_not_prevent, did_not_punish]", "conduct: [held_post_only]"),),
        "responsibility-by-post-alone",
        "allegations/death-of-semrin",
        is_note=True,
    ),
    Mutation(
        "a commander charged as a civilian superior",
        (swap(*TORTURE, "instrument: iccpr\n      provision: 10", "instrument: rome-statute\n      provision: 28(b)"),),
        "mode-not-of-the-ground",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "command that goes round in a circle",
        (swap("commands.yaml", "guard-over-department", "superior: interior-guard", "superior: battalion-4"),),
        "circle-of-command",
        "commands/department-over-battalion",
    ),
    Mutation(
        "an event that is part of its own part",
        (
            swap(
                "events.yaml",
                "preventive-custody",
                "  kind: measure\n",
                "  kind: measure\n  part_of: [night-of-13-may]\n",
            ),
        ),
        "circle-of-records",
        "events/night-of-13-may",
    ),
)
