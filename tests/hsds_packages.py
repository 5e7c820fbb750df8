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


def directory(**changes: Rows) -> dict[str, Rows]:
    """A small directory of 名張市 with invented bodies; tables by name may be put in the place of its own."""
    tables: dict[str, Rows] = {
        "organization": [
            {
                "id": "org-1",
                "name": "髙﨑見守り隊",
                "alternate_name": "みまもり隊",
                "description": "見守りをする団体",
                "website": "https://example.org/mimamori",
            },
            {"id": "org-2", "name": "NPO法人𠮷野の森", "alternate_name": "", "description": "森の会", "parent_organization_id": "org-1"},
            {"id": "org-3", "name": "名張地区協議体", "description": "話し合いの場"},
        ],
        "organization_identifier": [
            {
                "id": "oi-1",
                "organization_id": "org-2",
                "identifier_scheme": "JP-JCN",
                "identifier_type": "法人番号",
                "identifier": "8999900000001",
            }
        ],
        "program": [{"id": "pro-1", "organization_id": "org-2", "name": "森のつどい事業", "description": "つどい"}],
        "service": [
            {
                "id": "ser-1",
                "organization_id": "org-1",
                "name": "㈱見守り訪問",
                "status": "active",
                "fees_description": "無料",
                "eligibility_description": "75歳以上の一人暮らし",
                "assured_date": "2026-04-01",
            },
            {
                "id": "ser-2",
                "organization_id": "org-2",
                "program_id": "pro-1",
                "name": "森のサロン",
                "status": "active",
                "fees_description": "1回100円",
                "assured_date": "2025-10-01",
            },
            {"id": "ser-3", "organization_id": "org-2", "name": "移動販売", "status": "temporarily closed"},
        ],
        "location": [
            {"id": "loc-1", "organization_id": "org-1", "location_type": "physical", "name": "見守り隊事務所"},
            {"id": "loc-2", "organization_id": "org-2", "location_type": "physical", "name": "森の家"},
            {"id": "loc-3", "organization_id": "org-3", "location_type": "physical", "name": "会議室"},
            {"id": "loc-4", "location_type": "virtual", "url": "https://example.org/online"},
        ],
        "address": [
            {"id": "adr-1", "location_id": "loc-1", "address_1": "見本町1番地", "city": "名張市", **NABARI},
            {"id": "adr-2", "location_id": "loc-2", "address_1": "見本が丘2番地", "city": "名張市", **NABARI},
            {"id": "adr-3", "location_id": "loc-3", "address_1": "見本町3番地", "city": "名張市", **NABARI},
        ],
        "service_at_location": [
            {"id": "sal-1", "service_id": "ser-2", "location_id": "loc-2"},
            {"id": "sal-2", "service_id": "ser-1", "location_id": "loc-4"},
        ],
        "service_area": [
            {"id": "are-1", "service_id": "ser-1", "name": "名張市"},
            {"id": "are-2", "service_id": "ser-2", "name": "三重県名張市見本が丘地区"},
        ],
        "schedule": [
            {
                "id": "sch-1",
                "service_id": "ser-2",
                "freq": "WEEKLY",
                "interval": "2",
                "byday": "TU,FR",
                "opens_at": "10:00",
                "closes_at": "12:00",
            },
        ],
        "service_capacity": [{"id": "cap-1", "service_id": "ser-2", "maximum": "20"}],
        "funding": [
            {"id": "fun-1", "service_id": "ser-2", "source": "見本共同募金"},
            {"id": "fun-2", "organization_id": "org-2", "source": "髙﨑見守り隊"},
        ],
        "taxonomy_term": [
            {"id": "term-1", "code": "ServiceCategory|SALON", "name": "サロン", "description": "サロン"},
            {"id": "term-2", "code": "ServiceCategory|WATCH", "name": "見守り", "description": "見守り"},
            {"id": "term-3", "code": "KindOfRecord|Council", "name": "協議体", "description": "協議体"},
            {"id": "term-4", "code": "BD-1800", "name": "Food", "description": "of another taxonomy"},
        ],
        "attribute": [
            {"id": "att-1", "link_id": "ser-2", "taxonomy_term_id": "term-1", "link_type": "category", "link_entity": "service"},
            {"id": "att-2", "link_id": "ser-1", "taxonomy_term_id": "term-2", "link_type": "category", "link_entity": "service"},
            {"id": "att-3", "link_id": "org-3", "taxonomy_term_id": "term-3", "link_type": "kind", "link_entity": "organization"},
            {"id": "att-4", "link_id": "ser-2", "taxonomy_term_id": "term-4", "link_type": "category", "link_entity": "service"},
        ],
        "contact": [{"id": "con-1", "organization_id": "org-1", "name": "見本 花子", "title": "代表", "email": "hanako@example.org"}],
        "phone": [{"id": "pho-1", "organization_id": "org-1", "number": "0595-00-0000"}],
        "x_relationships": [
            {"id": "tie-1", "type": "COLLABORATES_WITH", "start_id": "org-1", "end_id": "org-2", "kind": "連携"},
            {"id": "tie-2", "type": "MEMBER_OF", "start_id": "org-1", "end_id": "org-3", "role": "委員"},
        ],
    }
    return tables | changes


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


