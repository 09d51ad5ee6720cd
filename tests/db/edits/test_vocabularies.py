"""Words that an admin adds, renames, orders and hides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.database import Database
from db.edits import vocabularies as edits
from db.edits.vocabularies import TermDraft
from db.errors import InvalidDraftError, UserError
from db.queries import activities, history, statistics
from db.queries import vocabularies as questions
from db.queries.taken_part import Scope
from db.rules import vocabularies as rules
from db.rules.vocabularies import CODE, MEANINGS, NEEDED, OPEN, code_of, shipped
from resources import reference
from tests.world import World


def add(database: Database, label: str = "Radio komunitas", **fields: str) -> str:
    values = {"vocabulary": "activity_kind", "label_en": "Community radio", **fields}
    return database.edit(edits.add, TermDraft(label_id=label, **values)).value


def refused(database: Database, draft: TermDraft) -> dict[str, str]:
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(edits.add, draft)
    return {problem.field: problem.text for problem in refusal.value.problems}


def words(database: Database, vocabulary: str = "activity_kind") -> list[questions.WordRow]:
    return database.read(questions.words, vocabulary)


def offered(database: Database, vocabulary: str = "activity_kind") -> list[str]:
    return [term.id for term in database.read(questions.terms, vocabulary)]


def test_a_new_word_stands_last_and_its_code_follows_from_its_name(database: Database) -> None:
    row = add(database)
    assert row == "activity_kind:community_radio"
    last = words(database)[-1]
    assert (last.id, last.label, last.own) == (row, ("Radio komunitas", "Community radio"), True)
    assert offered(database)[-1] == row
    assert not any(word.own for word in words(database)[:-1])


def test_without_an_english_name_the_indonesian_one_stands_in_both(database: Database) -> None:
    row = database.edit(edits.add, TermDraft("theme", "Sawah lestari")).value
    assert row == "theme:sawah_lestari"
    assert database.read(questions.label, row) == ("Sawah lestari", "Sawah lestari")


def test_another_word_with_the_same_code_gets_a_number(database: Database) -> None:
    add(database)
    other = add(database, "Radio warga", label_en="Community  radio!")
    assert other == "activity_kind:community_radio_2"


def test_the_same_word_twice_is_refused_beside_its_label(database: Database) -> None:
    add(database)
    again = TermDraft("activity_kind", "RADIO KOMUNITAS", "Something else")
    assert refused(database, again) == {"label_id": edits.WORD_TAKEN}
    given_code = TermDraft("activity_kind", "Baru", "New", code="workshop")
    assert refused(database, given_code) == {"code": edits.CODE_TAKEN}


def test_a_hidden_word_comes_back_when_it_is_added_again(database: Database) -> None:
    row = add(database)
    database.edit(edits.hide, row)
    assert row not in offered(database)
    assert add(database) == row
    assert row in offered(database)


def test_what_has_a_hidden_word_keeps_it(database: Database, world: World) -> None:
    kind = add(database)
    activity = world.activity(kind_id=kind)
    database.edit(edits.hide, kind)
    card = database.read(activities.card, activity)

    assert card is not None
    assert card.row.kind == ("Radio komunitas", "Community radio")
    assert [word.hidden for word in words(database) if word.id == kind] == [True]
    database.edit(edits.show, kind)
    assert kind in offered(database)


@pytest.mark.parametrize("term", sorted(NEEDED))
def test_words_that_the_program_needs_cannot_be_hidden(database: Database, term: str) -> None:
    with pytest.raises(UserError) as refusal:
        database.edit(edits.hide, term)
    assert refusal.value.text == edits.IS_NEEDED
    assert term in shipped()


def test_a_shipped_word_is_renamed_but_means_what_it_meant(database: Database) -> None:
    term = "role:participant"
    draft = database.read(edits.draft, term)
    draft.label_id = "Warga belajar"
    database.edit(edits.change, term, draft)
    assert database.read(questions.label, term) == ("Warga belajar", "Participant")

    for field, value in (("meaning", "observer"), ("code", "other"), ("vocabulary", "theme")):
        wrong = database.read(edits.draft, term)
        setattr(wrong, field, value)
        with pytest.raises(InvalidDraftError):
            database.edit(edits.change, term, wrong)


def test_an_own_word_counts_as_what_it_means(database: Database, world: World) -> None:
    held = database.edit(
        edits.add, TermDraft("activity_status", "Uji coba", "Piloted", meaning="held")
    ).value
    activity = world.activity(status=held.split(":")[1])
    world.mark(world.participant(activity, world.person()), world.session(activity))
    assert database.read(statistics.statistics, Scope(activity=activity)).people == 1

    draft = database.read(edits.draft, held)
    draft.meaning = "off"
    database.edit(edits.change, held, draft)
    assert database.read(statistics.statistics, Scope(activity=activity)).people == 0


@pytest.mark.parametrize(
    ("draft", "problems"),
    [
        (TermDraft(), {"vocabulary", "label_id"}),
        (TermDraft("sdg", "Tujuan 18"), {"vocabulary"}),
        (TermDraft("theme", "x" * 81, "x"), {"label_id"}),
        (TermDraft("theme", "x", "x" * 81), {"label_en"}),
        (TermDraft("theme", "x", code="Bukan Kode"), {"code"}),
        (TermDraft("theme", "x", meaning="held"), {"meaning"}),
        (TermDraft("role", "x"), {"meaning"}),
        (TermDraft("role", "x", meaning="held"), {"meaning"}),
    ],
)
def test_wrong_words_are_told_field_by_field(
    database: Database, draft: TermDraft, problems: set[str]
) -> None:
    assert set(refused(database, draft)) == problems


def test_words_are_put_into_another_order_and_back(database: Database) -> None:
    before = offered(database)
    database.edit(edits.arrange, "activity_kind", before[::-1])
    assert offered(database) == before[::-1]
    database.undo()
    assert offered(database) == before

    database.edit(edits.arrange, "activity_kind", [before[2], "theme:x"])
    assert offered(database) == [before[2], *before[:2], *before[3:]]


def test_an_order_or_a_name_that_is_there_already_writes_nothing(database: Database) -> None:
    row = add(database)
    edited = len(database.read(history.edits, limit=100))
    database.edit(edits.arrange, "activity_kind", offered(database))
    database.edit(edits.change, row, database.read(edits.draft, row))
    assert len(database.read(history.edits, limit=100)) == edited


def test_what_was_done_to_words_is_undone_and_done_again(database: Database) -> None:
    fresh = words(database)
    row = add(database)
    added = words(database)
    database.edit(edits.hide, row)
    for expected in (added, fresh):
        database.undo()
        assert [word for word in words(database) if not word.hidden] == expected
    database.redo()
    assert words(database) == added
    assert database.check() == []


def test_the_rules_know_every_meaning_that_ships() -> None:
    terms = [term for term in reference.vocabularies() if term.vocabulary in OPEN]
    assert {term.vocabulary for term in terms} == set(OPEN)
    meant: dict[str, set[str | None]] = {}
    for term in terms:
        meant.setdefault(term.vocabulary, set()).add(term.meaning)
    assert {name: found for name, found in meant.items() if found != {None}} == {
        name: set(meanings) for name, meanings in MEANINGS.items()
    }


@given(st.text(min_size=1))
def test_every_label_gives_a_code(label: str) -> None:
    assert CODE.fullmatch(code_of(label))
    assert len(code_of(label)) <= rules.LONGEST_CODE
