// The passage reader. Everything that comes from an article is put on the page as text.
import { opens, tell } from "./exchange.js";
import { theme } from "./theme.js";
import { unpack } from "./unpack.js";

function make(tag, name, text) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
}

function button(text, name, act, label) {
  const node = make("button", name, text);
  node.type = "button";
  if (label) node.setAttribute("aria-label", label);
  node.addEventListener("click", act);
  return node;
}

function start(events, open) {
  const list = make("ol", "rd-start");
  for (const event of events) {
    const item = make("li");
    const choice = button("", "rd-choice", () => open(event.id));
    choice.append(make("span", "rd-choice-when", event.when), make("span", "rd-choice-title", event.title));
    item.append(choice);
    list.append(item);
  }
  const hint = make("p", "rd-hint", events.length ? "Click a mark on the timeline to read where it comes from. Or start with what matters most here:" : "Nothing to read under these filters.");
  return [make("h2", "rd-over", "The passage"), hint, list];
}

function head(event, open) {
  const top = make("header", "rd-head");
  const line = make("p", "rd-over");
  line.append(make("span", "rd-kind", event.kind), make("span", `rd-fact rd-fact${event.fact}`, event.certainty));
  const close = button("Close", "rd-close", () => open(""), "Close the passage");
  top.append(line, close, make("h2", event.title.length > 130 ? "rd-title rd-long" : "rd-title", event.title), make("p", "rd-when", event.when));
  if (event.facets.length) {
    const list = make("dl", "rd-facets");
    for (const [name, value] of event.facets) list.append(make("dt", "", name), make("dd", "", value));
    top.append(list);
  }
  return top;
}

function candidates(event) {
  if (!event.candidates.length) return [];
  const box = make("section", "rd-conflict");
  box.append(make("h3", "", "The sources disagree on the date"));
  const list = make("ul");
  for (const one of event.candidates) {
    const item = make("li");
    item.append(make("strong", "", one.when), make("span", "", one.outlets));
    list.append(item);
  }
  box.append(list);
  return [box];
}

function passage(article) {
  const quote = make("blockquote", "rd-passage");
  for (const [text, kinds] of article.runs) {
    const names = kinds.split(" ").filter(Boolean);
    const marks = names.filter((kind) => kind !== "passage");
    const run = make(marks.length ? "mark" : "span", names.map((kind) => `rd-m-${kind}`).join(" "), text);
    quote.append(run);
  }
  return quote;
}

/** Runs of text with their marks; another event's trigger is a button that opens it. */
function write(box, runs, events, open) {
  for (const [text, kinds] of runs) {
    const names = kinds.split(" ").filter(Boolean);
    const other = names.find((kind) => kind.startsWith("event-"));
    const event = other && events[Number(other.slice(6))];
    if (event) {
      const opener = button(text, names.includes("passage") ? "rd-event rd-m-passage" : "rd-event", () => open(event.id), `${text}: open “${event.title}”, ${event.when}`);
      opener.title = `${event.title} · ${event.when}`;
      box.append(opener);
      continue;
    }
    const marks = names.filter((kind) => kind !== "passage");
    box.append(make(marks.length ? "mark" : "span", names.map((kind) => `rd-m-${kind}`).join(" "), text));
  }
  return box;
}

/** The whole article: its own text as it stands, and what the page had beside it set apart. */
function whole(article, open) {
  const box = make("div", "rd-whole");
  if (article.before) box.append(make("p", "rd-cut", `… ${article.before.toLocaleString("en")} characters before this`));
  let aside = null;
  for (const block of article.blocks) {
    if (block.role === "article") {
      aside = null;
      box.append(write(make("p", `rd-block rd-${block.kind}`), block.runs, article.events, open));
      continue;
    }
    if (aside?.dataset.kind !== block.kind) {
      aside = make("aside", `rd-aside rd-${block.role}`);
      aside.dataset.kind = block.kind;
      aside.append(make("p", "rd-aside-name", `${block.label} · ${block.role === "beside" ? "beside the article, not part of it" : "not part of the article"}`));
      box.append(aside);
    }
    aside.append(write(make("p", "rd-block"), block.runs, article.events, open));
  }
  if (article.after) box.append(make("p", "rd-cut", `${article.after.toLocaleString("en")} characters after this …`));
  return box;
}

/** From event to event in the order of the article. */
function along(article, open) {
  const { events, at } = article;
  if (at === null || events.length < 2) return [];
  const bar = make("nav", "rd-along");
  bar.setAttribute("aria-label", "Events in this article");
  const step = (by, text, label) => {
    const event = events[at + by];
    const one = button(text, "rd-step", () => open(event.id), event ? `${label}: ${event.title}` : label);
    one.disabled = !event;
    if (event) one.title = event.title;
    return one;
  };
  bar.append(
    step(-1, "‹ Previous", "Previous event in this article"),
    make("span", "rd-count", `Event ${at + 1} of ${events.length} in this article`),
    step(1, "Next ›", "Next event in this article"),
  );
  return [bar];
}

let reading = false; // whether the reader wants whole articles; kept from event to event

/** The passage, or the whole article with the passage in view, as the reader prefers. */
function text(event, open) {
  const box = make("div", "rd-text"), article = event.articles[0];
  const toggle = button("", "rd-toggle", () => { reading = !reading; fill(); bring(box.querySelector(".rd-m-trigger")); });
  const fill = () => {
    toggle.textContent = reading ? "Show the passage alone" : "Read the whole article";
    toggle.setAttribute("aria-expanded", String(reading));
    box.replaceChildren(reading ? whole(event.whole, open) : passage(article), ...(reading ? [key(true)] : [key()]), toggle);
  };
  fill();
  return box;
}

