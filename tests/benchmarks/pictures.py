"""How soon a picture is drawn and still in a real Chromium, how smoothly it moves, and how large its file is.

python -m tests.benchmarks.pictures [--nodes 500 3000]

Ours is the document of `area_network`, laid out on the server. Beside it the same nodes and lines as pyvis draws them with
its own template and physics (500 nodes only, or it would never end), whose outside files are left out of the request: drawn
and still is when vis-network says that it has settled. Frames a second: the picture is dragged by the mouse for about two seconds.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from pyvis.network import Network

from tests.end_to_end.conftest import NAMES
from tests.unit.visualizations.pictures import large
from visualizations.content import drawn_ties
from visualizations.contract import Picture
from visualizations.registry import find

WITH_PHYSICS = 500
"""The most nodes that pyvis is given with its physics on."""
PATIENCE = 180_000
SETTLED = "() => typeof network !== 'undefined' && Boolean(network.physics) && network.physics.stabilized"
STEPS = 120
"""Steps of the hand."""
FRAMES = """() => {
  window.frames_shown = 0;
  const count = () => { window.frames_shown += 1; requestAnimationFrame(count); };
  requestAnimationFrame(count);
}"""


def plain_pyvis(picture: Picture) -> str:
    """The picture as pyvis draws it when nothing is done about it; its requests to other hosts are cut out."""
    network = Network(cdn_resources="in_line")
    for node in picture.nodes:
        network.add_node(node.id, label=node.name)
    for tie in drawn_ties(picture):
        network.add_edge(tie.start, tie.end)
    html: str = network.generate_html()
    return html


def seconds_until(page: Page, file: Path, ready: str) -> float:
    """From opening a file to a picture that is drawn and stands still."""
    begin = time.monotonic()
    page.goto(file.as_uri(), wait_until="commit")
    if ready == SETTLED:
        page.wait_for_function(ready, timeout=PATIENCE)
    else:
        page.wait_for_selector(ready, timeout=PATIENCE)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return time.monotonic() - begin


def frames_while_dragged(page: Page) -> float:
    """Frames a second while the hand moves the picture to and fro."""
    box = page.locator("#network").bounding_box()
    assert box
    # A place without a node under it: the upper left corner of the picture.
    left, top = box["x"] + 12, box["y"] + 12
    page.mouse.move(left, top)
    page.mouse.down()
    page.evaluate(FRAMES)
    begin = time.monotonic()
    for step in range(STEPS):
        page.mouse.move(left + 60 + 40 * (step % 3), top + 30)
        page.wait_for_timeout(16)
    frames = page.evaluate("window.frames_shown") / (time.monotonic() - begin)
    page.mouse.up()
    return float(frames)


def measure(browser: Browser, nodes: int, folder: Path) -> None:
    """Print the figures of one size."""
    picture = large(nodes)
    begin = time.monotonic()
    document = find("area_network").draw(picture, language="ja", limit=nodes)
    laid_out = time.monotonic() - begin
    file = folder / "picture.html"
    file.write_text(document, encoding="utf-8")
    with browser.new_context(viewport={"width": 1366, "height": 768}) as context:
        page = context.new_page()
        took = min(seconds_until(page, file, "html[data-ready]") for _ in range(3))
        frames = frames_while_dragged(page)
    size = len(document.encode()) / 1_000_000
    _say(f"{nodes} nodes: drawn and still {took:.2f} s (laid out in {laid_out:.1f} s), {frames:.0f} frames a second, file {size:.2f} MB")
    if nodes > WITH_PHYSICS:
        return
    file.write_text(plain_pyvis(picture), encoding="utf-8")
    with browser.new_context(viewport={"width": 1366, "height": 768}, offline=True) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        try:
            physics = seconds_until(page, file, SETTLED)
        except PlaywrightTimeout:
            physics = PATIENCE / 1_000
            _say(f"{nodes} nodes: plain pyvis with physics still moves after {physics:.0f} s, {physics / took:.0f} times as long")
            return
    _say(f"{nodes} nodes: plain pyvis with physics {physics:.1f} s, {physics / took:.0f} times as long")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}; load {os.getloadavg()[0]:.1f}\n")
    sys.stdout.flush()


def main() -> None:
    """Print the figures of each size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--nodes", type=int, nargs="+", default=[500, 3000])
    chosen = parser.parse_args()
    program = next(found for name in NAMES if (found := shutil.which(name)))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for nodes in chosen.nodes:
            measure(browser, nodes, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
