// The picture itself: vis-network with our marks. Nothing moves by itself.
(function () {
  "use strict";

  const tsunagu = window.tsunagu;
  const { content, labels, place, edge } = tsunagu;
  const ACCENT = "#0b6b5b";
  const INK = "#1d2b33";
  const DIMMED = 0.16;
  const NARROW = 420;
  // Kept free above the picture: there stand the buttons for its size.
  const BUTTONS = 40;
  const paths = Object.fromEntries(Object.entries(content.marks).map(([key, mark]) => [key, new Path2D(mark.path)]));
  const holder = document.getElementById("network");

  // What is emphasised: one thing and what it touches; `version` counts changes.
  const state = { selected: null, line: null, near: null, version: 0, moved: false };

  function renderer({ ctx, id, x, y, state: { hover } }) {
    const mark = content.marks[place.get(id).group];
    const dim = state.near !== null && !state.near.has(id) && !hover;
    return {
      drawNode() {
        ctx.translate(x, y);
        ctx.globalAlpha = dim ? DIMMED : 1;
        if (id === state.selected || id === content.start) ring(ctx, mark);
        ctx.fillStyle = content.nodes[id].generic ? "#ffffff" : mark.fill;
        ctx.strokeStyle = mark.outline;
        ctx.lineWidth = content.nodes[id].generic ? 2.6 : 1.6;
        ctx.lineJoin = "round";
        ctx.fill(paths[mark.key]);
        ctx.stroke(paths[mark.key]);
      },
      drawExternalLabel() {
        const near = id === state.selected || hover;
        if (dim || (!near && !labels.isShown(id))) return;
        const more = tsunagu.visible.beyond(id);
        labels.draw(ctx, id, drawingScale(ctx), {
          colour: id === state.selected ? ACCENT : INK,
          strong: id === state.selected || id === content.start,
          more: more ? tsunagu.word("panel.beyond", { count: more }) : null,
        });
      },
      nodeDimensions: { width: mark.width + 4, height: mark.height + 4 },
    };
  }

  function ring(ctx, mark) {
    ctx.beginPath();
    ctx.arc(0, 0, Math.max(mark.width, mark.height) / 2 + 6, 0, 2 * Math.PI);
    ctx.fillStyle = "#e3f1ee";
    ctx.fill();
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = ACCENT;
    ctx.stroke();
  }

  // A picture for printing is drawn at its own scale; the canvas on screen at the network's.
  const drawingScale = (ctx) => ctx.canvas.tsunaguScale || network.getScale();

  const data = { nodes: new vis.DataSet(tsunagu.nodes), edges: new vis.DataSet(tsunagu.edges) };
  const options = { ...tsunagu.options, nodes: { shape: "custom", ctxRenderer: renderer, chosen: false }, autoResize: true };
  const network = new vis.Network(holder, data, options);

  network.on("beforeDrawing", (ctx) => {
    const first = state.near || new Set();
    labels.update(drawingScale(ctx), tsunagu.visible.node, first, `${state.version}`);
  });
  network.on("dragEnd", (event) => {
    state.moved = true;
    for (const [id, at] of Object.entries(network.getPositions(event.nodes))) Object.assign(place.get(id), at);
    state.version += 1;
  });
  network.on("zoom", () => (state.moved = true));
  // vis-network puts its own idea of the view back after telling of the new size, so ours comes a moment later.
  network.on("resize", () => queueMicrotask(() => {
    if (state.selected !== null && holder.clientWidth < NARROW) centre(state.selected);
    else if (!state.moved) fit();
  }));

  function bounds(scale = 1) {
    const all = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const { id, y, group } of tsunagu.nodes) {
      if (!tsunagu.visible.node(id)) continue;
      const name = labels.box(id, scale, false);
      all.left = Math.min(all.left, name.left);
      all.right = Math.max(all.right, name.right);
      // Where names no longer all fit below their marks, some stand above.
      all.top = Math.min(all.top, scale < 0.87 ? labels.box(id, scale, true).top : y - content.marks[group].height / 2);
      all.bottom = Math.max(all.bottom, name.bottom);
    }
    return all.left === Infinity ? { left: -1, right: 1, top: -1, bottom: 1 } : all;
  }

  function view(width, height, largest = 1.3) {
    let [all, scale] = [bounds(), 1];
    if (content.room) {
      // By the width alone: what stands above the picture may take more lines here than there.
      const alike = Math.min(largest, (width - 32) / content.room);
      return { position: { x: (all.left + all.right) / 2, y: (all.top + all.bottom) / 2 }, scale: Math.max(alike, 0.05) };
    }
    // Names keep their size on screen, so the smaller the picture gets the more room they take.
    for (let round = 0; round < 3; round += 1) {
      scale = Math.min(largest, (width - 32) / (all.right - all.left), (height - 28) / (all.bottom - all.top));
      all = bounds(Math.max(scale, 0.25));
    }
    return { position: { x: (all.left + all.right) / 2, y: (all.top + all.bottom) / 2 }, scale: Math.max(scale, 0.05) };
  }

  // A screen that stands upright gets the picture drawn out: that cannot bring two names together.
  function drawOut() {
    if (content.room) return;
    const all = bounds();
    const times = Math.min(2.4, ((all.right - all.left) * (holder.clientHeight - 28)) / (holder.clientWidth - 32) / (all.bottom - all.top));
    if (times < 1.2) return;
    tsunagu.nodes.forEach((node) => (node.y = Math.round(node.y * times)));
    data.nodes.update(tsunagu.nodes.map(({ id, y }) => ({ id, y })));
    state.version += 1;
  }

  function fit() {
    state.moved = false;
    network.setSize("100%", "100%");
    const { position, scale } = view(holder.clientWidth, holder.clientHeight - BUTTONS);
    network.moveTo({ position: { x: position.x, y: position.y - BUTTONS / 2 / scale }, scale, animation: false });
  }

  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const motion = () => (still.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" });

  function centre(id) {
    state.moved = true;
    network.moveTo({ position: { x: place.get(id).x, y: place.get(id).y }, scale: Math.max(network.getScale(), 0.95), animation: motion() });
  }

  function zoom(times) {
    state.moved = true;
    network.moveTo({ scale: network.getScale() * times, animation: motion() });
  }

  // Emphasise a node with its lines, or a line with its ends; null shows everything alike.
  function emphasise({ node = null, line = null } = {}) {
    state.selected = node;
    state.line = line;
    state.near = null;
    if (node !== null) state.near = new Set([node, ...tsunagu.neighbours.get(node).map((reached) => reached.other)]);
    if (line !== null) state.near = new Set([edge.get(line).from, edge.get(line).to]);
    state.version += 1;
    data.edges.update(tsunagu.edges.map((one) => ({ id: one.id, ...emphasis(one) })));
    network.redraw();
  }

  function emphasis(one) {
    const chosen = one.id === state.line;
    const mine = state.near === null || chosen || (state.selected !== null && (one.from === state.selected || one.to === state.selected));
    const colour = chosen ? ACCENT : one.color;
    return { color: { color: colour, highlight: colour, hover: colour, opacity: mine ? 1 : DIMMED, inherit: false }, width: chosen ? one.width + 1.5 : one.width };
  }

  Object.assign(tsunagu, { network, data, options, state, graph: { holder, bounds, drawOut, fit, view, centre, zoom, emphasise } });
})();
