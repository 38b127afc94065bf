"""A place's published records, gathered once: all its files are made from that. dataset.jsonld says what they are.

Search engines and catalogues read dataset.jsonld (schema.org Dataset).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.exports.json_values import address, plain_record
from generator.exports.rows import Filled, filled
from generator.site import urls
from generator.site.lately import publication
from generator.site.model import CountySite, PlaceSite, TownshipSite
from generator.site.news import News

FORMATS = {
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/atom+xml",
}


@dataclass(frozen=True, slots=True)
class PlaceData:
    """A place's published records as plain values and as tables."""

    county: CountySite
    township: TownshipSite
    place: PlaceSite
    records: tuple[Mapping[str, Any], ...]
    tables: tuple[Filled, ...]
    news: tuple[News, ...]

    @property
    def name(self) -> str:
        """Within the county: 石渡镇柳湾村."""
        return f"{self.township.name if self.place.place.village else ''}{self.place.name}"

    @property
    def title(self) -> str:
        return f"{self.name}三务公开数据"

    @property
    def page(self) -> str:
        """The address of the page that shows the same."""
        return address(self.county, self.place.url)

    @property
    def updated(self) -> date:
        """The day of the newest publication, of which there must be one."""
        return max(entry.published for entry in self.place.entries)


def place_data(county: CountySite, township: TownshipSite, place: PlaceSite) -> PlaceData:
    """Gather what is public of a place."""
    records = tuple(plain_record(county, place, entry) for entry in place.entries)
    tables = filled(place.entries, records)
    return PlaceData(county, township, place, records, tables, tuple(publication(e, place) for e in place.entries))


def dataset_json(data: PlaceData, files: Sequence[str]) -> dict[str, Any]:
    """The description.

    Args:
        data: of a place with at least one published record.
        files: names of the files beside it.
    """
    entries = data.place.entries
    first, last = min(entry.published for entry in entries).isoformat(), data.updated.isoformat()
    place = f"{'' if data.place.place.is_county else data.county.name}{data.name}"
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": data.title,
        "description": f"{place}三务公开的记录：{'、'.join(dict.fromkeys(entry.kind.name for entry in entries))}。",
        "url": data.page,
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "license": data.county.licence.address,
        "creator": {"@type": "Organization", "name": place},
        "spatialCoverage": {"@type": "AdministrativeArea", "name": place},
        "temporalCoverage": f"{first}/{last}",
        "dateModified": last,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file,
                "encodingFormat": FORMATS[file.rsplit(".", 1)[1]],
                "contentUrl": address(data.county, urls.data(data.place.place.folder, file)),
            }
            for file in files
        ],
    }
