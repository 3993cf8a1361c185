// Mouse, wheel, fingers and keys on the chart, told as what they ask for: zoom, pan, pick, point at, step.

const KEYS = {
  ArrowLeft: "left", ArrowRight: "right", "+": "in", "=": "in", "-": "out", Home: "all",
  j: "next", k: "previous", ".": "next", ",": "previous", Escape: "close",
};

/** Keys on the parts of the chart that take the focus. `act` maps names of acts to what they do. */
export function keys(parts, act) {
  parts.forEach((part) => part.addEventListener("keydown", (event) => {
    const move = act[KEYS[event.key]];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }));
}

/** A press that does not move picks what lies under it; a pointer that moves over the chart points at it. */
export function pointing(plot, { under, pick, point, leave }) {
  plot.addEventListener("pointerdown", (down) => {
    if (!down.isPrimary || down.button) return;
    // On the window, for Plotly lays a sheet over the page while a button is held.
    window.addEventListener("pointerup", (up) => {
      const still = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY) < 5;
      const spot = still ? under(down) : null;
      if (spot) pick(spot.n);
    }, { capture: true, once: true });
  }, true);
  plot.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const spot = under(event);
    plot.classList.toggle("tl-over", Boolean(spot));
    if (spot) point(spot);
    else leave();
  }, true);
  plot.addEventListener("pointerleave", leave);
}

/** The wheel zooms around the pointer; sideways, or with the shift key, it pans. */
export function wheel(plot, { axis, zoom, pan }) {
  plot.addEventListener("wheel", (event) => {
    event.preventDefault();
    event.stopPropagation();
    const { left, width } = axis();
    const pivot = Math.min(1, Math.max(0, (event.clientX - left) / width));
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) pan((event.deltaX || event.deltaY) / width);
    else zoom(Math.exp(Math.max(-120, Math.min(120, event.deltaY)) * 0.0022), pivot);
  }, { passive: false });
}

/** Two fingers zoom; one finger drags the chart sideways and the page up and down. */
export function touches(plot, { axis, view, look, report }) {
  let held = null;
  const read = (event) => {
    const { left, width } = axis();
    const xs = Array.from(event.touches, (touch) => (touch.clientX - left) / width).sort((a, b) => a - b);
    return { from: xs[0], to: Math.max(xs[0] + 0.02, xs[1]) };
  };
  plot.addEventListener("touchstart", (event) => {
    held = event.touches.length === 2 ? { view: [...view()], ...read(event) } : null;
    if (held) event.stopPropagation();
  }, { capture: true, passive: true });
  plot.addEventListener("touchmove", (event) => {
    if (!held || event.touches.length !== 2) return;
    event.preventDefault();
    event.stopPropagation();
    const now = read(event), width = held.view[1] - held.view[0];
    const scale = (held.to - held.from) / (now.to - now.from);
    const start = held.view[0] + held.from * width - now.from * width * scale;
    look([start, start + width * scale]);
  }, { capture: true, passive: false });
  plot.addEventListener("touchend", () => {
    if (!held) return;
    held = null;
    report();
  }, { capture: true, passive: true });
}
