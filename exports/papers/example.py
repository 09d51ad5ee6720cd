"""A certificate for nobody, so that people see theirs before they keep it."""

import datetime as dt

from db.queries.settings import Papers
from exports.kit.numbering import numbered
from exports.papers import certificates
from exports.papers.certificates import Certificate, Frame
from resources.texts import N_, Texts

NAME, EVENT = N_("Name of the participant"), N_("Title of the activity")


def example(papers: Papers, t: Texts) -> bytes:
    """One page as ``pdf``."""
    pattern = papers.templates.certificate_number or certificates.PATTERN
    number = numbered(pattern, 1, dt.date.today())  # noqa: DTZ011 - the year it is now
    one = Certificate(
        t=t,
        head=t(certificates.HEAD).upper(),
        number=t(certificates.NUMBER, number=number),
        given=t(certificates.GIVEN),
        name=t(NAME),
        organization="",
        role=t(certificates.AS, role=t(N_("Participant"))),
        title=t(EVENT),
        held="",
        hours="",
        words=certificates.own_words(papers.templates, t),
    )
    frame = Frame(papers, papers.signatories, "", None, sample=False)
    return certificates.pages(frame, [one], t, t(certificates.HEAD))
