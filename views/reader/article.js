// The article an event is read from: its passage or the whole of it, as the reader prefers, and its other events.
import { button, make } from "./elements.js";
import { key, passage, whole } from "./words.js";

/** From event to event on the timeline, in the order of the article. */
export function along(article, open) {
  const events = article.events.filter((one) => !one.apart), at = events.indexOf(article.events[article.at]);
  if (at < 0 || events.length < 2) return [];
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

/** The passage, or the whole article with the passage in view, and a button for the other of the two. */
export function text(event, open) {
  const box = make("div", "rd-text");
  const toggle = button("", "rd-toggle", () => { reading = !reading; fill(); bring(box); });
  const fill = () => {
    toggle.textContent = reading ? "Show only the passage" : "Read the whole article";
    toggle.setAttribute("aria-expanded", String(reading));
    const held = document.activeElement === toggle;
    box.replaceChildren(reading ? whole(event.whole, open) : passage(event.articles[0]), key(reading), toggle);
    if (held) toggle.focus({ preventScroll: true }); // what is taken off the page loses the focus
  };
  fill();
  return box;
}

/** Brings the words that tell the event into view, moving as little as may be, where a whole article is read; says whether. */
export function found(root) {
  const whole = root.querySelector(".rd-whole");
  if (whole) bring(whole);
  return Boolean(whole);
}

function bring(text) {
  const mark = text.querySelector(".rd-m-trigger"), box = mark?.getBoundingClientRect();
  if (!box || (box.top >= 80 && box.bottom <= window.innerHeight - 40)) return;
  const panel = mark.closest(".st-key-passage");
  if (panel && panel.scrollHeight > panel.clientHeight + 1) panel.scrollBy(0, box.top - panel.getBoundingClientRect().top - panel.clientHeight / 2);
  else mark.scrollIntoView({ block: "center" });
}
