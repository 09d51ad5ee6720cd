"""Rows of the made-up people: person, affiliation, consents, groups."""

from collections.abc import Iterator

from db.demo.facts.people import YOUTH
from db.demo.facts.relations import tagged
from db.demo.samples.chance import between, pick, share
from db.demo.samples.crowds import Someone, born, everyone
from db.demo.shelf import key
from db.models import Affiliation, Consent, Exchanged, Person, Tag

FARMER, HOME_WORKER = key("tag", "Petani"), key("tag", "Pekerja rumahan")
SURVIVOR = key("tag", "Penyintas")
_TAGS = {FARMER: "Petani", HOME_WORKER: "Pekerja rumahan", SURVIVOR: "Penyintas"}

# Kind of disability → answers to the six questions, and what is needed.
_DISABILITIES = (
    ("Fisik/daksa", (0, 0, 3, 0, 1, 0), "Akses kursi roda"),
    ("Netra", (3, 0, 1, 0, 0, 0), "Dokumen teks untuk pembaca layar"),
    ("Rungu/Tuli", (0, 3, 0, 0, 0, 2), "Juru bahasa isyarat"),
    ("Fisik/daksa", (0, 0, 2, 0, 2, 0), "Pendamping"),
    ("Netra", (2, 0, 0, 0, 0, 0), "Huruf besar"),
    ("Mental/psikososial", (0, 0, 0, 2, 0, 1), "Jeda istirahat"),
)
_OCCUPATIONS = {
    "bappeda": ("Aparatur sipil negara",),
    "civil": ("Pekerja sosial", "Karyawan yayasan", "Guru"),
    "opdis": ("Wiraswasta", "Penjahit", "Guru honorer"),
    "group": ("Petani", "Pekerja rumahan", "Pedagang"),
    "community": ("Petani", "Pedagang", "Ibu rumah tangga", "Buruh"),
    "child": ("Pelajar",),
}
_CHRISTIAN_PLACES = ("12", "53")
_VILLAGES = (
    "Desa Sidomulyo",
    "Desa Karangrejo",
    "Desa Sukamaju",
    "Desa Mekarsari",
    "Kel. Tanjung",
    "Kel. Wanasari",
)
_QUESTIONS = ("seeing", "hearing", "walking", "remembering", "self_care", "communicating")
_PROTECTED = 4
_TWICE = (5, 40)


def rows() -> Iterator[Exchanged]:
    """People with where they belong and what they agreed to."""
    for tag, name in _TAGS.items():
        yield Tag(id=tag, name=name, kind="person_group")
    yield from _twice()
    protected = 0
    for number, one in enumerate(everyone(), start=1):
        survivor = one.crowd == "members" and one.kind == "group" and protected < _PROTECTED
        survivor = survivor and share("survivor", one.key) < 0.3
        protected += survivor
        person = _person(one, number)
        if survivor:
            person.sensitive, person.code = True, f"P-{protected:04d}"
            yield tagged("person", one.id, SURVIVOR)
        yield person
        yield _affiliation(one)
        yield from _groups(one, str(person.occupation))
        yield from _consents(one)


def _twice() -> Iterator[Person]:
    """Two who were written down a second time, for the page that finds such pairs."""
    known = [one for one in everyone() if not one.minor and born(one)]
    for place, spelt in ((_TWICE[0], str.upper), (_TWICE[1], lambda name: name.replace("i", "y"))):
        one = known[place]
        again = _person(one, everyone().index(one) + 1)
        yield Person(
            id=key("person", f"{one.key} again"),
            name=spelt(one.name),
            sex=again.sex,
            birth=again.birth,
            phone=again.phone,
            district_id=again.district_id,
        )


