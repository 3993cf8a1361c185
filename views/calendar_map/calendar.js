// A year as weeks (columns) and weekdays (rows). Arrow keys move from day to day; a day that is pressed becomes the filter.
import { theme } from "./theme.js";
import { unpack } from "./unpack.js";

const DAY = 864e5;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** Midnight, UTC, of a day of a year that may have fewer than four digits. */
function at(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return +date;
}

const iso = (ms) => new Date(ms).toISOString().slice(0, 10);
const weekday = (ms) => (new Date(ms).getUTCDay() + 6) % 7;
const said = (ms) => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(ms);

class Calendar {
  constructor(root) {
    this.root = root;
    root.addEventListener("keydown", (event) => this.move(event));
    root.addEventListener("click", (event) => this.press(event));
  }

  async update(component) {
    this.component = component;
    const data = await unpack(component.data);
    if (this.component !== component) return; // overtaken while it was unpacked
    this.data = data;
    if (!this.probe) this.root.append(this.probe = element("span", { class: "tl-probe", "aria-hidden": "true" }));
    theme(this.root, this.data.palette);
    const years = this.data.years.map(({ year }) => year);
    if (!years.includes(this.year) || this.first !== this.data.year) this.year = this.data.year;
    this.first = this.data.year;
    this.draw();
  }

  draw() {
    const shown = this.data.years.find(({ year }) => year === this.year);
    if (!shown) {
      this.root.replaceChildren(this.probe, element("p", { class: "cm-note" }, "No event in this view is dated to the day."));
      return;
    }
    const counts = new Map(shown.days.map((day, k) => [at(this.year, 0, 1) + day * DAY, shown.counts[k]]));
    const note = `${this.year}: ${plural(shown.exact)} dated to a day. ${shown.coarse ? `${plural(shown.coarse)} of the year ${shown.coarse === 1 ? "is" : "are"} dated less precisely and not shown on a day.` : ""}`;
    this.root.replaceChildren(this.probe, this.chooser(), element("div", { class: "cm-scroll", tabindex: "-1" }, this.table(counts)), element("p", { class: "cm-note" }, note));
  }

  chooser() {
    const buttons = this.data.years.map(({ year, exact }) =>
      element("button", { type: "button", class: "cm-year", "data-year": year, "aria-pressed": String(year === this.year) }, `${year} (${exact.toLocaleString("en")})`));
    return element("div", { class: "cm-years", role: "group", "aria-label": "Year" }, ...buttons);
  }

  table(counts) {
    const first = at(this.year, 0, 1), last = at(this.year, 11, 31), start = first - weekday(first) * DAY;
    const weeks = Math.floor((last - start) / (7 * DAY)) + 1, most = Math.max(...counts.values());
    const chosen = this.data.chosen ? Date.parse(this.data.chosen) : null;
    this.days = [];
    const tabbed = chosen >= first && chosen <= last && chosen !== null ? chosen : counts.size ? Math.min(...counts.keys()) : first;
    const rows = WEEKDAYS.map((name, row) => {
      const cells = Array.from({ length: weeks }, (_, week) => {
        const day = start + (week * 7 + row) * DAY;
        if (day < first || day > last) return element("td", {});
        const count = counts.get(day) || 0;
        const button = element("button", {
          type: "button", class: "cm-day", "data-day": iso(day), "data-level": level(count, most), title: `${said(day)}: ${plural(count)}`,
          "aria-label": `${name} ${said(day)}: ${plural(count)}`, "aria-pressed": String(day === chosen), tabindex: day === tabbed ? "0" : "-1",
        });
        this.days[(day - first) / DAY] = button;
        return element("td", {}, button);
      });
      return element("tr", {}, element("th", { scope: "row", abbr: name }, name.slice(0, 3)), ...cells);
    });
    return element("table", { class: "cm-table" },
      element("caption", {}, `Events by day, ${this.year}`),
      element("thead", {}, element("tr", {}, element("td", {}), ...months(this.year, start, weeks))),
      element("tbody", {}, ...rows));
  }

  move(event) {
    const now = this.days ? this.days.indexOf(event.target) : -1;
    const by = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 7, ArrowLeft: -7 }[event.key];
    if (now < 0 || (!by && event.key !== "Home" && event.key !== "End")) return;
    event.preventDefault();
    const next = this.days[event.key === "Home" ? 0 : event.key === "End" ? this.days.length - 1 : now + by];
    if (!next) return;
    this.days[now].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  press(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.year) {
      this.year = Number(button.dataset.year);
      this.draw();
      this.root.querySelector(`[data-year="${this.year}"]`).focus();
    } else {
      const pressed = button.getAttribute("aria-pressed") === "true";
      this.component.setTriggerValue("picked", pressed ? "" : button.dataset.day);
    }
  }
}

/** Four shades above none, even in the square root: a day of hundreds does not fade all others. */
function level(count, most) {
  return count ? Math.max(1, Math.ceil((Math.sqrt(count) / Math.sqrt(most)) * 4)) : 0;
}

function months(year, start, weeks) {
  const firsts = MONTHS.map((_, month) => Math.floor((at(year, month, 1) - start) / (7 * DAY)));
  return MONTHS.map((name, month) => {
    const span = (month === 11 ? weeks : firsts[month + 1]) - firsts[month];
    return element("th", { scope: "colgroup", colspan: span }, name);
  });
}

function plural(count) {
  return `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"}`;
}

const mounted = new WeakMap();

export default function mount(component) {
  const root = component.parentElement.querySelector(".cm");
  if (!mounted.has(root)) mounted.set(root, new Calendar(root));
  return mounted.get(root).update(component);
}
