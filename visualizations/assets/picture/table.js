// The table holds the same things as the picture; what is selected or hidden in one is so in the other.
(function () {
  "use strict";

  const tsunagu = window.tsunagu;
  const { content, visible, select } = tsunagu;
  const section = document.getElementById("tables");
  const button = document.getElementById("table-button");
  const rows = [...section.querySelectorAll("tr[data-id]")];

  const what = (row) => (row.dataset.kind === "node" ? { node: row.dataset.id } : { line: row.dataset.id });

  function refresh() {
    const chosen = tsunagu.selected();
    for (const row of rows) {
      const { id, kind } = row.dataset;
      row.hidden = !(kind === "node" ? visible.node(id) : visible.line(id));
      const mine = kind === "node" ? chosen.node === id : chosen.line === id;
      row.classList.toggle("chosen", mine);
      if (mine) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
      if (mine && !section.hidden) row.scrollIntoView({ block: "nearest" });
    }
  }

  function sortBy(head) {
    const table = head.closest("table");
    const column = [...head.parentElement.children].indexOf(head);
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (row) => row.children[column].dataset.sort ?? row.children[column].textContent.trim();
    const order = new Intl.Collator(content.language, { numeric: true });
    const sorted = [...table.tBodies[0].rows].sort((a, b) => {
      // What is not stated stays last, whichever way it is sorted.
      if (!value(a) || !value(b)) return Number(!value(a)) - Number(!value(b));
      return order.compare(value(a), value(b)) * (down ? -1 : 1);
    });
    table.tBodies[0].append(...sorted);
  }

  function toggle(shown = section.hidden) {
    section.hidden = !shown;
    document.body.classList.toggle("with-table", shown);
    button.setAttribute("aria-expanded", String(shown));
    refresh();
    tsunagu.graph.fit();
    if (shown) section.focus();
    tsunagu.link.write();
  }

  for (const row of rows) {
    row.addEventListener("click", () => select(what(row), { centre: row.dataset.kind === "node" }));
  }
  section.querySelectorAll("th button").forEach((sorter) => sorter.addEventListener("click", () => sortBy(sorter.closest("th"))));
  button.addEventListener("click", () => toggle());
  tsunagu.whenSelected(refresh);
  visible.whenChanged(refresh);

  tsunagu.table = { toggle, isShown: () => !section.hidden };
})();
