"""What is followed up in an area as a table: the row, what became of it, and when it was last seen."""

from api.findings_shown import finding_on_page
from api.table_files import Table
from graph.area_directory import KnownArea
from graph.errors import QueryMisused
from graph.findings.following import listed
from graph.findings.rows import may_follow
from graph.messages import Messages
from graph.reading import Reader

HEADS = (
    "findings.table.row",
    "findings.table.question",
    "site.table.area",
    "findings.table.status",
    "findings.table.last_seen",
    "findings.table.history",
)


def finding_table(reader: Reader, area: KnownArea, texts: Messages) -> Table:
    """The findings of an area and of what lies in it.

    Raises:
        QueryMisused: it is not for the public.
    """
    if not may_follow(reader):
        raise QueryMisused("findings_for_members")
    found = [finding_on_page(one, reader.areas, texts, reader.titles) for one in listed(reader, area=area.id)]
    return Table(
        name=f"{reader.areas.full_name(area.id)} {texts('site.findings')}",
        heads=tuple(texts(head) for head in HEADS),
        rows=[
            (
                one["row"],
                one["title"],
                one["area"] or texts("not_stated"),
                one["status_in_words"],
                one["last_seen"] or texts("not_stated"),
                "\n".join(one["events"]),
            )
            for one in found
        ],
        about=(texts("site.findings_lead"),),
        about_head=texts("table_file.about"),
        wide=1,
    )
