"""Writes the activities of the texts with their places, organizations, sessions, quotes and media."""

from db.demo.activity_table import (
    ACTIVITIES,
    GOOD_PRACTICES,
    MEDIA,
    MORE,
    ORGANIZERS,
    QUOTES,
    SESSIONS,
)
from db.demo.shelf import Shelf, key
from db.models import (
    Activity,
    ActivityDistrict,
    ActivityOrganization,
    ActivitySession,
    Attachment,
    Issue,
    Quote,
    SessionPerson,
)


def add(shelf: Shelf) -> None:
    """Write the activities and what belongs to them."""
    for name, (
        title,
        kind,
        status,
        programme,
        mode,
        (starts, ends),
        places,
        source,
        objective,
    ) in ACTIVITIES.items():
        row = shelf.named(
            Activity,
            name,
            source,
            title=title,
            kind_id=f"activity_kind:{kind}",
            status_id=f"activity_status:{status}",
            programme_id=key("programme", programme),
            mode_id=f"activity_mode:{mode}" if mode else None,
            starts=starts,
            ends=ends,
            objective=objective,
            **{"basis": "reported", **MORE.get(name, {})},
        )
        for rank, place in enumerate(places):
            shelf.relation(ActivityDistrict, source, activity_id=row, district_id=place, rank=rank)
    _organizers(shelf)
    _sessions(shelf)
    _evidence(shelf)


def _organizers(shelf: Shelf) -> None:
    for rank, (activity, organization, role) in enumerate(ORGANIZERS):
        shelf.relation(
            ActivityOrganization,
            ACTIVITIES[activity][7],
            activity_id=key("activity", activity),
            organization_id=key("organization", organization),
            role_id=f"organization_role:{role}",
            rank=rank,
        )


def _evidence(shelf: Shelf) -> None:
    for name, activity, source, words in QUOTES:
        shelf.named(
            Quote,
            name,
            source,
            words=words,
            person_id=key("person", name),
            activity_id=key("activity", activity),
            source_id=key("source", source),
            speaker_as_written="Silvia Yazid" if name == "Sylvia" else None,
        )
    for activity, kind, caption, link, credit, source in MEDIA:
        shelf.named(
            Attachment,
            f"{activity}{kind}",
            source,
            subject="activity",
            subject_id=key("activity", activity),
            kind_id=f"attachment_kind:{kind}",
            caption=caption,
            link=link,
            credit=credit,
        )
    shelf.state(
        "activity",
        key("activity", "A06"),
        "component",
        [
            "Berbagi pengetahuan",
            "Membangun kemitraan",
            "Pasar karya perempuan timur",
            "Panggung budaya",
        ],
        "SD3",
    )


def _sessions(shelf: Shelf) -> None:
    for number, (topic, method, speakers) in enumerate(SESSIONS, start=1):
        row = shelf.named(
            ActivitySession,
            f"A20-{number}",
            "SD4",
            activity_id=key("activity", "A20"),
            number=number,
            topic=topic,
            method=method,
            minutes_from=120,
            minutes_to=180,
            date="2023-12-14" if number == 6 else None,
            mode_id="activity_mode:online",
        )
        for rank, (person, role) in enumerate(speakers):
            shelf.relation(
                SessionPerson,
                "SD4",
                session_id=row,
                person_id=key("person", person),
                role_id=f"role:{role}",
                rank=rank,
            )
    for number in range(1, 8):
        shelf.named(
            ActivitySession,
            f"A02-{number}",
            "SD0",
            activity_id=key("activity", "A02"),
            number=number,
            mode_id="activity_mode:online",
        )
    for title, place in GOOD_PRACTICES:
        shelf.named(
            Issue,
            title,
            "SD4",
            title=f"Praktik baik Kabupaten Kota HAM: {title}",
            district_id=place,
            activity_id=key("activity", "A20"),
            session_id=key("activity_session", "A20-4"),
            theme_id="theme:human_rights_city",
            repeatable=True,
        )
