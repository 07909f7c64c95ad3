// Results as elements, in rank order.
import { marked, sentence } from "./excerpt.js";
import { href } from "./links.js";

const KINDS = { role: "Job pack", guide: "Page" };

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function result(root, { document: found, terms }) {
  const link = element("a", "", found.title);
  link.href = href(root, found.path);
  const said = sentence(found.text, terms);
  const made = element(
    "article",
    "hit hit--one",
    element("h2", "", link),
    element("p", "hit__by", element("span", "badge badge--local", KINDS[found.kind] ?? found.kind)),
    element("p", "", marked(found.summary, terms)),
  );
  if (said && said !== found.summary) made.append(element("p", "meta", marked(said, terms)));
  made.dataset.page = found.path;
  return made;
}
