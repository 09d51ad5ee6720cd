"""The words that ship with Rembuk: kinds, roles and statuses."""

import re
from collections import defaultdict

import pytest

from resources import reference

TERMS = reference.vocabularies()


def vocabulary(name: str) -> dict[str, reference.Term]:
    return {term.code: term for term in TERMS if term.vocabulary == name}


def test_every_vocabulary_of_the_forms_is_there() -> None:
    assert " ".join(sorted({term.vocabulary for term in TERMS})) == (
        "accommodation activity_kind activity_mode activity_status agreement_kind agreement_status"
        " attachment_kind consent_how consent_purpose disability_kind disability_method"
        " figure_measure follow_up_mode forum_role forum_status organization_kind"
        " organization_role participation_status person_group qualifier recommendation_status role"
        " sdg source_kind standing step_status theme"
    )


def test_codes_and_labels_are_unique_in_their_vocabulary() -> None:
    for of in ("code", "label_id", "label_en"):
        keys = [(term.vocabulary, getattr(term, of)) for term in TERMS]
        assert [key for key in keys if keys.count(key) > 1] == []


def test_every_word_has_a_label_in_both_languages_and_a_plain_code() -> None:
    for term in TERMS:
        assert term.label_id.strip() == term.label_id != ""
        assert term.label_en.strip() == term.label_en != ""
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", term.code), term


def test_ranks_count_from_one_without_a_gap() -> None:
    ranks = defaultdict(list)
    for term in TERMS:
        ranks[term.vocabulary].append(term.rank)
    assert {name: found == list(range(1, len(found) + 1)) for name, found in ranks.items()} == (
        dict.fromkeys(ranks, True)
    )


@pytest.mark.parametrize(
    ("name", "meanings"),
    [
        ("activity_status", {"planned", "held", "off", "unknown"}),
        ("role", {"participant", "team", "support", "observer"}),
        ("participation_status", {"expected", "off"}),
        ("step_status", {"open", "closed"}),
        ("recommendation_status", {"open", "closed"}),
        (
            "organization_kind",
            {
                *("government", "civil_society", "independent_body", "academia", "media"),
                *("private", "international", "community", "network", "parliament", "other"),
            },
        ),
    ],
)
def test_each_word_that_is_counted_by_has_a_meaning(name: str, meanings: set[str]) -> None:
    assert {term.meaning for term in vocabulary(name).values()} == meanings


def test_an_activity_is_held_when_it_runs_or_was_done_and_never_when_planned() -> None:
    statuses = vocabulary("activity_status")
    held = {code for code, term in statuses.items() if term.meaning == "held"}

    assert held == {"running", "done", "partly_done"}
    assert statuses["planned"].meaning == "planned"
    assert statuses["unconfirmed"].meaning == "unknown"


def test_only_participants_count_as_participants() -> None:
    roles = vocabulary("role")

    assert [code for code, term in roles.items() if term.meaning == "participant"] == [
        "participant"
    ]
    assert roles["facilitator"].meaning == roles["resource_person"].meaning == "team"
    assert roles["sign_interpreter"].meaning == roles["assistant"].meaning == "support"


def test_government_and_civil_society_are_told_apart() -> None:
    kinds = vocabulary("organization_kind")

    assert kinds["local_government"].meaning == "government"
    assert kinds["disability_organization"].meaning == "civil_society"
    assert kinds["independent_body"].meaning == "independent_body"
    assert kinds["parliament"].meaning == "parliament"


def test_opd_is_never_written_without_saying_which_of_its_two_meanings() -> None:
    bare = re.compile(r"\bOPD\b(?! \(perangkat daerah\))")

    assert [t for t in TERMS if bare.search(t.label_id) or bare.search(t.label_en)] == []
    assert "OPD (perangkat daerah)" in vocabulary("organization_kind")["local_government"].label_id
    assert "OPDis" in vocabulary("organization_kind")["disability_organization"].label_id


def test_agreements_show_their_long_name_before_the_letters() -> None:
    kinds = vocabulary("agreement_kind")

    assert kinds["cooperation_letter"].label_id == "Surat Perjanjian Kerja Sama (SPK)"
    assert kinds["mou"].label_id == "Nota Kesepahaman (MoU)"
    assert [term for term in kinds.values() if re.match(r"[A-Z]{2,}\b", term.label_id)] == []


def test_all_seventeen_goals_are_there_in_order() -> None:
    goals = vocabulary("sdg")

    assert list(goals) == [f"{number:02}" for number in range(1, 18)]
    assert goals["05"].label_id == "Kesetaraan Gender"


def test_the_qualifiers_of_reported_figures_are_there() -> None:
    assert set(vocabulary("qualifier")) == {
        *("exact", "more_than", "less_than", "about", "between", "planned", "claimed"),
    }
