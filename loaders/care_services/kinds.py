"""Kinds of service under long-term care insurance: their codes, other names, whether they are held at the office's address.

None of the insured kinds answers a category of the taxonomy: a benefit goes to those who were certified, by a plan, and a
question that takes 訪問介護 for help with housework would find no gap anywhere. They are told apart by their scheme.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.identity import normalised

INSURED = ("INSURED",)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareKind:
    """One kind of service."""

    key: str
    """Code of 介護サービス情報公表システム; the normalised name where it has none."""
    name: str
    held: bool
    """Whether people come to the office for it, stay or live there."""
    schemes: tuple[str, ...] = INSURED
    categories: tuple[str, ...] = ()


VISITING = (
    ("110", "訪問介護"),
    ("120", "訪問入浴介護"),
    ("130", "訪問看護"),
    ("140", "訪問リハビリテーション"),
    ("170", "福祉用具貸与"),
    ("410", "特定福祉用具販売"),
    ("430", "居宅介護支援"),
    ("710", "夜間対応型訪問介護"),
    ("760", "定期巡回・随時対応型訪問介護看護"),
)
"""Brought to where people live, or (tools, plans) not held anywhere."""

AT_THE_ADDRESS = (
    ("150", "通所介護"),
    ("155", "指定療養通所介護"),
    ("160", "通所リハビリテーション"),
    ("210", "短期入所生活介護"),
    ("220", "短期入所療養介護（介護老人保健施設）"),
    ("230", "短期入所療養介護（療養病床を有する病院等）"),
    ("320", "認知症対応型共同生活介護"),
    ("331", "特定施設入居者生活介護（有料老人ホーム）"),
    ("332", "特定施設入居者生活介護（軽費老人ホーム）"),
    ("334", "特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅））"),
    ("335", "特定施設入居者生活介護（有料老人ホーム・外部サービス利用型）"),
    ("336", "特定施設入居者生活介護（軽費老人ホーム・外部サービス利用型）"),
    ("337", "特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅）・外部サービス利用型）"),
    ("361", "地域密着型特定施設入居者生活介護（有料老人ホーム）"),
    ("362", "地域密着型特定施設入居者生活介護（軽費老人ホーム）"),
    ("364", "地域密着型特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅））"),
    ("510", "介護老人福祉施設"),
    ("520", "介護老人保健施設"),
    ("530", "介護療養型医療施設"),
    ("540", "地域密着型介護老人福祉施設入所者生活介護"),
    ("550", "介護医療院"),
    ("551", "短期入所療養介護（介護医療院）"),
    ("720", "認知症対応型通所介護"),
    ("730", "小規模多機能型居宅介護"),
    ("770", "看護小規模多機能型居宅介護（複合型サービス）"),
    ("780", "地域密着型通所介護"),
)
"""Day care, short and long stays, small multi-function homes."""

OF_THE_MUNICIPALITY = (
    CareKind(key="houkatsu", name="地域包括支援センター", held=True, schemes=(), categories=("CONSULT", "RIGHTS")),
    CareKind(key="hv_a", name="訪問型サービスA", held=False, schemes=("HV_A",), categories=("HOUSE",)),
    CareKind(key="hv_b", name="訪問型サービスB", held=False, schemes=("HV_B",), categories=("HOUSE",)),
    CareKind(key="hv_c", name="訪問型サービスC", held=False, schemes=("HV_C",)),
    CareKind(key="hv_d", name="訪問型サービスD", held=False, schemes=("HV_D",), categories=("TRANS",)),
    CareKind(key="dv_a", name="通所型サービスA", held=True, schemes=("DV_A",)),
    CareKind(key="dv_b", name="通所型サービスB", held=True, schemes=("DV_B",), categories=("KAYOI",)),
    CareKind(key="dv_c", name="通所型サービスC", held=True, schemes=("DV_C",)),
)
"""Not insured benefits: a centre's advice and protection of rights are its duties by law (介護保険法 第115条の45, 46)."""

OTHER_NAMES = {
    "療養通所介護": "155",
    "看護小規模多機能型居宅介護": "770",
    "複合型サービス": "770",
    "特別養護老人ホーム": "510",
    "指定介護老人福祉施設": "510",
    "地域密着型介護老人福祉施設": "540",
    "認知症高齢者グループホーム": "320",
    "認知症対応型グループホーム": "320",
    "ホームヘルプ": "110",
    "デイケア": "160",
    "ケアプラン作成": "430",
}
"""Names that other lists use and that can mean one kind only."""

_PREVENTIVE = re.compile(r"(特定)?介護予防")


def _table() -> dict[str, CareKind]:
    kinds = [CareKind(key=code, name=name, held=False) for code, name in VISITING]
    kinds += [CareKind(key=code, name=name, held=True) for code, name in AT_THE_ADDRESS]
    kinds += OF_THE_MUNICIPALITY
    found = {normalised(kind.name): kind for kind in kinds}
    by_code = {kind.key: kind for kind in kinds}
    return found | {normalised(name): by_code[code] for name, code in OTHER_NAMES.items()}


_BY_NAME = _table()
_BY_CODE = {kind.key: kind for kind in _BY_NAME.values() if kind.key.isdigit()}


@lru_cache(maxsize=4096)
def kind_of(text: str, code: str | None = None) -> CareKind:
    """The kind of service that a cell names.

    Args:
        text: the name of the kind.
        code: what the file gives as its code, used where the name is not known.
    """
    plain = normalised(text)
    known = _BY_NAME.get(plain) or _BY_CODE.get(code or "")
    if known:
        return known
    preventive = _BY_NAME.get(_PREVENTIVE.sub(r"\1", plain, count=1)) if _PREVENTIVE.match(plain) else None
    if preventive:
        return replace(preventive, key=plain, name=text)
    return CareKind(key=plain, name=text, held=False, schemes=())
