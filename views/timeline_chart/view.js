// Which days are in view, and which the reader can go back to. No pixels; milliseconds, UTC.
import { clampView, padded, toMs } from "./time.js";

export class View {
  /**
   * New facts leave the days where the reader has moved them. Who has not moved them sees the busy days of what there is
   * now; and asking for other days is asking to see them.
   */
  take(data) {
    const asked = this.dates !== data.dates, untouched = this.days === this.focus;
    if (asked) this.wide = false;
    this.dates = data.dates;
    this.reach(data);
    const focus = padded(data.focus.map(toMs));
    if (asked || (untouched && `${focus}` !== `${this.focus}`)) this.days = this.focus = focus;
  }

  /** The whole that can be seen: the busy years, or with `wide` every year that has an event, however lonely. */
  reach(data) {
    this.span = (this.wide && data.full ? data.full : data.extent).map(toMs);
    this.home = padded(this.span);
  }

  /** Whether the reader still sees what the chart opened on, and that is not all. */
  get opened() {
    return this.days === this.focus && `${this.focus}` !== `${this.home}`;
  }

  /** Days that lie out of view come to its middle; those in view move nothing. */
  bringIn(first, last) {
    const [from, to] = this.days;
    if (first <= to && last >= from) return;
    const width = to - from, middle = (first + last) / 2;
    this.days = clampView([middle - width / 2, middle + width / 2]);
  }

  zoomed(factor, pivot = 0.5) {
    const [from, to] = this.days, width = to - from, at = from + width * pivot;
    return [at - width * factor * pivot, at + width * factor * (1 - pivot)];
  }

  panned(share) {
    const width = this.days[1] - this.days[0];
    return this.days.map((ms) => ms + width * share);
  }
}
