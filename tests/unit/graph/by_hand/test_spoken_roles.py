"""Who said it: roles in the field's words pass, names of persons do not."""

import pytest

from graph.by_hand.spoken_roles import EXAMPLES, LONGEST_ROLE, spoken_role
from graph.errors import QueryMisused
from graph.roles import ROLES

ROLES_OF_THE_FIELD = (
    *EXAMPLES,
    *ROLES,
    *("伊賀市社協職員", "伊賀市社会福祉協議会の職員", "民生委員・児童委員", "第1層生活支援コーディネーター", "第２層協議体の参加者"),
    *("高齢福祉課", "市役所高齢福祉課", "介護支援専門員（ケアマネジャー）", "NPO法人代表", "商店街連合会の会長", "利用者の家族"),
    *("区長", "JA職員", "農協職員", "伊賀市", "三重県職員", "まちづくり協議会事務局", "病院の看護師", "Social worker", "council member"),
)
NO_ROLES = (
    *("山田太郎", "田中", "田中さん", "山田会長", "会長の山田", "会長（山田）", "民生委員 鈴木", "社協の佐藤", "職員山田"),
    *("小林職員", "前田職員", "金子住民", "市村会長", "室係長", "原村職員", "林", "森", "町田", "市川", "福島", "伊賀さん"),
    *("Taro Yamada", "coordinator Tanaka", "上野地区の民生委員", "区", "の", "支援", "社会", "", "  ", "〇〇職員"),
    *("職員\n山田", "職員; DROP", "職員\u202e", "民生委員" * LONGEST_ROLE),
)


@pytest.mark.parametrize("role", ROLES_OF_THE_FIELD)
def test_a_role_is_kept_as_it_was_said(role: str) -> None:
    """Also with the municipality or the kind of body before it."""
    assert spoken_role(f" {role} ") == role


@pytest.mark.parametrize("text", NO_ROLES)
def test_what_may_be_a_name_is_refused(text: str) -> None:
    """The refusal shows examples, and does not repeat what may be a name."""
    with pytest.raises(QueryMisused, match="said_by_no_role") as raised:
        spoken_role(text)
    assert raised.value.values == {"examples": "、".join(EXAMPLES)}
