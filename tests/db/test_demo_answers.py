"""The questions a report writer asks, answered as the five texts allow: with their words, or 'no data'."""

from collections import Counter

import pytest

from db.database import Database
from db.demo.shelf import key
from db.queries import facts as questions
from resources.texts import translator
from tests.db.test_demo import built, facts  # noqa: F401 - fixtures

T = translator("id")


def said(figure) -> str:
    return T.qualified(figure.qualifier, figure.minimum, figure.maximum, figure.unit or "")


@pytest.fixture
def ask(facts: Database):  # noqa: F811 - the fixture
    return lambda query, *args: facts.read(query, *args)


def test_the_share_with_disabilities_is_about_35_percent_and_nothing_more(ask) -> None:
    shares = [
        f for f in ask(questions.said_about, "activity", key("activity", "A20")) if f.unit == "%"
    ]
    assert [said(f) for f in shares] == ["sekitar 35\u00a0%"]
    assert shares[0].basis == "claimed"


def test_about_fourteen_of_forty_is_derived_and_what_it_is_of_stays_uncertain(ask) -> None:
    derived = ask(questions.derived_with_disability, key("activity", "A20"))
    assert (derived.number, derived.of) == (14, 40)
    assert derived.denominator.startswith("Tidak pasti")
    assert isinstance(
        ask(questions.derived_with_disability, key("activity", "A19")), questions.NoData
    )


def test_which_districts_have_both_sides_is_not_in_the_texts(ask) -> None:
    answer = ask(questions.districts_with_both, key("activity", "A20"))
    assert isinstance(answer, questions.NoData)
    assert answer.missing


def test_four_partners_founded_the_forum_of_central_java(ask) -> None:
    found = ask(questions.founders, key("forum", "N1"))
    assert [name for name, _ in found] == ["PEKKA", "KPI", "LRC-KJHAM", "Yasanti"]
    assert found[0][1][1] == "Lead organization"


def test_more_than_45_districts_are_claimed_20_are_named_3_are_not_certain(ask) -> None:
    (claim,) = ask(questions.claims, "districts")
    assert said(claim.figure) == "lebih dari 45"
    assert (len(claim.written), claim.distinct) == (21, 20)
    assert set(claim.uncertain) == {"Bandung", "Bogor", "Malang"}
    assert claim.complete is False


def test_what_was_planned_and_never_confirmed(ask) -> None:
    assert {row for row, _ in ask(questions.not_confirmed)} == {
        key("activity", name) for name in ("A02", "A05", "A24")
    }


def test_training_hours_are_a_range(ask) -> None:
    assert ask(questions.hours, key("activity", "A20")) == (12, 18)
    assert isinstance(ask(questions.hours, key("activity", "A02")), questions.NoData)


def test_who_works_in_more_than_one_programme(ask) -> None:
    found = ask(questions.in_several_programmes)
    assert set(found) == {"INFID", "Komnas HAM", "RWI", "BaKTI"}
    assert found["BaKTI"] == ("Program MAMPU", "Program MAMPU–BaKTI")
    assert found["INFID"] == (
        "Human Rights Cities (HRC) INFID",
        "Rangkaian Kegiatan Penguatan Kepemimpinan Perempuan di Negara Mayoritas Islam",
    )
    assert len(found["Komnas HAM"]) == 3


def test_agreements_tell_what_they_have_and_leave_the_rest_empty(ask) -> None:
    found = {a.title.split(" ")[0]: a for a in ask(questions.agreements)}
    whole, memorandum, letter = found["Penyelenggaraan"], found["MoU"], found["Surat"]
    assert (whole.signed, whole.parties, len(whole.scope)) == (
        "2023-11-17",
        ("Komnas Perempuan", "INFID"),
        3,
    )
    assert (memorandum.signed, memorandum.parties, memorandum.scope) == (None, (), ())
    assert letter.carries_out == memorandum.title
    assert letter.kind[0].startswith("Surat Perjanjian"), "never the bare SPK"


def test_good_practices_come_from_two_districts_and_a_foreign_city(ask) -> None:
    places = ask(questions.good_practices, key("activity_session", "A20-4"))
    assert places == ["Gwangju", "Kabupaten Wonosobo", "Kota Palu"]


def test_promises_have_no_dates_and_a_status_that_is_not_known(ask) -> None:
    found = ask(questions.promises)
    assert len(found) == 4
    assert {promise.until for promise in found} == {None, "Selepas pelatihan"}
    assert {promise.status and promise.status[1] for promise in found} == {None, "Not known"}
    assert Counter(promise.by_whom for promise in found) == {
        "INFID": 2,
        "Komnas Perempuan, INFID": 1,
        None: 1,
    }
    mentoring = next(promise for promise in found if promise.by_whom == "INFID")
    assert "pemda" in mentoring.together_with
    assert "masyarakat sipil" in mentoring.together_with


def test_objectives_stand_in_their_own_words(ask) -> None:
    assert len(ask(questions.texts, "programme", key("programme", "P2"), "objective")) == 4
    first = ask(questions.texts, "programme", key("programme", "P2"), "objective")[0]
    assert all(
        word in first
        for word in ("pemerintah", "anggota parlemen perempuan", "sektor swasta", "media")
    )


def test_all_objectives_stand_in_one_table(ask) -> None:
    found = ask(questions.objectives)
    by_thing = Counter(one.about for one in found)
    assert Counter(one.subject for one in found) == {"activity": 18, "programme": 4, "agreement": 1}
    assert by_thing["Forum Komunitas MAMPU"] == 4
    assert by_thing["Konferensi Perempuan Timur keempat"] == 2
    assert by_thing["Pelatihan Kabupaten Kota HAM 2023 secara daring"] == 2
    assert by_thing["Pertemuan Monitoring dan Evaluasi Program MAMPU"] == 2


def test_whom_the_community_forum_connects(ask) -> None:
    assert ask(questions.stakeholders, key("programme", "P2")) == [
        "Anggota parlemen perempuan",
        "Komunitas dampingan",
        "Media",
        "Mitra MAMPU",
        "Pemerintah",
        "Sektor swasta",
    ]


def test_three_countries_are_planned(ask) -> None:
    claims = {said(c.figure): c for c in ask(questions.claims, "participants")}
    assert claims["30 (rencana)"].written == ("Indonesia", "Malaysia", "Pakistan")


def test_thirteen_people_are_named_and_nobody_in_two_texts(ask) -> None:
    assert ask(questions.named_people) == 13
    assert ask(questions.in_several_texts) == []


def test_consent_is_known_for_none_of_the_media(ask) -> None:
    found = [
        one
        for name in ("A03", "A06", "A08", "A20")
        for one in ask(questions.media, key("activity", name))
    ]
    assert len(found) == 4
    assert {consent for *_, consent in found} == {None}
