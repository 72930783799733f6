// The review: words re-picked by the mouse, places offered while a name is typed, and a timer that stays in this browser.
// @ts-check

/** @template {Element} T @param {Element | null | undefined} found @param {new () => T} kind @returns {T | null} */
const as = (found, kind) => (found instanceof kind ? found : null);

// A correction that is opened begins in its first field.
for (const details of document.querySelectorAll("details.correct")) {
  details.addEventListener("toggle", () => {
    if (as(details, HTMLDetailsElement)?.open) as(details.querySelector("input:not([type=hidden])"), HTMLInputElement)?.focus();
  });
}

/** The offset, in characters as Python counts them, of a place in the sentence. @param {Element} sentence @param {Node} node @param {number} at */
function offset(sentence, node, at) {
  const range = document.createRange();
  range.selectNodeContents(sentence);
  range.setEnd(node, at);
  return [...range.toString()].length;
}

// Words that are marked with the mouse in a sentence are those that the open correction picks.
document.addEventListener("mouseup", () => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const from = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const sentence = from?.closest("[data-sentence]");
  if (!sentence || !sentence.contains(range.endContainer)) return;
  const base = Number(sentence.getAttribute("data-sentence"));
  const start = base + offset(sentence, range.startContainer, range.startOffset);
  const end = base + offset(sentence, range.endContainer, range.endOffset);
  const row = sentence.closest("[data-row]");
  const first = as(row?.querySelector('select[name="span_start"]'), HTMLSelectElement);
  const last = as(row?.querySelector('select[name="span_end"]'), HTMLSelectElement);
  const details = as(row?.querySelector("details.correct"), HTMLDetailsElement);
  if (!first || !last || !details) return;
  // both lists hold the same words, after the option that leaves it as it is; a blank at either end counts for nothing
  const words = [...first.options].slice(1).map((each, n) => ({ start: Number(each.value), end: Number(last.options[n + 1].value) }));
  const picked = words.filter((word) => word.end > start && word.start < end);
  if (picked.length === 0) return;
  first.value = String(picked[0].start);
  last.value = String(picked[picked.length - 1].end);
  details.open = true;
  for (const each of [first, last]) each.classList.add("picked");
});

// The places that a name may mean.
for (const input of document.querySelectorAll("input[data-places]")) {
  const name = as(input, HTMLInputElement);
  const label = name?.closest("form")?.querySelector("[data-offered]");
  const select = as(label?.querySelector("select"), HTMLSelectElement);
  if (!name || !select || !(label instanceof HTMLElement)) continue;
  let asked = 0;
  name.addEventListener("input", () => {
    const mine = ++asked;
    setTimeout(async () => {
      if (mine !== asked) return;
      const answer = await fetch(`${name.dataset.places}?q=${encodeURIComponent(name.value)}`);
      /** @type {{id: string, name: string, about: string}[]} */
      const found = answer.ok ? await answer.json() : [];
      if (mine !== asked) return;
      select.replaceChildren(...found.map((each) => new Option(`${each.name} (${each.about})`, each.id)));
      label.hidden = found.length === 0;
    }, 200);
  });
}

// The timer: how long an accepted incident took. It is about a person, so it stays in this browser and never reaches the ledger.
const KEY = "recoupe timer";
/** @type {{on: boolean, open: Record<string, number>, done: Record<string, number>}} */
const times = { on: false, open: {}, done: {}, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
const keep = () => localStorage.setItem(KEY, JSON.stringify(times));
const incident = document.querySelector("[data-incident]")?.getAttribute("data-incident") ?? "";

function tell() {
  const seconds = Object.values(times.done);
  const minutes = seconds.length ? (seconds.reduce((a, b) => a + b, 0) / seconds.length / 60).toFixed(1) : "–";
  for (const timer of document.querySelectorAll("[data-timer]")) {
    timer.removeAttribute("hidden");
    const words = timer.getAttribute("data-words") ?? "";
    const out = timer.querySelector("output");
    if (out) out.textContent = times.on ? words.replace("[n]", String(seconds.length)).replace("[m]", minutes) : "";
    const box = as(timer.querySelector("[data-timer-on]"), HTMLInputElement);
    if (box) box.checked = times.on;
  }
}

for (const box of document.querySelectorAll("[data-timer-on]")) {
  box.addEventListener("change", () => {
    times.on = as(box, HTMLInputElement)?.checked ?? false;
    if (!times.on) Object.assign(times, { open: {}, done: {} });
    keep();
    tell();
  });
}
if (times.on && incident) {
  if (document.querySelector("[data-accepted]") && incident in times.open) {
    times.done[incident] = times.open[incident];
    delete times.open[incident];
    keep();
  }
  setInterval(() => {
    if (document.hidden || document.querySelector("[data-accepted]")) return;
    times.open[incident] = (times.open[incident] ?? 0) + 1;
    keep();
  }, 1000);
}
tell();
