// Search with type-ahead over name, reading and other names; variants of one character find each other.
(function () {
  "use strict";

  const tsunagu = window.tsunagu;
  const { content, element, shape, select, word } = tsunagu;
  const field = document.getElementById("search");
  const list = document.getElementById("found");
  const MOST = 8;
  const VARIANTS = { 髙: "高", 﨑: "崎", 嵜: "崎", 𠮷: "吉", 濵: "浜", 濱: "浜", 邊: "辺", 邉: "辺", 齋: "斎", 齊: "斎", 斉: "斎", 澤: "沢", 廣: "広", 國: "国", 德: "徳", 桒: "桑", 槗: "橋", 栁: "柳", ヶ: "ケ" };
  let current = -1;

  // Width, case, kana and variants of characters make no difference.
  function folded(text) {
    const plain = [...text].map((sign) => VARIANTS[sign] || sign).join("").normalize("NFKC").toLowerCase();
    return plain.replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60)).replace(/[\s・]/g, "");
  }

  const entries = tsunagu.nodes.map(({ id }) => {
    const node = content.nodes[id];
    return { id, node, texts: [node.name, node.kana || "", ...node.aliases].map(folded), reading: folded(node.reading || "") };
  });

  function matches(typed) {
    const wanted = folded(typed);
    if (!wanted) return [];
    const at = (text) => (text.startsWith(wanted) ? 0 : text.includes(wanted) ? 1 : 9);
    // What a source states comes before what only the dictionary reads.
    const rank = (entry) => Math.min(...entry.texts.map(at), at(entry.reading) + 2);
    const found = entries.map((entry) => ({ ...entry, rank: rank(entry) })).filter((entry) => entry.rank < 9);
    return found.sort((a, b) => a.rank - b.rank || a.node.name.localeCompare(b.node.name, content.language)).slice(0, MOST);
  }

  function option(entry, number) {
    const { node, id } = entry;
    const made = element("li", { role: "option", id: `found-${number}`, "data-id": id, "aria-selected": "false" });
    const beside = [node.kana, ...node.aliases].filter(Boolean).slice(0, 2).join("・");
    made.append(shape(content.marks[node.mark], Boolean(node.generic)), element("span", {}, node.name), element("small", {}, beside || node.kind));
    made.addEventListener("mousedown", (event) => {
      event.preventDefault();
      choose(id);
    });
    return made;
  }

  function refresh() {
    const found = matches(field.value);
    list.replaceChildren(...found.map(option));
    if (field.value.trim() && !found.length) list.append(element("li", { class: "quiet" }, word("search.nothing")));
    list.hidden = !list.children.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark(found.length ? 0 : -1);
  }

  function mark(number) {
    current = number;
    const options = [...list.querySelectorAll("[role=option]")];
    options.forEach((one, index) => one.setAttribute("aria-selected", String(index === number)));
    if (options[number]) field.setAttribute("aria-activedescendant", options[number].id);
    else field.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function choose(id) {
    field.value = content.nodes[id].name;
    close();
    select({ node: id }, { centre: true, focus: true });
  }

  field.addEventListener("input", refresh);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const options = [...list.querySelectorAll("[role=option]")];
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (options.length) mark((current + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
    } else if (event.key === "Enter" && options[current]) {
      event.preventDefault();
      choose(options[current].dataset.id);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });

  tsunagu.search = { field, matches };
})();
