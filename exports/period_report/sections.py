"""The sections of the period report, in their usual order; what a writer chooses from."""

from resources.texts import N_

SECTIONS = {
    "summary": N_("Executive summary"),
    "programme": N_("About the programme"),
    "activities": N_("Activities"),
    "participants": N_("Who was reached"),
    "districts": N_("Districts reached"),
    "indicators": N_("Indicators"),
    "agreements": N_("Agreements"),
    "plans": N_("Action plans and their progress"),
    "stories": N_("Voices and good practices"),
    "challenges": N_("Challenges and lessons learned"),
    "next": N_("What comes next"),
    "one_by_one": N_("Annex: activities one by one"),
}
