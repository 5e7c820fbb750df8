"""The kinds of table that a municipality publishes by the standard, and their columns in the older and the newer form.

推奨データセット (2017–2020) and 自治体標準オープンデータセット (since 2022) word some columns differently; a kind is known by the
columns that no other kind of table has.
"""

from dataclasses import dataclass

from loaders.tables.heads import Column

PLACE = (
    Column(
        key="area_code",
        heads=("全国地方公共団体コード", "都道府県コード又は市区町村コード", "都道府県コード又は市町村コード", "市区町村コード"),
    ),
    Column(key="prefecture", heads=("都道府県名",)),
    Column(key="municipality", heads=("市区町村名", "地方公共団体名")),
)
ADDRESS = (Column(key="address", heads=("住所", "所在地_連結表記", "所在地")),)
CORPORATE_NUMBER = (Column(key="corporate_number", heads=("法人番号",)),)

AGES = ("0-4", "5-9", "10-14", "15-19", "20-24", "25-29", "30-34", "35-39", "40-44", "45-49", "50-54", "55-59", "60-64")
OLDER_AGES = ("65-69", "70-74", "75-79", "80-84", "85")
SEXES = (("m", "男性"), ("f", "女性"))


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of table."""

    name: str
    """As the standard calls it; part of the dataset's name."""
    columns: tuple[Column, ...]


def _ages() -> tuple[Column, ...]:
    return tuple(
        Column(
            key=f"{sex}{age}",
            heads=(f"{age}歳以上の{word}" if age == OLDER_AGES[-1] else f"{age}歳の{word}",),
            required=age in OLDER_AGES[-1:],
        )
        for age in (*AGES, *OLDER_AGES)
        for sex, word in SEXES
    )


FACILITIES = Kind(
    name="公共施設一覧",
    columns=(
        *PLACE,
        *ADDRESS,
        *CORPORATE_NUMBER,
        Column(key="name", heads=("名称",), required=True, names_a_body=True),
        Column(key="kana", heads=("名称_カナ",)),
        Column(key="usual_name", heads=("名称_通称",), required=True),
        Column(key="corporation", heads=("団体名",), required=True, names_a_body=True),
    ),
)
MEDICAL = Kind(
    name="医療機関一覧",
    columns=(
        *PLACE,
        *ADDRESS,
        *CORPORATE_NUMBER,
        Column(key="name", heads=("名称",), required=True, names_a_body=True),
        Column(key="kana", heads=("名称_カナ",)),
        Column(key="form", heads=("医療機関の種類",), required=True),
        Column(key="departments", heads=("診療科目",), required=True),
        Column(key="corporation", heads=("法人の名称",), names_a_body=True),
    ),
)
CHILDCARE = Kind(
    name="子育て施設一覧",
    columns=(
        *PLACE,
        *ADDRESS,
        *CORPORATE_NUMBER,
        Column(key="name", heads=("名称",), required=True, names_a_body=True),
        Column(key="kana", heads=("名称_カナ",)),
        Column(key="form", heads=("種別",), required=True),
        Column(key="ages", heads=("受入年齢",), required=True),
        Column(key="corporation", heads=("団体名",), names_a_body=True),
    ),
)
CARE = Kind(
    name="介護サービス事業所一覧",
    columns=(
        *PLACE,
        *ADDRESS,
        *CORPORATE_NUMBER,
        Column(key="name", heads=("介護サービス事業所名称",), required=True, names_a_body=True),
        Column(key="kana", heads=("介護サービス事業所名称_カナ",)),
        Column(key="kind", heads=("実施サービス",), required=True),
        Column(key="corporation", heads=("法人の名称",), names_a_body=True),
        Column(key="office_number", heads=("事業所番号",)),
        Column(key="days", heads=("利用可能曜日",)),
        Column(key="capacity", heads=("定員",)),
    ),
)
EVENTS = Kind(
    name="イベント一覧",
    columns=(
        *PLACE,
        *ADDRESS,
        Column(key="name", heads=("イベント名",), required=True),
        Column(key="begins", heads=("開始日",), required=True),
        Column(key="ends", heads=("終了日",)),
        Column(key="begins_at", heads=("開始時間",)),
        Column(key="ends_at", heads=("終了時間",)),
        Column(key="fee", heads=("料金(基本)", "料金（基本）")),
        Column(key="fee_in_detail", heads=("料金(詳細)", "料金（詳細）")),
        Column(key="organisers", heads=("主催者",)),
        Column(key="premises", heads=("場所名称",), required=True),
        Column(key="target", heads=("対象者", "対象", "参加対象", "対象年齢")),
        Column(key="capacity", heads=("定員",)),
    ),
)
POPULATION = Kind(
    name="地域・年齢別人口",
    columns=(
        *PLACE,
        Column(key="measured_on", heads=("調査年月日",), required=True),
        Column(key="locality", heads=("地域名",), required=True),
        Column(key="population", heads=("総人口",), required=True),
        Column(key="households", heads=("世帯数",)),
        *_ages(),
    ),
)

KINDS = (FACILITIES, MEDICAL, CHILDCARE, CARE, EVENTS, POPULATION)
