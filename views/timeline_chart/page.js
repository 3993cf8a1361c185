// What the page does beyond its widgets, wherever the focus is.

const TYPED_IN = "input, textarea, select, [contenteditable], [role=spinbutton], [role=dialog]";
const LISTS = ".st-key-sheet [data-testid=stMultiSelect]";

/** A slash goes to the search field from anywhere on the page where nothing is being typed. */
export function slash() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPED_IN)) return;
    const field = document.querySelector(".st-key-search input");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** What is typed into a list of the sheet of corrections is kept when the list is left without Enter, as it is typed. */
export function keepTyped() {
  const keep = ({ key, target }) => {
    const field = document.activeElement, list = field?.closest(LISTS), typed = field?.value?.trim();
    const leaves = key ? key === "Tab" : !target.closest?.("[role=listbox]") && !list?.contains(target);
    if (!list || !typed || !leaves) return;
    const offered = [...document.querySelectorAll("[role=option]")];
    const same = offered.find((one) => one.innerText.trim().toLowerCase() === typed.toLowerCase());
    (same ?? offered.find((one) => one.id.endsWith("__creatable__")))?.click();
  };
  // Before the list hears of it, for it then forgets what was typed.
  for (const sign of ["pointerdown", "keydown"]) document.addEventListener(sign, keep, true);
}
