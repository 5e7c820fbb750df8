"""How soon a picture is drawn and still in a real Chromium, how smoothly it moves, and how large its file is.

python -m tests.benchmarks.pictures [--nodes 500 3000]

Ours is the document of `area_network`, laid out on the server. Beside it the same nodes and lines as pyvis draws them with
its own template and physics (500 nodes only, or it would never end), whose outside files are left out of the request: drawn
and still is when vis-network says that it has settled. Frames a second: the picture is moved at every frame for two seconds.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from tests.end_to_end.conftest import NAMES
from tests.unit.visualizations.pictures import large
from visualizations.content import drawn_ties
from visualizations.contract import Picture
from visualizations.registry import find

WITH_PHYSICS = 500
"""The most nodes that pyvis is given with its physics on."""
PATIENCE = 180_000
SETTLED = "new Promise(done => network.once('stabilized', () => done(true)))"
FRAMES = """() => new Promise(done => {
  const begin = performance.now(), at = tsunagu.network.getViewPosition(), scale = tsunagu.network.getScale();
  let frames = 0;
  const step = () => {
    frames += 1;
    const passed = performance.now() - begin;
    if (passed > 2000) return done(frames * 1000 / passed);
    tsunagu.network.moveTo({ position: { x: at.x + 40 * Math.sin(frames / 6), y: at.y }, scale, animation: false });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


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
    if ready.startswith("new Promise"):
        page.wait_for_function("typeof network !== 'undefined'", timeout=PATIENCE)
        page.evaluate(ready)
    else:
        page.wait_for_selector(ready, timeout=PATIENCE)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return time.monotonic() - begin


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
        frames = page.evaluate(FRAMES)
    size = len(document.encode()) / 1_000_000
    _say(f"{nodes} nodes: drawn and still {took:.2f} s (laid out in {laid_out:.1f} s), {frames:.0f} frames a second, file {size:.2f} MB")
    if nodes > WITH_PHYSICS:
        return
    file.write_text(plain_pyvis(picture), encoding="utf-8")
    with browser.new_context(viewport={"width": 1366, "height": 768}, offline=True) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        physics = seconds_until(page, file, SETTLED)
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
