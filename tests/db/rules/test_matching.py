"""Who is one person: alike in a name is never enough, and what is rare weighs more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.matching import SURE, People, Traits, folded


def one(row: str, name: str, **traits: str) -> Traits:
    return Traits(row, folded(name), **traits)


CROWD = [
    one(f"c{n}", f"{first} {last}", sex="female", birth=f"{1955 + n % 45}-01-01~year", district=f"33.{n % 9:02d}")
    for n, (first, last) in enumerate(
        (first, last)
        for first in ("Siti", "Ani", "Umi", "Dewi", "Rina", "Yuni", "Sri", "Eka", "Fitri", "Nur")
        for last in ("Rahayu", "Lestari", "Wulandari", "Hidayat", "Santoso", "Utami", "Pratiwi")
    )
]  # fmt: skip


def likely(a: Traits, b: Traits) -> float:
    people = People([*CROWD, a, b])
    return people.probability(a, b)


def test_a_name_alone_is_never_sure() -> None:
    assert likely(one("a", "Siti Kartika"), one("b", "Siti Kartika")) < SURE


def test_name_and_phone_are_sure_whatever_the_titles_and_the_spelling() -> None:
    a = one("a", "Dr. Sitti Aminah, S.H.", phone="+6281234567890")
    b = one("b", "SITI AMINAH", phone="+6281234567890")
    assert likely(a, b) >= SURE


def test_words_in_another_order_are_the_same_name() -> None:
    a = one("a", "Dian Kartika", birth="1990-01-01~year", organization="o", district="33.25")
    b = one("b", "Kartika Dian", birth="1990-01-01~year", organization="o", district="33.25")
    assert likely(a, b) >= SURE


@pytest.mark.parametrize(
    "other",
    [
        {"birth": "1970-01-01~year"},
        {"sex": "male", "birth": "1990-01-01~year"},
        {"phone": "+6281111111111", "district": "33.01"},
    ],
)
def test_what_differs_speaks_against_it(other: dict[str, str]) -> None:
    a = one(
        "a",
        "Dian Kartika",
        sex="female",
        birth="1990-01-01~year",
        phone="+6281234567890",
        district="33.25",
    )
    assert likely(a, one("b", "Dian Kartika", **other)) < SURE


def test_a_phone_shared_in_a_family_does_not_make_one_person() -> None:
    a = one("a", "Siti Kartika", phone="+6281234567890", sex="female", birth="1970-01-01~year")
    b = one("b", "Budi Hartono", phone="+6281234567890", sex="male", birth="1968-01-01~year")
    assert likely(a, b) < SURE


def test_pairs_are_found_by_what_they_share() -> None:
    people = People(
        [*CROWD, one("a", "Nining Kartika", email="n@x.id"), one("b", "Nining K.", email="n@x.id")]
    )
    assert [(pair.first, pair.second) for pair in people.pairs()][:1] == [("a", "b")]


def test_who_was_let_go_is_found_no_more() -> None:
    known, asked = one("a", "Siti Rahayu"), one("b", "Siti Rahayu")
    people = People([known])
    assert people.best(asked) is not None
    people.forget()
    assert len(people) == 0
    assert people.best(asked) is None


names = st.text(alphabet="abdeiknrstu ", max_size=20)
traits = st.builds(
    Traits,
    id=st.uuids().map(str),
    name=names.map(folded),
    sex=st.sampled_from([None, "female", "male"]),
    birth=st.sampled_from([None, "1990-01-01~year", "1990-05-01", "1991-01-01~year", "1970-02-02"]),
    phone=st.sampled_from([None, "+628123", "+628124"]),
    email=st.sampled_from([None, "a@b.id"]),
    organization=st.sampled_from([None, "o", "p"]),
    district=st.sampled_from([None, "33.25", "33.74"]),
    position=st.sampled_from([None, "Ketua", "Staf"]),
)


def test_words_that_fit_one_way_only_weigh_the_same_both_ways() -> None:
    assert likely(one("a", "b anab"), one("b", "a n")) == likely(
        one("b", "a n"), one("a", "b anab")
    )


@given(st.lists(traits, min_size=2, max_size=8, unique_by=lambda one: one.id))
def test_a_probability_is_one_and_the_same_both_ways(known: list[Traits]) -> None:
    people = People(known)
    a, b = known[:2]
    assert 0 <= people.probability(a, b) <= 1
    assert people.probability(a, b) == pytest.approx(people.probability(b, a))
