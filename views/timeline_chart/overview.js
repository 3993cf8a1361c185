// The strip under the chart: how many events when, over the whole span, with a window to drag, stretch and step by key.
import { DAY, clampView, inWords, ticks } from "./time.js";

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
    window_();
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

  function window_() {
    const left = Math.max(0, x(state.view[0])), right = Math.min(state.wide, x(state.view[1]));
    brush.style.left = `${Math.min(left, state.wide - 6)}px`;
    brush.style.width = `${Math.max(6, right - left)}px`;
    const words = state.view.map((ms) => inWords(ms, (state.view[1] - state.view[0]) / 4)).join(" to ");
    brush.setAttribute("aria-valuetext", words);
    brush.setAttribute("aria-valuenow", String(Math.round(((state.view[0] + state.view[1]) / 2 - state.span[0]) / DAY)));
    brush.setAttribute("aria-valuemin", "0");
    brush.setAttribute("aria-valuemax", String(Math.round((state.span[1] - state.span[0]) / DAY)));
  }

  let held = null;
  root.addEventListener("pointerdown", (event) => {
    const px = event.clientX - root.getBoundingClientRect().left;
    const [left, right] = state.view.map(x);
    const edge = 9;
    const grip = Math.abs(px - left) < edge ? "left" : Math.abs(px - right) < edge ? "right" : px > left && px < right ? "all" : "new";
    held = { grip, px, view: [...state.view], from: at(px) };
    root.setPointerCapture(event.pointerId);
    event.preventDefault();
    brush.focus({ preventScroll: true });
  });
  root.addEventListener("pointermove", (event) => {
    if (!held) return;
    const px = event.clientX - root.getBoundingClientRect().left;
    const moved = at(px) - at(held.px);
    let [from, to] = held.view;
    if (held.grip === "all") [from, to] = [from + moved, to + moved];
    if (held.grip === "left") from = Math.min(to - 3 * DAY, from + moved);
    if (held.grip === "right") to = Math.max(from + 3 * DAY, to + moved);
    if (held.grip === "new") [from, to] = [Math.min(held.from, at(px)), Math.max(held.from, at(px))];
    if (held.grip === "new" && Math.abs(px - held.px) < 4) return;
    held.moved = true;
    onMove(clampView([from, to]), false);
  });
  root.addEventListener("pointerup", (event) => {
    if (!held) return;
    const width = state.view[1] - state.view[0];
    if (!held.moved && held.grip === "new") onMove(clampView([held.from - width / 2, held.from + width / 2]), true);
    else if (held.moved) onMove(state.view, true);
    held = null;
    root.releasePointerCapture(event.pointerId);
  });

  return {
    span: () => state.span,
    /** Draws the strip for the density's span, or a `wider` one, and the window; all in milliseconds. */
    draw(counted, density, colours, view, wider) {
      Object.assign(state, { span: wider || counted, counted, density, colours, view });
      if (!state.wide) gauge();
      paint();
      window_();
    },
    move(view) {
      state.view = view;
      window_();
    },
  };
}
