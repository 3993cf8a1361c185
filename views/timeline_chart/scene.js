// From facts and room to a scene: where every mark, lane and special day is, in pixels of the lanes.
import { arrange, capsIn, lanesIn } from "./layout.js";
import { day } from "./time.js";

/** Places for all marks: {frame, x, ms, spots, lanes, y, marks, colours, width, height}; `x` and `ms` turn one into the other. */
export function compose(data, [from, to], sizes, colours) {
  const frame = sizes.frame(), { width, height } = frame;
  const x = (ms) => ((ms - from) / (to - from)) * width;
  const ms = (px) => from + (px / width) * (to - from);
  const measure = (title) => sizes.measure(title), head = sizes.narrow ? 17 : 0;
  const wish = arrange(data, x, width, measure, data.lanes.map(() => 40));
  const caps = capsIn(height, wish.needs, head);
  const { spots } = caps.every((cap, k) => cap >= wish.needs[k]) ? wish : arrange(data, x, width, measure, caps);
  const lanes = lanesIn(height, caps, head);
  const y = (spot) => (spot.row === null ? lanes[spot.lane].base : lanes[spot.lane].first + spot.row * lanes[spot.lane].step);
  return { frame, x, ms, spots, lanes, y, marks: data.marks, colours, width, height };
}

/** The marks that are in view, in whole or in part. */
export function inView({ spots, width }) {
  return spots.filter((spot) => spot.x1 >= 0 && spot.x0 <= width);
}

/** Days that are no event: today, and the publication of the article being read. */
export function specialDays({ published }, colours) {
  const named = [{ day: day(Date.now()), name: "today", colour: colours.muted, dash: "2 3" }];
  if (published) named.push({ day: published, name: "published", colour: colours.accent, dash: "5 4" });
  return named;
}
