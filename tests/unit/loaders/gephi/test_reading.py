"""What becomes of files of Gephi, igraph and networkx."""

from pathlib import Path

import pytest

from graph.errors import LoadStopped
from graph.facts import Fact
from graph.model.definitions import Node, Relationship
from loaders.contract import Candidate, Streamed, Transformed
from loaders.gathered import gathered
from loaders.gephi import LOADER

SAMPLES = Path(__file__).parents[3] / "sample_data" / "gephi"


def read(content: bytes | str, name: str = "network.graphml") -> Transformed:
    file = Candidate(path=Path(name), content=content.encode() if isinstance(content, str) else content)
    made = LOADER.transform(LOADER.read(file), file)
    assert isinstance(made, Streamed)
    return gathered(made)


def sample(name: str) -> Transformed:
    return read((SAMPLES / name).read_bytes(), name)


def names(found: Transformed) -> dict[str, str]:
    return {fact.what.name: fact.what.label for fact in found.facts if isinstance(fact.what, Node)}


def ties(found: Transformed) -> list[str]:
    return sorted(fact.what.type for fact in found.facts if isinstance(fact.what, Relationship))


@pytest.mark.parametrize(
    ("file", "things", "joined"),
    [
        (
            "gephi_1_3.gexf",
            {"伊賀ゆいの会": "Organization", "㈱𠮷田&髙﨑商店": "Organization", "=朝市の会": "Organization"},
            ["COLLABORATES_WITH", "FUNDS", "FUNDS", "SUPPORTS"],
        ),
        (
            "networkx_1_2.gexf",
            {"高根沢ゆいの会": "Organization", "高根沢茶の間": "Service", "高根沢見守り隊": "Organization"},
            ["COLLABORATES_WITH", "PROVIDES"],
        ),
        (
            "networkx.graphml",
            {"高根沢ゆいの会": "Organization", "高根沢茶の間": "Service", "高根沢見守り隊": "Organization"},
            ["COLLABORATES_WITH", "PROVIDES"],
        ),
        (
            "igraph.graphml",
            {"釧路ゆいの会": "Organization", "釧路協議体": "Council", "釧路見守り会": "Organization"},
            ["MEMBER_OF", "MEMBER_OF", "SUPPORTS"],
        ),
        ("gephi.graphml", {"名張あおぞら会": "Organization", "名張こもれび会": "Organization"}, ["COLLABORATES_WITH"]),
        (
            "edges.csv",
            {"ゆいの会": "Organization", "ふれあい会": "Organization", "㈱髙﨑商店": "Organization"},
            ["COLLABORATES_WITH", "SUPPORTS"],
        ),
        ("edges_cp932.csv", {"ゆいの会": "Organization", "ふれあい会": "Organization"}, ["COLLABORATES_WITH"]),
        (
            "tables.zip",
            {"伊賀ゆいの会": "Organization", "伊賀ささえ協議体": "Council", "朝の移動販売": "Service"},
            ["MEMBER_OF", "PROVIDES"],
        ),
    ],
)
def test_every_program_s_files_are_taken(file: str, things: dict[str, str], joined: list[str]) -> None:
    """Gephi's, networkx's and igraph's: names, kinds and ties."""
    found = sample(file)

    assert names(found) == things
    assert ties(found) == joined


def test_an_undirected_tie_goes_the_only_way_that_it_can() -> None:
    """A service provides no body: an undirected edge between them is read as the body's."""
    found = sample("networkx.graphml")
    (provides,) = [fact.what for fact in found.facts if isinstance(fact.what, Relationship) and fact.what.type == "PROVIDES"]

    assert (provides.start.label, provides.end.label) == ("Organization", "Service")


def test_a_file_without_types_gives_bodies_with_structural_certainty() -> None:
    """Nothing says what the nodes are; that they are bodies follows from the form of the file."""
    found = sample("gephi.graphml")
    bodies: list[Fact] = [fact for fact in found.facts if isinstance(fact.what, Node)]

    assert {one.certainty for fact in bodies for one in fact.evidence} == {"structural"}


def test_edges_without_an_area_are_refused_with_the_reason() -> None:
    """Nobody knows which ゆいの会 is meant."""
    found = sample("bad_edges_no_area.csv")

    assert [(one.code, str(one.place)) for one in found.problems] == [("missing_area", "row 2")]
    assert found.facts == ()


@pytest.mark.parametrize("file", ["bad_laughs.gexf", "bad_fetching.graphml"])
def test_harmful_xml_is_recognised_and_refused(file: str) -> None:
    """A file that would grow or fetch others is this loader's to refuse, and nothing of it is expanded."""
    candidate = Candidate(path=SAMPLES / file, content=(SAMPLES / file).read_bytes())

    assert LOADER.recognise(candidate).score == 1
    with pytest.raises(LoadStopped) as stopped:
        LOADER.read(candidate)
    assert stopped.value.key == "unsafe_xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_document_type_is_refused_in_every_encoding(encoding: str) -> None:
    """Without entities too: no file of these programs has one."""
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE graphml SYSTEM "a.dtd">\n<graphml><graph edgedefault="directed"><node id="a"/></graph></graphml>'
    )

    with pytest.raises(LoadStopped) as stopped:
        read(text.encode(encoding))

    assert stopped.value.key == "unsafe_xml"


def test_a_broken_file_says_where() -> None:
    """The line is told."""
    with pytest.raises(LoadStopped) as stopped:
        sample("bad_cut_off.gexf")

    assert stopped.value.key == "broken_xml"
    assert stopped.value.values["line"] == 23


def test_the_title_of_the_file_names_the_dataset() -> None:
    """What the file calls itself; else its name."""
    assert sample("gephi_1_3.gexf").dataset.name == "gephi/伊賀の支え合い"
    assert sample("igraph.graphml").dataset.name == "gephi/igraph"


def test_a_value_that_changes_with_time_is_not_chosen() -> None:
    """Of several values of one attribute none is read, and that is told."""
    text = (SAMPLES / "gephi_1_3.gexf").read_text(encoding="utf-8")
    several = text.replace(
        '<attvalue for="type" value="組織"></attvalue>', '<attvalue for="type" value="組織"/><attvalue for="type" value="協議体"/>'
    )

    found = read(several, "network.gexf")

    assert [(one.code, one.values.get("column")) for one in found.problems if one.kind == "warning"] == [("several_values", "種類")]
    assert "伊賀ゆいの会" not in names(found)


def test_a_copied_row_with_our_key_is_refused() -> None:
    """Two rows of one identity are one thing; a row of another kind than its key says is refused."""
    head = "Id,Label,type,key\n"
    rows = "1,いろは会,Organization,organization|x|いろは会\n2,写し,Organization,organization|x|いろは会\n3,協,Service,organization|x|協\n"
    text = '<graphml><graph edgedefault="directed">{}</graph></graphml>'
    nodes = ""
    for row in rows.strip().splitlines():
        id_, *cells = row.split(",")
        data = "".join(f'<data key="{name}">{cell}</data>' for name, cell in zip(head.strip().split(",")[1:], cells, strict=True))
        nodes += f'<node id="{id_}">{data}</node>'

    found = read(text.format(nodes))

    assert [one.code for one in found.problems] == ["duplicate_row", "key_of_another_kind"]
    assert names(found) == {"いろは会": "Organization"}
