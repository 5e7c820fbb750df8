// The picture as it goes out: a PNG with title, day and legend inside, and a sharp copy for printing.
(function () {
  "use strict";

  const tsunagu = window.tsunagu;
  const { content, graph, labels, visible, word } = tsunagu;
  const INK = "#1d2b33";
  const SHARPNESS = 2;
  const EDGE = 28;

  // A second vis-network, drawn once at the wanted size and thrown away.
  function picture(width, height) {
    const holder = document.createElement("div");
    Object.assign(holder.style, { position: "fixed", left: "-20000px", top: "0", width: `${width}px`, height: `${height}px` });
    document.body.append(holder);
    const { position, scale } = graph.view(width, height, 2);
    const copy = new vis.Network(holder, tsunagu.data, { ...tsunagu.options, autoResize: false });
    const canvas = holder.querySelector("canvas");
    canvas.tsunaguScale = scale;
    copy.on("beforeDrawing", (ctx) => labels.update(scale, visible.node, tsunagu.state.near || new Set(), "export"));
    copy.canvas.pixelRatio = SHARPNESS;
    canvas.width = width * SHARPNESS;
    canvas.height = height * SHARPNESS;
    copy.moveTo({ position, scale, animation: false });
    copy.redraw();
    const still = document.createElement("canvas");
    still.width = canvas.width;
    still.height = canvas.height;
    still.getContext("2d").drawImage(canvas, 0, 0);
    copy.destroy();
    holder.remove();
    tsunagu.state.version += 1;
    return still;
  }

  function pen(canvas) {
    const ctx = canvas.getContext("2d");
    ctx.scale(SHARPNESS, SHARPNESS);
    ctx.textBaseline = "middle";
    return (text, x, y, size, weight) => {
      ctx.fillStyle = INK;
      ctx.font = `${weight || "normal"} ${size}px ${labels.family}`;
      ctx.fillText(text, x, y);
      return ctx.measureText(text).width;
    };
  }

  function sample(ctx, entry, x, y) {
    ctx.save();
    ctx.translate(x, y);
    if (entry.mark) {
      ctx.scale(0.6, 0.6);
      ctx.fillStyle = entry.kind === "generic" ? "#ffffff" : entry.mark.fill;
      ctx.strokeStyle = entry.mark.outline;
      ctx.lineWidth = 2.4;
      const path = new Path2D(entry.mark.path);
      ctx.fill(path);
      ctx.stroke(path);
    } else {
      ctx.strokeStyle = entry.stroke.colour;
      ctx.lineWidth = entry.stroke.width;
      ctx.setLineDash(entry.stroke.dashes);
      ctx.beginPath();
      ctx.moveTo(-11, 0);
      ctx.lineTo(11, 0);
      ctx.stroke();
    }
    ctx.restore();
  }

  // Entries of what is shown, in as many rows as they need; without a canvas it only measures.
  function legend(ctx, write, left, top, width) {
    let [x, y] = [left, top];
    for (const entry of content.legend.filter(({ key }) => !visible.hidden.has(key))) {
      const text = `${entry.label} ${entry.count}`;
      ctx.font = `12px ${labels.family}`;
      const wide = 34 + ctx.measureText(text).width + 18;
      if (x + wide > left + width && x > left) [x, y] = [left, y + 24];
      if (write) {
        sample(ctx, entry, x + 13, y);
        write(text, x + 30, y, 12);
      }
      x += wide;
    }
    return y + 24;
  }

  // As high as the picture needs at this width, within a sheet of paper.
  function heightFor(width) {
    const all = graph.bounds();
    return Math.round(Math.min(width * 0.72, Math.max(420, (width * (all.bottom - all.top)) / (all.right - all.left))));
  }

  // As wide as the names ask for: a network with many of them needs a larger sheet.
  function widthFor(most) {
    const all = graph.bounds();
    return Math.round(Math.min(most, Math.max(1400, (all.right - all.left) * 0.9)));
  }

  function sheet() {
    const width = widthFor(2600);
    const height = heightFor(width - 2 * EDGE);
    const inner = picture(width - 2 * EDGE, height);
    const canvas = document.createElement("canvas");
    const measured = legend(canvas.getContext("2d"), null, 0, 12, width - 2 * EDGE);
    canvas.width = width * SHARPNESS;
    canvas.height = (110 + height + measured + 44) * SHARPNESS;
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    const write = pen(canvas);
    write(content.title, EDGE, 34, 22, "bold");
    write(content.summary, EDGE, 64, 14);
    write([...content.filters, content.as_of ? word("export.as_of", { day: content.as_of }) : ""].filter(Boolean).join("　"), EDGE, 88, 12);
    ctx.drawImage(inner, EDGE, 106, width - 2 * EDGE, height);
    const end = legend(ctx, write, EDGE, 118 + height, width - 2 * EDGE);
    write(word("export.sources", { count: content.sources.length }), EDGE, end + 14, 11);
    return canvas;
  }

  function save() {
    const link = document.createElement("a");
    link.href = sheet().toDataURL("image/png");
    link.download = `${content.title.replace(/[\\/:*?"<>|\s]+/g, "_")}.png`;
    link.click();
  }

  const paper = document.getElementById("paper");
  window.addEventListener("beforeprint", () => {
    const width = widthFor(1900);
    paper.replaceChildren(picture(width, Math.min(Math.round(width * 0.58), heightFor(width))));
  });
  window.addEventListener("afterprint", () => paper.replaceChildren());
  document.getElementById("save-button").addEventListener("click", save);
  document.getElementById("print-button").addEventListener("click", () => window.print());

  tsunagu.sheet = sheet;
})();
