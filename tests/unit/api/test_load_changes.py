"""What a load changes, as JSON and in words."""

import json
from datetime import date

from api.load_changes import changes_shown, changes_worded
from api.wording import messages
from graph.changes import Changes, FactChange, FieldChange

NEW = FactChange(kind="added", id="1f0c", label="Organization", name="見本の会", visibility="public")
HIDDEN = FactChange(kind="added", id="2f0c", label="Need", name="内々の困りごと", visibility="restricted")
LONGER = FactChange(
    kind="changed",
    id="3f0c",
    label="Service",
    name="見本の運送",
    visibility="public",
    fields=(
        FieldChange(name="aliases", before=["う", "あ"], after=None),
        FieldChange(name="valid_to", before=date(2026, 3, 31), after=date(2027, 3, 31)),
    ),
)
CHANGES = Changes(shown=(NEW, HIDDEN, LONGER), counts={"added": {"Organization": 7, "Need": 1}, "changed": {"Service": 1}})


def test_as_json_days_are_text_lists_sorted_and_ids_left_out() -> None:
    """What programs get can be written as JSON and compared from engine to engine."""
    shown = json.loads(json.dumps(changes_shown(CHANGES, ["public"])))

    assert shown["counts"] == {"added": {"Organization": 7, "Need": 1}, "changed": {"Service": 1}}
    assert shown["shown"] == [
        {"kind": "added", "label": "Organization", "name": "見本の会", "fields": []},
        {
            "kind": "changed",
            "label": "Service",
            "name": "見本の運送",
            "fields": [
                {"name": "aliases", "before": ["あ", "う"], "after": None},
                {"name": "valid_to", "before": "2026-03-31", "after": "2027-03-31"},
            ],
        },
    ]


def test_in_words_the_first_are_named_and_the_rest_counted() -> None:
    """Properties by their words, what is above the audience left out of the names, the rest a number."""
    added, changed = changes_worded(CHANGES, messages("ja"), most=1, visible=["public"])

    assert (added.kind, added.total, added.counts) == ("新しく加わる", 8, "団体・機関 7件、ニーズ 1件")
    assert (added.things, added.left_over) == ([("団体・機関", "見本の会", [])], 7)
    assert changed.things == [
        ("サービス・活動", "見本の運送", ["別の呼び名: あ、う → 記載なし", "登録の終わりの日: 2026-03-31 → 2027-03-31"])
    ]


def test_what_the_audience_may_not_see_is_not_named() -> None:
    """The same change is named to those who may see it, and to nobody else."""
    named = [{one["name"] for one in changes_shown(CHANGES, levels)["shown"]} for levels in (["public"], ["public", "restricted"])]

    assert named == [{"見本の会", "見本の運送"}, {"見本の会", "見本の運送", "内々の困りごと"}]
