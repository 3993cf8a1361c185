// What the marks mean, drawn as the chart draws them. Our own drawings, never data.

const SHAPES = {
  circle: "M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6z",
  "diamond-open": "M8 2.2L13.8 8L8 13.8L2.2 8z",
  "triangle-right-open": "M3.6 2.6L13.4 8L3.6 13.4z",
  "square-open": "M3.2 3.2H12.8V12.8H3.2z",
  "hexagon-open": "M8 2.4L12.9 5.2V10.8L8 13.6L3.1 10.8V5.2z",
  x: "M3 5.2L5.2 3L8 5.8L10.8 3L13 5.2L10.2 8L13 10.8L10.8 13L8 10.2L5.2 13L3 10.8L5.8 8z",
};
const WIDE = 34;

/** Below the facts: [drawing, name, meaning]. */
const DRAWN = [
  [svg('<defs><linearGradient id="tl-fade"><stop offset="0" stop-color="currentColor" stop-opacity=".12"/><stop offset=".5" stop-color="currentColor" stop-opacity=".7"/><stop offset="1" stop-color="currentColor" stop-opacity=".12"/></linearGradient></defs><rect x="1" y="6" width="32" height="4" fill="url(#tl-fade)"/>', WIDE), "Some day within", "The words give a stretch of days; it happened on one of them"],
  [svg('<rect x="1" y="6" width="32" height="4" fill="currentColor" opacity=".6"/>', WIDE), "Lasting", "It went on from the first to the last day"],
  [svg('<path d="M8 3.5L3 8L8 12.5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/><rect x="6" y="6" width="27" height="4" fill="url(#tl-fade-out)"/><defs><linearGradient id="tl-fade-out"><stop offset="0" stop-color="currentColor" stop-opacity=".08"/><stop offset="1" stop-color="currentColor" stop-opacity=".7"/></linearGradient></defs>', WIDE), "Open: on or before, on or after", "One side of the date is not known"],
  [svg('<circle cx="8" cy="8" r="4.2" fill="currentColor"/><circle cx="24" cy="8" r="7" fill="currentColor"/>', WIDE), "Reported by one outlet, by several", "The more outlets report an event, the larger its mark"],
  [svg('<circle cx="8" cy="8" r="2.6" fill="currentColor" opacity=".6"/>'), "Small: no room here, or also involved", "Zoom in to see it in full, or look in its own lane"],
];

/** What readers did by hand, shown where there is any. */
const BY_HAND = [
  [svg('<path d="M4 6v7h7" fill="none" stroke="var(--tl-accent)" stroke-width="2"/>'), "Corrected by hand", "A reader changed what the articles say"],
  [svg('<path d="M8 2l1.8 3.8 4.2.6-3 2.9.7 4.1L8 11.5l-3.7 1.9.7-4.1-3-2.9 4.2-.6z" fill="var(--tl-accent)"/>'), "Starred", "A reader marked it to come back to"],
];

function svg(inner, wide = 16) {
  return `<svg viewBox="0 0 ${wide} 16" width="${wide}" height="16" aria-hidden="true">${inner}</svg>`;
}

/** The mark of the kind of fact number `k`. */
function mark({ symbol }, k) {
  const colour = `var(--tl-fact${k})`, style = `style="stroke:${colour};fill:${/open/.test(symbol) ? "none" : colour}" stroke-width="1.8"`;
  if (symbol === "circle-open-dot") return svg(`<path ${style} d="${SHAPES.circle}"/><circle cx="8" cy="8" r="1.7" style="fill:${colour}"/>`);
  return svg(`<path ${style} d="${SHAPES[symbol]}"/>`);
}

function entry([drawing, name, meaning]) {
  const item = Object.assign(document.createElement("li"), { title: meaning, innerHTML: drawing }); // our own drawing, never data
  item.append(Object.assign(document.createElement("span"), { textContent: name }));
  return item;
}

/** Fills the legend, once; what was done by hand comes and goes with the data. */
export function legend(root, { facts, marks }) {
  const list = root.querySelector(".tl-legend");
  if (!list.childElementCount) {
    const known = facts.map((fact, k) => [mark(fact, k), fact.label, fact.meaning]);
    list.append(...[...known, ...DRAWN].map(entry), ...BY_HAND.map((row) => Object.assign(entry(row), { className: "tl-hand" })));
  }
  list.children[facts.length - 1].hidden = !marks.fact.includes(facts.length - 1); // the last is what no version of ours writes
  const hand = Boolean(marks.corrected.length || marks.starred.length);
  list.querySelectorAll(".tl-hand").forEach((item) => { item.hidden = !hand; });
}
