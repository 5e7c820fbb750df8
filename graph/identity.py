"""How a thing gets its id: a key in words, and the UUID v5 of it.

The ledger of merges redirects ids when writing (`graph.ledger`).
"""

import re
import unicodedata
from hashlib import sha1
from uuid import UUID

NAMESPACE = UUID("6f0d5a3e-2c55-5b0a-9a5e-0f6c1f6d7a11")
"""Fixed for ever: every id in every graph is made under it."""

LEGAL_FORMS = {
    "特定非営利活動法人": "NPO法人",
    "(特非)": "NPO法人",
    "(特)": "NPO法人",
    "(NPO)": "NPO法人",
    "一般財団法人": "(一財)",
    "公益財団法人": "(公財)",
    "一般社団法人": "(一社)",
    "公益社団法人": "(公社)",
    "社会福祉法人": "(福)",
    "株式会社": "(株)",
    "有限会社": "(有)",
    "合同会社": "(同)",
}
"""Long form → the form in which a name is compared."""


KNOWN_BY_ID = "id|"
"""With which the key of a thing begins whose identity in words is not told: a file for the public does not name what is hidden."""


def identifier(key: str) -> str:
    """The id of a key in words: its UUID v5 (RFC 9562, 5.5); of a key that is an id, that id.

    Made here and not by `uuid.uuid5`, which takes five times as long: a large load makes a million of them.
    """
    if key.startswith(KNOWN_BY_ID):
        return key.removeprefix(KNOWN_BY_ID)
    digest = bytearray(sha1(NAMESPACE.bytes + key.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def id_key(id_: str) -> str:
    """The key of something of which only the id is told; where another source tells the words, those are kept."""
    return KNOWN_BY_ID + id_


def normalised(name: str) -> str:
    """A name in the form in which names are compared: width, spaces, quotes, ヶ and legal forms made alike."""
    text = unicodedata.normalize("NFKC", name)
    for long, short in LEGAL_FORMS.items():
        text = text.replace(long, short)
    text = re.sub(r"[\s「」『』“”\"'・、,]", "", text)
    return text.replace("ヶ", "ケ").casefold()


def area_key(code: str | None = None, parent_id: str | None = None, name: str = "") -> str:
    """An area: its code; without one, the area it lies in and its name."""
    return f"area|{code}" if code else f"area|{parent_id or ''}|{normalised(name)}"


def organization_key(area_id: str, name: str, address: str | None = None, corporate_number: str | None = None) -> str:
    """A body: its 法人番号; without one, the area that places it and its name.

    The address joins only where one source has two bodies of that name.
    """
    if corporate_number:
        return f"organization|{corporate_number}"
    parts = ["organization", area_id, normalised(name)]
    return "|".join(parts + ([normalised(address)] if address else []))


def care_office_key(office_number: str) -> str:
    """An office of long-term care: its 事業所番号, which stays while its name, address and corporation change.

    One number can carry several names (its hospital, its day care): they are names of one body.
    """
    return f"organization|care_office|{office_number}"


def council_key(area_id: str, name: str) -> str:
    """A council: its area and name."""
    return f"council|{area_id}|{normalised(name)}"


def service_key(provider_id: str, name: str, area_id: str) -> str:
    """A service that somebody is said to provide: provider, name, area."""
    return f"service|{provider_id}|{normalised(name)}|{area_id}"


def registered_service_key(dataset: str, row_key: str) -> str:
    """A service of a register: the dataset and the register's own key of the row."""
    return f"service|{dataset}|{row_key}"


def care_service_key(office: str, kind: str) -> str:
    """A service of an office of long-term care: the office and the kind of service, whatever dataset names it.

    The same service stands in the national file of its kind, in a prefecture's file of all kinds and in a city's list.

    Args:
        office: its 事業所番号; where a list gives none, its id.
        kind: code of the kind of service, or its normalised name where it has none.
    """
    return f"service|care|{office}|{kind}"


def need_key(area_id: str, codes: tuple[str, ...]) -> str:
    """A need: its area and its sorted codes; the wordings stay on its evidence."""
    return f"need|{area_id}|{'+'.join(sorted(codes))}"


def programme_key(area_id: str, name: str) -> str:
    """A programme: the area whose case names it, and its name."""
    return f"programme|{area_id}|{normalised(name)}"


def observation_key(area_id: str, indicator: str, as_of: str, dataset: str) -> str:
    """An observation: sources disagree, so each source's value is one of its own."""
    return f"observation|{area_id}|{indicator}|{as_of}|{dataset}"


def source_key(dataset: str, checksum: str) -> str:
    """A source: its dataset in one version."""
    return f"source|{dataset}|{checksum}"


def case_study_key(dataset: str, area_id: str, title: str) -> str:
    """A case within a source."""
    return f"case_study|{dataset}|{area_id}|{normalised(title)}"


def evidence_key(dataset: str, fact_id: str, quote: str, ordinal: int) -> str:
    """Evidence: dataset, fact, quotation and ordinal among equals.

    Not the line and not the version, so that a review outlives a new version of the source.
    """
    return f"evidence|{dataset}|{fact_id}|{quote}|{ordinal}"


def code_key(kind: str, code: str) -> str:
    """An entry of the taxonomy."""
    return f"{kind}|{code}"
