"""Which lists of words an admin may change, what their words mean to the counts, and codes of new words."""

import re
import unicodedata
from functools import cache

from resources import reference
from resources.texts import N_

# Vocabulary → its title. The others are known to the program word by word: a new one would mean nothing.
OPEN = {
    "activity_kind": N_("Kinds of activities"),
    "activity_status": N_("Statuses of activities"),
    "activity_mode": N_("Modes of activities"),
    "theme": N_("Themes"),
    "role": N_("Roles of participants"),
    "participation_status": N_("Statuses of registrations"),
    "organization_kind": N_("Kinds of organizations"),
    "organization_role": N_("Roles of organizations"),
    "forum_role": N_("Roles in forums"),
    "forum_status": N_("Statuses of forums"),
    "standing": N_("Standing of members"),
    "agreement_kind": N_("Kinds of agreements"),
    "agreement_status": N_("Statuses of agreements"),
    "step_status": N_("Statuses of follow-up steps"),
    "follow_up_mode": N_("Ways of follow-up"),
    "recommendation_status": N_("Statuses of recommendations"),
    "attachment_kind": N_("Kinds of files"),
    "source_kind": N_("Kinds of sources"),
    "consent_how": N_("Ways of giving consent"),
}

# What the program itself writes or looks for; these words stay among the choices.
NEEDED = frozenset(
    {
        "activity_status:planned",
        "activity_status:done",
        "role:participant",
        "participation_status:confirmed",
        "organization_role:organizer",
        "organization_role:co_organizer",
        "attachment_kind:photo",
        "consent_how:form",
    }
)

# Meaning → how people call it, vocabulary by vocabulary.
MEANINGS = {
    "activity_status": {
        "planned": N_("Still ahead"),
        "held": N_("Was held: it counts"),
        "off": N_("Does not take place"),
        "unknown": N_("Not certain"),
    },
    "role": {
        "participant": N_("Participant"),
        "team": N_("Team: makes the activity"),
        "support": N_("Support: assistants and interpreters"),
        "observer": N_("Observer or guest"),
    },
    "participation_status": {"expected": N_("Is expected"), "off": N_("Does not come")},
    "organization_kind": {
        "civil_society": N_("Civil society"),
        "community": N_("Community"),
        "government": N_("Government"),
        "parliament": N_("Parliament"),
        "independent_body": N_("Independent state body"),
        "academia": N_("Academia"),
        "media": N_("Media"),
        "network": N_("Network"),
        "private": N_("Private sector"),
        "international": N_("International"),
        "other": N_("Other"),
    },
    "step_status": {"open": N_("Still open"), "closed": N_("Closed")},
    "recommendation_status": {"open": N_("Still open"), "closed": N_("Closed")},
}

LONGEST_CODE = 40
CODE = re.compile(rf"[a-z][a-z0-9_]{{0,{LONGEST_CODE - 1}}}")


@cache
def shipped() -> frozenset[str]:
    """Ids of the words that every workspace starts with."""
    return frozenset(f"{term.vocabulary}:{term.code}" for term in reference.vocabularies())


def code_of(label: str) -> str:
    """Code of a new word by its label: ``Community radio`` is ``community_radio``."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    code = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if not code or not code[0].isalpha():
        code = f"word_{code}".rstrip("_")
    return code[:LONGEST_CODE].rstrip("_")
