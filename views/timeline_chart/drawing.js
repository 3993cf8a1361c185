// The chart on the page: what lies behind the marks, the marks, the names of the lanes, the strip and the words under it.
import { backdrop, layer, shift } from "./backdrop.js";
import { nameLanes, sayMore } from "./captions.js";
import { nearest } from "./layout.js";
import { overview } from "./overview.js";
import { HEAD, draw } from "./plot.js";
import { compose, inView, specialDays } from "./scene.js";
import { Sizes } from "./sizes.js";
import { theme } from "./theme.js";
import { toMs } from "./time.js";
import * as tips from "./tip.js";
import { labels, points } from "./traces.js";

export class Drawing {
  /** `look` hears of the strip's window, `panned` of a drag of the marks, `restyled` that the page wears another theme. */
  constructor(root, { look, panned, restyled }) {
    Object.assign(this, { root, panned, restyled });
    this.plot = root.querySelector(".tl-plot");
    this.tip = root.querySelector(".tl-tip");
    this.sizes = new Sizes(root, this.plot);
    this.overview = overview(root.querySelector(".tl-overview"), look);
    this.behind = layer();
    root.querySelector(".tl-stage").prepend(this.behind);
  }

  /** Draws everything anew for the days in view, with a ring around the event of rank `selected`. */
  draw(Plotly, data, view, selected) {
    Object.assign(this, { Plotly, data });
    if (!this.sizes.box) this.sizes.read();
    this.colours ??= theme(this.root, data.palette);
    this.recheck();
    this.sizes.wear(this.colours.font);
    this.drawn = [...view.days];
    this.scene = compose(data, view.days, this.sizes, this.colours);
    const { left, width, height } = this.scene.frame;
    Object.assign(this.behind.style, { left: `${left}px`, top: `${HEAD}px`, width: `${width}px`, height: `${height}px` });
    this.ring(selected);
    this.mark(view.days);
    this.caption(view);
  }

  /** Another event is chosen and all else is as it was: only what lies behind the marks changes. */
  select(data, selected) {
    this.data = data;
    this.ring(selected);
    if (!this.busy) this.say();
  }

  ring(selected) {
    backdrop(this.behind, { ...this.scene, days: specialDays(this.data, this.colours), selected });
  }

  mark(days) {
    const { data, colours, scene: { frame, spots, y, ms } } = this;
    const traces = [
      points(spots, data, y, ms, colours, frame.width),
      labels(spots, data, y, ms, colours, (title) => this.sizes.cut(title)),
    ];
    this.busy = true;
    draw(this.Plotly, this.plot, traces, { view: days, ...frame, colours }).then(() => {
      this.busy = false;
      this.say();
    });
    this.wire();
  }

  /** Plotly's element can be listened to once it has drawn. */
  wire() {
    if (this.wired) return;
    this.wired = true;
    const hear = (done) => (change) => {
      const range = change["xaxis.range"] || (change["xaxis.range[0]"] !== undefined && [change["xaxis.range[0]"], change["xaxis.range[1]"]]);
      if (range && !this.busy) this.panned(range.map(toMs), done);
    };
    this.plot.on("plotly_relayouting", hear(false));
    this.plot.on("plotly_relayout", hear(true));
  }

  caption(view) {
    const { data, colours, scene } = this, seen = inView(scene);
    const lanes = new Set(seen.flatMap((spot) => data.marks.lanes[spot.i]));
    nameLanes(this.root.querySelector(".tl-lanes"), data.lanes, scene.lanes, lanes, HEAD);
    this.overview.draw(data.density.span.map(toMs), data.density, colours, view.days, view.wide ? view.span : null);
    this.root.querySelector(".tl-empty").hidden = seen.length > 0 || scene.spots.length === 0;
    sayMore(this.root.querySelector(".tl-note"), data, { opened: view.opened, wide: view.wide });
  }

  /** What is drawn, for whoever waits for it. */
  say() {
    this.root.dataset.drawn = this.data.key;
    this.root.dataset.selected = this.data.selected ?? "";
  }

  /** Whether the page wears another theme by now, once there is time: to ask earlier would cost the styles of all of it. */
  recheck() {
    clearTimeout(this.checking);
    this.checking = setTimeout(() => {
      const now = theme(this.root, this.data.palette);
      if (now.paper === this.colours.paper && now.font === this.colours.font) return;
      this.colours = now;
      this.restyled();
    }, 60);
  }

  /** While the marks are dragged the backdrop goes with them; it is drawn anew when they rest. */
  follow(days) {
    this.overview.move(days);
    const { x } = this.scene;
    shift(this.behind, x(this.drawn[0]) - x(days[0]));
  }

  /** Where the axis is on the screen: its left edge and its width. */
  axis() {
    const { left, width } = this.scene.frame;
    return { left: this.plot.getBoundingClientRect().left + left, width };
  }

  /** The mark under the pointer. Plotly tells of clicks only where its own, delayed hover has been before. */
  under(event) {
    if (!this.scene) return null;
    const box = this.plot.getBoundingClientRect(), { frame, spots, lanes, y } = this.scene;
    return nearest(spots, this.data.marks.lanes, lanes, y, event.clientX - box.left - frame.left, event.clientY - box.top - HEAD);
  }

  /** Says what a mark is, beside it. */
  tell(spot) {
    const { frame: { left, width }, spots, y } = this.scene;
    const here = spots.filter((one) => Math.abs(one.at - spot.at) < 2 && y(one) === y(spot)).length - 1;
    tips.show(this.tip, tips.lines(this.data, spot.i, here), {
      x: left + spot.at, y: HEAD + y(spot), left, right: left + width, bottom: this.sizes.box.height,
    });
  }
}
