// Marks, bars and labels as Plotly traces. Pure.
import { toText } from "./time.js";
import { GAP, MARK } from "./layout.js";

const FADES = [[0, 0.22, 0.28], [0.22, 0.4, 0.6], [0.4, 0.6, 1], [0.6, 0.78, 0.6], [0.78, 1, 0.28]];

/** Plotly reads a little HTML in its texts; an article's title must stay the characters it is. */
export function inert(text) {
  return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function line(colour, opacity, width) {
  return {
    type: "scatter", mode: "lines", x: [], y: [], hoverinfo: "skip", showlegend: false, opacity,
    line: { color: colour, width, simplify: false },
  };
}

function pieces(spot, soft) {
  if (spot.open === "start") return [[0, 0.3, 0.2], [0.3, 0.65, 0.5], [0.65, 1, 1]];
  if (spot.open === "end") return [[0, 0.35, 1], [0.35, 0.7, 0.5], [0.7, 1, 0.2]];
  return soft ? FADES : [[0, 1, 1]];
}

/** One line trace for each colour and strength: the bars of dates that are spans. */
export function bars(spots, data, y, ms, colours) {
  const traces = new Map();
  for (const spot of spots) {
    if (spot.x1 - spot.x0 < 1 || spot.row === null) continue;
    const fact = data.marks.fact[spot.i];
    for (const [from, to, strength] of pieces(spot, data.marks.soft[spot.i])) {
      const key = `${fact} ${strength}`;
      if (!traces.has(key)) traces.set(key, line(colours.facts[fact], strength * 0.55, 5));
      const trace = traces.get(key);
      const wide = spot.x1 - spot.x0;
      trace.x.push(toText(ms(spot.x0 + wide * from)), toText(ms(spot.x0 + wide * to)), null);
      trace.y.push(y(spot), y(spot), null);
    }
  }
  return [...traces.values()];
}

/** Arrow heads where a start or an end is open. */
export function arrows(spots, data, y, ms, colours) {
  const open = spots.filter((spot) => spot.open && spot.row !== null);
  return {
    type: "scatter", mode: "markers", hoverinfo: "skip", showlegend: false,
    x: open.map((spot) => toText(ms(spot.open === "start" ? spot.x0 : spot.x1))),
    y: open.map(y),
    marker: {
      symbol: open.map((spot) => (spot.open === "start" ? "triangle-left" : "triangle-right")),
      size: 9, opacity: 0.85, color: open.map((spot) => colours.facts[data.marks.fact[spot.i]]),
    },
  };
}

function when(spot, data, ms) {
  // A day goes to Plotly as the very text the table holds; only bars have a middle to work out.
  const { start, end } = data.marks;
  return start[spot.i] !== null && start[spot.i] === end[spot.i] ? start[spot.i] : toText(ms(spot.at));
}

/** The marks themselves, an integer each: shape and fill say how sure, size says how many outlets. */
export function points(spots, data, y, ms, colours) {
  const fact = (spot) => data.marks.fact[spot.i];
  return {
    type: "scatter", mode: "markers", name: "events", hoverinfo: "skip", showlegend: false,
    x: spots.map((spot) => when(spot, data, ms)),
    y: spots.map(y),
    customdata: spots.map((spot) => spot.n),
    marker: {
      symbol: spots.map((spot) => data.facts[fact(spot)].symbol),
      size: spots.map((spot) => (spot.row === null ? 6 : Math.min(19, 9.5 + 2.4 * (data.marks.outlets[spot.i] - 1)))),
      color: spots.map((spot) => colours.facts[fact(spot)]),
      opacity: 1,
      line: { width: spots.map((spot) => (spot.row === null ? 1.2 : 1.8)), color: spots.map((spot) => colours.facts[fact(spot)]) },
    },
  };
}

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

/** The ring around the chosen event, and a thread to the other lanes it belongs to. */
export function chosen(spots, data, y, ms, colours, lanes, selected) {
  const spot = spots.find((one) => one.n === selected);
  const ring = {
    type: "scatter", mode: "markers", hoverinfo: "skip", showlegend: false, x: [], y: [],
    marker: { symbol: "circle-open", size: 25, color: colours.accent, line: { width: 2.6, color: colours.accent } },
  };
  const thread = { ...line(colours.accent, 0.7, 1.5), mode: "lines+markers", marker: { size: 6, symbol: "circle", color: colours.accent } };
  if (!spot) return [thread, ring];
  ring.x.push(when(spot, data, ms));
  ring.y.push(y(spot));
  const others = data.marks.lanes[spot.i].map((lane) => (lane === spot.lane ? y(spot) : lanes[lane].base));
  if (others.length > 1) {
    others.sort((a, b) => a - b);
    thread.x = others.map(() => ring.x[0]);
    thread.y = others;
  }
  return [thread, ring];
}

/** Small dots in the other lanes an event belongs to: who it was with. */
export function echoes(spots, data, ms, colours, lanes) {
  const trace = {
    type: "scatter", mode: "markers", hoverinfo: "skip", showlegend: false, x: [], y: [], customdata: [],
    marker: { symbol: "circle", size: 6, opacity: 0.5, color: [] },
  };
  for (const spot of spots) {
    for (const lane of data.marks.lanes[spot.i].slice(1)) {
      trace.x.push(when(spot, data, ms));
      trace.y.push(lanes[lane].base);
      trace.customdata.push(spot.n);
      trace.marker.color.push(colours.facts[data.marks.fact[spot.i]]);
    }
  }
  return trace;
}
