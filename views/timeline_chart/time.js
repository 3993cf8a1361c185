// Days in the browser. Everything is UTC: a zone of the reader's own must never move an event.
export const DAY = 86400000;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2022-02-24" or Plotly's "2022-02-24 12:30:00.25" -> milliseconds, UTC. */
export function toMs(text) {
  if (typeof text === "number") return text;
  const [date, time = "00:00:00"] = String(text).split(/[ T]/);
  const [hours, minutes = "0", seconds = "0"] = time.replace("Z", "").split(":");
  const midnight = Date.parse(`${date.padStart(10, "0")}T00:00:00Z`);
  return midnight + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

const FIRST = Date.parse("0001-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T00:00:00Z");

/** Milliseconds -> "2022-02-24 12:30:00", within the years that both Plotly and the tables know. */
export function toText(ms) {
  return new Date(Math.min(LAST, Math.max(FIRST, ms))).toISOString().slice(0, 19).replace("T", " ");
}

export function day(ms) {
  return toText(ms).slice(0, 10);
}

/** "2022-02-24" -> "24 February 2022", as the server writes days. */
export function dayInWords(text) {
  const [year, month, date] = text.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year < 1000 ? `AD ${year}` : year}`;
}

/** "24 Feb 2022", or "Feb 2022" and "2022" where the view is too wide for days. */
export function inWords(ms, span) {
  const date = new Date(Math.min(LAST, Math.max(FIRST, ms)));
  const year = date.getUTCFullYear();
  const month = MONTHS[date.getUTCMonth()];
  if (span > 3650 * DAY) return String(year);
  if (span > 400 * DAY) return `${month.slice(0, 3)} ${year}`;
  return `${date.getUTCDate()} ${month.slice(0, 3)} ${year}`;
}

export function clampView([from, to]) {
  const least = 3 * DAY;
  const width = Math.min(LAST - FIRST, Math.max(least, to - from));
  const middle = (from + to) / 2;
  const start = Math.min(LAST - width, Math.max(FIRST, middle - width / 2));
  return [start, start + width];
}

/** Some days more on each side, so that no mark sits on the edge. */
export function padded([from, to]) {
  const pad = Math.max(2 * DAY, (to - from) * 0.04);
  return clampView([from - pad, to + pad]);
}

const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

function midnight(year, month, date) {
  return toMs(`${String(year).padStart(4, "0")}-${String(month + 1).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
}

/** Where a strip of `wide` pixels over `span` is marked, and how: years, or months and days where it spans few of them. */
export function ticks([from, to], wide) {
  const [first, last] = [from, to].map((ms) => new Date(Math.min(LAST, Math.max(FIRST, ms))));
  const years = last.getUTCFullYear() - first.getUTCFullYear() + 1, days = (to - from) / DAY;
  if (days / 31 * 34 > wide || years > 4) {
    const step = YEARS.find((size) => (years / size) * 44 < wide) || 5000, marks = [];
    for (let year = Math.ceil(first.getUTCFullYear() / step) * step; year <= last.getUTCFullYear(); year += step) {
      marks.push([midnight(Math.max(1, year), 0, 1), String(Math.max(1, year))]);
    }
    return marks;
  }
  const marks = [], every = days * 20 < wide ? 1 : days * 5 < wide ? 7 : 0;
  for (let month = first.getUTCFullYear() * 12 + first.getUTCMonth(); month <= last.getUTCFullYear() * 12 + last.getUTCMonth(); month += 1) {
    const year = Math.floor(month / 12), name = MONTHS[month % 12].slice(0, 3);
    marks.push([midnight(year, month % 12, 1), month % 12 ? name : String(year)]);
    for (let date = 1 + every; every && date <= 28; date += every) marks.push([midnight(year, month % 12, date), `${date} ${name}`]);
  }
  return marks;
}
