// The keyboard: j and k go from row to row, letters do what the button of the row says, ? is the search field.
// @ts-check

/** @type {HTMLElement[]} */
const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row instanceof HTMLElement);
let at = -1;

/** Goes to a row and shows it. @param {number} next */
function go(next) {
  if (rows.length === 0) return;
  if (at >= 0) rows[at].classList.remove("here");
  at = Math.max(0, Math.min(rows.length - 1, next));
  const row = rows[at];
  row.classList.add("here");
  row.scrollIntoView({ block: "nearest" });
  const focus = row.tabIndex >= 0 ? row : row.querySelector("a, button");
  if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
}

/** Whether somebody is writing. @param {EventTarget | null} target */
function writes(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (writes(event.target)) {
    if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
    return;
  }
  if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    go(event.key === "j" ? at + 1 : at - 1);
    return;
  }
  const row = at >= 0 ? rows[at] : null;
  const found = row?.querySelector(`[data-act="${CSS.escape(event.key)}"]`) ?? document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (found instanceof HTMLElement) {
    event.preventDefault();
    if (found instanceof HTMLInputElement) found.focus();
    else found.click();
  }
});

// After a judgement the page comes back where it was.
const place = `row ${location.pathname}`;
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", () => sessionStorage.setItem(place, String(at)));
}
const kept = sessionStorage.getItem(place);
if (kept !== null && Number(kept) >= 0) go(Number(kept));
