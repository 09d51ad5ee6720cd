"""Places: countries, provinces, kabupaten/kota and below, foreign divisions, regions, not-certain pairs."""

from sqlmodel import Field

from db.models.base import Exchanged, ref


class District(Exchanged, table=True):
    """A place, keyed by its official code.

    ``level``: country, province, regency, uncertain, subdistrict, village, division, region.
    ``uncertain`` stands for 'Kabupaten or Kota not yet certain' and counts once.
    Latitude and longitude in degrees (WGS 84).
    """

    __tablename__ = "district"
    level: str = Field(index=True)
    kind: str | None = None
    name: str
    name_en: str | None = None
    short_name: str
    parent_id: str | None = ref("district", index=True)
    latitude: float | None = None
    longitude: float | None = None
    time_zone: str | None = None
    pcode: str | None = None
