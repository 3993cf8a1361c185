// What lies behind the marks, as one SVG: lanes, bars with soft ends, open arrows, taking part, days, the chosen event.
// A picture of the chart needs this and Plotly's own SVG, both in the same pixels.
import { toMs } from "./time.js";
import { size } from "./layout.js";

const NS = "http://www.w3.org/2000/svg";
const BAR = 6;

/** Every number has one decimal: an SVG of hundreds of parts is written anew with each step of a zoom. */
function at(number) {
  return Math.round(number * 10) / 10;
}

function escaped(text) {
  return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** For each kind of fact: gradients that fade at both ends, towards the start, towards the end. */
function gradients(colours) {
  const stops = { both: [[0, 0.06], [0.5, 0.62], [1, 0.06]], start: [[0, 0.04], [1, 0.62]], end: [[0, 0.62], [1, 0.04]] };
  return colours.facts.map((colour, fact) => Object.entries(stops).map(([name, list]) => {
    const inner = list.map(([offset, strength]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${strength}"/>`).join("");
    return `<linearGradient id="tl-${name}${fact}">${inner}</linearGradient>`;
  }).join("")).join("");
}

function bar(spot, y, fact, soft, colours, width) {
  const from = Math.max(spot.x0, -2 * width), to = Math.min(spot.x1, 3 * width);
  if (to - from < 1) return "";
  const fill = spot.open ? `url(#tl-${spot.open}${fact})` : soft ? `url(#tl-both${fact})` : colours.facts[fact];
  const strength = spot.open || soft ? "" : ' fill-opacity=".5"';
  const body = `<rect x="${at(from)}" y="${at(y - BAR / 2)}" width="${at(to - from)}" height="${BAR}" rx="${soft ? 0 : 2}" fill="${fill}"${strength}/>`;
  if (!spot.open) return body;
  const tip = spot.open === "start" ? from : to, back = spot.open === "start" ? 6 : -6;
  return `${body}<path d="M${at(tip + back)} ${at(y - 5)}L${at(tip)} ${at(y)}L${at(tip + back)} ${at(y + 5)}" fill="none" stroke="${colours.facts[fact]}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" opacity=".75"/>`;
}

function bars({ spots, marks, y, colours, width }) {
  return spots.map((spot) => (
    spot.row === null || spot.x1 - spot.x0 < 1 || spot.x1 < -width || spot.x0 > 2 * width
      ? "" : bar(spot, y(spot), marks.fact[spot.i], marks.soft[spot.i], colours, width)
  )).join("");
}

/** Small dots in the other lanes an event belongs to: who it was with. One path for each kind of fact. */
function echoes({ spots, marks, lanes, colours, width }) {
  const paths = colours.facts.map(() => "");
  for (const spot of spots) {
    if (spot.at < -width || spot.at > 2 * width) continue;
    for (const lane of marks.lanes[spot.i].slice(1)) {
      paths[marks.fact[spot.i]] += `M${at(spot.at - 2.6)} ${at(lanes[lane].base)}a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0`;
    }
  }
  return paths.map((d, fact) => d && `<path d="${d}" fill="${colours.facts[fact]}" opacity=".38"/>`).join("");
}

function rules({ lanes, colours, width }) {
  return lanes.slice(1).map(({ top }) => `<path d="M0 ${at(top)}H${width}" stroke="${colours.rule}"/>`).join("");
}

/** Today and the day of publication: a line, and its name over the lanes. */
function days({ days: named, x, colours, width, height }) {
  return named.map(({ day, name, colour, dash }) => {
    const px = at(x(toMs(day)));
    if (px < 0 || px > width) return "";
    const anchor = px < 30 ? "start" : px > width - 40 ? "end" : "middle";
    return `<path d="M${px} 0V${height}" stroke="${colour}" stroke-dasharray="${dash}" stroke-width="1.4"/>`
      + `<text x="${px}" y="-5" text-anchor="${anchor}" fill="${colour}" font-size="11.5" font-weight="600" font-family="${escaped(colours.font)}">${name}</text>`;
  }).join("");
}

/** What readers did by hand: a corner under what was corrected, a star over what was starred. */
function hands({ spots, marks, y, colours, width }) {
  const corrected = new Set(marks.corrected), starred = new Set(marks.starred);
  if (!corrected.size && !starred.size) return "";
  return spots.map((spot) => {
    if (spot.row === null || spot.at < -width || spot.at > 2 * width) return "";
    const reach = size(marks.outlets[spot.i]) / 2 + 3.5;
    const px = at(spot.at), py = at(y(spot));
    const corner = corrected.has(spot.i) ? `<path d="M${at(px - reach)} ${py}v${at(reach)}h${at(reach)}" fill="none" stroke="${colours.accent}" stroke-width="2.2"/>` : "";
    const star = starred.has(spot.i) ? `<path d="M${at(px + reach)} ${at(py - reach - 4)}l1.5 3.1 3.4.5-2.5 2.4.6 3.4-3-1.6-3 1.6.6-3.4-2.5-2.4 3.4-.5z" fill="${colours.accent}"/>` : "";
    return corner + star;
  }).join("");
}

/** A ring around the chosen event, and a thread to the other lanes it belongs to. */
function chosen({ spots, marks, y, lanes, colours, selected }) {
  const spot = spots.find((one) => one.n === selected);
  if (!spot) return "";
  const px = at(spot.at), ends = marks.lanes[spot.i].map((lane) => (lane === spot.lane ? y(spot) : lanes[lane].base));
  const others = ends.filter((end) => end !== y(spot)).map((end) => `<circle cx="${px}" cy="${at(end)}" r="3.4" fill="${colours.accent}"/>`).join("");
  const thread = ends.length > 1 ? `<path d="M${px} ${at(Math.min(...ends))}V${at(Math.max(...ends))}" stroke="${colours.accent}" stroke-width="1.5" opacity=".7"/>` : "";
  return `${thread}${others}<circle class="tl-ring" cx="${px}" cy="${at(y(spot))}" r="13" fill="${colours.paper}" stroke="${colours.accent}" stroke-width="2.6"/>`;
}

/**
 * Draws the backdrop. All places are pixels from the left edge of the axis and the upper edge of the first lane.
 * The parts are numbers and colours of ours; of texts there are only the names of days and the font, escaped.
 */
export function backdrop(svg, scene) {
  svg.innerHTML = `<defs>${gradients(scene.colours)}<clipPath id="tl-clip"><rect x="0" y="-16" width="${scene.width}" height="${scene.height + 16}"/></clipPath></defs>`
    + `${rules(scene)}<g clip-path="url(#tl-clip)"><g class="tl-moving">${echoes(scene)}${bars(scene)}${days(scene)}${chosen(scene)}${hands(scene)}</g></g>`;
}

/** Moves the drawn backdrop sideways while the chart is dragged. */
export function shift(svg, px) {
  svg.querySelector(".tl-moving")?.setAttribute("transform", `translate(${at(px)})`);
}

export function layer() {
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("class", "tl-backdrop");
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
