// Reading: a record beside the text lights its words, and the words light their records; each brings the other into view.
// @ts-check

/** @type {Map<string, HTMLElement>} */
const beside = new Map();
for (const record of document.querySelectorAll("[data-for]")) {
  if (record instanceof HTMLElement) beside.set(record.dataset.for ?? "", record);
}

/** The words of each record. @type {Map<string, HTMLElement[]>} */
const words = new Map();
for (const stretch of document.querySelectorAll("[data-of]")) {
  if (!(stretch instanceof HTMLElement)) continue;
  for (const id of (stretch.dataset.of ?? "").split(" ")) words.set(id, [...(words.get(id) ?? []), stretch]);
}

/** @type {HTMLElement[]} */
let lit = [];

/** Lights these, and nothing else. @param {HTMLElement[]} next */
function light(next) {
  for (const each of lit) each.classList.remove("lit");
  for (const each of next) each.classList.add("lit");
  lit = next;
}

/** Scrolls as little as it takes to show it. @param {HTMLElement | undefined} element */
function show(element) {
  if (!element) return;
  const box = element.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) element.scrollIntoView({ block: "center" });
}

for (const [id, record] of beside) {
  const on = () => light([record, ...(words.get(id) ?? [])]);
  record.addEventListener("mouseenter", on);
  record.addEventListener("mouseleave", () => light([]));
  record.addEventListener("focusin", () => {
    on();
    show(words.get(id)?.[0]);
  });
}

const text = document.querySelector("article.text");
text?.addEventListener("mouseover", (event) => {
  const stretch = event.target instanceof Element ? event.target.closest("[data-of]") : null;
  if (!(stretch instanceof HTMLElement)) return light([]);
  const ids = (stretch.dataset.of ?? "").split(" ");
  const records = ids.map((id) => beside.get(id)).filter((each) => each !== undefined);
  light([...records, ...(words.get(ids[ids.length - 1]) ?? [])]);
  const aside = records[records.length - 1]?.closest("aside");
  const last = records[records.length - 1];
  // only the list scrolls, never the page under the reader's eyes
  if (aside && last && getComputedStyle(aside).position === "sticky") {
    aside.scrollTop = last.offsetTop - aside.clientHeight / 2;
  }
});
text?.addEventListener("mouseleave", () => light([]));
