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
