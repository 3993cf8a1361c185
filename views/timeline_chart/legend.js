// What the marks mean, drawn as the chart draws them. Our own drawings, never data.

export function legend(root, data) {
  const list = root.querySelector(".tl-legend");
  const hand = Boolean(data.marks.corrected.length || data.marks.starred.length);
  list.querySelectorAll(".tl-hand").forEach((entry) => { entry.hidden = !hand; });
  if (list.childElementCount) return;
  const shapes = {
    circle: "M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6z",
    "diamond-open": "M8 2.2L13.8 8L8 13.8L2.2 8z",
    "triangle-right-open": "M3.6 2.6L13.4 8L3.6 13.4z",
    "square-open": "M3.2 3.2H12.8V12.8H3.2z",
    x: "M3 5.2L5.2 3L8 5.8L10.8 3L13 5.2L10.2 8L13 10.8L10.8 13L8 10.2L5.2 13L3 10.8L5.8 8z",
  };
  const item = (drawing, name, meaning) => {
    const entry = document.createElement("li");
    entry.title = meaning;
    entry.innerHTML = drawing; // our own drawing, never data
    const label = document.createElement("span");
    label.textContent = name;
    entry.append(label);
    return entry;
  };
  const svg = (inner) => `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${inner}</svg>`;
  const mark = (fact, k) => {
    const style = `style="stroke:var(--tl-fact${k});fill:${/open/.test(fact.symbol) ? "none" : `var(--tl-fact${k})`}" stroke-width="1.8"`;
    if (fact.symbol === "circle-open-dot") return svg(`<path ${style} d="${shapes.circle}"/><circle cx="8" cy="8" r="1.7" style="fill:var(--tl-fact${k})"/>`);
    return svg(`<path ${style} d="${shapes[fact.symbol]}"/>`);
  };
  const span = '<svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true"><defs><linearGradient id="tl-fade"><stop offset="0" stop-color="currentColor" stop-opacity=".12"/><stop offset=".5" stop-color="currentColor" stop-opacity=".7"/><stop offset="1" stop-color="currentColor" stop-opacity=".12"/></linearGradient></defs><rect x="1" y="6" width="32" height="4" fill="url(#tl-fade)"/></svg>';
  const stretch = '<svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true"><rect x="1" y="6" width="32" height="4" fill="currentColor" opacity=".6"/></svg>';
  const open = '<svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true"><path d="M8 3.5L3 8L8 12.5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/><rect x="6" y="6" width="27" height="4" fill="url(#tl-fade-out)"/><defs><linearGradient id="tl-fade-out"><stop offset="0" stop-color="currentColor" stop-opacity=".08"/><stop offset="1" stop-color="currentColor" stop-opacity=".7"/></linearGradient></defs></svg>';
  const byHand = (drawing, name, meaning) => Object.assign(item(drawing, name, meaning), { className: "tl-hand", hidden: !hand });
  list.append(
    ...data.facts.map((fact, k) => item(mark(fact, k), fact.label, fact.meaning)),
    item(span, "Some day within", "The words give a stretch of days; it happened on one of them"),
    item(stretch, "Lasting", "It went on from the first to the last day"),
    item(open, "Open: on or before, on or after", "One side of the date is not known"),
    item('<svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true"><circle cx="8" cy="8" r="4.2" fill="currentColor"/><circle cx="24" cy="8" r="7" fill="currentColor"/></svg>', "Told by one outlet, by several", "The more outlets tell of an event, the bigger its mark"),
    item('<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="2.6" fill="currentColor" opacity=".6"/></svg>', "Small: no room here, or taking part", "Zoom in to see it whole, or look in its own lane"),
    byHand(svg('<path d="M4 6v7h7" fill="none" stroke="var(--tl-accent)" stroke-width="2"/>'), "Corrected by hand", "A reader changed what the articles say"),
    byHand(svg('<path d="M8 2l1.8 3.8 4.2.6-3 2.9.7 4.1L8 11.5l-3.7 1.9.7-4.1-3-2.9 4.2-.6z" fill="var(--tl-accent)"/>'), "Starred", "A reader means to come back to it"),
  );
}
