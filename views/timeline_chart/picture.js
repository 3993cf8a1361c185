// The chart as a file: one SVG of the backdrop, Plotly's own drawing, the names of the lanes and what the chart says of
// itself; or the same as PNG. Whatever comes from the server is set as text.

import { HEAD } from "./plot.js";
import { shortened } from "./sizes.js";
import { day, dayInWords } from "./time.js";

const NS = "http://www.w3.org/2000/svg";
const EDGE = 24, LINE = 18, SCALE = 2;

function element(name, attributes, ...children) {
  const node = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** Breaks a text into lines of at most `width` pixels. */
function wrapped(text, width, font) {
  const pen = document.createElement("canvas").getContext("2d"), lines = [""];
  pen.font = font;
  for (const word of text.split(/\s+/)) {
    const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
    if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

/** Plotly's drawing as an element; it comes with all its styles written out. */
async function marksOf({ Plotly, plot }, width, height) {
  const address = await Plotly.toImage(plot, { format: "svg", width, height });
  const text = decodeURIComponent(address.slice(address.indexOf(",") + 1));
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}

function lanes({ colours, data, scene, sizes }) {
  return data.lanes.map((lane, k) => {
    const small = sizes.narrow;
    const name = element("text", {
      x: 0, y: HEAD + scene.lanes[k].top + (small ? 13 : 16), fill: colours.ink, "font-size": small ? 11.5 : 13, "font-weight": 600,
    }, shortened(lane.name, small ? 40 : 24));
    name.append(element("tspan", { fill: colours.muted, "font-weight": 400, "font-size": 11.5 }, ` ${lane.events.toLocaleString("en")}`));
    return name;
  });
}

/** The legend under the chart, entry after entry, in as many rows as they need. */
function legend({ root, colours }, width) {
  const rows = [];
  let x = 0, y = 0;
  for (const entry of root.querySelectorAll(".tl-legend li:not([hidden])")) {
    const mark = entry.querySelector("svg"), label = entry.textContent, wide = Number(mark.getAttribute("width"));
    const room = wide + 12 + label.length * 6.6 + 16;
    if (x && x + room > width) [x, y] = [0, y + LINE + 4];
    const copy = document.importNode(mark, true);
    copy.setAttribute("x", x);
    copy.setAttribute("y", y);
    copy.setAttribute("color", colours.muted);
    copy.querySelectorAll("[style]").forEach((part) => {
      part.setAttribute("style", part.getAttribute("style").replace(/var\(--tl-([a-z0-9]+)\)/g, (_, name) => colours[name]));
    });
    rows.push(copy, element("text", { x: x + wide + 6, y: y + 12, fill: colours.muted, "font-size": 12 }, label));
    x += room;
  }
  return { rows, height: y + LINE + 8 };
}

async function compose(drawing, days) {
  const { colours, data, plot, behind } = drawing, { left, width, height } = drawing.scene.frame;
  const wide = plot.clientWidth, tall = plot.clientHeight, font = `13px ${colours.font}`;
  // A picture is drawn with another font than the page, and may need more room.
  const inView = `In view: ${days.map((ms) => dayInWords(day(ms))).join(" to ")}. ${data.note}`;
  const said = [data.about, inView].flatMap((text) => wrapped(text, wide * 0.92, font));
  const marks = legend(drawing, wide), top = 34;
  const under = top + tall + 14, full = under + marks.height + said.length * LINE + EDGE;
  const back = element("svg", { x: left, y: HEAD, width, height, overflow: "visible" }, ...behind.cloneNode(true).childNodes);
  const chart = await marksOf(drawing, wide, tall);
  const inner = element("g", { transform: `translate(${EDGE} ${EDGE})` },
    element("text", { x: 0, y: 14, fill: colours.ink, "font-size": 20, "font-weight": 600, "font-family": "Georgia, serif" }, "Event timeline"),
    element("g", { transform: `translate(0 ${top})` }, back, chart, ...lanes(drawing)),
    element("g", { transform: `translate(0 ${under})` }, ...marks.rows),
    ...said.map((line, k) => element("text", { x: 0, y: under + marks.height + 14 + k * LINE, fill: colours.muted, "font-size": 12.5 }, line)),
  );
  const [w, h] = [wide + 2 * EDGE, full + EDGE];
  return element("svg", { width: w, height: h, viewBox: `0 0 ${w} ${h}`, "font-family": colours.font },
    element("title", {}, data.about), element("rect", { width: w, height: h, fill: colours.paper }), inner);
}

async function png(svg, text) {
  const image = new Image(), canvas = document.createElement("canvas");
  image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  URL.revokeObjectURL(image.src);
  canvas.width = Number(svg.getAttribute("width")) * SCALE;
  canvas.height = Number(svg.getAttribute("height")) * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/**
 * Hands the chart as it is in view to the browser as a file.
 * @param {Drawing} drawing the chart, drawn.
 * @param {number[]} days first and last in view.
 * @param {"svg"|"png"} kind
 */
export async function save(drawing, days, kind) {
  const svg = await compose(drawing, days);
  const text = new XMLSerializer().serializeToString(svg);
  const blob = kind === "png" ? await png(svg, text) : new Blob([text], { type: "image/svg+xml" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `timeline.${kind}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
