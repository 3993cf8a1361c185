// Where an event is told: outlet, title and days of an article, its copies, and the other articles that tell it.
import { make } from "./elements.js";
import { passage } from "./words.js";

/** An outlet and its article, with what is known of where its text comes from. */
export function source(article) {
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

/** The other articles that tell the event. */
export function others(event) {
  const rest = event.articles.slice(1);
  if (!rest.length) return [];
  const box = make("section", "rd-others");
  box.append(make("h3", "", rest.length === 1 ? "Also reported in" : `Also reported in ${rest.length + event.unshown} places`));
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
