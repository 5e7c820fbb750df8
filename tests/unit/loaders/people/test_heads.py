"""Heads of tables: which columns are never read, which are open, which are texts."""

import pytest

from loaders.people.heads import Column, columns_of


def column(head: str) -> Column:
    return columns_of([head], [], None)[head]


@pytest.mark.parametrize(
    "head",
    [
        *(
            "氏名",
            "名前",
            "お名前",
            "本人氏名",
            "利用者名",
            "対象者氏名",
            "世帯主",
            "代表者名",
            "代表者 氏名",
            "代表者＿氏名",
            "担当者",
            "担当者名",
        ),
        *(
            "責任者",
            "世話人",
            "連絡先（氏名）",
            "民生委員名",
            "会長名",
            "施設長",
            "氏名（フリガナ）",
            "代表者名カナ",
            "Representative Name",
        ),
    ],
)
def test_columns_of_persons(head: str) -> None:
    """Whatever the width, the spaces and the brackets."""
    assert column(head) is Column.PERSONS


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("名称", Column.BODIES),
        ("団体名", Column.BODIES),
        ("法人の名称", Column.BODIES),
        ("団体の名前", Column.TEXT),
        ("代表者役職名", Column.BODIES),
        ("代表者住所", Column.ADDRESSES),
        ("代表者電話番号", Column.PLAIN),
        ("利用者数", Column.TEXT),
        ("氏名又は名称", Column.OPEN),
        ("対象者", Column.OPEN),
        ("連絡先", Column.OPEN),
        ("開設者名", Column.OPEN),
        ("区域", Column.ADDRESSES),
        ("備考", Column.TEXT),
        ("イベント名", Column.TEXT),
        ("事業所名カナ", Column.PLAIN),
        ("フリガナ", Column.PLAIN),
        ("定員", Column.PLAIN),
    ],
)
def test_other_columns(head: str, kind: Column) -> None:
    """Bodies, places, plain values; everything unknown is a text that is searched for names."""
    assert column(head) is kind


def test_what_names_the_row_is_no_column_of_persons() -> None:
    """The source knows its own columns: 名前 may be the name of a salon."""
    assert columns_of(["名前"], ["名前"], None)["名前"] is Column.NAMES


def test_texts_can_be_told() -> None:
    """Where a source says which columns are texts, no other is searched but for addresses and persons."""
    heads = ["名称", "備考", "分類", "住所", "氏名"]
    assert list(columns_of(heads, ["名称"], ["備考"]).values()) == [
        Column.NAMES,
        Column.TEXT,
        Column.BODIES,
        Column.ADDRESSES,
        Column.PERSONS,
    ]
