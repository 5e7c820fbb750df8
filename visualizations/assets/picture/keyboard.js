// The picture without a mouse: single keys for its parts, arrows along the lines.
(function () {
  "use strict";

  const tsunagu = window.tsunagu;
  const { graph, place, select, visible } = tsunagu;
  const help = document.getElementById("help");
  const singleKeys = document.getElementById("single-keys");
  const AHEAD = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  const typing = (event) => event.target.closest("input, textarea, select, [contenteditable]");

  const KEYS = {
    "/": () => {
      tsunagu.search.field.focus();
      tsunagu.search.field.select();
    },
    l: () => document.querySelector("#legend button")?.focus(),
    t: () => tsunagu.table.toggle(),
    "?": () => help.showModal(),
  };

  // The neighbour that lies most nearly in the arrow's direction.
  function ahead(id, [dx, dy]) {
    const from = place.get(id);
    let best = null;
    for (const { line, other } of tsunagu.neighbours.get(id)) {
      if (!visible.line(line) || other === id) continue;
      const [x, y] = [place.get(other).x - from.x, place.get(other).y - from.y];
      const straight = (x * dx + y * dy) / (Math.hypot(x, y) || 1);
      if (straight > 0.3 && (best === null || straight > best.straight)) best = { other, straight };
    }
    return best === null ? null : best.other;
  }

  function move(event) {
    event.preventDefault();
    const { node, line } = tsunagu.selected();
    const shown = tsunagu.nodes.map((one) => one.id).filter(visible.node);
    if (node === null && line === null) {
      const most = [...shown].sort((a, b) => tsunagu.neighbours.get(b).length - tsunagu.neighbours.get(a).length)[0];
      if (most !== undefined) select({ node: most }, { centre: true });
      return;
    }
    const next = ahead(node === null ? tsunagu.edge.get(line).from : node, AHEAD[event.key]);
    if (next !== null) select({ node: next }, { centre: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && !help.open) {
      document.activeElement.blur();
      select(null);
      graph.holder.focus();
    } else if (singleKeys.checked && !typing(event) && !help.open && KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key]();
    } else if (document.activeElement === graph.holder && AHEAD[event.key]) {
      move(event);
    } else if (document.activeElement === graph.holder && event.key === "Enter") {
      tsunagu.panel.focus();
    }
  });

  document.getElementById("help-button").addEventListener("click", () => help.showModal());
  document.getElementById("help-close").addEventListener("click", () => help.close());
  document.getElementById("zoom-in").addEventListener("click", () => graph.zoom(1.3));
  document.getElementById("zoom-out").addEventListener("click", () => graph.zoom(1 / 1.3));
  document.getElementById("zoom-fit").addEventListener("click", graph.fit);
})();
