"""Forums: the list, and one of them beside it with its members."""

from db.queries import forums as questions
from db.queries.forums import ForumRow
from desktop.desk import Desk
from desktop.forums.form import ForumForm
from desktop.kit import picks
from desktop.kit.list_page import ListPage, Words
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_date
from desktop.texts import N_, NN_, Texts


class ForumsPage(ListPage):
    """Forums, networks and groups."""

    tables = frozenset({"forum", "forum_founder", "forum_member", "term", "programme", "district"})
    listing = questions.LISTING
    form_class = ForumForm
    settings = (
        Setting("district_id", N_("District"), pick=lambda _: picks.districts()),
        Setting("programme_id", N_("Programme"), pick=lambda _: picks.programmes()),
    )
    words = Words(
        title=N_("Forums"),
        new=N_("New forum"),
        search=N_("Search name or aims"),
        icon="message-circle",
        empty=N_("No forums yet"),
        empty_sentence=N_(
            "Write down the forums and groups that you accompany, with their founders and members."
        ),
        counted=NN_("{n} forum", "{n} forums"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))


def columns(t: Texts) -> tuple[Column[ForumRow], ...]:
    """What the list shows of a forum."""
    return (
        Column(t(N_("Name")), lambda row: marked(t, row.name, row.sample), strong=True, key="name"),
        Column(t(N_("District")), lambda row: row.district or "", 180, key="district"),
        Column(t(N_("Status")), lambda row: t.label(row.status), 120, key="status"),
        Column(
            t(N_("Founded")), lambda row: said_date(t, row.founded), 140, spare=True, key="founded"
        ),
        Column(t(N_("Members")), lambda row: t.number(row.members), 90, right=True, key="members"),
        Column(
            t(N_("Programme")), lambda row: row.programme or "", 180, extra=True, key="programme"
        ),
    )
