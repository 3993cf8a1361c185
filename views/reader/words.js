// The words of an article, with what was read in them marked.
import { button, make } from "./elements.js";

/** The passage an article tells the event in. */
export function passage(article) {
  return write(make("blockquote", "rd-passage"), article.runs);
}

/** The whole article: its own text as it stands, and what the page had beside it set apart. */
export function whole(article, open) {
  const box = make("div", "rd-whole"), words = (node, block) => write(node, block.runs, article.events, open);
  if (article.before) box.append(make("p", "rd-cut", `… ${article.before.toLocaleString("en")} characters before this`));
  let aside = null;
  for (const block of article.blocks) {
    if (block.role === "article") {
      aside = null;
      box.append(words(make("p", `rd-block rd-${block.kind}`), block));
      continue;
    }
    if (aside?.dataset.kind !== block.kind) box.append(aside = beside(block));
    aside.append(words(make("p", "rd-block"), block));
  }
  if (article.after) box.append(make("p", "rd-cut", `${article.after.toLocaleString("en")} characters after this …`));
  return box;
}

/** A place for what is not the article's own text, with its name. */
function beside({ kind, role, label }) {
  const aside = make("aside", `rd-aside rd-${role}`);
  aside.dataset.kind = kind;
  aside.append(make("p", "rd-aside-name", `${label} · ${role === "beside" ? "beside the article, not part of it" : "not part of the article"}`));
  return aside;
}

/** Writes runs, [text, kinds of mark], into a box; another event's trigger becomes a button that opens it. */
function write(box, runs, events = [], open = null) {
  for (const [text, kinds] of runs) {
    const names = kinds.split(" ").filter(Boolean);
    const other = names.find((kind) => kind.startsWith("event-"));
    const event = other && events[Number(other.slice(6))];
    if (event) box.append(opener(text, names.includes("passage"), event, open));
    else box.append(make(names.some((kind) => kind !== "passage") ? "mark" : "span", names.map((kind) => `rd-m-${kind}`).join(" "), text));
  }
  return box;
}

function opener(text, inPassage, { id, title, when, apart }, open) {
  const name = `rd-event${apart ? " rd-apart" : ""}${inPassage ? " rd-m-passage" : ""}`, where = apart ? " · in the background" : "";
  return Object.assign(button(text, name, () => open(id), `${text}: open “${title}”, ${when}${where}`), { title: `${title} · ${when}${where}` });
}

/** What the marks mean; `others` where those of the article's other events are shown too. */
export function key(others) {
  const list = make("p", "rd-key");
  for (const [kind, name] of [["trigger", "what happened"], ["actor", "who"], ["date", "when"], ["claim", "who says so"]]) {
    list.append(make("mark", `rd-m-${kind}`, name));
  }
  if (others) list.append(make("span", "rd-event", "another event"), make("span", "rd-event rd-apart", "in the background"));
  return list;
}