function times(article) {
  const list = make("dl", "rd-times");
  const rows = [["Happened", article.happened, ""], ["Said", article.said, ""], ["Published", article.published, article.basis]];
  for (const [name, value, note] of rows) {
    const box = make("div");
    const dd = make("dd", "", value);
    if (note) dd.append(make("span", "rd-note", note));
    box.append(make("dt", "", name), dd);
    list.append(box);
  }
  return list;
}

/** The other outlets that print the same text: many outlets, one origin. */
function copies(carried) {
  const box = make("details", "rd-carried");
  box.append(make("summary", "", carried.said));
  const list = make("ul");
  for (const [outlet, published] of carried.by) {
    const item = make("li");
    item.append(make("span", "rd-outlet", outlet), make("span", "", published));
    list.append(item);
  }
  box.append(list);
  return box;
}

function source(article) {
  const box = make("div", "rd-source");
  box.append(make("span", "rd-outlet", article.outlet));
  const title = make(article.url ? "a" : "span", "rd-article", article.title);
  if (article.url) Object.assign(title, { href: article.url, rel: "noopener noreferrer", target: "_blank" });
  box.append(title);
  const facts = [article.agency && `A report of ${article.agency}`, article.changed].filter(Boolean);
  if (facts.length) box.append(make("span", "rd-facts", facts.join(" · ")));
  if (article.carried) box.append(copies(article.carried));
  if (article.digest) box.append(make("span", "rd-digest", `Digest in our own words of: ${article.digest}`));
  return box;
}

function steps(list) {
  const box = make("ol", "rd-steps");
  for (const step of list) {
    const item = make("li");
    item.append(make("strong", "", step.choice), make("span", "", step.because));
    box.append(item);
  }
  return box;
}

function why(event) {
  const box = make("section", "rd-why");
  box.append(make("h3", "", "Why this date?"), make("p", "rd-note", `In short: ${event.dating}.`));
  if (event.why.length) box.append(steps(event.why));
  if (event.moves) box.append(make("p", "rd-note", event.moves));
  const published = event.articles[0]?.published_why ?? [];
  if (published.length) box.append(make("h4", "", "And the day of publication?"), steps(published));
  if (event.rest.length) {
    const rest = make("details", "rd-rest");
    rest.append(make("summary", "", "How the rest was read"), steps(event.rest));
    box.append(rest);
  }
  return box;
}

function key(others = false) {
  const list = make("p", "rd-key");
  for (const [kind, name] of [["trigger", "what happened"], ["actor", "who"], ["date", "when"], ["claim", "who says so"]]) {
    list.append(make("mark", `rd-m-${kind}`, name));
  }
  if (others) list.append(make("span", "rd-event", "another event"));
  return list;
}

function others(event) {
  const rest = event.articles.slice(1);
  if (!rest.length) return [];
  const box = make("section", "rd-others");
  box.append(make("h3", "", rest.length === 1 ? "Also told in" : `Also told in ${rest.length + event.unshown} places`));
  for (const article of rest) {
    const one = make("details");
    const summary = make("summary");
    summary.append(make("span", "rd-outlet", article.outlet), make("span", "", article.published));
    if (article.differs) summary.append(make("span", "rd-differs", `dates it ${article.happened}`));
    one.open = rest.length <= 2;
    one.append(summary, source(article), passage(article), times(article));
    box.append(one);
  }
  return [box];
}

function full(event, open) {
  const [article] = event.articles;
  const parts = [head(event, open), ...candidates(event)];
  if (article) parts.push(source(article), ...along(event.whole, open), text(event, open), times(article));
  return [...parts, why(event), ...others(event)];
}

/** Moves as little as brings the passage into view. */
function bring(mark) {
  const box = mark?.getBoundingClientRect();
  if (!box || (box.top >= 80 && box.bottom <= window.innerHeight - 40)) return;
  const panel = mark.closest(".st-key-passage");
  if (panel && panel.scrollHeight > panel.clientHeight + 1) panel.scrollBy(0, box.top - panel.getBoundingClientRect().top - panel.clientHeight / 2);
  else mark.scrollIntoView({ block: "center" });
}

const shown = new WeakMap();
const newest = new WeakMap();

export default async function mount({ data: packed, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".rd");
  opens((n) => setTriggerValue("picked", n));
  newest.set(root, packed);
  const data = await unpack(packed);
  if (newest.get(root) !== packed) return; // overtaken while it was unpacked
  const open = (id) => setTriggerValue("opened", id);
  const probe = make("span", "tl-probe");
  root.replaceChildren(probe, ...(data.event ? full(data.event, open) : start(data.start, open)));
  theme(root, data.palette);
  const before = shown.get(root);
  const now = data.event?.id ?? "";
  shown.set(root, now);
  tell(data.event && { n: data.event.n, dated: data.event.dated, published: data.event.published });
  if (before !== undefined && before !== now && now) {
    root.closest(".st-key-passage")?.scrollTo({ top: 0 });
    const box = root.getBoundingClientRect();
    if (reading && data.event.whole) bring(root.querySelector(".rd-text .rd-m-trigger"));
    else if (box.top > window.innerHeight * 0.7) root.scrollIntoView({ block: "start", behavior: "auto" });
  }
}
