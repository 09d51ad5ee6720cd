"""The sections of the activity report, in their usual order; what a writer chooses from."""

from resources.texts import N_

SECTIONS = {
    "background": N_("Background"),
    "objectives": N_("Objectives and expected outputs"),
    "time_and_place": N_("Time and place"),
    "participants": N_("Participants"),
    "team": N_("Resource people and team"),
    "course": N_("Course of the sessions"),
    "results": N_("Results"),
    "learned": N_("Lessons learned"),
    "challenges": N_("Challenges"),
    "recommendations": N_("Recommendations"),
    "practices": N_("Barriers and good practices"),
    "advice": N_("Recommendations one by one"),
    "quotes": N_("In their own words"),
    "follow_up": N_("Follow-up plan (RTL)"),
    "agreements": N_("Agreements"),
    "programme": N_("Programme and forum"),
    "closing": N_("Closing and sign-off"),
    "sources": N_("Media and sources"),
    "agenda": N_("Annex: agenda"),
    "attendance": N_("Annex: attendance list"),
    "photos": N_("Annex: photos"),
}