def _person(one: Someone, number: int) -> Person:
    with_mail = not one.minor and share("mail", one.key) < 0.4
    before, after = _titles(one)
    birth = born(one)
    person = Person(
        id=one.id,
        name=one.name,
        title_before=before,
        title_after=after,
        sex=None if share("asked", one.key) < 0.03 else one.sex,
        birth=birth,
        age_band=None if birth else "35–59",
        age_band_on=None if birth else "2026-01-15",
        # 0860 is given to no network in Indonesia: the numbers reach nobody.
        phone=None if one.minor or share("phone", one.key) < 0.08 else f"+628600000{number:04d}",
        whatsapp=not one.minor and share("whatsapp", one.key) < 0.8,
        email=f"contoh{number:03d}@example.org" if with_mail else None,
        village=pick(_VILLAGES, "village", one.key),
        district_id=one.district,
        occupation=pick(_OCCUPATIONS[one.kind], "work", one.key),
        position=one.position,
    )
    return person.sqlmodel_update(_answers(one))


def _titles(one: Someone) -> tuple[str | None, str | None]:
    """Titles before and behind the name; officials have studied, some elders went on the hajj."""
    titled = share("before", one.key) < 0.15
    if one.kind == "bappeda":
        if titled:
            return ("Dra." if one.sex == "female" else "Drs."), "M.Si."
        return None, pick(("S.E.", "S.Sos.", "S.T., M.Si.", "S.H."), "title", one.key)
    hajj = titled and not one.minor and one.district[:2] not in _CHRISTIAN_PLACES
    return (("Hj." if one.sex == "female" else "H.") if hajj else None), None


def _answers(one: Someone) -> dict[str, object]:
    """Washington Group answers: asked of most; a little difficulty is no disability."""
    if one.disabled:
        kind, answers, need = pick(_DISABILITIES, "disability", one.key)
        return {
            **dict(zip(_QUESTIONS, answers, strict=True)),
            "disability_said": "yes",
            "disability_kind": kind,
            "disability_method_id": "disability_method:washington_group",
            "accommodation": need,
        }
    if share("questions", one.key) < 0.2:
        return {"disability_method_id": "disability_method:not_asked"}
    return {
        **{question: int(share(question, one.key) < 0.07) for question in _QUESTIONS},
        "disability_method_id": "disability_method:washington_group",
    }


def _affiliation(one: Someone) -> Affiliation:
    return Affiliation(
        id=key("affiliation", one.key),
        person_id=one.id,
        organization_id=one.organization,
        position=one.position,
        standing_id="standing:definitive" if one.kind == "bappeda" else None,
        starts=f"{between(2010, 2024, 'since', one.key)}-01-01~year" if not one.minor else None,
        main=True,
    )


def _groups(one: Someone, occupation: str) -> Iterator[Exchanged]:
    if (born(one) or "") >= "2001":
        yield tagged("person", one.id, YOUTH)
    if occupation == "Petani":
        yield tagged("person", one.id, FARMER)
    if occupation == "Pekerja rumahan":
        yield tagged("person", one.id, HOME_WORKER)


def guardian(one: Someone) -> tuple[str, str]:
    """Name of a guardian, and what she or he is to the child."""
    family = one.name.split()[-1]
    return pick(
        (
            (f"Hasnawati {family}", "Ibu"),
            (f"Kahar {family}", "Ayah"),
            (f"Sahriani {family}", "Bibi"),
        ),
        "guardian",
        one.key,
    )


def _consents(one: Someone) -> Iterator[Consent]:
    """For data from everybody; for photos and contact from many; for children from their guardians."""
    day = {"training": "2023-12-01", "founders": "2015-09-08", "champions": "2020-07-15"}
    by, relation = guardian(one) if one.minor else (None, None)
    for purpose, refused in (("data", 0.0), ("photo", 0.15), ("contact", 0.25)):
        if share("purpose", purpose, one.key) < 0.1 and purpose != "data":
            continue
        yield Consent(
            id=key("consent", f"{one.key}-{purpose}"),
            person_id=one.id,
            purpose_id=f"consent_purpose:{purpose}",
            given=share("consent", purpose, one.key) >= refused,
            date=day.get(one.crowd, "2026-01-15"),
            how_id=f"consent_how:{'form' if one.crowd == 'training' else 'paper'}",
            given_by=by,
            relation=relation,
        )
