// One thing is selected at a time; picture, panel, table and address always agree on it.
(function () {
  "use strict";

  const tsunagu = window.tsunagu;
  const { content, network, state, labels, panel, graph, visible, word, edge } = tsunagu;
  const live = document.getElementById("live");
  const watchers = [];

  function select(what, { centre = false, focus = false } = {}) {
    const { node = null, line = null } = what || {};
    if (node !== null) {
      visible.reveal(node);
      panel.node(node);
      live.textContent = word("live.node", { name: content.nodes[node].name, count: tsunagu.neighbours.get(node).length });
    } else if (line !== null) {
      visible.revealLine(line);
      panel.line(line);
      live.textContent = word("live.line", { from: content.nodes[edge.get(line).from].name, to: content.nodes[edge.get(line).to].name });
    } else {
      panel.rest();
      live.textContent = "";
    }
    graph.emphasise({ node, line });
    if (centre && node !== null) graph.centre(node);
    if (focus) panel.focus();
    watchers.forEach((tell) => tell());
  }

  function labelAt({ x, y }) {
    const scale = network.getScale();
    const hit = (id) => {
      const area = labels.box(id, scale);
      return visible.node(id) && labels.isShown(id) && x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
    };
    return tsunagu.nodes.map((node) => node.id).find(hit);
  }

  function thingAt(event) {
    const node = event.nodes[0] ?? labelAt(event.pointer.canvas);
    if (node !== undefined) return { node };
    const line = network.getEdgeAt(event.pointer.DOM);
    return line === undefined || !visible.line(line) ? null : { line };
  }

  network.on("click", (event) => select(thingAt(event)));
  network.on("doubleClick", (event) => {
    const found = thingAt(event);
    if (found && found.node !== undefined) visible.open(found.node);
  });
  network.on("hoverNode", () => (graph.holder.style.cursor = "pointer"));
  network.on("blurNode", () => (graph.holder.style.cursor = ""));
  network.on("hoverEdge", () => (graph.holder.style.cursor = "pointer"));
  network.on("blurEdge", () => (graph.holder.style.cursor = ""));
  document.getElementById("panel-close").addEventListener("click", () => {
    select(null);
    graph.holder.focus();
  });

  Object.assign(tsunagu, { select, whenSelected: (tell) => watchers.push(tell), selected: () => ({ node: state.selected, line: state.line }) });
})();
