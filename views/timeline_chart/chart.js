// The timeline: Plotly draws it, this file places it. Titles and names reach the page as text, never as markup.
import { FRAME } from "./frame.js";
import { arrange, capsIn, lanesIn, nearest } from "./layout.js";
import { overview } from "./overview.js";
import { HEAD, draw, lanesHigh, loadPlotly } from "./plot.js";
import { nameLanes, sayMore } from "./captions.js";
import { clampView, dayInWords, padded, toMs, toText } from "./time.js";
import { theme } from "./theme.js";
import { equal, split, unpack } from "./unpack.js";
import { ask, listens } from "./exchange.js";
import { backdrop, layer, shift } from "./backdrop.js";
import { keys, pointing, touches, wheel } from "./gestures.js";
import { legend } from "./legend.js";
import { save } from "./picture.js";
import * as tips from "./tip.js";
import { labels, points } from "./traces.js";

const GUTTER = 168;
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
    this.behind = layer();
    root.querySelector(".tl-stage").prepend(this.behind);
    this.listen();
  }

  /** New facts from the server. The view stays where the reader left it. */
  async update(component) {
    this.newest = component;
    const { head: now, body: cell } = split(component.data);
    const same = this.cell && equal(cell, this.cell);
    const [facts, Plotly] = await Promise.all([same ? this.facts : unpack(cell), loadPlotly(component.assets)]);
    if (this.newest !== component) return; // overtaken while it was unpacked
    const first = !this.view, view = this.view;
    if (!same) facts.marks = unpacked(facts.marks);
    const data = { ...facts, ...now };
    Object.assign(this, { component, Plotly, cell, facts, data });
    this.root.querySelector(".tl-summary").textContent = data.summary;
    legend(this.root, data);
    if (this.dates !== this.data.dates) this.wide = false;
    this.span = (this.wide && this.data.full ? this.data.full : this.data.extent).map(toMs);
    this.home = padded(this.span);
    // Asking for other days is asking to see them; every other filter leaves the view where it is.
    if (first || this.dates !== this.data.dates) this.view = this.focus = padded(data.focus.map(toMs));
    this.dates = this.data.dates;
    this.selected = this.data.selected;
    this.reveal();
    if (!same || this.view !== view) return this.draw();
    this.select();
    return this.recheck();
  }

  /** Another event is read: it is ringed and, where it was left out as one of too many, asked for. */
  attend(event) {
    const { data, view } = this, n = event?.n ?? null, published = event?.published ?? null;
    if (!data || (data.selected === n && data.published === published)) return;
    Object.assign(this.data, { selected: n, published, reveal: event?.dated ? n : null });
    this.selected = n;
    if (event?.dated && data.more && !data.marks.n.includes(n)) this.component.setTriggerValue("missed", n);
    this.reveal();
    if (this.view !== view) this.draw();
    else this.select();
  }

  /** A chosen event that lies out of sight is brought into it; one in sight moves nothing. */
  reveal() {
    const i = this.data.marks.n.indexOf(this.selected);
    if (i < 0 || this.data.reveal === null || this.data.reveal === this.revealed) return;
    this.revealed = this.data.reveal;
    const days = [this.data.marks.start[i], this.data.marks.end[i]].filter(Boolean).map(toMs);
    const [from, to] = this.view;
    if (days[0] <= to && days[days.length - 1] >= from) return;
    const width = to - from, middle = (days[0] + days[days.length - 1]) / 2;
    this.view = clampView([middle - width / 2, middle + width / 2]);
  }

  /** Sizes are read when they change: to ask for them between two changes of the page costs a layout each time. */
  gauge() {
    this.box = { whole: this.root.clientWidth, width: this.plot.clientWidth, height: this.plot.clientHeight };
  }

  narrow() {
    return this.box.whole < 640;
  }

  cut(title) {
    const most = this.narrow() ? 24 : this.box.whole > 1200 ? 64 : 46;
    const letters = Array.from(title);
    return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : title;
  }

  measure(title) {
    return this.pen.measureText(this.cut(title)).width * 1.03;
  }

  geometry() {
    const left = this.narrow() ? 0 : GUTTER;
    const width = Math.max(120, this.box.width - left - 4), height = lanesHigh(this.box.height);
    const [from, to] = this.view;
    const x = (ms) => ((ms - from) / (to - from)) * width;
    const ms = (px) => from + (px / width) * (to - from);
    return { left, width, height, x, ms };
  }

  draw() {
    const { data } = this;
    if (!this.box) this.gauge();
    this.colours ??= theme(this.root, data.palette);
    this.recheck();
    this.pen.font = `12.5px ${this.colours.font}`;
    const { left, width, height, x, ms } = this.geometry();
    this.drawn = { x, from: this.view[0] };
    Object.assign(this.behind.style, { left: `${left}px`, top: `${HEAD}px`, width: `${width}px`, height: `${height}px` });
    const measure = (title) => this.measure(title), head = this.narrow() ? 17 : 0;
    const wish = arrange(data, x, width, measure, data.lanes.map(() => 40));
    const caps = capsIn(height, wish.needs, head);
    const { spots } = caps.every((cap, k) => cap >= wish.needs[k]) ? wish : arrange(data, x, width, measure, caps);
    this.spots = spots;
    this.lanes = lanesIn(height, caps, head);
    const y = (spot) => (spot.row === null ? this.lanes[spot.lane].base : this.lanes[spot.lane].first + spot.row * this.lanes[spot.lane].step);
    this.y = y;
    const colours = this.colours;
    this.scene = { spots, marks: data.marks, y, x, lanes: this.lanes, colours, width, height };
    backdrop(this.behind, { ...this.scene, days: this.days(), selected: this.selected });
    const traces = [
      points(spots, data, y, ms, colours, width),
      labels(spots, data, y, ms, colours, (title) => this.cut(title)),
    ];
    this.react(traces, left, width, height);
    const busy = spots.filter((spot) => spot.x1 >= 0 && spot.x0 <= width).flatMap((spot) => data.marks.lanes[spot.i]);
    nameLanes(this.lanesBox, data.lanes, this.lanes, new Set(busy), HEAD);
    this.overview.draw(data.density.span.map(toMs), data.density, colours, this.view, this.wide ? this.span : null);
    this.sayEmpty();
    const opened = this.view === this.focus && `${this.focus}` !== `${this.home}`;
    sayMore(this.root.querySelector(".tl-note"), data, { opened, wide: this.wide });
  }

  /** Whether the page wears another theme by now, once there is time: to ask earlier would cost the styles of all of it. */
  recheck() {
    clearTimeout(this.checking);
    this.checking = setTimeout(() => {
      const now = theme(this.root, this.data.palette);
      if (now.paper === this.colours.paper && now.font === this.colours.font) return;
      this.colours = now;
      this.draw();
    }, 60);
  }

  /** Another event is chosen and all else is as it was: only what lies behind the marks changes. */
  select() {
    backdrop(this.behind, { ...this.scene, days: this.days(), selected: this.selected });
    if (!this.drawing) this.say();
  }

  /** What is drawn, for whoever waits for it. */
  say() {
    this.root.dataset.drawn = this.data.key;
    this.root.dataset.selected = this.data.selected ?? "";
  }

  react(traces, left, width, height) {
    this.drawing = true;
    draw(this.Plotly, this.plot, traces, { view: this.view, left, width, height, colours: this.colours }).then(() => {
      this.drawing = false;
      this.say();
    });
    this.wire();
  }

  /** Days that are no event: today, and the publication of the article being read. */
  days() {
    const named = [{ day: toText(Date.now()).slice(0, 10), name: "today", colour: this.colours.muted, dash: "2 3" }];
    if (this.data.published) named.push({ day: this.data.published, name: "published", colour: this.colours.accent, dash: "5 4" });
    return named;
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
    shift(this.behind, this.drawn.x(this.drawn.from) - this.drawn.x(this.view[0]));
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
      this.component.setStateValue("view", { from, to, dates: this.dates });
    }, 120);
  }

  /** Shows every year that has an event, however lonely. */
  widen() {
    this.wide = !this.wide;
    this.span = (this.wide ? this.data.full : this.data.extent).map(toMs);
    this.home = padded(this.span);
    this.look(this.home, true);
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
    this.select();
    ask(n);
  }

  step(by) {
    const inTime = [...this.spots].sort((a, b) => a.at - b.at || a.n - b.n);
    const now = inTime.findIndex((spot) => spot.n === this.selected);
    const next = inTime[now < 0 ? (by > 0 ? 0 : inTime.length - 1) : now + by];
    if (!next) return;
    this.pick(next.n);
    this.data.reveal = next.n;
    this.revealed = null;
    this.reveal();
    this.draw();
  }

  listen() {
    const { plot } = this;
    const act = {
      wide: () => this.widen(), in: () => this.zoom(1 / 1.6), out: () => this.zoom(1.6), all: () => this.look(this.home, true),
      left: () => this.pan(-0.15), right: () => this.pan(0.15), earlier: () => this.pan(-0.5), later: () => this.pan(0.5),
      png: () => save(this, "png", HEAD), svg: () => save(this, "svg", HEAD),
      next: () => this.step(1), previous: () => this.step(-1),
    };
    const leave = () => { this.tip.hidden = true; };
    const frame = () => {
      const { left, width } = this.geometry();
      return { left: plot.getBoundingClientRect().left + left, width };
    };
    this.root.querySelectorAll("[data-act]").forEach((button) => button.addEventListener("click", () => act[button.dataset.act]()));
    keys(this.root.querySelectorAll(".tl-plot, .tl-brush"), act);
    pointing(plot, { under: (event) => this.under(event), pick: (n) => this.pick(n), point: (spot) => this.hover(spot), leave });
    wheel(plot, { frame, zoom: (factor, pivot) => this.zoom(factor, pivot), pan: (share) => this.pan(share) });
    touches(plot, { frame, view: () => this.view, look: (view) => this.look(view, false), report: () => this.report() });
    new ResizeObserver(() => this.resized()).observe(plot);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.data && this.recheck());
    listens((event) => this.attend(event));
  }

  hover(spot) {
    const { left, width } = this.geometry();
    const here = this.spots.filter((one) => Math.abs(one.at - spot.at) < 2 && this.y(one) === this.y(spot)).length - 1;
    tips.show(this.tip, tips.lines(this.data, spot.i, here), {
      x: left + spot.at, y: HEAD + this.y(spot), left, right: left + width, bottom: this.box.height,
    });
  }

  /** The event under the pointer. Plotly tells of clicks only where its own, delayed hover has been before. */
  under(event) {
    if (!this.spots) return null;
    const box = this.plot.getBoundingClientRect(), { left } = this.geometry();
    return nearest(this.spots, this.data.marks.lanes, this.lanes, this.y, event.clientX - box.left - left, event.clientY - box.top - HEAD);
  }

  resized() {
    if (!this.data || !this.Plotly || !this.plot.clientWidth) return;
    const before = `${Object.values(this.box)}`;
    this.gauge();
    if (`${Object.values(this.box)}` !== before) this.draw();
  }
}

/** What the server left out because it follows from the rest. */
function unpacked(marks) {
  const end = marks.end.map((day, k) => (day === "" ? marks.start[k] : day));
  return { ...marks, end, when: marks.when.map((words, k) => words || dayInWords(marks.start[k])) };
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
