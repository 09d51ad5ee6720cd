"""What is personal: the fields that an erasure blanks, and those that stay so that counts stay right."""

from dataclasses import dataclass

BLANK_TEXT = "–"
"""Stands where a text is required; the same in every language."""

# Of a person stay what donors' counts are split by, and how the rows hang together.
_KEPT = frozenset(
    {
        *("sex", "age_band", "age_band_on", "disability_said", "district_id"),
        *("removed", "sample", "sensitive", "merged_into", "erased"),
    }
)


@dataclass(frozen=True, slots=True)
class Personal:
    """A table with rows of a person.

    ``rows``: SQL for their ids, bound to the person's id; ``owner``: SQL over the alias ``x`` for the person of a row.
    """

    table: str
    rows: str
    owner: str
    fields: tuple[str, ...] = ()

    def blanked(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Fields that are blanked; of the person herself all but those that are kept."""
        return self.fields or tuple(column for column in columns if column not in _KEPT)


def _own(table: str, *fields: str) -> Personal:
    return Personal(table, f"SELECT id FROM {table} WHERE person_id = ?", "x.person_id", fields)


def _about(table: str, *fields: str) -> Personal:
    return Personal(
        *(table, f"SELECT id FROM {table} WHERE subject = 'person' AND subject_id = ?"),
        *("CASE WHEN x.subject = 'person' THEN x.subject_id END", fields),
    )


PERSONAL = (
    Personal("person", "SELECT ?", "x.id"),
    _own("affiliation", "position", "unit", "starts", "ends"),
    _own("consent", "given_by", "relation"),
    _own("participation", "position", "certificate_number", "guardian_name", "notes"),
    Personal(
        "attendance",
        "SELECT x.id FROM attendance AS x JOIN participation AS p ON p.id = x.participation_id"
        " WHERE p.person_id = ?",
        "(SELECT p.person_id FROM participation AS p WHERE p.id = x.participation_id)",
        ("notes",),
    ),
    _own("session_person", "position"),
    _own("quote", "words", "speaker_as_written"),
    _about("alias", "text"),
    _about(
        "attachment",
        *("caption", "date", "place", "credit", "consent", "file_name", "link"),
        *("media_type", "size", "sha256"),
    ),
)

# Rows of others that name somebody: table → column that points to the person, fields that tell.
NAMING = {
    "organization": ("contact_id", ("contact_name",)),
    "action_step": ("person_id", ("in_charge",)),
    "follow_up": ("mentor_id", ("mentor_name",)),
    "issue": ("described_by_id", ("described_by",)),
    "agreement_party": ("signatory_id", ("signatory_name", "signatory_position")),
}
# Where the row of another says how to reach the person it names.
SHARED = {"organization": ("phone", "email")}