def faulty_directory() -> dict[str, Rows]:
    """A directory in which rows of every kind cannot be taken, beside some that can."""
    somewhere = {"location_type": "physical"}
    return {
        "organization": [
            {"id": "org-1", "name": "いろは会", "description": "見本"},
            {"id": "org-2", "name": "府中の会", "description": "見本"},
            {"id": "org-3", "name": "遠くの会", "description": "見本"},
            {"id": "org-4", "name": "", "description": "見本"},
            {"id": "org-1", "name": "いろは会（再掲）", "description": "見本"},
            {"id": "org-5", "name": "どこかの会", "description": "見本"},
            {"id": "org-6", "name": "山田太郎", "description": "見本"},
            {"id": "org-7", "name": "番号の会", "description": "見本"},
        ],
        "organization_identifier": [
            {"id": "oi-1", "organization_id": "org-7", "identifier_scheme": "JP-JCN", "identifier_type": "法人番号", "identifier": "123"}
        ],
        "location": [
            {"id": "loc-1", "organization_id": "org-1", **somewhere},
            {"id": "loc-2", "organization_id": "org-2", **somewhere},
            {"id": "loc-3", "organization_id": "org-3", **somewhere},
            {"id": "loc-7", "organization_id": "org-7", **somewhere},
        ],
        "address": [
            {"id": "adr-1", "location_id": "loc-1", "address_1": "見本町1番地", "city": "名張市", "state_province": "三重県"},
            {"id": "adr-2", "location_id": "loc-2", "address_1": "見本町2番地", "city": "府中市", "state_province": ""},
            {"id": "adr-3", "location_id": "loc-3", "address_1": "1 Main Street", "city": "Springfield", "state_province": "Illinois"},
            {"id": "adr-7", "location_id": "loc-7", "address_1": "見本町7番地 見本方", "city": "名張市", "state_province": "三重県"},
        ],
        "service": [
            {"id": "ser-1", "organization_id": "org-1", "name": "サロン", "status": "active", "assured_date": "昨日"},
            {"id": "ser-2", "organization_id": "org-2", "name": "配食", "status": "active"},
            {"id": "ser-3", "organization_id": "org-1", "name": "送迎", "status": "sleeping"},
            {"id": "ser-4", "organization_id": "org-1", "name": "相談", "status": "inactive", "fees_description": "会長の田中さんに相談"},
        ],
        "service_area": [
            {"id": "are-1", "service_id": "ser-1", "name": "府中市"},
            {"id": "are-2", "service_id": "ser-1", "name": "市内のどこでも"},
        ],
        "service_capacity": [{"id": "cap-1", "service_id": "ser-1", "maximum": "10〜15名"}],
        "funding": [{"id": "fun-1", "service_id": "ser-1", "source": "市の補助金と会員の会費で運営しています。"}],
        "x_relationships": [
            {"id": "tie-1", "type": "COLLABORATES_WITH", "start_id": "org-1", "end_id": "org-99"},
            {"id": "tie-2", "type": "LIKES", "start_id": "org-1", "end_id": "org-7"},
            {"id": "tie-3", "type": "PROVIDES", "start_id": "ser-1", "end_id": "org-1"},
            {"id": "tie-4", "type": "MEMBER_OF", "start_id": "org-1", "end_id": "org-7", "since": "いつか"},
            {"id": "tie-5", "type": "SUPPORTS", "start_id": "org-1", "end_id": "org-7"},
        ],
    }
