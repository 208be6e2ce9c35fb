// Looks for new letters while somebody is looking, and puts them in without a flicker.
const everyMs = 3000;
const parser = new DOMParser();

async function look() {
  if (document.visibilityState === "hidden") return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = parser.parseFromString(await answer.text(), "text/html").getElementById("letters");
  const shown = document.getElementById("letters");
  if (!fresh || !shown || fresh.innerHTML === shown.dataset.markup) return;
  const known = new Set([...shown.querySelectorAll("[data-letter]")].map((row) => row.dataset.letter));
  const markup = fresh.innerHTML;
  const focused = document.activeElement?.closest("[data-letter]")?.dataset.letter;
  for (const row of fresh.querySelectorAll("[data-letter]"))
    if (!known.has(row.dataset.letter)) row.classList.add("fresh");
  shown.replaceChildren(...fresh.childNodes);
  shown.dataset.markup = markup;
  if (focused) shown.querySelector(`[data-letter="${CSS.escape(focused)}"]`)?.focus();
}

document.getElementById("letters").dataset.markup = document.getElementById("letters").innerHTML;
document.getElementById("alive").hidden = false;
setInterval(() => look().catch(() => {}), everyMs);
document.addEventListener("visibilitychange", () => look().catch(() => {}));
