// Everything is there: open what the address asks for.
(function () {
  "use strict";

  const { link, data, graph } = window.tsunagu;
  graph.drawOut();
  link.read();
  document.documentElement.dataset.ready = String(data.nodes.length);
})();
