// Elements made from data. Texts are put in as text, never as HTML.
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "onclick") made.addEventListener("click", value);
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  }

  function shape(mark, hollow) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "-17 -17 34 34");
    svg.setAttribute("class", "shape");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", mark.path);
    path.setAttribute("fill", hollow ? "#ffffff" : mark.fill);
    path.setAttribute("stroke", mark.outline);
    path.setAttribute("stroke-width", hollow ? "3" : "2");
    svg.append(path);
    return svg;
  }

  window.tsunagu.element = element;
  window.tsunagu.shape = shape;
})();
