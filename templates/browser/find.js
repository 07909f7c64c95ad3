// The page Find. `?q=` is its whole state: typing changes it, and opening it shows the results again.
import { engine } from "./engine.js";
import { result } from "./results.js";

const AT_ONCE = 10; // results shown before "Show more"
const PAUSE = 80; // milliseconds without a key before searching
const SAY = 600; // and before the number of results is announced, so that it is not read at every letter

function start(form, place) {
  const field = form.querySelector("input");
  const [list, count, ways, nothing] = ["list", "count", "ways", "nothing"].map((name) => place.querySelector(`[data-${name}]`));
  const search = engine(window.fingerpost?.documents ?? []);
  let wait;
  let saying;

  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(() => (count.textContent = text), count.textContent ? SAY : 0);
  }

  function more(rest) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Show ${rest.length} more`;
    const line = document.createElement("p");
    line.className = "more";
    line.append(button);
    button.addEventListener("click", () => {
      const shown = rest.map((one) => result(form.dataset.root, one));
      line.replaceWith(...shown);
      shown[0].querySelector("a").focus();
    });
    return line;
  }

  function show() {
    const query = field.value.trim();
    const found = query ? search(query) : [];
    const first = found.slice(0, AT_ONCE).map((one) => result(form.dataset.root, one));
    if (found.length > AT_ONCE) first.push(more(found.slice(AT_ONCE)));
    list.replaceChildren(...first);
    ways.hidden = found.length > 0;
    nothing.hidden = !query;
    place.dataset.query = query;
    place.dataset.state = "ready";
    if (!query) say("");
    else if (!found.length) say(`Nothing here says “${query}” yet`);
    else say(found.length === 1 ? "1 page" : `${found.length} pages`);
  }

  function remember() {
    const address = new URL(location.href);
    if (field.value.trim()) address.searchParams.set("q", field.value.trim());
    else address.searchParams.delete("q");
    try {
      history.replaceState(null, "", address);
    } catch {
      // Some browsers refuse this for a page on a drive. The search works all the same.
    }
  }

  function recall() {
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    show();
  }

  field.addEventListener("input", () => {
    place.dataset.state = "waiting";
    clearTimeout(wait);
    wait = setTimeout(() => {
      show();
      remember();
    }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    show();
    remember();
  });
  addEventListener("popstate", recall);
  recall();
}

const form = document.querySelector("[data-find]");
const place = document.querySelector("[data-results]");
if (form && place) start(form, place);
