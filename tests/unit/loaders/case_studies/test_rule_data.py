"""The words of the rules are words of the field: none is the name of a body, a council or a place of a text that we know."""

import re
from pathlib import Path

import yaml

import loaders
from graph.areas import area_index
from tests.unit.loaders.case_studies.test_scores import CASES

FOLDERS = [Path(loaders.__path__[0]) / name for name in ("case_studies", "people", "japanese")]
OWN = re.compile(r"(?:法人|\))([^法人()「」\s]{3,})$|「([^「」]{3,})」")
"""What a name has behind its legal form or between quotation marks."""
REMARKS = {".yaml": re.compile(r"(?m)(^|\s)#.*$"), ".py": re.compile(r'"""[\s\S]*?"""|(?m:#.*$)')}
SHORTEST = 3
KINDS = {"介護者の会"}
"""What a text quotes and is no name but a kind of body."""


def rules() -> dict[str, str]:
    """Words and code of the rules without remarks and docstrings, by file."""
    files = [file for folder in FOLDERS for file in (*folder.glob("rules/*.yaml"), *folder.rglob("*.py"))]
    assert {"case_studies", "people"} == {file.parents[1].name for file in files if file.suffix == ".yaml"}
    return {f"{file.parent.name}/{file.name}": REMARKS[file.suffix].sub("", file.read_text(encoding="utf-8")) for file in files}


def test_no_rule_names_a_municipality() -> None:
    """Neither one of Japan nor one of the annotated cases."""
    areas = area_index()
    coded = [one for prefecture in areas.prefectures() for one in areas.municipalities_of(prefecture)]
    names = {one.area.name for one in coded if len(one.area.name) >= SHORTEST}
    assert len(names) > 1_000
    for _, gold, *_ in CASES:
        if gold.is_file():
            names |= set(yaml.safe_load(gold.read_text(encoding="utf-8"))["scopes"])
    assert [(file, name) for file, text in rules().items() for name in names if name in text] == []


def test_no_rule_names_a_body_of_the_annotated_cases() -> None:
    """What a body of the texts is called by itself stands in no rule."""
    names = set()
    for _, gold, *_ in CASES:
        scopes = yaml.safe_load(gold.read_text(encoding="utf-8"))["scopes"] if gold.is_file() else {}
        entities = [one for scope in scopes.values() for one in scope["entities"] if one["labels"][0] in {"Organization", "Council"}]
        names |= {match[1] or match[2] for one in entities for name in one["names"] if (match := OWN.search(name))}
    names -= KINDS
    assert len(names) > 20
    assert [(file, name) for file, text in rules().items() for name in names if name in text] == []
