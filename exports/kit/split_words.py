"""What the ways to split people are called, as columns; light, for documents that draw nothing."""

from resources.texts import N_

LABELS = {
    "sex": N_("Sex"),
    "age": N_("Age"),
    "disability": N_("Disability"),
    "organization_kind": N_("Kind of organization"),
    "district": N_("District"),
    "role": N_("Role"),
    "newness": N_("First-time or returning"),
}
HXL = {
    "sex": "#respondee+sex",
    "age": "#respondee+age",
    "disability": "#respondee+disability",
    "organization_kind": "#org+type",
    "district": "#adm2+name",
    "role": "#respondee+role",
    "newness": "#respondee+new",
}
