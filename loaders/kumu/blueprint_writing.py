"""The map as a blueprint that Kumu imports: elements and connections as JSON."""

import json
from pathlib import Path

from graph.holdings import Holdings
from loaders.exporting import Written, ending_of
from loaders.kumu.fields import CONNECTIONS, ELEMENTS
from loaders.kumu.map import OF_CONNECTION, OF_ELEMENT, Map
from loaders.networks.carried import title_of
from loaders.networks.values import SEPARATOR
from loaders.whole_files import write_file

TAGS = "Tags"


class KumuBlueprint:
    """A map as a blueprint."""

    name = "kumu-blueprint"
    title_ja = "Kumu（ブループリントJSON）"
    title_en = "Kumu (blueprint JSON)"
    suffix = ".json"

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:
        """Write the blueprint.

        Raises:
            QueryMisused: the place cannot be written to, or its name has another ending.
        """
        ending_of(out, self.suffix)
        map_ = Map(holdings=holdings, wording=wording)
        content = {
            "name": title_of(holdings, map_.words),
            ELEMENTS: [_fields(one, OF_ELEMENT) for one in map_.elements()],
            CONNECTIONS: [_fields(one, OF_CONNECTION) for one in map_.connections()],
        }
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        written = write_file(out, text.encode())
        return Written(files=(written,), counts=map_.carried.counts(holdings), left_out=map_.carried.left_out(holdings))


def _fields(one: dict[str, str | int | float], own: tuple[str, ...]) -> dict[str, object]:
    """Kumu's own fields are written small here, and tags are a list."""
    return {(name.lower() if name in own else name): str(value).split(SEPARATOR) if name == TAGS else value for name, value in one.items()}
