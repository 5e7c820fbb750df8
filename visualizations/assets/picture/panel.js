// The panel beside the picture: what is known of one thing, each statement with the sentence it rests on.
(function () {
  "use strict";

  const tsunagu = window.tsunagu;
  const { content, element, shape, word, neighbours, edge, partnersByService } = tsunagu;
  const body = document.getElementById("panel-body");
  const panel = document.getElementById("panel");
  const reading = document.getElementById("reading");
  const OF_KINDS = ["answers", "not_running"];
  const noTies = content.words[`panel.no_ties.${content.view}`] ?? word("panel.no_ties");
  const TIES = ["confirmed", "recorded", "one_source", "proposed", "absent"];

  const chip = (text, look) => (text ? element("span", { class: `chip ${look || ""}` }, text) : null);

  function thing(id, note) {
    const node = content.nodes[id];
    const button = element("button", { type: "button", class: "thing", onclick: () => tsunagu.select({ node: id }, { centre: true }) });
    button.append(shape(content.marks[node.mark], Boolean(node.generic)), element("span", {}, node.name), note || "");
    return button;
  }

  function quotation(one) {
    const source = [one.source, one.as_of, one.place].filter(Boolean).join("　");
    return element(
      "figure", { class: "quotation" },
      element("blockquote", {}, one.quote),
      element("figcaption", {}, source, element("span", { class: "basis" }, `${one.certainty}・${one.reviewed}`)),
    );
  }

  function quotations(list, stroke) {
    if (!list.length) {
      const why = stroke === "proposed" ? "panel.tried_out" : OF_KINDS.includes(stroke) ? "panel.by_kind" : "panel.no_quotation";
      return element("p", { class: "quiet" }, word(why));
    }
    return element("div", {}, ...list.map(quotation));
  }

  function section(title, items, count) {
    if (!items.length) return null;
    return element("section", {}, element("h3", {}, title, element("span", { class: "count" }, count ?? items.length)), ...items);
  }

  // One line as seen from one of its ends.
  function reached({ line, other, end }) {
    const said = content.lines[line];
    const how = element("button", { type: "button", class: "how", onclick: () => tsunagu.select({ line }) }, content.types[said.type][end]);
    const known = TIES.includes(said.stroke) ? chip(said.known, said.stroke) : null;
    return element(
      "div", { class: "reached" }, thing(other),
      element("div", { class: "facts" }, how, known, chip(said.status), chip(said.function)),
      quotations(said.quotations, said.stroke),
    );
  }

  function groups(id) {
    const found = { ties: [], services: [], councils: [], areas: [], rest: [] };
    for (const one of neighbours.get(id)) {
      const { stroke } = content.lines[one.line];
      const { label } = content.nodes[one.other];
      if (label === "Service") found.services.push(one);
      else if (stroke === "membership" && label === "Council") found.councils.push(one);
      else if (stroke === "place") found.areas.push(one);
      else if (TIES.includes(stroke)) found.ties.push(one);
      else found.rest.push(one);
    }
    return found;
  }

  function partners(id) {
    return partnersByService(id).map((pair) =>
      element("div", { class: "reached" }, thing(pair.other), element("p", { class: "quiet" }, word("panel.by_service", { service: content.nodes[pair.service].name }))),
    );
  }

  // A step further from here, without a mouse too; and the body's own page where there is one.
  function onwards(id) {
    const said = content.nodes[id];
    const { visible } = tsunagu;
    const more = visible.inside(id);
    const open = () => {
      visible.open(id);
      tsunagu.select({ node: id }, { focus: true });
    };
    const step = more || !visible.isOpened();
    const label = more ? word("panel.one_step", { count: more }) : word("panel.only_around");
    // A copy on a disk has no other pages to lead to.
    const own = content.pages !== null && location.protocol !== "file:" && (said.label === "Organization" || said.label === "Council") && id !== content.start;
    return element(
      "p", { class: "onwards" },
      step && neighbours.get(id).length ? element("button", { type: "button", class: "step", onclick: open }, label) : null,
      own ? element("a", { href: content.pages.replace("ID", encodeURIComponent(id)), target: "_top" }, word("panel.page")) : null,
    );
  }

  function node(id) {
    const said = content.nodes[id];
    const { ties, services, councils, areas, rest } = groups(id);
    const all = (list) => list.map(reached);
    show(
      element("p", { class: "kind" }, [said.kind, ...said.types, said.area].filter(Boolean).join("・")),
      element("h2", { tabindex: "-1" }, said.name),
      said.kana ? element("p", { class: "kana" }, said.kana) : null,
      said.aliases.length ? element("p", { class: "quiet" }, word("panel.aliases", { aliases: said.aliases.join("、") })) : null,
      element(
        "p", { class: "facts" },
        chip(said.verified ? word("panel.verified", { day: said.verified }) : word("panel.not_verified"), said.verified ? "confirmed" : "one_source"),
        chip(said.generic, "generic"), chip(said.status),
      ),
      onwards(id),
      section(word("panel.ties"), all(ties)) || element("section", {}, element("h3", {}, word("panel.ties")), element("p", { class: "quiet" }, said.beyond ? word("panel.outside", { count: said.beyond }) : noTies)),
      section(word("panel.partners"), partners(id)),
      section(word(said.label === "Service" ? "panel.related_services" : "panel.services"), all(services)),
      section(word("panel.councils"), all(councils)),
      section(word(said.label === "Council" ? "panel.seats" : "panel.rest"), all(rest)),
      section(word("panel.areas"), all(areas)),
      section(word("panel.quotations"), [quotations(said.quotations)], said.quotations.length),
      section(word("panel.sources"), said.sources.map((source) => element("p", { class: "source" }, source))),
    );
  }

  function line(id) {
    const said = content.lines[id];
    const { from, to } = edge.get(id);
    show(
      element("p", { class: "kind" }, word("panel.line")),
      element("h2", { tabindex: "-1" }, content.types[said.type].word),
      element("p", { class: "facts" }, chip(said.known, said.stroke), chip(said.status), chip(said.function)),
      element("div", { class: "ends" }, thing(from), element("span", { class: "between" }, word(said.directed ? "panel.towards" : "panel.and")), thing(to)),
      section(word("panel.quotations"), [quotations(said.quotations, said.stroke)], said.quotations.length),
      section(word("panel.sources"), said.sources.map((source) => element("p", { class: "source" }, source))),
    );
  }

  function show(...parts) {
    body.replaceChildren(...parts.filter(Boolean));
    reading.hidden = true;
    panel.classList.add("open");
    panel.scrollTop = 0;
  }

  function rest() {
    body.replaceChildren();
    reading.hidden = false;
    panel.classList.remove("open");
  }

  tsunagu.panel = { node, line, rest, focus: () => body.querySelector("h2")?.focus() };
})();
