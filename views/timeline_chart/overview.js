// The strip under the chart: how many events when, over the whole span, with a window to drag, stretch and step by key.
import { dragging } from "./brush.js";
import { DAY, inWords, ticks } from "./time.js";

/** `onMove` hears (days, done) while the window is moved and when it is let go. */
export function overview(root, onMove) {
  const canvas = root.querySelector("canvas");
  const brush = root.querySelector(".tl-brush");
  // Drawn on a sheet that is not on the page: to set a font on one that is costs the styles of all of it.
  const sheet = document.createElement("canvas");
  const state = { span: [0, 1], view: [0, 1], density: null, colours: null, wide: 0, high: 0 };

  const x = (ms) => ((ms - state.span[0]) / (state.span[1] - state.span[0])) * state.wide;
  const at = (px) => state.span[0] + (px / Math.max(1, state.wide)) * (state.span[1] - state.span[0]);

  function gauge() {
    [state.wide, state.high] = [root.clientWidth, root.clientHeight];
  }

  function paint() {
    const { wide, high } = state, ratio = window.devicePixelRatio || 1;
    if (!wide || !high) return;
    [sheet.width, sheet.height] = [wide * ratio, high * ratio];
    const pen = sheet.getContext("2d");
    pen.scale(ratio, ratio);
    bars(pen, high - 14);
    axis(pen, wide, high);
    [canvas.width, canvas.height] = [sheet.width, sheet.height];
    canvas.getContext("2d").drawImage(sheet, 0, 0);
  }

  new ResizeObserver(() => {
    gauge();
    if (!state.density) return;
    paint();
    placeBrush();
  }).observe(root);

  function bars(pen, high) {
    const { fine, coarse } = state.density;
    const top = Math.max(1, ...fine.map((value, k) => value + coarse[k]));
    const from = x(state.counted[0]), step = (x(state.counted[1]) - from) / fine.length;
    fine.forEach((value, k) => {
      const both = value + coarse[k];
      if (!both) return;
      const tall = Math.max(2, Math.sqrt(both / top) * (high - 4));
      const solid = tall * (value / both);
      pen.fillStyle = state.colours.coarse;
      pen.fillRect(from + k * step, high - tall, Math.max(1, step - 1), tall - solid);
      pen.fillStyle = state.colours.fine;
      pen.fillRect(from + k * step, high - solid, Math.max(1, step - 1), solid);
    });
  }

  function axis(pen, wide, high) {
    pen.fillStyle = state.colours.muted;
    pen.font = `11px ${state.colours.font}`;
    pen.textBaseline = "bottom";
    let free = -1;
    for (const [ms, name] of ticks(state.span, wide)) {
      const px = x(ms);
      if (px < free || px < 0 || px > wide - 24) continue;
      pen.fillText(name, px + 3, high);
      pen.fillRect(px, high - 14, 1, 5);
      free = px + pen.measureText(name).width + 14;
    }
    if (free < 0) pen.fillText(inWords(state.span[0], 0), 2, high);
  }

  function placeBrush() {
    const left = Math.max(0, x(state.view[0])), right = Math.min(state.wide, x(state.view[1]));
    brush.style.left = `${Math.min(left, state.wide - 6)}px`;
    brush.style.width = `${Math.max(6, right - left)}px`;
    const words = state.view.map((ms) => inWords(ms, (state.view[1] - state.view[0]) / 4)).join(" to ");
    brush.setAttribute("aria-valuetext", words);
    brush.setAttribute("aria-valuenow", String(Math.round(((state.view[0] + state.view[1]) / 2 - state.span[0]) / DAY)));
    brush.setAttribute("aria-valuemin", "0");
    brush.setAttribute("aria-valuemax", String(Math.round((state.span[1] - state.span[0]) / DAY)));
  }

  dragging(root, brush, { x, at, view: () => state.view, onMove });

  return {
    /** Draws the strip for the density's span, or a `wider` one, and the window; all in milliseconds. */
    draw(counted, density, colours, view, wider) {
      Object.assign(state, { span: wider || counted, counted, density, colours, view });
      if (!state.wide) gauge();
      paint();
      placeBrush();
    },
    move(view) {
      state.view = view;
      placeBrush();
    },
  };
}
