"""An activity in a few lines of plain text, to be sent by WhatsApp."""

from exports.papers.asked import Asked, about
from resources.texts import N_, NN_, Texts

CAME = NN_("{n} person took part", "{n} people took part")
SPLIT = N_("{women} women, {men} men, {others} not stated")


def make(asked: Asked, t: Texts, _: str, kind: str) -> bytes:
    """The summary as ``txt``. Nobody is named."""
    assert kind == "txt"  # noqa: S101 - the only format of this document
    card = asked.event.card
    # Between stars WhatsApp writes bold.
    lines = [f"*{card.row.title}*", *(f"{label}: {value}" for label, value in about(asked, t)[:-1])]
    came = [one for one in asked.event.came if one.participant]
    if came:
        women, men = (sum(one.sex == sex for one in came) for sex in ("female", "male"))
        split = t(SPLIT, women=women, men=men, others=len(came) - women - men)
        lines.append(f"{t.count(*CAME, len(came))} ({split})")
    for heading, text in (
        (N_("Results"), card.text.results),
        (N_("Challenges"), card.text.challenges),
        (N_("Recommendations"), card.text.recommendations),
    ):
        if text:
            lines += ["", f"*{t(heading)}*", text]
    return ("\n".join([*lines, "", f"_{asked.event.papers.name}_"]) + "\n").encode()
