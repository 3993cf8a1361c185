// Which of the two palettes of views/palette.py the page wears, and its colours as CSS variables.

function luminance(colour) {
  const [r, g, b] = (colour.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

/** The colours for `root`, which holds an element of class `tl-probe`; variables are set anew only when they change. */
export function theme(root, palette) {
  const style = getComputedStyle(root.querySelector(".tl-probe"));
  const name = luminance(style.backgroundColor) < 0.5 ? "dark" : "light";
  if (root.dataset.theme !== name) {
    root.dataset.theme = name;
    Object.entries(palette[name]).forEach(([key, value]) => typeof value === "string" && root.style.setProperty(`--tl-${key}`, value));
  }
  return { ...palette[name], font: style.fontFamily };
}
