// Where every event goes: rows inside lanes, bars for spans, labels that touch nothing. Pure; pixels in, pixels out.
import { toMs } from "./time.js";

export const MARK = 7;
export const GAP = 12;
const OPEN = 58;
const LABELS = 14;
const BEYOND = 60;

/** The width of a mark by its number of outlets. */
export function size(outlets) {
  return Math.min(19, 9.5 + 2.4 * (outlets - 1));
}

/** The pixels an event takes along the axis: a mark at `at`, and a bar from `x0` to `x1` unless it is one day. */
export function place(marks, i, x, width) {
  const start = marks.start[i] === null ? null : x(toMs(marks.start[i]));
  const end = marks.end[i] === null ? null : x(toMs(marks.end[i]));
  if (start === null) return { at: end, x0: end - OPEN, x1: end, open: "start" };
  if (end === null) return { at: start, x0: start, x1: start + OPEN, open: "end" };
  if (end - start < 1) return { at: (start + end) / 2, x0: start, x1: end, open: null };
  const seen = [Math.max(start, 0), Math.min(end, width)];
  const at = seen[0] < seen[1] ? (seen[0] + seen[1]) / 2 : (start + end) / 2;
  return { at, x0: start, x1: end, open: null };
}

function free(row, from, to) {
  return row.every(([a, b]) => to <= a || from >= b);
}

/** The first row that has room between `from` and `to`, or -1. */
function roomIn(rows, from, to, most) {
  for (let k = 0; k < most; k += 1) {
    if (!rows[k]) rows[k] = [];
    if (free(rows[k], from, to)) return k;
  }
  return -1;
}

/** Which side of the mark a label of `wide` pixels fits on, and in which row. */
function labelled(rows, spot, wide, width, most) {
  const right = [spot.left, Math.max(spot.x1, spot.at + MARK) + GAP + wide + 8];
  const left = [Math.min(spot.x0, spot.at - MARK) - GAP - wide - 8, spot.right];
  for (const [side, [from, to]] of [["right", right], ["left", left]]) {
    if (from < 0 || to > width) continue;
    const row = roomIn(rows, from, to, most);
    if (row >= 0) return { side, from, to, row };
  }
  return null;
}

/**
 * Rows and labels for the marks, given most important first. `caps` says how many rows each lane may have.
 * Returns for each mark {at, x0, x1, open, lane, row, label: null | "left" | "right", words: [from, to] of its label}, and the
 * rows each lane fills.
 * A mark that finds no row has row null: it is drawn small on the lane's base line, never left out.
 */
export function arrange(data, x, width, measure, caps) {
  const rows = data.lanes.map(() => []);
  let labels = 0;
  const most = Math.max(3, Math.min(LABELS, Math.round(width / 62)));
  const spots = data.marks.n.map((n, i) => {
    const spot = { n, i, lane: data.marks.lanes[i][0], label: null, row: 0, ...place(data.marks, i, x, width) };
    spot.left = Math.min(spot.x0, spot.at - MARK) - 3;
    spot.right = Math.max(spot.x1, spot.at + MARK) + 3;
    if (spot.right < -BEYOND || spot.left > width + BEYOND) return spot; // out of sight, it takes no room from the others
    const lane = rows[spot.lane], cap = caps[spot.lane];
    const seen = spot.at >= 0 && spot.at <= width;
    const found = seen && labels < most ? labelled(lane, spot, measure(data.marks.title[i]), width, cap) : null;
    if (found) {
      labels += 1;
      lane[found.row].push([found.from, found.to]);
      return { ...spot, label: found.side, row: found.row, words: [Math.min(spot.at, found.from), Math.max(spot.at, found.to)] };
    }
    const row = roomIn(lane, spot.left, spot.right, cap);
    if (row >= 0) lane[row].push([spot.left, spot.right]);
    return { ...spot, row: row >= 0 ? row : null };
  });
  return { spots, needs: rows.map((lane) => Math.max(1, lane.length)) };
}

const PAD = 22;
const BASE = 8;
const STEP = 15;

/** How many rows each lane may have, so that all fit into `height`: what it needs, or its share of what there is. */
export function capsIn(height, needs, head) {
  let left = Math.max(needs.length, Math.floor((height - needs.length * (PAD + head)) / STEP));
  const caps = needs.map(() => 0);
  // The lanes in need of least are served first; what they leave goes to the others.
  const order = needs.map((need, k) => [need, k]).sort(([a], [b]) => a - b);
  order.forEach(([need, k], served) => {
    caps[k] = Math.max(1, Math.min(need, Math.floor(left / (needs.length - served))));
    left -= caps[k];
  });
  return caps;
}

/** Shares `height` out to lanes by their rows: [{top, height, step, first, base}]; `head` is kept for a name. */
export function lanesIn(height, rows, head) {
  const sum = rows.reduce((a, b) => a + b, 0);
  const step = Math.min(26, (height - rows.length * (PAD + head)) / sum);
  const spare = Math.max(0, height - rows.length * (PAD + head) - step * sum) / rows.length;
  let top = 0;
  return rows.map((row) => {
    const lane = { top, height: row * step + PAD + head + spare, step };
    top += lane.height;
    return { ...lane, first: lane.top + head + 6 + spare / 2 + step / 2, base: lane.top + lane.height - BASE };
  });
}

const NEAR = 13;

/** The spot whose mark, small dot in another lane, bar or label lies under the pixel; marks win over bars and labels. */
export function nearest(spots, memberships, lanes, y, px, py) {
  let best = null, least = NEAR;
  const offer = (spot, distance) => {
    if (distance < least) [best, least] = [spot, distance];
  };
  for (const spot of spots) {
    offer(spot, Math.hypot(spot.at - px, y(spot) - py));
    for (const lane of memberships[spot.i].slice(1)) offer(spot, Math.hypot(spot.at - px, lanes[lane].base - py) + 4);
    if (spot.row !== null && px >= spot.x0 && px <= spot.x1 && Math.abs(y(spot) - py) < 8) offer(spot, NEAR - 1);
    if (spot.words && px >= spot.words[0] && px <= spot.words[1] && Math.abs(y(spot) - py) < 8) offer(spot, NEAR - 0.5);
  }
  return best;
}
