// Marks and labels as Plotly traces. Pure.
import { toText } from "./time.js";
import { GAP, MARK, size } from "./layout.js";

/** Plotly reads a little HTML in its texts; an article's title must stay the characters it is. */
function inert(text) {
  return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function when(spot, data, ms) {
  // A day goes to Plotly as the very text the table holds; only bars have a middle to work out.
  const { start, end } = data.marks;
  return start[spot.i] !== null && start[spot.i] === end[spot.i] ? start[spot.i] : toText(ms(spot.at));
}

/** The marks themselves, an integer each: shape and fill say how sure, size says how many outlets. */
export function points(spots, data, y, ms, colours, width) {
  const near = spots.filter((spot) => spot.at > -width && spot.at < 2 * width);
  const fact = (spot) => data.marks.fact[spot.i];
  const colour = near.map((spot) => colours.facts[fact(spot)]);
  return {
    type: "scatter", mode: "markers", name: "events", hoverinfo: "skip", showlegend: false,
    x: near.map((spot) => when(spot, data, ms)),
    y: near.map(y),
    customdata: near.map((spot) => spot.n),
    marker: {
      symbol: near.map((spot) => data.facts[fact(spot)].symbol),
      size: near.map((spot) => (spot.row === null ? 5 : size(data.marks.outlets[spot.i]))),
      color: colour,
      opacity: 1,
      line: { width: near.map((spot) => (spot.row === null ? 1.1 : 1.8)), color: colour },
    },
  };
}

/** Titles beside their marks, in the page's own font. */
export function labels(spots, data, y, ms, colours, cut) {
  const named = spots.filter((spot) => spot.label);
  const edge = (spot) => (spot.label === "right" ? Math.max(spot.x1, spot.at + MARK) + GAP - 2 : Math.min(spot.x0, spot.at - MARK) - GAP + 2);
  return {
    type: "scatter", mode: "text", hoverinfo: "skip", showlegend: false, cliponaxis: true,
    x: named.map((spot) => toText(ms(edge(spot)))),
    y: named.map(y),
    text: named.map((spot) => inert(cut(data.marks.title[spot.i]))),
    textposition: named.map((spot) => (spot.label === "right" ? "middle right" : "middle left")),
    textfont: { size: 12.5, color: colours.ink, family: colours.font },
  };
}
