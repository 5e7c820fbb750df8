"""A page in a real Chromium, with what it said and asked for, and where on its canvas a thing is drawn."""

from typing import Any

from playwright.sync_api import Browser, Dialog

SIZES = [(1366, 768), (390, 844)]
POINT_ON_LINE = """id => {
  const line = tsunagu.edge.get(id), from = tsunagu.place.get(line.from), to = tsunagu.place.get(line.to);
  // Nearest to its middle where no name lies over it.
  const under = ({ x, y }) => tsunagu.nodes.some((node) => {
    const area = tsunagu.labels.box(node.id, tsunagu.network.getScale());
    return tsunagu.labels.isShown(node.id) && x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
  });
  const on = (part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  const along = [0.5, 0.55, 0.45, 0.6, 0.4, 0.65, 0.35, 0.7, 0.3].map(on);
  const at = tsunagu.network.canvasToDOM(along.find((point) => !under(point)));
  const holder = tsunagu.graph.holder.getBoundingClientRect();
  return [holder.left + at.x, holder.top + at.y];
}"""
POINT_ON_NODE = """id => {
  const at = tsunagu.network.canvasToDOM(tsunagu.place.get(id));
  const holder = tsunagu.graph.holder.getBoundingClientRect();
  return [holder.left + at.x, holder.top + at.y];
}"""


class Opened:
    """A page with what it said and asked for."""

    def __init__(self, browser: Browser, address: str, size: tuple[int, int], **context: Any) -> None:
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True, **context)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type in {"error", "warning"} else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self.refuse)
        self.address = address
        self.page.goto(address)
        self.page.wait_for_selector("html[data-ready]", timeout=20_000)
        self.page.wait_for_timeout(200)

    def refuse(self, dialog: Dialog) -> None:
        """Remember that something opened a dialog."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def click(self, where: str, thing: str) -> None:
        """Click on the canvas where a thing is drawn."""
        self.page.mouse.click(*self.page.evaluate(where, thing))
        # A click on the canvas waits to see whether it becomes a double click.
        self.page.wait_for_timeout(500)

    def heading(self) -> str:
        """What the panel is about."""
        return self.page.inner_text("#panel-body h2")
