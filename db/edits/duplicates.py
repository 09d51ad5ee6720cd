"""What users do with people who look like one: merge them, or remember that they are not."""

from sqlmodel import Session

from db.edits.edit import edit, get, put
from db.edits.people import SAME_PERSON
from db.errors import UserError
from db.log.identity import derived_id
from db.models import Alias, DifferentPeople, Person
from resources.texts import N_

# What the person who stays takes over from the other where nothing is known.
_TAKEN_OVER = (
    *("title_before", "title_after", "nickname", "form_of_address", "sex", "birth", "age_band"),
    *("age_band_on", "seeing", "hearing", "walking", "remembering", "self_care", "communicating"),
    *("disability_said", "disability_kind", "disability_method_id", "accommodation", "phone"),
    *("email", "address", "village", "district_id", "occupation", "position", "photo_id"),
)
ALREADY_MERGED = N_("One of the two was merged with somebody else a moment ago.")


@edit(N_("Merge members"))
def merge(session: Session, keep: str, other: str) -> None:
    """Two rows become one person: lists show ``keep``, counts count once, nothing is thrown away.

    What is not known of ``keep`` is taken from ``other``, whose name stays findable. Protection stays
    when either is protected. Raises UserError where a row is gone or merged already.
    """
    if keep == other:
        raise UserError(SAME_PERSON)
    stays, goes = get(session, Person, keep), get(session, Person, other)
    if stays.merged_into is not None or goes.merged_into is not None:
        raise UserError(ALREADY_MERGED)
    for name in _TAKEN_OVER:
        if getattr(stays, name) is None:
            setattr(stays, name, getattr(goes, name))
    stays.whatsapp = stays.whatsapp or (goes.whatsapp and stays.phone == goes.phone)
    if goes.sensitive and not stays.sensitive:
        stays.sensitive, stays.code = True, goes.code
    goes.merged_into = keep
    session.add_all([stays, goes])
    if goes.name.casefold() != stays.name.casefold():
        row = derived_id("alias", "person", keep, goes.name)
        put(session, Alias(id=row, subject="person", subject_id=keep, text=goes.name))


@edit(N_("Remember: not the same person"))
def not_the_same(session: Session, one: str, other: str) -> str:
    """These two look alike and are two; they are never offered as a pair again."""
    if one == other:
        raise UserError(SAME_PERSON)
    first, second = sorted((get(session, Person, one).id, get(session, Person, other).id))
    row = derived_id("different_people", first, second)
    put(session, DifferentPeople(id=row, first_id=first, second_id=second))
    return row
