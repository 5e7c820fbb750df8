"""The table of care offices in a file: its columns under the names that newer and older files give them."""

from loaders.contract import Candidate
from loaders.tables.heads import Column
from loaders.tables.table import Table, table_of

SOURCE = "care_providers"

COLUMNS = (
    # Only what is read: a national file has a quarter of a million rows.
    Column(key="kind_code", heads=("サービスコード", "サービス種類コード")),
    Column(
        key="area_code",
        heads=(
            "都道府県コード又は市町村コード",
            "都道府県コード又は市区町村コード",
            "全国地方公共団体コード",
            "市区町村コード",
            "市町村コード",
        ),
    ),
    Column(key="prefecture", heads=("都道府県名", "都道府県")),
    Column(key="municipality", heads=("市区町村名", "市町村名", "市区町村"), required=True),
    Column(key="name", heads=("事業所名", "事業所名称", "事業所の名称"), required=True, names_a_body=True),
    Column(key="kana", heads=("事業所名カナ", "事業所名称カナ", "事業所名（カナ）", "事業所名フリガナ")),
    Column(key="kind", heads=("サービスの種類", "サービス種類", "サービス種別"), required=True),
    Column(key="address", heads=("住所", "事業所住所", "所在地")),
    Column(key="corporate_number", heads=("法人番号",)),
    Column(key="corporation", heads=("法人の名称", "法人名称", "法人名"), required=True, names_a_body=True),
    Column(key="office_number", heads=("事業所番号", "介護保険事業所番号"), required=True),
    Column(key="days", heads=("利用可能曜日",)),
    Column(key="capacity", heads=("定員",)),
)


def read_offices(candidate: Candidate) -> Table:
    """The table whose heads are those of the register.

    Raises:
        LoadStopped: as for `table_of`.
    """
    return table_of(candidate, SOURCE, COLUMNS)
