// Draws the listed events and filters them by what is typed. Text reaches the page as text only.
"use strict";
(() => {
  const DAY = 864e5, ROW = 24, TOP = 8, FOOT = 26, LETTER = 6.6;
  const SHAPES = {
    circle: "M0-4.6a4.6 4.6 0 1 0 0 9.2a4.6 4.6 0 1 0 0-9.2z", diamond: "M0-5.8L5.8 0L0 5.8L-5.8 0z", square: "M-4.6-4.6h9.2v9.2h-9.2z",
    "triangle-right": "M-4.4-5.4L5.4 0L-4.4 5.4z", x: "M-5-2.8L-2.8-5L0-2.2L2.8-5L5-2.8L2.2 0L5 2.8L2.8 5L0 2.2L-2.8 5L-5 2.8L-2.2 0z",
  };
  const chart = document.getElementById("chart"), svg = chart.querySelector("svg");
  const find = document.getElementById("find"), found = document.getElementById("found");
  const all = Array.from(document.querySelectorAll("article"), (node) => {
    const { start, end, shape, weight, lasting } = node.dataset;
    const from = start ? Date.parse(start) : null, to = end ? Date.parse(end) + DAY : null;
    return {
      node, shape, from, to, exact: lasting || start === end, weight: Number(weight), dated: Boolean(start || end), day: start && start === end,
      title: node.querySelector(".title").textContent, when: node.querySelector(".when").textContent, words: plain(node.textContent),
    };
  });
  const middle = (event) => (event.from === null ? event.to - DAY / 2 : event.to === null ? event.from + DAY / 2 : (event.from + event.to) / 2);
  let shown = all, view = home();

  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /** The years that hold nearly all events: one lonely century does not squeeze the rest. */
  function home() {
    const days = shown.filter((event) => event.dated).map(middle).sort((a, b) => a - b);
    if (!days.length) return [0, 365 * DAY];
    const low = days[days.length >> 2], high = days[(3 * days.length) >> 2], reach = Math.max(45 * DAY, (high - low) * 4);
    const near = days.filter((day) => day >= low - reach && day <= high + reach);
    const pad = Math.max(3 * DAY, (near[near.length - 1] - near[0]) * 0.05);
    return [near[0] - pad, near[near.length - 1] + pad];
  }

  function element(name, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  function symbol(shape) {
    const [, base, open] = /^(.+?)(-open(?:-dot)?)?$/.exec(shape || "circle");
    return element("path", { d: SHAPES[base] || SHAPES.circle, class: open ? "open" : "" });
  }

  function ticks(width) {
    const least = ((view[1] - view[0]) / width) * 84 / DAY;
    const months = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000].find((step) => step * 30 >= least) || 24000;
    const first = new Date(view[0]), days = [1, 2, 7, 14].find((step) => step >= least), marks = [];
    if (days) {
      for (let at = Math.ceil(view[0] / DAY / days) * days * DAY; at <= view[1]; at += days * DAY) marks.push(at);
      return marks.map((at) => [at, named(at, { day: "numeric", month: "short", year: "numeric" })]);
    }
    let month = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / months) * months;
    for (let count = 0; count < 60; count += 1, month += months) {
      const at = new Date(0);
      at.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
      if (+at > view[1]) break;
      if (+at >= view[0]) marks.push([+at, months < 12 ? named(+at, { month: "short", year: "numeric" }) : String(at.getUTCFullYear())]);
    }
    return marks;
  }

  function named(at, options) {
    return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(at);
  }

  /** The weightiest events first, each on the first row where its mark and title are free; the rest are specks below. */
  function place(width, x) {
    const rows = Array.from({ length: width < 500 ? 9 : 14 }, () => []), placed = [], crowded = [];
    const free = (row, left, right) => row.every(([a, b]) => right < a || left > b);
    const inView = shown.filter((event) => event.dated && (event.to ?? Infinity) >= view[0] && (event.from ?? -Infinity) <= view[1]);
    for (const event of inView.sort((a, b) => b.weight - a.weight).slice(0, 600)) {
      const left = event.from === null ? x(event.to) - 60 : x(event.from), right = event.to === null ? x(event.from) + 60 : x(event.to);
      const at = event.day ? (left + right) / 2 : Math.max(8, Math.min(width - 8, (left + right) / 2));
      const a = event.day ? at - 7 : Math.max(-20, left), b = event.day ? at + 7 : Math.min(width + 20, right);
      const most = Math.floor((width < 500 ? 150 : 300) / LETTER), title = event.title.length > most ? `${event.title.slice(0, most - 1)}…` : event.title;
      const room = Math.max(b, at + 7) + 6 + title.length * LETTER;
      let row = rows.findIndex((one) => room <= width && free(one, a - 3, room + 6));
      const label = row >= 0;
      if (!label) row = rows.findIndex((one) => free(one, a - 1, b + 1));
      if (row < 0) {
        crowded.push({ event, at });
        continue;
      }
      rows[row].push(label ? [a - 3, room + 6] : [a - 1, b + 1]);
      placed.push({ event, row, at, a, b, title: label ? title : "" });
    }
    return { placed, crowded, rows: rows.length };
  }

  function draw() {
    const width = svg.clientWidth || 900, x = (ms) => ((ms - view[0]) / (view[1] - view[0])) * width;
    const { placed, crowded, rows } = place(width, x), foot = TOP + rows * ROW + 8, height = foot + FOOT;
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("height", height);
    const axis = ticks(width).flatMap(([at, name]) => [
      element("line", { class: "tick", x1: x(at), x2: x(at), y1: 0, y2: foot + 4 }),
      element("text", { class: "tick-name", x: x(at) + 3, y: height - 9 }, name),
    ]);
    const specks = crowded.map(({ event, at }) => {
      const speck = element("circle", { class: "mark", cx: at, cy: foot, r: 2 }, element("title", {}, `${event.when}: ${event.title}`));
      speck.addEventListener("click", () => open(event.node));
      return speck;
    });
    svg.replaceChildren(...axis, ...specks, ...placed.map(({ event, row, at, a, b, title }) => {
      const y = TOP + row * ROW + ROW / 2, parts = [];
      if (!event.day) parts.push(element("rect", { class: "span", x: a, y: y - 2.5, width: Math.max(2, b - a), height: 5, opacity: event.exact ? 1 : 0.6 }));
      const mark = symbol(event.shape);
      mark.setAttribute("transform", `translate(${at} ${y})`);
      parts.push(mark, element("title", {}, `${event.when}: ${event.title}`));
      if (title) parts.push(element("text", { x: Math.max(event.day ? at + 7 : b, at + 7) + 5, y: y + 4, stroke: "none" }, title));
      const group = element("g", { class: event.node === chosen ? "mark chosen" : "mark" }, ...parts);
      group.addEventListener("click", () => open(event.node));
      return group;
    }));
  }

  let chosen = null;
  function open(node) {
    chosen = node;
    node.querySelector("details").open = true;
    node.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    node.querySelector("summary").focus({ preventScroll: true });
    draw();
  }

  function look(from, to) {
    const width = Math.min(4e13, Math.max(3 * DAY, to - from)), centre = (from + to) / 2;
    view = [centre - width / 2, centre + width / 2];
    draw();
  }

  function zoom(factor, pivot = 0.5) {
    const width = view[1] - view[0], at = view[0] + width * pivot;
    look(at - width * factor * pivot, at + width * factor * (1 - pivot));
  }

  function pan(share) {
    const by = (view[1] - view[0]) * share;
    look(view[0] + by, view[1] + by);
  }

  function filter() {
    const terms = plain(find.value).split(/\s+/).filter(Boolean);
    shown = all.filter((event) => terms.every((term) => event.words.includes(term)));
    const kept = new Set(shown);
    all.forEach((event) => { event.node.hidden = !kept.has(event); });
    document.querySelectorAll("section").forEach((section) => { section.hidden = !section.querySelector("article:not([hidden])"); });
    found.textContent = terms.length ? `${shown.length} of ${all.length} events` : "";
    draw();
  }

  document.querySelectorAll("[data-shape]").forEach((entry) => {
    if (entry.parentElement.tagName !== "FIGCAPTION") return;
    const drawing = element("svg", { viewBox: "-8 -8 16 16", "aria-hidden": "true" }, element("g", { class: "mark" }, symbol(entry.dataset.shape)));
    entry.prepend(drawing);
  });
  const acts = { in: () => zoom(1 / 1.6), out: () => zoom(1.6), left: () => pan(-0.5), right: () => pan(0.5), all: () => look(...home()) };
  chart.querySelectorAll("[data-act]").forEach((button) => button.addEventListener("click", acts[button.dataset.act]));
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY) && !event.shiftKey) return; // the page scrolls
    event.preventDefault();
    const pivot = (event.clientX - svg.getBoundingClientRect().left) / svg.clientWidth;
    if (event.ctrlKey) zoom(Math.exp(event.deltaY * 0.004), pivot);
    else pan((event.deltaX || event.deltaY) / svg.clientWidth);
  }, { passive: false });
  let held = null;
  svg.addEventListener("pointerdown", (event) => { held = { x: event.clientX, view }; });
  window.addEventListener("pointermove", (event) => {
    if (!held || !event.buttons || Math.abs(event.clientX - held.x) < 4) return;
    const by = ((held.x - event.clientX) / svg.clientWidth) * (held.view[1] - held.view[0]);
    look(held.view[0] + by, held.view[1] + by);
  });
  window.addEventListener("pointerup", () => { held = null; });
  find.addEventListener("input", filter);
  window.addEventListener("resize", draw);
  chart.hidden = !all.some((event) => event.dated);
  draw();
})();
