"""dataset.jsonld: what the data of a place are, for search engines and catalogues (schema.org Dataset)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.exports.gather import PlaceData
from generator.exports.plain import address
from generator.site import urls

FORMATS = {
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/atom+xml",
}


def dataset_json(data: PlaceData, files: Sequence[str]) -> dict[str, Any]:
    """The description.

    Args:
        data: of a place with at least one published record.
        files: names of the files beside it.
    """
    entries = data.place.entries
    first, last = min(entry.published for entry in entries).isoformat(), data.updated.isoformat()
    place = f"{data.county.name}{data.name}"
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
