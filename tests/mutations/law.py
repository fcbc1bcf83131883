"""Changes of the law: provisions, limbs, responsibility, command, treaties."""

from tests.mutations.mutation import Mutation, drop, swap

TORTURE = ("allegations.yaml", "torture-brann-street")
DEATH = ("allegations.yaml", "death-of-semrin")
CUSTODY = ("allegations.yaml", "custody-without-trace")
RELATIVES = ("allegations.yaml", "conversations-with-relatives")
ICCPR_10 = "instrument: iccpr\n      provision: 10"
CONTENTION = "      provision: 2\n      contention: true\n"
EU_FILING = "prohibition to make them available\n    persons: [orskelin, tovalka]\n"
"""The end of the filing `eu-ghrsr` in `case.yaml`, before its date."""
UK_FREEZE = "- measure: Asset freeze and travel ban\n"
"""What `uk-ghr` asks for, with nothing said for it."""

MUTATIONS = (
    Mutation(
        "a limb that is misspelt",
        (swap("counts.yaml", "death", "limb: 4(2)(a)", "limb: 4(2)a"),),
        "limb-unknown",
        "counts/death",
    ),
    Mutation(
        "a treaty joined after the conduct",
        (
            swap(
                "case.yaml",
                "",
                "uncat\n    status: party\n    in_force: 1998",
                "uncat\n    status: party\n    in_force: 2023",
            ),
        ),
        "treaty-not-in-force",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a treaty joined after the conduct",
        (
            swap(
                "case.yaml",
                "",
                "iccpr\n    status: party\n    in_force: 1998",
                "iccpr\n    status: party\n    in_force: 2022-08",
            ),
        ),
        "treaty-not-in-force",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a treaty joined after the conduct",
        (swap(*RELATIVES, "period: 2021-03-04/2022-06-20", "period: 1991-03-04/1992-06-20"),),
        "treaty-not-in-force",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a treaty left before the conduct",
        (swap("case.yaml", "", "uncat\n    status: party\n", "uncat\n    status: party\n    until: 2021\n"),),
        "treaty-not-in-force",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a treaty that was only signed, or not at all",
        (swap("case.yaml", "", "uncat\n    status: party\n    in_force: 1998", "uncat\n    status: signatory"),),
        "treaty-not-in-force",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a treaty that was only signed, or not at all",
        (swap(*CUSTODY, CONTENTION, "      provision: 2\n"),),
        "treaty-not-in-force",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a treaty that was only signed, or not at all",
        (swap(*CUSTODY, "provision: 7(1)(i)\n      contention: true\n", "provision: 7(1)(i)\n"),),
        "treaty-not-in-force",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a treaty that did not exist yet",
        (
            swap("case.yaml", "", "iccpr\n    status: party\n    in_force: 1998", "iccpr\n    status: party"),
            swap(*RELATIVES, "period: 2021-03-04/2022-06-20", "period: 1971-03-04/1972-06-20"),
        ),
        "treaty-not-in-force",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a standing in words alone",
        (swap("case.yaml", "", "uncat\n    status: party\n    in_force: 1998", "uncat"),),
        "treaty-not-in-force",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "a provision that the treaty does not have",
        (swap(*TORTURE, "instrument: uncat\n      provision: 16", "instrument: uncat\n      provision: 61"),),
        "provision-not-in-catalogue",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a provision that the treaty does not have",
        (swap(*CUSTODY, "provision: 7(1)(i)", "provision: 7(1)(y)"),),
        "provision-not-in-catalogue",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a provision that the treaty does not have",
        (swap(*DEATH, "instrument: uncat\n      provision: 12", "instrument: uncat\n      provision: 121"),),
        "provision-not-in-catalogue",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a provision that nobody read",
        (swap(*TORTURE, ICCPR_10, "instrument: icpped\n      provision: 17"),),
        "unverified-rule",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "no provision",
        (drop(*TORTURE, "provisions"),),
        "allegation-without-provision",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "no provision",
        (drop(*RELATIVES, "provisions"),),
        "allegation-without-provision",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a treaty that is not named",
        (swap(*TORTURE, ICCPR_10, "named: the Covenant\n      provision: 10"),),
        "instrument-not-identified",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "a limb that the records reach, not argued",
        (swap("counts.yaml", "custody", "limb: 1(1)(c)(v)", "limb: 1(1)(b)"),),
        "limb-not-argued",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a limb that the records reach, not argued",
        (swap("counts.yaml", "custody", "limb: 6(3)(b)", "limb: 6(3)(a)"),),
        "limb-not-argued",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "an argument under the wrong limb",
        (swap("counts.yaml", "death", "limb: 4(2)(a)", "limb: 6(3)(a)"),),
        "allegation-without-limb",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "an argument under the wrong limb",
        (swap("counts.yaml", "custody", "limb: 4(2)(b)", "limb: 6(3)(a)"),),
        "allegation-without-limb",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a basis without the victims that it asks for",
        (swap("counts.yaml", "torture", "limb: 10102(a)(1)(B)", "limb: 1(a)(iii)(A)"),),
        "allegation-without-limb",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a basis without the victims that it asks for",
        (swap("counts.yaml", "custody", "limb: 10102(a)(1)(B)", "limb: 10102(a)(2)"),),
        "allegation-without-limb",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "limbs of two bases, one of them incomplete",
        (swap("counts.yaml", "custody", "limb: 10101(2)", "limb: 10102(a)(1)(A)"),),
        "allegation-without-limb",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "an act without the condition on which it is covered",
        (swap("counts.yaml", "custody", "limb: 1(1)(d)\n", "limb: 1(1)(d)(iv)\n"),),
        "allegation-without-limb",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "conduct that the forum does not reach",
        (
            swap(*CUSTODY, ", cruel_inhuman_degrading_treatment]\n  period", "]\n  period"),
            swap("counts.yaml", "custody", "limb: 4(2)(b)", "limb: 6(3)(a)"),
        ),
        "conduct-not-covered",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a citizen of the State that would sanction",
        (swap("people.yaml", "orskelin", "- {value: Kelvandran,", "- {value: American,"),),
        "person-not-reached",
        "people/orskelin",
    ),
    Mutation(
        "one role graded in two ways",
        (swap(*DEATH, "grade: direct", "grade: ultimate"),),
        "responsibility-told-differently",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "one role graded in two ways",
        (swap("roles.yaml", "orskelin-battalion-4", "label: command", "label: oversight"),),
        "responsibility-told-differently",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "called ultimate below a superior",
        (swap("roles.yaml", "orskelin-battalion-4", "grade: direct", "grade: ultimate"),),
        "ultimate-below-superior",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "called ultimate below a superior",
        (swap(*TORTURE, "grade: direct", "grade: ultimate"),),
        "ultimate-below-superior",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "oversight labelled command",
        (swap("roles.yaml", "tovalka-working-group", "label: oversight", "label: command"),),
        "oversight-as-command",
        "roles/tovalka-working-group",
    ),
    Mutation(
        "oversight labelled command",
        (swap("roles.yaml", "tovalka-council-5", "label: oversight", "label: command"),),
        "oversight-as-command",
        "roles/tovalka-council-5",
    ),
    Mutation(
        "oversight labelled command",
        (swap(*RELATIVES, "label: oversight\n          link: member_of", "label: command\n          link: member_of"),),
        "oversight-as-command",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a number of law that nobody gives",
        (
            swap(
                "allegations.yaml",
                "torture-brann-street",
                "provision: 1\n      remark: Severe pain",
                "provision: 1\n      inferred: true\n      remark: Severe pain",
            ),
        ),
        "provision-not-in-catalogue",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "an act of another unit",
        (swap("events.yaml", "beating-witness-a", "lead_bodies: [battalion-4]", "lead_bodies: [interior-guard]"),),
        "no-command-to-the-unit",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "an act of another unit",
        (swap("events.yaml", "death-semrin", "lead_bodies: [battalion-4]", "lead_bodies: [procurator]"),),
        "no-command-to-the-unit",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "an act of another unit",
        (swap("events.yaml", "refusal-semrin", "lead_bodies: [brann-street]", "lead_bodies: [custody-department]"),),
        "no-command-to-the-unit",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "rules of the forum that have run out",
        (swap("case.yaml", "", "\nas_of: 2026-10-30", "\nas_of: 2028-10-30"),),
        "rule-out-of-date",
        "filings/uk-ghr",
    ),
    Mutation(
        "rules of the forum that have run out",
        (swap("case.yaml", "", f"{EU_FILING}    date: 2026-10-30", f"{EU_FILING}    date: 2027-03-01"),),
        "rule-out-of-date",
        "filings/eu-ghrsr",
    ),
    Mutation(
        "a responsibility left out",
        (drop("roles.yaml", "tovalka-working-group", "responsibility"),),
        "allegation-without-responsibility",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a responsibility left out",
        (drop("roles.yaml", "tovalka-council-5", "responsibility"),),
        "allegation-without-responsibility",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "an allegation on no role", (drop(*DEATH, "roles"),), "allegation-without-role", "allegations/death-of-semrin"
    ),
    Mutation(
        "an allegation on no role",
        (drop(*TORTURE, "roles"),),
        "allegation-without-role",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a relation that rests on a later rule",
        (swap("sources.yaml", "law-public-order", "issued: 2015", "issued: 2016"),),
        "rule-later-than-use",
        "commands/guard-over-department",
        is_note=True,
    ),
    Mutation(
        "what others have before them",
        (swap("listings.yaml", "orskelin-uk", "found: false", "found: true"),),
        "person-listed-already",
        "filings/uk-ghr",
    ),
    Mutation(
        "what others have before them",
        (
            swap(
                "steps.yaml",
                "request-inquiry",
                "to: Office of the Procurator of Ostamar",
                "to: Committee against Torture",
            ),
        ),
        "pending-procedure-not-told",
        "filings/un-sp",
    ),
    Mutation(
        "a provision on other conduct",
        (swap(*TORTURE, ICCPR_10, ICCPR_10.replace("10", "14")),),
        "provision-of-other-conduct",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a measure that the forum does not know",
        (swap("case.yaml", "", f"{UK_FREEZE}    persons", "- measure: Trade embargo\n    persons"),),
        "measure-not-of-the-forum",
        "filings/uk-ghr",
    ),
    Mutation(
        "a contention beside the holdings",
        (
            swap(
                "authorities.yaml",
                "semrin-petition",
                "citations: semrin-petition, para 14",
                "citations: semrin-petition, para 41",
            ),
        ),
        "contention-beside-holdings",
        "authorities/semrin-petition",
        is_note=True,
    ),
    Mutation(
        "a contention beside the holdings",
        (swap("authorities.yaml", "semrin-petition", "      paragraph: 14\n", "      paragraph: 41\n"),),
        "contention-beside-holdings",
        "authorities/semrin-petition",
        is_note=True,
    ),
    Mutation(
        "a digit too many in the paragraph of a judgment",
        (swap(*DEATH, "value: 9}\n      supports: Alive on", "value: 90}\n      supports: Alive on"),),
        "contention-beside-holdings",
        "allegations/death-of-semrin",
        is_note=True,
    ),
    Mutation(
        "a holding that was not read in the judgment",
        (swap("authorities.yaml", "semrin-petition", "paragraph: 14\n      verified: true", "paragraph: 14"),),
        "unverified-rule",
        "authorities/semrin-petition",
        is_note=True,
    ),
    Mutation(
        "a reservation of the State to the provision named",
        (
            swap(
                "case.yaml",
                "",
                "iccpr\n    status: party\n    in_force: 1998\n",
                "iccpr\n    status: party\n    in_force: 1998\n"
                "    reservations: [{provision: 10, text: where means allow}]\n",
            ),
        ),
        "provision-under-reservation",
        "allegations/torture-brann-street",
        is_note=True,
    ),
)
