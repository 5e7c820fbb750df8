"""A national set of care offices for measuring large loads: real heads, shuffled values, new office numbers.

python -m tests.benchmarks.provider_rows --rows 250000 --out FILE [--seed 1]

Values (names, kinds, days, capacities) are shuffled from the real offices beside the checkout where they are there, else from
invented lists; no row is a real office. The same seed gives the same bytes. Offices are spread over all municipalities.
"""

import argparse
import csv
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from graph.areas import CodedArea, area_index
from loaders.japanese.corporate_numbers import check_digit

REAL = Path(__file__).parents[2] / ".." / "shared" / "data" / "mhlw_kaigo" / "jigyosho_seed_areas.csv"
HEADS = (
    "都道府県コード又は市町村コード",
    "No",
    "都道府県名",
    "市区町村名",
    "事業所名",
    "事業所名カナ",
    "サービスの種類",
    "住所",
    "方書（ビル名等）",
    "緯度",
    "経度",
    "電話番号",
    "FAX番号",
    "法人番号",
    "法人の名称",
    "事業所番号",
    "利用可能曜日",
    "利用可能曜日特記事項",
    "定員",
    "URL",
    "高齢者の方と障害者の方が同時一体的に利用できるサービス",
    "介護保険の通常の指定基準を満たしている",
    "障害福祉の通常の指定基準を満たしている",
    "備考",
)
WITHOUT_NUMBER = 0.03
"""Share of rows without 法人番号, as in the real file."""
OFFICES_OF_A_CORPORATION = 3
MOST_SERVICES = 3
SHARES = (68, 24, 8)
"""Of a hundred offices, how many have one, two and three services: 3,537 rows of 2,595 offices are real."""
TOWNS = ("本町", "中央", "栄町", "緑ヶ丘", "東町", "西町", "南町", "北町", "新町", "旭町", "大字上野", "大字下野")


@dataclass(frozen=True, kw_only=True)
class Values:
    """What rows are made of."""

    offices: tuple[tuple[str, str], ...]
    """Name and kana."""
    corporations: tuple[str, ...]
    kinds: tuple[tuple[str, str, str], ...]
    """Kind of service, days, capacity: as they stand together."""


def real_values(path: Path) -> Values:
    """The values of the real offices."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return Values(
        offices=tuple(sorted({(row["事業所名"], row["事業所名カナ"]) for row in rows})),
        corporations=tuple(sorted({row["法人の名称"] for row in rows if row["法人番号"] and row["法人の名称"]})),
        kinds=tuple((row["サービスの種類"], row["利用可能曜日"], row["定員"]) for row in rows),
    )


def invented_values() -> Values:
    """Values where the real ones are not at hand."""
    words = (("ひなた", "ヒナタ"), ("こもれび", "コモレビ"), ("みのり", "ミノリ"), ("すずらん", "スズラン"), ("やまびこ", "ヤマビコ"))
    forms = (("デイサービス", "デイサービス"), ("ケアセンター", "ケアセンター"), ("介護事業所", "カイゴジギョウショ"), ("の家", "ノイエ"))
    kinds = (
        ("訪問介護", "平日,土曜日", ""),
        ("通所介護", "平日", "18"),
        ("居宅介護支援", "平日", ""),
        ("認知症対応型共同生活介護", "", "9"),
    )
    return Values(
        offices=tuple(
            (f"{word}{form}{number}", f"{kana}{reading}") for word, kana in words for form, reading in forms for number in range(50)
        ),
        corporations=tuple(
            f"{form}{word}{number}" for form in ("社会福祉法人", "株式会社", "医療法人") for word, _ in words for number in range(80)
        ),
        kinds=kinds,
    )


def provider_rows(rows: int, seed: int = 1, values: Values | None = None) -> Iterator[list[str]]:
    """So many rows below the heads."""
    chance = Random(seed)  # noqa: S311 - no secret
    known = values or (real_values(REAL) if REAL.is_file() else invented_values())
    places = [one for one in area_index().by_code.values() if one.area.level == "municipality" and one.area.until is None]
    corporation: dict[str, str] = {}
    office = written = 0
    while written < rows:
        if office % OFFICES_OF_A_CORPORATION == 0:
            number = _corporate_number(office // OFFICES_OF_A_CORPORATION)
            corporation = {"法人番号": number, "法人の名称": chance.choice(known.corporations)}
        place = places[office % len(places)]
        name, kana = chance.choice(known.offices)
        row = corporation | _where(chance, place, office) | {"事業所名": name, "事業所名カナ": kana}
        if chance.random() < WITHOUT_NUMBER:
            row["法人番号"] = ""
        services = min(chance.choices(range(1, MOST_SERVICES + 1), SHARES)[0], rows - written)
        for kind, days, capacity in _kinds(chance, known, services):
            yield _cells(row | {"サービスの種類": kind, "利用可能曜日": days, "定員": capacity})
        written += services
        office += 1


def _where(chance: Random, place: CodedArea, office: int) -> dict[str, str]:
    code = place.area.code or ""
    number = f"{code[:2]}8{office:07d}"
    exchange = f"0{office % 900 + 100}"
    town = f"{chance.choice(TOWNS)}{chance.randint(1, 9)}丁目{chance.randint(1, 30)}番{chance.randint(1, 40)}号"
    return {
        "都道府県コード又は市町村コード": code,
        "No": number,
        "事業所番号": number,
        "都道府県名": area_index().prefecture_of(place).full_name,
        "市区町村名": place.area.name,
        "住所": f"{place.full_name}{town}",
        "緯度": f"{(place.area.latitude or 35) + chance.uniform(-0.05, 0.05):.15f}",
        "経度": f"{(place.area.longitude or 135) + chance.uniform(-0.05, 0.05):.15f}",
        "電話番号": f"{exchange}-00-{office % 10_000:04d}",
        "FAX番号": f"{exchange}-01-{office % 10_000:04d}",
    }


def _kinds(chance: Random, known: Values, services: int) -> list[tuple[str, str, str]]:
    """So many different kinds of service."""
    chosen: dict[str, tuple[str, str, str]] = {}
    while len(chosen) < services:
        one = chance.choice(known.kinds)
        chosen.setdefault(one[0], one)
    return list(chosen.values())


def _cells(row: Mapping[str, str]) -> list[str]:
    return [row.get(head, "") for head in HEADS]


def _corporate_number(number: int) -> str:
    twelve = f"99{number:010d}"
    return f"{check_digit(twelve)}{twelve}"


def write_rows(path: Path, rows: int, seed: int = 1) -> None:
    """Write the set as it would be published: UTF-8 with mark, CRLF."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(HEADS)
        writer.writerows(provider_rows(rows, seed))


def main() -> None:
    """Write the set that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=250_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_rows(given.out, given.rows, given.seed)
    sys.stdout.write(f"{given.out}: {given.rows} rows, {given.out.stat().st_size / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
