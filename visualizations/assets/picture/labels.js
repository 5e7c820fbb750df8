// Which names are shown at a zoom: never smaller than can be read, never one over another. Names with many lines go first.
(function () {
  "use strict";

  const { content, nodes, neighbours } = window.tsunagu;
  const SMALLEST_ON_SCREEN = 10.5;
  const CELL = 90;
  const FROM_AFAR = 0.3;
  const FAMILY = '"Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", "Noto Sans JP", sans-serif';

  const pen = document.createElement("canvas").getContext("2d");
  const names = new Map();
  pen.font = `${content.font.size}px ${FAMILY}`;
  for (const node of nodes) {
    const lines = node.label.split("\n");
    names.set(node.id, { lines, width: Math.max(...lines.map((line) => pen.measureText(line).width)) });
  }
  const byImportance = nodes.map((node) => node.id).sort((a, b) => neighbours.get(b).length - neighbours.get(a).length);

  // Id → whether its name stands above the mark instead of below.
  let shown = new Map();
  let computedFor = "";

  const zoomed = (scale) => Math.max(1, SMALLEST_ON_SCREEN / content.font.size / scale);

  // The room a name takes under its mark or above it, in the picture's own pixels.
  function box(id, scale, above = shown.get(id)) {
    const { x, y, group } = window.tsunagu.place.get(id);
    const { lines, width } = names.get(id);
    const times = zoomed(scale);
    const away = content.marks[group].height / 2 + 2;
    const top = above ? y - away - lines.length * content.font.line * times : y + away;
    return { left: x - (width * times) / 2, right: x + (width * times) / 2, top, bottom: top + lines.length * content.font.line * times };
  }

  function overlaps(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  const widened = (area, by) => ({ left: area.left - by, right: area.right + by, top: area.top - by, bottom: area.bottom + by });

  function cells(area) {
    const found = [];
    for (let column = Math.floor(area.left / CELL); column <= Math.floor(area.right / CELL); column += 1) {
      for (let row = Math.floor(area.top / CELL); row <= Math.floor(area.bottom / CELL); row += 1) found.push(`${column} ${row}`);
    }
    return found;
  }

  function choose(scale, visible, first) {
    const taken = new Map();
    const put = (id, area) => cells(area).forEach((cell) => taken.set(cell, [...(taken.get(cell) || []), { id, area }]));
    const free = (id, area) => cells(area).every((cell) => (taken.get(cell) || []).every((other) => other.id === id || !overlaps(other.area, area)));
    const ids = byImportance.filter(visible);
    // From afar the marks are dots: there the names of those with many lines may lie over them, with room around.
    const far = scale < FROM_AFAR;
    const room = far ? 8 / scale : 0;
    for (const id of far ? [] : ids) {
      const { x, y, group } = window.tsunagu.place.get(id);
      const half = { width: content.marks[group].width / 2, height: content.marks[group].height / 2 };
      put(id, { left: x - half.width, right: x + half.width, top: y - half.height, bottom: y + half.height });
    }
    const chosen = new Map();
    for (const id of [...ids.filter((one) => first.has(one)), ...ids.filter((one) => !first.has(one))]) {
      for (const above of [false, true]) {
        const area = box(id, scale, above);
        if (!free(id, widened(area, room))) continue;
        chosen.set(id, above);
        put(id, area);
        break;
      }
    }
    return chosen;
  }

  function update(scale, visible, first, version) {
    const key = `${scale.toFixed(3)} ${version}`;
    if (key === computedFor) return;
    computedFor = key;
    shown = choose(scale, visible, first);
  }

  function draw(pencil, id, scale, style) {
    const { x } = window.tsunagu.place.get(id);
    const times = zoomed(scale);
    const lines = style.more ? [...names.get(id).lines, style.more] : names.get(id).lines;
    const top = box(id, scale).top;
    pencil.font = `${style.strong ? "bold " : ""}${content.font.size * times}px ${FAMILY}`;
    pencil.textAlign = "center";
    pencil.textBaseline = "top";
    pencil.lineJoin = "round";
    pencil.lineWidth = 4 * times;
    pencil.strokeStyle = "rgba(255, 255, 255, 0.92)";
    pencil.fillStyle = style.colour;
    lines.forEach((line, number) => {
      const y = top + number * content.font.line * times + times;
      pencil.strokeText(line, x, y);
      pencil.fillText(line, x, y);
    });
  }

  window.tsunagu.labels = { box, draw, update, isShown: (id) => shown.has(id), family: FAMILY };
})();
