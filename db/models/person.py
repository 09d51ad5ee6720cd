"""People: who they are, where they belong, what they agreed to."""

from sqlalchemy import Index, text
from sqlmodel import Field

from db.models.base import Exchanged, flag, owner, ref


class Person(Exchanged, table=True):
    """A forum member or anybody named.

    ``sex``: female, male, other, not_said; None is 'not recorded'. ``birth``: partial date.
    ``age_band`` with ``age_band_on`` when only a band at a date is known.
    ``seeing`` … ``communicating``: Washington Group Short Set answers 0–3, None is 'not asked'.
    ``disability_said``: yes, no, not_said; None is 'not asked'. ``phone``: E.164.
    ``sensitive``: name replaced by ``code`` in every export unless unlocked.
    ``merged_into``: this row is a duplicate of that one.
    """

    __tablename__ = "person"
    __table_args__ = (
        Index(
            *("ix_person_list", "removed", text("name COLLATE NOCASE"), "id", "sex", "birth"),
            *("district_id", "sensitive", "disability_said", "seeing", "hearing", "walking"),
            *("remembering", "self_care", "communicating"),
        ),
        Index("ix_person_district", "district_id", "removed", "id"),
        Index("ix_person_merged", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    )
    name: str
    title_before: str | None = None
    title_after: str | None = None
    nickname: str | None = None
    form_of_address: str | None = None
    sex: str | None = None
    birth: str | None = None
    age_band: str | None = None
    age_band_on: str | None = None
    seeing: int | None = None
    hearing: int | None = None
    walking: int | None = None
    remembering: int | None = None
    self_care: int | None = None
    communicating: int | None = None
    disability_said: str | None = None
    disability_kind: str | None = None
    disability_method_id: str | None = ref("term")
    accommodation: str | None = None
    phone: str | None = None
    whatsapp: bool = flag()
    email: str | None = None
    address: str | None = None
    village: str | None = None
    district_id: str | None = ref("district")
    occupation: str | None = None
    position: str | None = None
    photo_id: str | None = ref("attachment")
    notes: str | None = None
    sensitive: bool = flag()
    code: str | None = None
    merged_into: str | None = Field(default=None, foreign_key="person.id")
    erased: bool = flag()


class Affiliation(Exchanged, table=True):
    """Person in an organization; ``standing``: definitive, acting, former, elected."""

    __tablename__ = "affiliation"
    person_id: str = owner("person")
    organization_id: str = owner("organization")
    position: str | None = None
    unit: str | None = None
    standing_id: str | None = ref("term")
    starts: str | None = None
    ends: str | None = None
    main: bool = flag()


class Consent(Exchanged, table=True):
    """One answer to one question: may we use data, photo, contact; never overwritten by another purpose."""

    __tablename__ = "consent"
    person_id: str = owner("person")
    purpose_id: str = Field(foreign_key="term.id")
    given: bool
    date: str | None = None
    how_id: str | None = ref("term")
    text_version: str | None = None
    given_by: str | None = None
    relation: str | None = None
    withdrawn: str | None = None


class DifferentPeople(Exchanged, table=True):
    """Two people who look like one and are not. Id derived from both; ``first_id`` sorts before the other."""

    __tablename__ = "different_people"
    first_id: str = owner("person")
    second_id: str = owner("person")
