// What the document carries, read once: nodes, lines, and everything that is said of them.
(function () {
  "use strict";

  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const content = read("content");
  // Words that stand in many places are numbers until here, and what is not recorded is left out: visualizations/compact.py.
  function whole(thing) {
    for (const name of content.often) if (typeof thing[name] === "number") thing[name] = content.said[thing[name]];
    for (const name of content.lists) thing[name] ??= [];
    thing.sources = thing.sources.map((number) => content.said[number]);
    thing.quotations.forEach(whole);
  }
  [content.nodes, content.lines].forEach((things) => Object.values(things).forEach(whole));
  const nodes = read("nodes");
  const edges = read("edges");
  const BEHIND_A_SERVICE = ["PROVIDES", "SUPPORTS", "FUNDS", "ESTABLISHED"];

  const place = new Map(nodes.map((node) => [node.id, node]));
  const edge = new Map(edges.map((line) => [line.id, line]));
  const neighbours = new Map(nodes.map((node) => [node.id, []]));
  for (const line of edges) {
    neighbours.get(line.from).push({ line: line.id, other: line.to, end: "out" });
    if (line.from !== line.to) neighbours.get(line.to).push({ line: line.id, other: line.from, end: "in" });
  }

  function word(key, values) {
    const text = content.words[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? String(values[name]) : whole));
  }

  // Organisations that stand behind the same service: one service is one tie.
  function partnersByService(id) {
    const behind = (reached) => BEHIND_A_SERVICE.includes(content.lines[reached.line].type);
    if (content.nodes[id].label !== "Organization") return [];
    const found = [];
    for (const first of neighbours.get(id)) {
      if (content.nodes[first.other].label !== "Service" || first.end !== "out" || !behind(first)) continue;
      for (const second of neighbours.get(first.other)) {
        const partner = content.nodes[second.other];
        if (second.other === id || second.end !== "in" || partner.label !== "Organization" || !behind(second)) continue;
        if (!found.some((pair) => pair.other === second.other && pair.service === first.other)) {
          found.push({ other: second.other, service: first.other });
        }
      }
    }
    return found;
  }

  window.tsunagu = { content, nodes, edges, options: JSON.parse(read("options")), place, edge, neighbours, partnersByService, word };
  // Everything, until visible.js says more.
  window.tsunagu.visible = { node: () => true, line: () => true, beyond: () => 0 };
})();
