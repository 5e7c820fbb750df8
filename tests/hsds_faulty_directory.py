"""A directory of HSDS with a bit of everything that can be wrong."""

from tests.hsds_packages import Rows


def faulty_directory() -> dict[str, Rows]:
    """A directory in which rows of every kind cannot be taken, beside some that can."""
    return _organizations() | _places() | _services() | _ties()


def _organizations() -> dict[str, Rows]:
    """Without a name, of one id, a person's name, a wrong number."""
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
    }


def _places() -> dict[str, Rows]:
    """Ambiguous, abroad, in somebody's house."""
    somewhere = {"location_type": "physical"}
    return {
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
    }


def _services() -> dict[str, Rows]:
    """Without a day, of no known status, with a person in them, for places and numbers that are none."""
    return {
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
    }


def _ties() -> dict[str, Rows]:
    """With ends that are missing or do not fit, of no known type, with no day."""
    return {
        "x_relationships": [
            {"id": "tie-1", "type": "COLLABORATES_WITH", "start_id": "org-1", "end_id": "org-99"},
            {"id": "tie-2", "type": "LIKES", "start_id": "org-1", "end_id": "org-7"},
            {"id": "tie-3", "type": "PROVIDES", "start_id": "ser-1", "end_id": "org-1"},
            {"id": "tie-4", "type": "MEMBER_OF", "start_id": "org-1", "end_id": "org-7", "since": "いつか"},
            {"id": "tie-5", "type": "SUPPORTS", "start_id": "org-1", "end_id": "org-7"},
        ],
    }
