"""The kinds of actor that a name shows by its form: 社会福祉法人…, …自治会, …地域包括支援センター."""

import re
import unicodedata
from functools import lru_cache

MEMORY = 8_192
"""Texts of which the answer is remembered: a national register has hundreds of thousands."""

KINDS = (
    (r"特定非営利活動法人|NPO法人|\(特非\)|NPO", "NPO"),
    (r"社会福祉法人|\(福\)|\(社福\)", "SHAFUKU"),
    (r"(?:地区|校区|学区|支部)(?:社会福祉協議会|社協)", "CHIKUSHAKYO"),
    (r"(?<!地区)(?<!校区)(?<!学区)(?<!支部)(?:社会福祉協議会|社協$)", "SHAKYO"),
    (r"地域包括支援センター", "HOUKATSU"),
    (r"株式会社|有限会社|合同会社|合資会社|\(株\)|\(有\)|\(同\)", "COMPANY"),
    (r"協同組合|生協|農協|^JA(?![A-Z])", "COOP"),
    (r"医療法人|病院|診療所|医院|クリニック|医師会|歯科|薬局|薬剤師会", "MEDICAL"),
    (r"自治会|町内会|自治区$", "JICHIKAI"),
    (r"まちづくり協議会|住民自治協議会|自治振興会|地域運営協議会|地域づくり協議会|コミュニティ協議会", "MACHIKYO"),
    (r"民生委員|民児協|児童委員", "MINSEI"),
    (r"老人クラブ|シニアクラブ|長寿会|老友会", "SENIORCLUB"),
    (r"婦人会|女性会", "WOMEN"),
    (r"ボランティア", "VOL"),
    (r"商店街|商店会", "SHOPS"),
    (r"財団法人|\(一財\)|\(公財\)|\(財\)", "FOUNDATION"),
    (r"大学|高等学校|小学校|中学校", "UNIV"),
    (r"市民活動(?:支援|サポート)?センター", "SUPPORTCTR"),
    (r"シルバー人材センター", "SILVER"),
    (r"商工会", "CHAMBER"),
    (r"郵便局|警察署|消防署|消防団|駐在所|交番", "PUBLICSVC"),
    (r"市議会|町議会|村議会|区議会", "ASSEMBLY"),
)
"""Form in the name → code of the kind of actor; a name can show several."""

_FORMS = tuple((re.compile(form), code) for form, code in KINDS)


@lru_cache(maxsize=MEMORY)
def kinds_of(name: str) -> tuple[str, ...]:
    """Codes of the kinds of actor that a name shows, sorted; none where it shows none."""
    plain = unicodedata.normalize("NFKC", name)
    return tuple(sorted({code for form, code in _FORMS if form.search(plain)}))
