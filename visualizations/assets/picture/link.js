// The address carries selection, hidden kinds and the table: whoever opens it sees the same picture.
(function () {
  "use strict";

  const tsunagu = window.tsunagu;
  const { content, visible } = tsunagu;
  let ready = false;

  function write() {
    if (!ready) return;
    const { node, line } = tsunagu.selected();
    const now = new URLSearchParams();
    if (node !== null) now.set("node", node);
    if (line !== null) now.set("line", line);
    const hidden = [...visible.hidden].sort();
    if (hidden.join() !== [...content.off].sort().join()) now.set("hidden", hidden.join(" "));
    if (tsunagu.table.isShown()) now.set("table", "1");
    const text = now.toString();
    history.replaceState(null, "", text ? `#${text}` : "#");
  }

  function read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.has("hidden")) {
      const known = new Set(content.legend.map((entry) => entry.key));
      visible.hidden.clear();
      asked.get("hidden").split(" ").filter((key) => known.has(key)).forEach((key) => visible.hidden.add(key));
    }
    visible.apply();
    if (asked.has("table")) tsunagu.table.toggle(true);
    tsunagu.graph.fit();
    if (tsunagu.neighbours.has(asked.get("node"))) tsunagu.select({ node: asked.get("node") });
    else if (tsunagu.edge.has(asked.get("line"))) tsunagu.select({ line: asked.get("line") });
    ready = true;
  }

  tsunagu.whenSelected(write);
  visible.whenChanged(write);
  tsunagu.link = { read, write };
})();
