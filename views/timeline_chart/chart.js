// The timeline: takes facts from the server, and what the reader does with keys, pointer and buttons, and has it drawn.
// Titles and names reach the page as text, never as markup.
import { Drawing } from "./drawing.js";
import { ask, listens } from "./exchange.js";
import { completed } from "./facts.js";
import { FRAME } from "./frame.js";
import { keys, pointing, touches, wheel } from "./gestures.js";
import { legend } from "./legend.js";
import { save } from "./picture.js";
import { keepTyped, slash } from "./page.js";
import { loadPlotly } from "./plot.js";
import { clampView, day, toMs } from "./time.js";
import { equal, split, unpack } from "./unpack.js";
import { View } from "./view.js";

class Timeline {
  constructor(root) {
    this.root = root;
    this.view = new View();
    this.drawing = new Drawing(root, {
      look: (days, done) => this.look(days, done),
      panned: (days, done) => this.panned(days, done),
      restyled: () => this.draw(),
    });
    this.listen();
  }

  /** New facts from the server. The view stays where the reader left it. */
  async update(component) {
    this.newest = component;
    // The page was drawn anew, perhaps in another theme; which event is read the passage may have told since.
    if (this.component && equal(component.data, this.component.data)) return this.repeat(component);
    const { head: now, body: cell } = split(component.data);
    const same = this.cell && equal(cell, this.cell);
    const [facts, Plotly] = await Promise.all([same ? this.facts : unpack(cell).then(completed), loadPlotly(component.assets)]);
    if (this.newest !== component) return; // overtaken while it was unpacked
    Object.assign(this, { component, Plotly, cell, facts, data: { ...facts, ...now } });
    this.root.querySelector(".tl-summary").textContent = this.data.summary;
    legend(this.root, this.data);
    const { days } = this.view;
    this.view.take(this.data);
    this.selected = this.data.selected;
    this.reveal();
    if (!same || this.view.days !== days) return this.draw();
    this.drawing.select(this.data, this.selected);
    return this.drawing.recheck();
  }

  /** The same facts once more. */
  repeat(component) {
    this.component = component;
    this.drawing.recheck();
  }

  /** Another event is read: it is ringed and, where it was left out as one of too many, asked for. */
  attend(event) {
    const { data, view: { days } } = this, n = event?.n ?? null, published = event?.published ?? null;
    if (!data || (data.selected === n && data.published === published)) return;
    Object.assign(this.data, { selected: n, published, reveal: event?.dated ? n : null });
    this.selected = n;
    if (event?.dated && data.more && !data.marks.n.includes(n)) this.component.setTriggerValue("missed", n);
    this.reveal();
    if (this.view.days !== days) this.draw();
    else this.drawing.select(data, n);
  }

  /** A chosen event that lies out of sight is brought into it, once. */
  reveal() {
    const { marks, reveal } = this.data, i = marks.n.indexOf(this.selected);
    if (i < 0 || reveal === null || reveal === this.revealed) return;
    this.revealed = reveal;
    const days = [marks.start[i], marks.end[i]].filter(Boolean).map(toMs);
    this.view.bringIn(days[0], days[days.length - 1]);
  }

  draw() {
    this.drawing.draw(this.Plotly, this.data, this.view, this.selected);
  }

  /** The marks are being dragged; they are `done` when they were let go. */
  panned(days, done) {
    this.drawing.tip.hidden = true;
    this.view.days = clampView(days);
    this.drawing.follow(this.view.days);
    if (done) this.look(this.view.days, true);
  }

  /** Shows `days`; when the move is `done`, the server may send finer detail. */
  look(days, done) {
    this.view.days = clampView(days);
    this.drawing.tip.hidden = true;
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
      const [from, to] = this.view.days.map(day);
      this.component.setStateValue("view", { from, to, dates: this.view.dates });
    }, 120);
  }

  /** Shows every year that has an event, or the busy years again. */
  widen() {
    this.view.wide = !this.view.wide;
    this.view.reach(this.data);
    this.look(this.view.home, true);
  }

  zoom(factor, pivot) {
    this.look(this.view.zoomed(factor, pivot), true);
  }

  pan(share) {
    this.look(this.view.panned(share), true);
  }

  /** Rings an event at once and asks for its passage. */
  pick(n) {
    this.selected = n;
    this.drawing.select(this.data, n);
    ask(n);
  }

  /** Picks the next event in the order of time, or the one before; at first, one in view. */
  step(by) {
    const { spots, frame } = this.drawing.scene, inTime = [...spots].sort((a, b) => a.at - b.at || a.n - b.n);
    const now = inTime.findIndex((spot) => spot.n === this.selected);
    const inView = inTime.filter((spot) => spot.at >= 0 && spot.at <= frame.width);
    const next = now < 0 ? inView.at(by > 0 ? 0 : -1) ?? inTime[0] : inTime[now + by];
    if (!next) return;
    this.pick(next.n);
    this.data.reveal = next.n;
    this.revealed = null;
    this.reveal();
    this.draw();
  }

  /** What buttons (`data-act`) and keys may ask for. */
  acts() {
    return {
      wide: () => this.widen(), in: () => this.zoom(1 / 1.6), out: () => this.zoom(1.6), all: () => this.look(this.view.home, true),
      left: () => this.pan(-0.15), right: () => this.pan(0.15), earlier: () => this.pan(-0.5), later: () => this.pan(0.5),
      png: () => save(this.drawing, this.view.days, "png"), svg: () => save(this.drawing, this.view.days, "svg"),
      next: () => this.step(1), previous: () => this.step(-1), close: () => this.selected !== null && ask(null),
    };
  }

  listen() {
    const { drawing, root } = this, { plot, tip } = drawing, act = this.acts(), axis = () => drawing.axis();
    root.querySelectorAll("[data-act]").forEach((button) => button.addEventListener("click", () => act[button.dataset.act]()));
    keys(root.querySelectorAll(".tl-plot, .tl-brush"), act);
    pointing(plot, {
      under: (event) => drawing.under(event), pick: (n) => this.pick(n), point: (spot) => drawing.tell(spot), leave: () => { tip.hidden = true; },
    });
    wheel(plot, { axis, zoom: (factor, pivot) => this.zoom(factor, pivot), pan: (share) => this.pan(share) });
    touches(plot, { axis, view: () => this.view.days, look: (days) => this.look(days, false), report: () => this.report() });
    new ResizeObserver(() => {
      if (drawing.scene && plot.clientWidth && drawing.sizes.read()) this.draw();
    }).observe(plot);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawing.scene && drawing.recheck());
    listens((event) => this.attend(event));
  }
}

const mounted = new WeakMap();
slash();
keepTyped();

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
