"""The report tells what surrounds an activity, and keeps protected people out of all of it."""

import io

import pypdf
import pytest

from exports.catalogue import document
from resources.texts import translator
from tests.db import intentions
from tests.world import World


def report(world: World, activity: str, language: str = "id") -> str:
    made = document("activity_report")
    answer = world.database.read(made.question, made.complete({"activity": activity}))
    content = made.make(answer, translator(language), "pdf")
    reader = pypdf.PdfReader(io.BytesIO(content))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def tell(world: World, sql: str, **parameters: object) -> None:
    world.database.edit(intentions.run, sql, **parameters)


def test_an_agreement_is_told_with_parties_scope_and_commitments(
    world: World, activity: str
) -> None:
    office = world.organization("Komnas Melati")
    signer = world.person("Sri Lestari")
    for sql in (
        "INSERT INTO agreement (id, title, signing_activity_id, signed)"
        " VALUES ('g', 'Kerja Sama Pelatihan', :activity, '2026-11-24')",
        "INSERT INTO agreement_party (id, agreement_id, organization_id, signatory_id,"
        " signatory_position, contribution) VALUES ('p', 'g', :office, :signer, 'Ketua', 'Modul')",
        "INSERT INTO statement (id, subject, subject_id, level, text)"
        " VALUES ('s', 'agreement', 'g', 'scope', 'Ruang diskusi')",
        "INSERT INTO commitment (id, agreement_id, organization_id, text, unit, agreed)"
        " VALUES ('c', 'g', :office, 'Menyusun modul', 'versi bahasa', 2)",
    ):
        tell(world, sql, activity=activity, office=office, signer=signer)
    text = report(world, activity)
    for expected in (
        *("Kerja Sama Pelatihan", "Komnas Melati", "Sri Lestari, Ketua", "Modul"),
        *("Ruang diskusi", "Menyusun modul", "2 versi bahasa"),
    ):
        assert expected in text, expected


def test_barriers_practices_advice_and_quotes_stand_in_the_report(
    world: World, activity: str
) -> None:
    for sql in (
        "INSERT INTO issue (id, title, activity_id, barrier, solution)"
        " VALUES ('i', 'Sinyal', :activity, 'Sinyal lemah', 'Rekaman dibagikan')",
        "INSERT INTO issue (id, title, activity_id, repeatable)"
        " VALUES ('j', 'Rekaman sesi', :activity, 1)",
        "INSERT INTO recommendation (id, text, activity_id, to_whom)"
        " VALUES ('r', 'Anggarkan juru bahasa isyarat', :activity, 'Bappeda')",
        "INSERT INTO quote (id, words, activity_id, speaker_as_written)"
        " VALUES ('q', 'Kami belajar bersama', :activity, 'Seorang peserta')",
    ):
        tell(world, sql, activity=activity)
    text = report(world, activity)
    for expected in (
        *("Sinyal lemah", "Rekaman dibagikan", "Praktik baik", "Anggarkan juru bahasa isyarat"),
        *("Bappeda", "“Kami belajar bersama”", "Seorang peserta"),
    ):
        assert expected in text, expected


@pytest.mark.parametrize("language", ["id", "en"])
def test_protected_people_are_neither_quoted_nor_named_as_speaker_signatory_or_in_charge(
    world: World, activity: str, language: str
) -> None:
    office = world.organization("Komnas Melati")
    person = world.person(
        "Nama Rahasia", sensitive=True, organization_id=office, position="Rahasia"
    )
    session = world.session(activity, topic="Konsep")
    world.participant(activity, person, role_id="role:resource_person")
    for sql in (
        "INSERT INTO session_person (id, session_id, person_id, role_id)"
        " VALUES ('x', :sitting, :person, 'role:resource_person')",
        "INSERT INTO agreement (id, title, signing_activity_id) VALUES ('g', 'PKS', :activity)",
        "INSERT INTO agreement_party (id, agreement_id, organization_id, signatory_id,"
        " signatory_position) VALUES ('p', 'g', :office, :person, 'Jabatan Rahasia')",
        "INSERT INTO quote (id, words, activity_id, person_id)"
        " VALUES ('q', 'Kata Rahasia', :activity, :person)",
        "INSERT INTO action_plan (id, title, activity_id) VALUES ('a', 'RTL', :activity)",
        "INSERT INTO action_step (id, plan_id, number, what, person_id, in_charge)"
        " VALUES ('b', 'a', 1, 'Rapat', :person, 'Ibu Rahasia')",
    ):
        tell(world, sql, activity=activity, sitting=session, person=person, office=office)
    text = report(world, activity, language)
    assert "Rahasia" not in text
    assert "P-0001" in text
    assert "Rapat" in text


def test_figures_are_told_with_the_places_listed_and_whether_these_are_all(
    world: World, activity: str
) -> None:
    for sql in (
        "INSERT INTO reported_figure (id, subject, subject_id, measure, minimum, qualifier, basis,"
        " list_complete) VALUES ('f', 'activity', :activity, 'participants', 50, 'more_than',"
        " 'claimed', 0)",
        "INSERT INTO figure_place (id, figure_id, district_id, as_written, rank)"
        " VALUES ('1', 'f', '33.72', 'Solo', 1)",
        "INSERT INTO figure_place (id, figure_id, district_id, rank) VALUES ('0', 'f', '33.25', 0)",
    ):
        tell(world, sql, activity=activity)
    text = report(world, activity)
    assert "antara lain: Kabupaten Batang, Solo" in text
    assert "Klaim" in text


def test_a_session_without_a_clock_tells_how_long_it_was(world: World, activity: str) -> None:
    session = world.session(activity, topic="Konsep")
    tell(
        world,
        "UPDATE activity_session SET minutes_from = 120, minutes_to = 180 WHERE id = :sitting",
        sitting=session,
    )
    assert "2–3 jam" in report(world, activity)
    assert "2–3 hours" in report(world, activity, "en")
