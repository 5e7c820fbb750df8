// The import works without this: a file may be dropped anywhere on the form, a file that is too large is told before it
// is sent, and the page that waits shows how far the work is.
"use strict";

const form = document.querySelector("form.import");
if (form) {
  const file = form.querySelector("input[type=file]");
  const drop = form.querySelector(".drop");
  const say = form.querySelector(".say");
  const button = form.querySelector("button");

  const check = () => {
    const large = file.files.length > 0 && file.files[0].size > Number(form.dataset.limit) * 1000000;
    file.setCustomValidity(large ? form.dataset.tooLarge : "");
    say.textContent = large ? form.dataset.tooLarge : "";
  };
  file.addEventListener("change", check);

  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    drop.addEventListener(kind, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) {
      file.files = event.dataTransfer.files;
      check();
    }
  });
  form.addEventListener("submit", () => {
    button.disabled = true;
    say.textContent = form.dataset.wait;
  });
  // Back from the next page, the form can be sent again.
  window.addEventListener("pageshow", () => {
    button.disabled = false;
    check();
  });
}

const bar = document.getElementById("progress");
if (bar) {
  const ask = async () => {
    try {
      const answer = await fetch(bar.dataset.state, { cache: "no-store" });
      const state = await answer.json();
      if (!answer.ok || !state.running) {
        window.location.reload();
        return;
      }
      if (state.total > 0) {
        bar.max = state.total;
        bar.value = state.done;
      }
    } catch {
      // The server is away for a moment: the next turn asks again.
    }
    window.setTimeout(ask, 1000);
  };
  window.setTimeout(ask, 1000);
}
