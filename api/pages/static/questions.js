// The list reads without this: each question is a link. With it, what a question finds is told below it, one after the
// other in the order of the page, so that the first are there at once.
"use strict";

const waiting = [...document.querySelectorAll("[data-summary]")];

async function tellNext() {
  const place = waiting.shift();
  if (!place) {
    return;
  }
  place.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(place.dataset.summary);
    if (answer.ok) {
      place.textContent = await answer.text();
    }
  } catch {
    // The connection went: the question is still a link.
  }
  place.removeAttribute("aria-busy");
  await tellNext();
}

tellNext();
