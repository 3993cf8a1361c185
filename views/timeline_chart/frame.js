// The chart's own elements. They come with the module, once, instead of with every change of the data.

export const FRAME = `
  <p class="tl-summary tl-unseen"></p>
  <div class="tl-probe" aria-hidden="true"></div>
  <div class="tl-stage">
    <div class="tl-lanes" aria-hidden="true"></div>
    <div class="tl-plot" tabindex="0" role="application" aria-roledescription="timeline"
      aria-label="Timeline chart. Arrow keys move, plus and minus zoom, Home shows all, J and K go to the next and the previous event, Escape closes it, a slash goes to the search field. The table below holds the same events."></div>
    <div class="tl-tip" role="tooltip" hidden></div>
    <div class="tl-empty" hidden>No events in these days. <button type="button" data-act="all">Show all</button></div>
  </div>
  <div class="tl-foot">
    <div class="tl-overview">
      <canvas aria-hidden="true"></canvas>
      <div class="tl-brush" tabindex="0" role="slider" aria-label="Days in view"></div>
    </div>
    <div class="tl-tools">
      <button type="button" data-act="earlier" aria-label="Earlier" title="Earlier (left arrow)">‹</button>
      <button type="button" data-act="out" aria-label="Zoom out" title="Zoom out (minus)">−</button>
      <button type="button" data-act="all" title="Show everything (Home)">All</button>
      <button type="button" data-act="in" aria-label="Zoom in" title="Zoom in (plus)">+</button>
      <button type="button" data-act="later" aria-label="Later" title="Later (right arrow)">›</button>
    </div>
  </div>
  <p class="tl-note"><span></span> <button type="button" data-act="wide" hidden></button>
    <span class="tl-save">Picture: <button type="button" data-act="png" title="Save the chart as it is in view">PNG</button>
    <button type="button" data-act="svg" title="Save the chart as it is in view, to be enlarged or edited">SVG</button></span></p>
  <ul class="tl-legend" aria-label="What the marks mean"></ul>
`;
