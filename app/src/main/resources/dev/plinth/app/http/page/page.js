"use strict";

// Everything works without this file; it copies expressions and completes searches.
const announce = (text) => {
  const place = document.getElementById("announcement");
  if (place) place.textContent = text;
};

for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent.trim());
    announce("Copied to the clipboard.");
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
}

const find = document.getElementById("find");
const suggestions = document.getElementById("suggestions");
if (find && suggestions) {
  let waiting;
  let latest = "";
  const complete = async () => {
    const text = find.value.trim();
    if (text.length < 2 || text === latest) return;
    latest = text;
    const answer = await fetch("/catalogue/suggestions?q=" + encodeURIComponent(text));
    if (!answer.ok || latest !== text) return;
    const { items } = await answer.json();
    suggestions.replaceChildren(...items.map((item) => new Option(item.name, item.name)));
  };
  find.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => complete().catch(() => {}), 150);
  });
}
