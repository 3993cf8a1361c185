// The timeline: Plotly draws it, this file places it. Titles and names reach the page as text, never as markup.
import { FRAME } from "./frame.js";
import { arrange, capsIn, lanesIn, nearest } from "./layout.js";
import { overview } from "./overview.js";
import { DAY, clampView, dayInWords, toMs, toText } from "./time.js";
import { unpack } from "./unpack.js";
import { arrows, bars, chosen, echoes, labels, points } from "./traces.js";

const GUTTER = 168;
const FOOT = 44;
const HEAD = 17;
let plotly = null;

function loadPlotly(assets) {
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${assets}/plotly.min.js`;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly.min.js did not load"));
    document.head.append(script);
  });
  return plotly;
}

function luminance(colour) {
  const [r, g, b] = (colour.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

function palette(root, data) {
  const probe = root.querySelector(".tl-probe");
  const style = getComputedStyle(probe);
  const dark = luminance(style.backgroundColor) < 0.5;
  root.dataset.theme = dark ? "dark" : "light";
  const colours = dark ? data.palette.dark : data.palette.light;
  Object.entries(colours).forEach(([name, value]) => typeof value === "string" && root.style.setProperty(`--tl-${name}`, value));
  return { ...colours, font: style.fontFamily };
}

class Timeline {
  constructor(root) {
    this.root = root;
    this.plot = root.querySelector(".tl-plot");
    this.lanesBox = root.querySelector(".tl-lanes");
    this.tip = root.querySelector(".tl-tip");
    this.empty = root.querySelector(".tl-empty");
    this.pen = document.createElement("canvas").getContext("2d");
    this.overview = overview(root.querySelector(".tl-overview"), (view, done) => this.look(view, done));
    this.view = null;
    this.listen();
  }

  /** New facts from the server. The view stays where the reader left it. */
  async update(component) {
    this.newest = component;
    const [data, Plotly] = await Promise.all([unpack(component.data.packed), loadPlotly(component.assets)]);
    if (this.newest !== component) return; // overtaken while it was unpacked
    const first = !this.view;
    Object.assign(this, { component, Plotly, data: { ...data, marks: unpacked(data.marks) } });
    this.root.querySelector(".tl-summary").textContent = data.summary;
    legend(this.root, data);
    if (this.dates !== this.data.dates) this.wide = false;
    this.span = (this.wide && this.data.full ? this.data.full : this.data.extent).map(toMs);
    const pad = Math.max(2 * DAY, (this.span[1] - this.span[0]) * 0.04);
    this.home = clampView([this.span[0] - pad, this.span[1] + pad]);
    // Asking for other days is asking to see them; every other filter leaves the view where it is.
    if (first || this.dates !== this.data.dates) this.view = this.home;
    this.dates = this.data.dates;
    this.selected = this.data.selected;
    if (this.data.reveal && this.data.reveal !== this.revealed) this.reveal();
    this.draw();
  }

  /** A chosen event that lies out of sight is brought into it; one in sight moves nothing. */
  reveal() {
    this.revealed = this.data.reveal;
    const i = this.data.marks.n.indexOf(this.selected);
    if (i < 0) return;
    const days = [this.data.marks.start[i], this.data.marks.end[i]].filter(Boolean).map(toMs);
    const [from, to] = this.view;
    if (days[0] <= to && days[days.length - 1] >= from) return;
    const width = to - from, middle = (days[0] + days[days.length - 1]) / 2;
    this.view = clampView([middle - width / 2, middle + width / 2]);
  }

  narrow() {
    return this.root.clientWidth < 640;
  }

  cut(title) {
    const most = this.narrow() ? 24 : 46;
    const letters = Array.from(title);
    return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : title;
  }

  measure(title) {
    return this.pen.measureText(this.cut(title)).width * 1.03;
  }

  geometry() {
    const left = this.narrow() ? 0 : GUTTER;
    const width = Math.max(120, this.plot.clientWidth - left - 4);
    const height = this.plot.clientHeight - FOOT - HEAD;
    const [from, to] = this.view;
    const x = (ms) => ((ms - from) / (to - from)) * width;
    const ms = (px) => from + (px / width) * (to - from);
    return { left, width, height, x, ms };
  }

  draw() {
    const { data } = this;
    this.colours = palette(this.root, data);
    this.pen.font = `12.5px ${this.colours.font}`;
    const { left, width, height, x, ms } = this.geometry();
    const measure = (title) => this.measure(title), head = this.narrow() ? 17 : 0;
    const wish = arrange(data, x, width, measure, data.lanes.map(() => 40));
    const caps = capsIn(height, wish.needs, head);
    const { spots } = caps.every((cap, k) => cap >= wish.needs[k]) ? wish : arrange(data, x, width, measure, caps);
    this.spots = spots;
    this.lanes = lanesIn(height, caps, head);
    const y = (spot) => (spot.row === null ? this.lanes[spot.lane].base : this.lanes[spot.lane].first + spot.row * this.lanes[spot.lane].step);
    this.y = y;
    const colours = this.colours;
    const traces = [
      ...bars(spots, data, y, ms, colours),
      arrows(spots, data, y, ms, colours),
      echoes(spots, data, ms, colours, this.lanes),
      ...chosen(spots, data, y, ms, colours, this.lanes, this.selected),
      points(spots, data, y, ms, colours),
      labels(spots, data, y, ms, colours, (title) => this.cut(title)),
    ];
    this.react(traces, left, width, height);
    this.nameLanes();
    this.overview.draw(data.density.span.map(toMs), data.density, colours, this.view, this.wide ? this.span : null);
    this.sayEmpty();
    this.sayMore();
  }

  react(traces, left, width, height) {
    const { colours } = this;
    const layout = {
      uirevision: "timeline",
      width: left + width + 4, height: height + FOOT + HEAD,
      margin: { l: left, r: 4, t: HEAD, b: FOOT, pad: 0 },
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
      font: { family: colours.font, color: colours.muted, size: 12 },
      hovermode: false, dragmode: "pan", showlegend: false,
      xaxis: {
        type: "date", range: this.view.map(toText), autorange: false, uirevision: `${this.view}`,
        showgrid: true, gridcolor: colours.grid, griddash: "solid", zeroline: false, ticks: "outside", ticklen: 5,
        tickcolor: colours.grid, tickfont: { color: colours.muted, size: 12 }, nticks: Math.max(3, Math.round(width / 95)),
        minor: { showgrid: true, gridcolor: colours.faint, nticks: 4 },
        tickformatstops: [
          { dtickrange: [null, 86400000 * 27], value: "%-d %b\n%Y" },
          { dtickrange: [86400000 * 27, "M11"], value: "%b\n%Y" },
          { dtickrange: ["M11", null], value: "%Y" },
        ],
      },
      yaxis: { range: [height, 0], autorange: false, fixedrange: true, visible: false },
      shapes: [...this.bands(), ...this.dayLines()],
      annotations: this.dayNames(),
    };
    const config = { displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false, showTips: false };
    this.drawing = true;
    this.Plotly.react(this.plot, traces, layout, config).then(() => {
      this.drawing = false;
      this.root.dataset.drawn = this.data.key;
      this.root.dataset.selected = this.data.selected ?? "";
    });
    this.wire();
  }

  bands() {
    return this.lanes.slice(1).map((lane) => ({
      type: "line", xref: "paper", x0: 0, x1: 1, yref: "y", y0: lane.top, y1: lane.top, layer: "below",
      line: { color: this.colours.rule, width: 1 },
    }));
  }

  /** Days that are no event: today, and the publication of the article being read. */
  days() {
    const marks = [{ day: toText(Date.now()).slice(0, 10), name: "today", colour: this.colours.muted, dash: "dot" }];
    if (this.data.published) marks.push({ day: this.data.published, name: "published", colour: this.colours.accent, dash: "dash" });
    return marks;
  }

  dayLines() {
    return this.days().map(({ day: x, colour, dash }) => ({
      type: "line", xref: "x", x0: x, x1: x, yref: "paper", y0: 0, y1: 1, layer: "below", line: { color: colour, width: 1.2, dash },
    }));
  }

  dayNames() {
    return this.days().map(({ day: x, name, colour }) => ({
      xref: "x", x, yref: "paper", y: 1, yanchor: "bottom", xanchor: "center", yshift: -1, text: name, showarrow: false,
      font: { size: 11, color: colour, family: this.colours.font },
    })).filter(({ x }) => toMs(x) >= this.view[0] && toMs(x) <= this.view[1]);
  }

  nameLanes() {
    const { width } = this.geometry();
    const busy = new Set(this.spots.filter((spot) => spot.x1 >= 0 && spot.x0 <= width).flatMap((spot) => this.data.marks.lanes[spot.i]));
    this.lanesBox.replaceChildren(...this.data.lanes.map((lane, k) => {
      const box = document.createElement("div");
      box.className = busy.has(k) ? "tl-lane" : "tl-lane tl-idle";
      box.style.top = `${HEAD + this.lanes[k].top}px`;
      box.style.height = `${this.lanes[k].height}px`;
      const name = document.createElement("span");
      name.className = "tl-lane-name";
      name.textContent = lane.name;
      name.title = lane.name;
      const count = document.createElement("span");
      count.className = "tl-lane-count";
      count.textContent = lane.events.toLocaleString("en");
      box.append(name, count);
      return box;
    }));
  }

  sayEmpty() {
    const seen = this.spots.some((spot) => spot.x1 >= 0 && spot.x0 <= this.geometry().width);
    this.empty.hidden = seen || this.spots.length === 0;
  }

  wire() {
    if (this.wired) return;
    this.wired = true;
    this.plot.on("plotly_relayouting", (change) => this.panned(change, false));
    this.plot.on("plotly_relayout", (change) => this.panned(change, true));
  }

  panned(change, done) {
    const range = change["xaxis.range"] || (change["xaxis.range[0]"] !== undefined && [change["xaxis.range[0]"], change["xaxis.range[1]"]]);
    if (!range || this.drawing) return;
    this.tip.hidden = true;
    this.view = clampView(range.map(toMs));
    this.overview.move(this.view);
    if (done) this.look(this.view, true);
  }

  /** Shows `view`; when the move is `done`, rows are packed anew and the server may send finer detail. */
  look(view, done) {
    this.view = clampView(view);
    this.tip.hidden = true;
    if (!this.frame) {
      this.frame = requestAnimationFrame(() => {
        this.frame = null;
        this.draw();
      });
    }
    if (done) this.report();
  }

  report() {
    clearTimeout(this.later);
    if (!this.data.more) return;
    this.later = setTimeout(() => {
      const [from, to] = this.view.map((ms) => toText(ms).slice(0, 10));
      this.component.setStateValue("view", { from, to });
    }, 120);
  }

  /** Shows every year that has an event, however lonely. */
  widen() {
    this.wide = !this.wide;
    this.span = (this.wide ? this.data.full : this.data.extent).map(toMs);
    const pad = Math.max(2 * DAY, (this.span[1] - this.span[0]) * 0.04);
    this.home = clampView([this.span[0] - pad, this.span[1] + pad]);
    this.look(this.home, true);
  }

  /** What the chart leaves out, and the button that brings in what lies outside its days. */
  sayMore() {
    const { note, outside } = this.data, box = this.root.querySelector(".tl-note"), button = box.querySelector("button");
    box.querySelector("span").textContent = note;
    button.hidden = !outside;
    button.textContent = this.wide ? "Back to the busy years" : `${outside} more outside these years`;
  }

  zoom(factor, pivot = 0.5) {
    const [from, to] = this.view, width = to - from, at = from + width * pivot;
    this.look([at - width * factor * pivot, at + width * factor * (1 - pivot)], true);
  }

  pan(share) {
    const width = this.view[1] - this.view[0];
    this.look(this.view.map((ms) => ms + width * share), true);
  }

  pick(n) {
    if (n === undefined || n === null) return;
    this.selected = n;
    this.draw();
    this.component.setTriggerValue("picked", n);
  }

  step(by) {
    const inTime = [...this.spots].sort((a, b) => a.at - b.at || a.n - b.n);
    const now = inTime.findIndex((spot) => spot.n === this.selected);
    const next = inTime[now < 0 ? (by > 0 ? 0 : inTime.length - 1) : now + by];
    if (!next) return;
    this.pick(next.n);
    this.data = { ...this.data, reveal: `step ${next.n}` };
    this.reveal();
    this.draw();
  }

  hover(n) {
    const spot = this.spots.find((one) => one.n === n);
    if (!spot) return;
    const { marks, facts } = this.data, i = spot.i;
    const lines = [
      ["tl-tip-title", marks.title[i]],
      ["tl-tip-when", `${marks.when[i]} · ${facts[marks.fact[i]].label.toLowerCase()}`],
      ["tl-tip-who", listed(marks.who[i], marks.names)],
      ["tl-tip-by", listed(marks.by[i], marks.names)],
    ].filter(([, text]) => text);
    this.tip.replaceChildren(...lines.map(([name, text]) => {
      const line = document.createElement("div");
      line.className = name;
      line.textContent = text;
      return line;
    }));
    this.tip.hidden = false;
    const { left, width } = this.geometry();
    const x = Math.min(left + width - this.tip.offsetWidth, Math.max(0, left + spot.at - this.tip.offsetWidth / 2));
    const below = HEAD + this.y(spot) + 18;
    this.tip.style.left = `${x}px`;
    this.tip.style.top = `${below + this.tip.offsetHeight > this.plot.clientHeight ? HEAD + this.y(spot) - this.tip.offsetHeight - 14 : below}px`;
  }

  listen() {
    const act = {
      wide: () => this.widen(), in: () => this.zoom(1 / 1.6), out: () => this.zoom(1.6), all: () => this.look(this.home, true),
      left: () => this.pan(-0.5), right: () => this.pan(0.5),
    };
    this.root.querySelectorAll("[data-act]").forEach((button) => button.addEventListener("click", () => act[button.dataset.act]()));
    const keys = {
      ArrowLeft: () => this.pan(-0.15), ArrowRight: () => this.pan(0.15), "+": act.in, "=": act.in, "-": act.out,
      Home: act.all, j: () => this.step(1), k: () => this.step(-1), ".": () => this.step(1), ",": () => this.step(-1),
    };
    this.root.querySelectorAll(".tl-plot, .tl-brush").forEach((part) => part.addEventListener("keydown", (event) => {
      const move = keys[event.key];
      if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      move();
    }));
    this.pointing();
    this.plot.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.touches();
    new ResizeObserver(() => this.resized()).observe(this.plot);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(() => this.data && this.draw(), 60));
  }

  /** The event under the pointer. Plotly tells of clicks only where its own, delayed hover has been before. */
  under(event) {
    if (!this.spots) return null;
    const box = this.plot.getBoundingClientRect(), { left } = this.geometry();
    return nearest(this.spots, this.data.marks.lanes, this.lanes, this.y, event.clientX - box.left - left, event.clientY - box.top - HEAD);
  }

  pointing() {
    const { plot } = this;
    plot.addEventListener("pointerdown", (down) => {
      if (!down.isPrimary || down.button) return;
      // On the window, for Plotly lays a sheet over the page while a button is held.
      window.addEventListener("pointerup", (up) => {
        const still = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY) < 5;
        const spot = still ? this.under(down) : null;
        if (spot) this.pick(spot.n);
      }, { capture: true, once: true });
    }, true);
    plot.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch" || event.buttons) return;
      const spot = this.under(event);
      this.plot.classList.toggle("tl-over", Boolean(spot));
      if (spot) this.hover(spot.n);
      else this.tip.hidden = true;
    }, true);
    plot.addEventListener("pointerleave", () => { this.tip.hidden = true; });
  }

  wheel(event) {
    if (!this.view) return;
    event.preventDefault();
    event.stopPropagation();
    const { left, width } = this.geometry();
    const pivot = Math.min(1, Math.max(0, (event.clientX - this.plot.getBoundingClientRect().left - left) / width));
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) this.pan((event.deltaX || event.deltaY) / width);
    else this.zoom(Math.exp(Math.max(-120, Math.min(120, event.deltaY)) * 0.0022), pivot);
  }

  /** Two fingers zoom; one finger drags the chart sideways and the page up and down. */
  touches() {
    let held = null;
    const read = (event) => {
      const box = this.plot.getBoundingClientRect(), { left, width } = this.geometry();
      const xs = Array.from(event.touches, (touch) => (touch.clientX - box.left - left) / width).sort((a, b) => a - b);
      return { from: xs[0], to: Math.max(xs[0] + 0.02, xs[1]) };
    };
    this.plot.addEventListener("touchstart", (event) => {
      held = event.touches.length === 2 ? { view: [...this.view], ...read(event) } : null;
      if (held) event.stopPropagation();
    }, { capture: true, passive: true });
    this.plot.addEventListener("touchmove", (event) => {
      if (!held || event.touches.length !== 2) return;
      event.preventDefault();
      event.stopPropagation();
      const now = read(event), width = held.view[1] - held.view[0];
      const scale = (held.to - held.from) / (now.to - now.from);
      const start = held.view[0] + held.from * width - now.from * width * scale;
      this.look([start, start + width * scale], false);
    }, { capture: true, passive: false });
    this.plot.addEventListener("touchend", () => { if (held) { held = null; this.report(); } }, { capture: true, passive: true });
  }

  resized() {
    if (!this.data || !this.Plotly || !this.plot.clientWidth) return;
    const size = `${this.plot.clientWidth} ${this.plot.clientHeight}`;
    if (size === this.size) return;
    this.size = size;
    this.draw();
  }
}

/** What the server left out because it follows from the rest. */
function unpacked(marks) {
  const end = marks.end.map((day, k) => (day === "" ? marks.start[k] : day));
  return { ...marks, end, when: marks.when.map((words, k) => words || dayInWords(marks.start[k])) };
}

/** Numbers of names, the last one negative where names were left out: "A, B and 3 more". */
function listed(numbers, names) {
  const parts = numbers.map((number) => (number < 0 ? `${-number} more` : names[number]));
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

const mounted = new WeakMap();

export default function mount(component) {
  const root = component.parentElement.querySelector(".tl");
  if (!root.childElementCount) root.innerHTML = FRAME; // our own markup, never data
  if (!mounted.has(root)) mounted.set(root, new Timeline(root));
  const summary = root.querySelector(".tl-summary");
  return mounted.get(root).update(component).catch((error) => {
    summary.classList.add("tl-failed");
    summary.textContent = `The chart could not be drawn (${error.message}). The table below holds the same events.`;
  });
}

function legend(root, data) {
  const list = root.querySelector(".tl-legend");
  if (list.childElementCount) return;
  const shapes = {
    circle: "M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6z",
    "diamond-open": "M8 2.2L13.8 8L8 13.8L2.2 8z",
    "triangle-right-open": "M3.6 2.6L13.4 8L3.6 13.4z",
    "square-open": "M3.2 3.2H12.8V12.8H3.2z",
    x: "M3 5.2L5.2 3L8 5.8L10.8 3L13 5.2L10.2 8L13 10.8L10.8 13L8 10.2L5.2 13L3 10.8L5.8 8z",
  };
  const item = (drawing, name, meaning) => {
    const entry = document.createElement("li");
    entry.title = meaning;
    entry.innerHTML = drawing; // our own drawing, never data
    const label = document.createElement("span");
    label.textContent = name;
    entry.append(label);
    return entry;
  };
  const svg = (inner) => `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${inner}</svg>`;
  const mark = (fact, k) => {
    const style = `style="stroke:var(--tl-fact${k});fill:${/open/.test(fact.symbol) ? "none" : `var(--tl-fact${k})`}" stroke-width="1.8"`;
    if (fact.symbol === "circle-open-dot") return svg(`<path ${style} d="${shapes.circle}"/><circle cx="8" cy="8" r="1.7" style="fill:var(--tl-fact${k})"/>`);
    return svg(`<path ${style} d="${shapes[fact.symbol]}"/>`);
  };
  const span = '<svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true"><defs><linearGradient id="tl-fade"><stop offset="0" stop-color="currentColor" stop-opacity=".12"/><stop offset=".5" stop-color="currentColor" stop-opacity=".7"/><stop offset="1" stop-color="currentColor" stop-opacity=".12"/></linearGradient></defs><rect x="1" y="6" width="32" height="4" fill="url(#tl-fade)"/></svg>';
  const stretch = '<svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true"><rect x="1" y="6" width="32" height="4" fill="currentColor" opacity=".6"/></svg>';
  const open = '<svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true"><path d="M2 8L9 4V12z" fill="currentColor"/><rect x="8" y="6" width="25" height="4" fill="currentColor" opacity=".5"/></svg>';
  list.append(
    ...data.facts.map((fact, k) => item(mark(fact, k), fact.label, fact.meaning)),
    item(span, "Some day within", "The words give a stretch of days; it happened on one of them"),
    item(stretch, "Lasting", "It went on from the first to the last day"),
    item(open, "Open: on or before, on or after", "One side of the date is not known"),
    item('<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="2.6" fill="currentColor" opacity=".6"/></svg>', "Small: no room here, or taking part", "Zoom in to see it whole, or look in its own lane"),
  );
}
