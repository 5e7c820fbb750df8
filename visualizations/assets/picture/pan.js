// A large picture is moved as it was drawn, like a sheet of paper, and drawn anew when the hand rests: drawing thousands of
// lines at each step of the hand would stutter. Small ones are drawn at each step by vis-network itself.
(function () {
  "use strict";

  const { network, graph, nodes, state } = window.tsunagu;
  const MANY = 400;
  const REST = 140;
  const canvas = graph.holder.querySelector("canvas");
  const fingers = new Set();
  let from = null;
  let last = null;
  let waiting = 0;

  // What was moved as paper becomes the view.
  function settle() {
    window.clearTimeout(waiting);
    if (!from || !last) return;
    const [dx, dy] = [last.x - from.x, last.y - from.y];
    from = last;
    if (!dx && !dy) return;
    const at = network.getViewPosition();
    const scale = network.getScale();
    state.moved = true;
    network.moveTo({ position: { x: at.x - dx / scale, y: at.y - dy / scale }, scale, animation: false });
    network.redraw();
    canvas.style.transform = "";
  }

  function begin(event) {
    fingers.add(event.pointerId);
    const box = canvas.getBoundingClientRect();
    const on = network.getNodeAt({ x: event.clientX - box.left, y: event.clientY - box.top });
    // A node is dragged, and two fingers zoom: both are vis-network's.
    if (event.button !== 0 || fingers.size > 1 || on !== undefined) return end(event);
    from = { x: event.clientX, y: event.clientY };
    last = null;
  }

  function move(event) {
    if (!from || fingers.size > 1) return;
    last = { x: event.clientX, y: event.clientY };
    canvas.style.transform = `translate(${last.x - from.x}px, ${last.y - from.y}px)`;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(settle, REST);
  }

  function end(event) {
    settle();
    from = null;
    last = null;
    if (event.type !== "pointerdown") fingers.delete(event.pointerId);
  }

  if (nodes.length > MANY) {
    network.setOptions({ interaction: { dragView: false } });
    canvas.addEventListener("pointerdown", begin);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  }
})();
