// Plotly: how it is loaded, and what it is told of axes and frame.
import { toText } from "./time.js";

export const HEAD = 17;
const FOOT = 44;
const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false, showTips: false };
let plotly = null;

export function loadPlotly(assets) {
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${assets}/plotly.min.js`;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly.min.js did not load"));
    document.head.append(script);
  });
  return plotly;
}

/** The pixels left for the lanes in an element that high. */
export function lanesHigh(height) {
  return Math.max(0, height - FOOT - HEAD); // a hidden plot has no height
}

/** Draws traces over the days of `view`, in a frame of those pixels; a promise of when they stand. */
export function draw(Plotly, plot, traces, { view, left, width, height, colours }) {
  return Plotly.react(plot, traces, {
    uirevision: "timeline",
    width: left + width + 4, height: height + FOOT + HEAD,
    margin: { l: left, r: 4, t: HEAD, b: FOOT, pad: 0 },
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: colours.font, color: colours.muted, size: 12 },
    hovermode: false, dragmode: "pan", showlegend: false,
    xaxis: {
      type: "date", range: view.map(toText), autorange: false, uirevision: `${view}`,
      showgrid: true, gridcolor: colours.grid, griddash: "solid", zeroline: false, ticks: "outside", ticklen: 5,
      tickcolor: colours.grid, tickfont: { color: colours.muted, size: 12 }, nticks: Math.max(3, Math.round(width / 95)),
      tickformatstops: [
        { dtickrange: [null, 86400000 * 27], value: "%-d %b\n%Y" },
        { dtickrange: [86400000 * 27, "M11"], value: "%b\n%Y" },
        { dtickrange: ["M11", null], value: "%Y" },
      ],
    },
    yaxis: { range: [height, 0], autorange: false, fixedrange: true, visible: false },
  }, CONFIG);
}
