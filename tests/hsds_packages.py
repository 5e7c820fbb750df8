"""Packages of HSDS put together readably for tests: tables as lists of rows, packed as a directory would publish them."""

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from loaders.contract import Candidate
from loaders.whole_files import archive

Rows = Sequence[Mapping[str, str]]

NABARI = {"state_province": "三重県", "postal_code": "518-0492", "country": "JP", "address_type": "physical"}


def table(rows: Rows) -> str:
    """A table as CSV."""
    heads = list(dict.fromkeys(name for row in rows for name in row))
    text = StringIO(newline="")
    writer = csv.DictWriter(text, heads, lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def package(tables: Mapping[str, Rows], **description: Any) -> bytes:
    """The bytes of a ZIP with datapackage.json and a CSV for each table."""
    resources = [{"name": name, "path": f"{name}.csv"} for name in tables]
    described = {"name": "mihon-daicho", "title": "見本市資源台帳", "resources": resources} | description
    files = {"datapackage.json": json.dumps(described, ensure_ascii=False).encode()}
    return archive(files | {f"{name}.csv": table(rows).encode() for name, rows in tables.items()})


def candidate(content: bytes, name: str = "daicho.zip") -> Candidate:
    """A file as it is offered to a loader."""
    return Candidate(path=Path(name), content=content)


def document() -> dict[str, Any]:
    """The page of an HSDS 3 API with two services, nested as the API nests them."""
    body = {"id": "org-1", "name": "髙﨑見守り隊", "description": "見守りをする団体", "alternate_name": "みまもり隊"}
    address = {"id": "adr-1", "address_1": "見本町1番地", "city": "名張市", **NABARI, "attention": "見本 太郎"}
    place = {"id": "loc-1", "location_type": "physical", "name": "見守り隊事務所", "addresses": [address]}
    term = {"id": "term-1", "code": "ServiceCategory|WATCH", "name": "見守り", "description": "見守り"}
    return {
        "total_items": 2,
        "total_pages": 1,
        "page_number": 1,
        "contents": [
            {
                "id": "ser-1",
                "name": "見守り訪問",
                "status": "active",
                "fees_description": "無料",
                "last_modified": "2026-03-15T10:30:45.123Z",
                "organization": body,
                "service_at_locations": [{"id": "sal-1", "location": place, "contacts": [{"id": "con-1", "name": "見本 花子"}]}],
                "schedules": [{"id": "sch-1", "freq": "MONTHLY", "byday": "2MO", "opens_at": "13:30"}],
                "attributes": [{"id": "att-1", "link_type": "category", "taxonomy_term": term}],
                "contacts": [{"id": "con-1", "name": "見本 花子"}],
            },
            {
                "id": "ser-2",
                "name": "電話相談",
                "status": "defunct",
                "organization": body,
                "service_areas": [{"id": "are-1", "name": "名張市"}],
            },
        ],
    }
