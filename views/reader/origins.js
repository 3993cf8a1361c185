// Where an event is told: outlet, title and days of an article, its copies, and the other articles that tell it.
import { make } from "./elements.js";
import { passage } from "./words.js";

/** An outlet, its day and its article, with what is known of where its text comes from. */
export function source(article) {
  const box = make("div", "rd-source"), line = make("span", "rd-outlet", article.outlet);
  line.append(make("span", "rd-day", article.published));
  box.append(line);
  const title = make(article.url ? "a" : "span", "rd-article", article.title);
  if (article.url) Object.assign(title, { href: article.url, rel: "noopener noreferrer", target: "_blank" });
  box.append(title);
  const facts = [article.agency && `A report of ${article.agency}`, article.changed].filter(Boolean);
  if (facts.length) box.append(make("span", "rd-facts", facts.join(" · ")));
  if (article.carried) box.append(copies(article.carried));
  if (article.digest) box.append(make("span", "rd-digest", `Digest in our own words of: ${article.digest}`));
  return box;
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

/** When it happened, when that was said, when it was published. */
export function times(article) {
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

/** The other passages that tell the event: those of the same article, and those of others. */
export function others(event) {
  const rest = event.articles.slice(1), here = rest.filter((one) => one.again), there = rest.filter((one) => !one.again);
  const from = event.elsewhere === 1 ? "Also reported in another article" : `Also reported in ${event.elsewhere} other articles`;
  const parts = [
    ...group("Also in this article", here, (one) => [make("span", "rd-says", one.says)], (one) => [passage(one), times(one)]),
    ...group(from, there, (one) => [make("span", "rd-outlet", one.outlet), make("span", "", one.published)], (one) => [source(one), passage(one), times(one)]),
  ];
  if (event.unshown) parts.push(make("p", "rd-note", `${event.unshown} more ${event.unshown === 1 ? "passage is" : "passages are"} not shown.`));
  return parts;
}

function group(name, articles, head, body) {
  if (!articles.length) return [];
  const box = make("section", "rd-others");
  box.append(make("h3", "", name));
  for (const article of articles) {
    const one = make("details"), summary = make("summary");
    summary.append(...head(article));
    if (article.differs) summary.append(make("span", "rd-differs", `dates it ${article.happened}`));
    one.open = articles.length <= 2;
    one.append(summary, ...body(article));
    box.append(one);
  }
  return [box];
}
