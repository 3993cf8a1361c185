// How much room the chart has, and how long a title may be in it. Sizes are read when they change: to ask for them between
// two changes of the page costs a layout each time.
import { lanesHigh } from "./plot.js";

const GUTTER = 168;

/** A text of at most so many characters; one that is cut says so. */
export function shortened(text, most) {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : text;
}

export class Sizes {
  constructor(root, plot) {
    Object.assign(this, { root, plot, box: null });
    this.pen = document.createElement("canvas").getContext("2d");
  }

  /** Reads them, and says whether they are others than before. */
  read() {
    const before = this.box;
    this.box = { whole: this.root.clientWidth, width: this.plot.clientWidth, height: this.plot.clientHeight };
    return !before || Object.keys(before).some((name) => before[name] !== this.box[name]);
  }

  get narrow() {
    return this.box.whole < 640;
  }

  /** The pixels of the lanes: where they begin beside their names, how wide and how high they are together. */
  frame() {
    const left = this.narrow ? 0 : GUTTER;
    return { left, width: Math.max(120, this.box.width - left - 4), height: lanesHigh(this.box.height) };
  }

  /** A title no longer than a label may be. */
  cut(title) {
    const most = this.narrow ? 24 : this.box.whole > 1200 ? 64 : 46;
    return shortened(title, most);
  }

  /** The pixels a label takes, in the font of `wear`. */
  measure(title) {
    return this.pen.measureText(this.cut(title)).width * 1.03;
  }

  wear(font) {
    this.pen.font = `12.5px ${font}`;
  }
}
