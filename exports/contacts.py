"""Members who can be reached, for any address book (vCard 3.0, RFC 2426). Protected people are left out."""

from db.engine import Reader
from db.queries.contacts import Contact, contacts
from exports.document import ACTIVITY, Choice, Choices, Document
from resources.texts import N_, Texts

TITLE = N_("Contacts")


def _question(reader: Reader, choices: Choices) -> list[Contact]:
    return contacts(reader, choices["activity"])


def make(people: list[Contact], _: Texts, kind: str) -> bytes:
    """The contacts as ``vcf``."""
    assert kind == "vcf"  # noqa: S101 - the only format of this document
    return b"".join(map(_card, people))


def _card(one: Contact) -> bytes:
    from icalendar.cal import Component
    from icalendar.prop import vInline, vText

    card = Component()
    card.name = "VCARD"  # type: ignore[misc]  # of the class for iCalendar, of this one for us
    card.add("version", "3.0")
    card.add("uid", vText(one.id))
    card.add("fn", vText(one.name))
    # Names here have no family name: the whole of it is given.
    card.add("n", vInline(";" + vText(one.name).to_ical().decode() + ";;;"))
    for field, value in (("org", one.organization), ("title", one.position), ("email", one.email)):
        if value:
            card.add(field, vText(value))
    if one.phone:
        card.add("tel", vText(one.phone), parameters={"TYPE": "CELL"})
    return bytes(card.to_ical(sorted=False))


DOCUMENT = Document(
    key="contacts",
    contacts=True,
    title=TITLE,
    formats=("vcf",),
    choices=(Choice("activity", N_("Only those of an activity"), ACTIVITY),),
    question=_question,
    make=make,
)
