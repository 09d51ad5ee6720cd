"""Agreements: the register, and one of them beside it with what was promised."""

import datetime as dt
from typing import Any

from db.queries import agreements as questions
from db.queries.agreements import AgreementRow
from db.rules.dates import stored
from desktop.agreements.form import AgreementForm
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.list_page import ListPage, Words
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_date
from desktop.texts import N_, NN_, Texts

LEFT = NN_("{n} day left", "{n} days left")


class AgreementsPage(ListPage):
    """Agreements between organizations."""

    tables = frozenset(
        {
            *("agreement", "agreement_party", "agreement_extension", "commitment"),
            *("organization", "term"),
        }
    )
    listing = questions.LISTING
    form_class = AgreementForm
    settings = (
        Setting("kind_id", N_("Kind"), "agreement_kind"),
        Setting("programme_id", N_("Programme"), pick=lambda _: picks.programmes()),
    )
    words = Words(
        title=N_("Agreements"),
        new=N_("New agreement"),
        search=N_("Search title, number or scope"),
        icon="handshake",
        empty=N_("No agreements yet"),
        empty_sentence=N_(
            "Keep memoranda and contracts here: who signed, until when, and what was promised."
        ),
        counted=NN_("{n} agreement", "{n} agreements"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))

    def connect_form(self, form: Any) -> None:
        form.promising.connect(self.promise)

    def promise(self, commitment: str) -> None:
        """Open a commitment, or begin a new one."""
        form = self.form.commitment_form
        self.show_child(form)
        if commitment:
            form.show_row(commitment)
        else:
            form.show_new(agreement_id=self._row)


def columns(t: Texts) -> tuple[Column[AgreementRow], ...]:
    """What the list shows of an agreement."""

    def ends(row: AgreementRow) -> str:
        end = stored(row.ends)
        if end is None:
            return ""
        left = (end.last - dt.date.today()).days  # noqa: DTZ011 - the day where it is read
        said = said_date(t, row.ends)
        return f"{said} · {t.count(*LEFT, left)}" if 0 <= left <= questions.SOON else said

    return (
        Column(
            t(N_("Title")), lambda row: marked(t, row.title, row.sample), strong=True, key="title"
        ),
        Column(t(N_("Kind")), lambda row: t.label(row.kind), 150, spare=True, key="kind"),
        Column(t(N_("Parties")), lambda row: row.parties or "", 200, key="parties"),
        Column(
            t(N_("Signed")), lambda row: said_date(t, row.signed), 130, spare=True, key="signed"
        ),
        Column(t(N_("End")), ends, 190, key="ends"),
        Column(t(N_("Status")), lambda row: t.label(row.status), 110, extra=True, key="status"),
        Column(t(N_("Number")), lambda row: row.number or "", 120, extra=True, key="number"),
        Column(
            *(t(N_("Open commitments")), lambda row: t.number(row.left), 130),
            right=True,
            extra=True,
            key="left",
        ),
    )
