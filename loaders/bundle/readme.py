"""The README of a bundle: what it is, what each file holds, and how the numbers are computed again; Japanese, then English."""

from graph.holdings import Holdings
from graph.messages import LANGUAGES, Messages
from loaders.bundle.format import (
    COMPARISON,
    EDGES,
    EVIDENCE,
    MANIFEST,
    METHODS,
    NODES,
    PARAMETERS,
    RECORD_EDGES,
    RECORD_NODES,
    REGIONS,
    SOURCES,
    VERSIONS,
)
from loaders.exporting import words_of

FILES = (
    COMPARISON,
    PARAMETERS,
    VERSIONS,
    NODES,
    EDGES,
    REGIONS,
    RECORD_NODES,
    RECORD_EDGES,
    EVIDENCE,
    SOURCES,
    METHODS,
    "queries/",
    MANIFEST,
)
IN_R = """nodes <- subset(read.csv("networks/nodes.csv", fileEncoding = "UTF-8-BOM"), select = c(id, name, region, sector))
edges <- subset(read.csv("networks/edges.csv", fileEncoding = "UTF-8-BOM"), select = c(start, end, region))
of <- function(area) igraph::graph_from_data_frame(
  subset(edges, region == area), directed = FALSE, vertices = subset(nodes, region == area))"""


def readme(holdings: Holdings) -> bytes:
    """The bytes of README.md."""
    return "\n\n".join(_in(holdings, words_of("loaders.bundle", language)) for language in LANGUAGES).encode() + b"\n"


def _in(holdings: Holdings, words: Messages) -> str:
    compared = holdings.compared
    named = words("text.readme.between").join(region.full_name for region in compared.regions) if compared else "—"
    audience = words(f"text.readme.for_{compared.audience}") if compared else ""
    files = "\n".join(f"- `{name}`: {words(f'text.readme.file.{name}')}" for name in FILES)
    paragraphs = [
        f"# {words('text.readme.title')}",
        words("text.readme.regions", regions=named),
        *([audience] if audience else []),
        words("text.readme.again"),
        "```sh\ntsunagu bundle rerun FILE.zip\n```",
        words("text.readme.in_r"),
        f"```r\n{IN_R}\n```",
        files,
        *(words(f"text.readme.{part}") for part in ("rules", "missing", "licence")),
    ]
    return "\n\n".join(paragraphs)
