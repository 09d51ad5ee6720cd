"""An activity in a few lines of plain text, to be sent by WhatsApp."""

from exports.papers.asked import Asked, when_and_where
from resources.texts import N_, NN_, Texts

CAME = NN_("{n} person took part", "{n} people took part")
SPLIT = N_("{women} women, {men} men, {others} not stated")


def make(asked: Asked, t: Texts, _: str, kind: str) -> bytes:
    """The summary as ``txt``. Nobody is named."""
    assert kind == "txt"  # noqa: S101 - the only format of this document
    card = asked.event.card
    # Between stars WhatsApp writes bold.
    lines = [
        f"*{card.row.title}*",
        *(f"{label}: {value}" for label, value in when_and_where(asked, t)),
    ]
    came = asked.event.counted
    if came.people:
        split = t(SPLIT, women=came.women, men=came.men, others=came.others)
        lines.append(f"{t.count(*CAME, came.people)} ({split})")
    for heading, text in (
        (N_("Results"), card.text.results),
        (N_("Challenges"), card.text.challenges),
        (N_("Recommendations"), card.text.recommendations),
    ):
        if text:
            lines += ["", f"*{t(heading)}*", text]
    return ("\n".join([*lines, "", f"_{asked.event.papers.name}_"]) + "\n").encode()
