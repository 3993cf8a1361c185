// The passage reader. Everything that comes from an article is put on the page as text.
import { along, found, text } from "./article.js";
import { choices } from "./choices.js";
import { make } from "./elements.js";
import { conflict, head } from "./event.js";
import { opens, tell } from "./exchange.js";
import { kept } from "./focus.js";
import { others, source, times } from "./origins.js";
import { theme } from "./theme.js";
import { equal, unpack } from "./unpack.js";
import { why } from "./why.js";

function full(event, open) {
  const [article] = event.articles;
  const parts = [head(event, open), ...conflict(event)];
  if (article) parts.push(source(article), ...along(event.whole, open), text(event, open), times(article));
  return [...parts, why(event), ...others(event)];
}

/**
 * An event that is opened, by a click or by an address, begins at its head or, in a whole article, at its words; a panel
 * out of sight is brought into it.
 */
function scrollTo(root) {
  root.closest(".st-key-passage")?.scrollTo({ top: 0 });
  if (!found(root)) intoSight(root);
}

function intoSight(root) {
  const { top } = root.getBoundingClientRect();
  if (top > window.innerHeight * 0.7) root.scrollIntoView({ block: "start", behavior: "auto" });
}

const SETTLING = 10_000; // milliseconds in which the rest of a page that was just opened may still take its room
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];

/** What an address opens is kept in sight while the page around it grows, until whoever reads moves. */
function keep(root) {
  const page = root.closest("[data-testid=stMainBlockContainer]");
  if (!page) return;
  const growing = new ResizeObserver(() => intoSight(root)), end = () => growing.disconnect();
  growing.observe(page);
  for (const move of MOVES) window.addEventListener(move, end, { once: true, passive: true });
  setTimeout(end, SETTLING);
}

const newest = new WeakMap();
const shown = new WeakMap();

export default async function mount(component) {
  const root = component.parentElement.querySelector(".rd"), before = shown.get(root);
  opens((n) => (n === null ? component.setTriggerValue("opened", "") : component.setTriggerValue("picked", n)));
  newest.set(root, component);
  // A filter leaves the passage as it is, and with it what the reader has opened, selected or focused in it.
  if (before && equal(before.packed, component.data)) return theme(root, before.palette);
  const data = await unpack(component.data), { event, palette } = data;
  if (newest.get(root) !== component) return; // overtaken while it was unpacked
  const open = (id) => newest.get(root).setTriggerValue("opened", id), refocus = kept(root);
  root.replaceChildren(make("span", "tl-probe"), ...(event ? full(event, open) : choices(data.start, open)));
  theme(root, palette);
  refocus();
  shown.set(root, { packed: component.data, palette, id: event?.id });
  tell(event && { n: event.n, dated: event.dated, published: event.published });
  if (event && before?.id !== event.id) scrollTo(root);
  if (event && !before) keep(root);
}
