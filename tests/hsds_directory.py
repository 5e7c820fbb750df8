"""A small directory of HSDS with a bit of everything."""

from tests.hsds_packages import NABARI, Rows


def directory(**changes: Rows) -> dict[str, Rows]:
    """A small directory of 名張市 with invented bodies; tables by name may be put in the place of its own."""
    tables = _organizations() | _services() | _places() | _particulars() | _categories() | _persons() | _ties()
    return tables | changes


def _organizations() -> dict[str, Rows]:
    """Two bodies, and a council among the organisations; a programme."""
    return {
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
    }


def _services() -> dict[str, Rows]:
    """What they do."""
    return {
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
    }


def _places() -> dict[str, Rows]:
    """Where they are and where it is done."""
    return {
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
    }


def _particulars() -> dict[str, Rows]:
    """When, for how many and with whose money."""
    return {
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
    }


def _categories() -> dict[str, Rows]:
    """What kind each is, by our codes and by another taxonomy."""
    return {
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
    }


def _persons() -> dict[str, Rows]:
    """Whom to ask and where to call, which is nobody else's matter."""
    return {
        "contact": [{"id": "con-1", "organization_id": "org-1", "name": "見本 花子", "title": "代表", "email": "hanako@example.org"}],
        "phone": [{"id": "pho-1", "organization_id": "org-1", "number": "0595-00-0000"}],
    }


def _ties() -> dict[str, Rows]:
    """Ties, of which HSDS knows none."""
    return {
        "x_relationships": [
            {"id": "tie-1", "type": "COLLABORATES_WITH", "start_id": "org-1", "end_id": "org-2", "kind": "連携"},
            {"id": "tie-2", "type": "MEMBER_OF", "start_id": "org-1", "end_id": "org-3", "role": "委員"},
        ],
    }
