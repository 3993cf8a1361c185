// The window of the overview under the hand: taken in the middle it moves, at an edge it stretches, beside it a new one is drawn.
import { DAY, clampView } from "./time.js";

const EDGE = 9;
const LEAST = 3 * DAY;

/** Which part of the window, from `left` to `right` pixels, is taken at a pixel. */
function grip(px, left, right) {
  if (Math.abs(px - left) < EDGE) return "left";
  if (Math.abs(px - right) < EDGE) return "right";
  return px > left && px < right ? "all" : "new";
}

/** The days in view once what is held has come to a pixel. */
function drawn(held, px, at) {
  const moved = at(px) - at(held.px), [from, to] = held.view;
  if (held.grip === "all") return [from + moved, to + moved];
  if (held.grip === "left") return [Math.min(to - LEAST, from + moved), to];
  if (held.grip === "right") return [from, Math.max(from + LEAST, to + moved)];
  return [Math.min(held.from, at(px)), Math.max(held.from, at(px))];
}

/** Listens on `root`; `x` and `at` turn days into pixels and back, `onMove` hears (days, done). */
export function dragging(root, brush, { x, at, view, onMove }) {
  let held = null;
  const pixel = (event) => event.clientX - root.getBoundingClientRect().left;
  root.addEventListener("pointerdown", (event) => {
    const px = pixel(event);
    held = { grip: grip(px, ...view().map(x)), px, view: [...view()], from: at(px) };
    root.setPointerCapture(event.pointerId);
    event.preventDefault();
    brush.focus({ preventScroll: true });
  });
  root.addEventListener("pointermove", (event) => {
    if (!held) return;
    const px = pixel(event);
    if (held.grip === "new" && Math.abs(px - held.px) < 4) return;
    held.moved = true;
    onMove(clampView(drawn(held, px, at)), false);
  });
  root.addEventListener("pointerup", (event) => {
    if (!held) return;
    const [from, to] = view(), half = (to - from) / 2;
    if (held.moved) onMove([from, to], true);
    else if (held.grip === "new") onMove(clampView([held.from - half, held.from + half]), true);
    held = null;
    root.releasePointerCapture(event.pointerId);
  });
}
