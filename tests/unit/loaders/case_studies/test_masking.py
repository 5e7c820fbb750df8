"""Masking: what is stored of a line with private names."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from graph.errors import LoadStopped
from graph.model.definitions import Node, Relationship
from loaders.case_studies.document import Document
from loaders.case_studies.masking import masked
from loaders.contract import Transformed
from loaders.japanese.cleaning import MASK
from tests.unit.loaders.case_studies.reading import SAMPLES, in_town, nodes, read_sample, ties
from tests.unit.loaders.people.named_sentences import Named, sentences

SAMPLE = "named_persons.md"
NAMES = ["山田", "太郎", "高橋", "小林", "鈴木", "佐藤", "花子", "渡辺", "伊藤", "正", "加藤"]
SHAKYO = "紅沢町社会福祉協議会"
FORMS = {"line": "{}", "bullet": "・{}", "label": "取組　{}", "cell": "| 取組 | {} |"}


def strings_in(value: object) -> Iterator[str]:
    """Every string that a value holds, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from strings_in(key)
            yield from strings_in(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from strings_in(one)


def read(line: str) -> Transformed:
    return in_town("町社協がサロンを開催した。", line)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("one", sentences("sentences", "with_persons"), ids=lambda one: one.text)
def test_no_stored_string_holds_a_name(one: Named, form: str) -> None:
    """Whatever a fact, the dataset or a notice stores of a sentence, the person's name is not in it, and nothing is only ＊."""
    # Act
    found = read(form.format(one.text))

    # Assert
    stored = set(strings_in([found.facts, found.dataset, found.problems, found.taken]))
    assert not [text for text in stored for name in one.words if name in text]
    assert not [text for text in stored if text and not text.strip(f"{MASK} 　・、。")]


@pytest.mark.parametrize("one", sentences("sentences", "with_persons"), ids=lambda one: one.text)
def test_the_report_says_where_and_how_much(one: Named) -> None:
    """One notice for the line, with the number of masked characters."""
    notices = [problem for problem in read(one.text).problems if problem.code == "case_studies.masked"]
    assert [(notice.kind, notice.place) for notice in notices] == [("warning", "line 4")]
    assert notices[0].values == {"place": "line 4", "characters": sum(end - start for start, end in one.names)}


def test_quotations_are_the_file_but_for_the_names() -> None:
    """Each quotation has the characters of its place, and ＊ for each character of a name."""
    lines = (SAMPLES / SAMPLE).read_text(encoding="utf-8").splitlines()
    found = read_sample(SAMPLE)
    quoted = [(one, lines[(one.line or 0) - 1][one.start : one.end]) for fact in found.facts for one in fact.evidence]
    assert any(MASK in one.quote for one, _ in quoted)
    for one, text in quoted:
        assert len(one.quote) == len(text)
        assert all(kept in {MASK, there} for kept, there in zip(one.quote, text, strict=True))
        assert not any(name in one.quote for name in NAMES)


def test_no_person_is_a_node() -> None:
    """No name of a node or alias holds a name; what it names beside persons is read as ever."""
    # Act
    found = read_sample(SAMPLE)
    bodies = nodes(found, "Organization")

    # Assert
    assert {SHAKYO, "黒滝自治会", "民生委員", "石平お助け隊", "紅沢商店", "シルバー人材センター"} <= set(bodies)
    assert not [name for node in bodies.values() for name in strings_in(node) if MASK in name]
    assert ("老人クラブ", "紅沢支え合い会議") in ties(found, "MEMBER_OF")
    assert ("黒滝自治会", "お茶のみ会") in ties(found, "PROVIDES")
    assert ("紅沢商店", "買い物代行") in ties(found, "PROVIDES")


@pytest.mark.parametrize(
    ("line", "tie"),
    [
        ("・町社協の田中さんが配食サービスを実施。", (SHAKYO, "配食サービス")),
        ("・NPO法人みのりの田中さんが移動販売を開始。", ("NPO法人みのり", "移動販売")),
        ("・民生委員の田中さんが見守りを実施。", ("民生委員", "見守り")),
        ("・田中会長の声を受け、町社協が配食サービスを実施。", (SHAKYO, "配食サービス")),
    ],
)
def test_who_acts_for_a_body_is_the_body(line: str, tie: tuple[str, str]) -> None:
    """The rest of the sentence is read: what somebody of a body does, the body does."""
    assert tie in ties(in_town(line), "PROVIDES")


@pytest.mark.parametrize(
    "line", ["・田中さんが配食サービスを実施。", "・山田太郎（78歳）が配食サービスを実施。", "・鈴木さん宅でサロンを開催。"]
)
def test_what_a_person_does_nobody_does(line: str) -> None:
    """A private person gives no node and no provider, not even the body of the line before."""
    found = in_town("・町社協が朝市を開催。", line)
    assert set(nodes(found, "Organization")) == {SHAKYO}
    assert ties(found, "PROVIDES") == {(SHAKYO, "朝市")}


@pytest.mark.parametrize(
    "line",
    [
        "・会長 山田太郎 電話0595-21-1111",
        "・要介護2の田中さん宅を町社協が訪問する。",
        "・田中さん（住所:紅沢1番地）を民生委員が訪ねた。",
        "・担当：高橋　0595-21-1111",
        "参画者　山田太郎（0595-21-1111）、老人クラブ",
    ],
)
def test_a_person_with_private_matters_is_set_aside(line: str) -> None:
    """A name beside telephone, address or care level is not read at all, in sentences and in cells."""
    found = in_town("町社協がサロンを開催した。", line)
    assert [(problem.kind, problem.place) for problem in found.problems if problem.code == "case_studies.private_person"] == [
        ("set_aside", "line 4")
    ]
    assert not [one for fact in found.facts for one in fact.evidence if one.line == 4]


def test_a_telephone_of_a_body_is_no_private_matter() -> None:
    """Without a person nothing is set aside or masked."""
    assert in_town("・問い合わせは町社協（0595-21-1111）へ。町社協がサロンを開催。").problems == ()


def test_a_name_seen_once_is_masked_everywhere() -> None:
    """The whole name where nothing stands beside it, and the surname where it acts."""
    # Act
    found = masked(Document(name="x.md", lines=("会長の田中太郎さん", "田中太郎記念碑と田中太郎", "田中は語る", "田中商店が配達する")))

    # Assert
    assert found.lines == ("会長の＊＊＊＊さん", "＊＊＊＊記念碑と＊＊＊＊", "＊＊は語る", "田中商店が配達する")
    assert found.masked == ((1, 4), (2, 8), (3, 2))


def test_places_in_the_raw_line_are_kept() -> None:
    """Spaces within a name stay, and a character that is written with two gets two ＊."""
    found = masked(Document(name="x.md", lines=("　会長　**山田 太郎**さん", "先生　ｸﾞｴﾝさん", "代表 髙橋さん")))
    assert found.lines == ("　会長　**＊＊ ＊＊**さん", "先生　＊＊＊＊さん", "代表 ＊＊さん")


def test_a_title_of_persons_only_is_no_title_of_a_case() -> None:
    """A heading that holds nothing but a name gives no body; a file of nothing but names has no case to tell."""
    assert nodes(in_town("山田太郎", "・町社協がサロンを開催。"), "Organization").keys() == {SHAKYO}
    with pytest.raises(LoadStopped):
        in_town()


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("・黒滝地区民生委員が見守りを実施。", "民生委員"),
        ("・黒滝地区の民生委員が見守りを実施。", "民生委員"),
        ("・黒滝集落区長が見守りを実施。", "区長"),
        ("・黒滝集落の区長が見守りを実施。", "区長"),
        ("・黒滝圏域の社会福祉士が見守りを実施。", "社会福祉士"),
        ("実施主体　黒滝地区民生委員、町社協", "民生委員"),
    ],
)
def test_a_role_of_one_person_belongs_to_the_municipality(line: str, role: str) -> None:
    """民生委員 or 区長 of a small place is the kind of actor of the whole municipality, without the place in its names or ties."""
    # Act
    found = in_town(line)
    body = nodes(found, "Organization")[role]
    areas = {fact.what.id: fact.what.name for fact in found.facts if isinstance(fact.what, Node) and fact.what.label == "Area"}

    # Assert
    assert getattr(body, "generic", False) is True
    assert not [name for name in getattr(body, "aliases", ()) if "黒滝" in name]
    placed = [fact.what for fact in found.facts if isinstance(fact.what, Relationship) and fact.what.start.id == body.id]
    assert not [tie for tie in placed if areas.get(tie.end.id, "紅沢町") != "紅沢町"]


@pytest.mark.parametrize("line", ["・元保健師の田中さんが見守りを実施。", "・元民生委員が見守りを実施。"])
def test_who_once_had_a_role_is_no_actor(line: str) -> None:
    """元保健師 says who a person was."""
    assert nodes(in_town(line), "Organization") == {}
