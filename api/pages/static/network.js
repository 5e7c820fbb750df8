// The sheets to save show what the picture shows: what its legend hides is left out of them too.
(function () {
  "use strict";

  const picture = document.querySelector("iframe.picture");
  const sheets = [...document.querySelectorAll("a[data-sheet]")];

  function follow() {
    // The picture keeps in its address what differs from how it opens.
    const shown = new URLSearchParams(picture.contentWindow.location.hash.slice(1));
    for (const sheet of sheets) {
      const address = new URL(sheet.href);
      if (shown.has("hidden")) address.searchParams.set("off", shown.get("hidden").split(" ").join(","));
      else address.searchParams.delete("off");
      sheet.href = address.href;
    }
  }

  for (const sheet of sheets) for (const event of ["pointerdown", "click", "keydown", "contextmenu"]) sheet.addEventListener(event, follow);
})();
