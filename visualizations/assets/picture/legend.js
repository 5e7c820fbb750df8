// The legend's entries: a click hides or shows, a double click leaves one alone.
(function () {
  "use strict";

  const { content, edges, nodes, visible } = window.tsunagu;
  const entries = [...document.querySelectorAll("#legend [data-key]")];
  const all = document.getElementById("show-all");

  // What the opened part holds, whether the legend shows or hides it.
  function counts() {
    const found = {};
    const add = (key) => (found[key] = (found[key] || 0) + 1);
    for (const { id } of nodes.filter((one) => visible.within(one.id))) {
      add(content.nodes[id].mark);
      if (content.nodes[id].generic) add("generic");
    }
    edges.filter(({ from, to }) => visible.within(from) && visible.within(to)).forEach(({ id }) => add(content.lines[id].stroke));
    return found;
  }

  function refresh() {
    const found = counts();
    for (const entry of entries) {
      entry.setAttribute("aria-pressed", String(!visible.hidden.has(entry.dataset.key)));
      entry.querySelector(".count").textContent = found[entry.dataset.key] || 0;
    }
    all.hidden = !visible.isOpened();
  }

  for (const entry of entries) {
    entry.addEventListener("click", (event) => {
      const { key } = entry.dataset;
      // The second click of a double click would undo the first one only.
      if (event.shiftKey || event.detail === 2) visible.isolate(key);
      else if (event.detail < 2) visible.toggle(key, visible.hidden.has(key));
    });
  }
  all.addEventListener("click", () => visible.openAll());
  visible.whenChanged(refresh);
})();
