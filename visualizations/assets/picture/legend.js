// The legend's entries: a click hides or shows, a double click leaves one alone.
(function () {
  "use strict";

  const { visible } = window.tsunagu;
  const entries = [...document.querySelectorAll("#legend [data-key]")];
  const all = document.getElementById("show-all");

  function refresh() {
    for (const entry of entries) entry.setAttribute("aria-pressed", String(!visible.hidden.has(entry.dataset.key)));
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
