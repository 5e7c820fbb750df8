// What is shown: what the legend leaves on, and, once a neighbourhood is opened, only what has been opened.
(function () {
  "use strict";

  const tsunagu = window.tsunagu;
  const { content, data, neighbours } = tsunagu;
  const hidden = new Set(content.off);
  let opened = content.opened.length ? new Set(content.opened) : null;
  const watchers = [];

  function wanted(id) {
    const { mark, generic } = content.nodes[id];
    return !hidden.has(mark) && !(generic && hidden.has("generic"));
  }

  const within = (id) => opened === null || opened.has(id);
  const node = (id) => wanted(id) && within(id);
  const line = (id) => !hidden.has(content.lines[id].stroke) && node(tsunagu.edge.get(id).from) && node(tsunagu.edge.get(id).to);

  // How many neighbours lie outside the opened part but within the document.
  function inside(id) {
    if (opened === null) return 0;
    return new Set(neighbours.get(id).map((reached) => reached.other).filter((other) => wanted(other) && !opened.has(other))).size;
  }

  // How many neighbours are recorded that are not shown.
  const beyond = (id) => inside(id) + content.nodes[id].beyond;

  function apply() {
    tsunagu.state.version += 1;
    data.nodes.update(tsunagu.nodes.map(({ id }) => ({ id, hidden: !node(id) })));
    data.edges.update(tsunagu.edges.map(({ id }) => ({ id, hidden: !line(id) })));
    watchers.forEach((tell) => tell());
    tsunagu.network.redraw();
  }

  function set(key, on) {
    if (on) hidden.delete(key);
    else hidden.add(key);
  }

  function toggle(key, on) {
    set(key, on);
    // An area without its lines would tell nothing.
    if (key === "Area") set("place", on);
    apply();
  }

  // Only this entry of its kind; once more shows all of that kind again.
  function isolate(key) {
    const kind = content.legend.find((entry) => entry.key === key).kind;
    const others = content.legend.filter((entry) => entry.kind === kind && entry.key !== key).map((entry) => entry.key);
    const alone = others.every((other) => hidden.has(other)) && !hidden.has(key);
    others.forEach((other) => set(other, alone));
    hidden.delete(key);
    apply();
  }

  function open(id) {
    opened = opened || new Set();
    [id, ...neighbours.get(id).map((reached) => reached.other)].forEach((one) => opened.add(one));
    apply();
    tsunagu.graph.fit();
  }

  function openAll() {
    opened = null;
    apply();
    tsunagu.graph.fit();
  }

  // A thing somebody asks for is shown, whatever was hidden before.
  function reveal(id) {
    if (node(id)) return;
    if (opened !== null) opened.add(id);
    hidden.delete(content.nodes[id].mark);
    if (content.nodes[id].generic) hidden.delete("generic");
    apply();
  }

  function revealLine(id) {
    const { from, to } = tsunagu.edge.get(id);
    [from, to].forEach(reveal);
    if (hidden.delete(content.lines[id].stroke)) apply();
  }

  Object.assign(tsunagu.visible, {
    node, line, within, inside, beyond, toggle, isolate, open, openAll, reveal, revealLine, apply, hidden,
    isOpened: () => opened !== null && opened.size < tsunagu.nodes.length,
    whenChanged: (tell) => watchers.push(tell),
  });
})();
