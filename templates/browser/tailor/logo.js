// The logo: chosen as a file, kept with the draft, and shown where it stands on the cover.
import { select } from "../select.js";
import { element, hide } from "./elements.js";
import { cleanPicture, NoPicture } from "./picture.js";
/** @import { Picture } from "./picture.js" */
/** @import { Logo, Network, Page } from "./types" */
/** @import { Store } from "./store.js" */

/** @param {Page} page */
export function logo(page) {
  const { place, store } = page;
  const input = select(place, "[data-logo-file]", HTMLInputElement);
  const wrong = select(place, "[data-logo-wrong]");
  const choose = select(place, "[data-logo-choose]");
  const tell = (/** @type {string} */ says) => {
    wrong.textContent = says;
    wrong.hidden = !says;
  };
  choose.addEventListener("click", () => input.click());
  select(place, "[data-logo-remove]").addEventListener("click", () => {
    tell("");
    store.change(({ logo: _, ...network }) => network);
    choose.focus();
  });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) tell(await refusalOf(file, store));
  });
  showing(page, tell);
}

/** Take a file as the logo, or say why not. @param {File} file @param {Store} store */
async function refusalOf(file, store) {
  try {
    const limits = store.model.shared.logo;
    if (file.size > limits.bytes) throw new NoPicture(`It is larger than ${limits.bytes / 1e6} MB. Save it smaller in a picture program.`);
    const { content } = await cleanPicture(await base64Of(file), limits);
    store.change((network) => ({ ...network, logo: { content, text: network.logo?.text || (network.employer?.name ?? network.name) } }));
    return "";
  } catch (error) {
    if (error instanceof NoPicture) return `${file.name} was not taken. ${error.message}`;
    throw error;
  }
}

/** @param {File} file @returns {Promise<string>} */
function base64Of(file) {
  return new Promise((done, refuse) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => refuse(new NoPicture("The browser could not read it."));
    reader.readAsDataURL(file);
  });
}

/** Show the logo of the draft beside its field and on the cover, whoever put it there. @param {Page} page @param {(says: string) => void} tell */
function showing({ place, store }, tell) {
  const get = (/** @type {string} */ name) => select(place, `[data-logo-${name}]`);
  const [boxes, chosen, away, remove] = [["shown", "cover"].map(get), get("chosen"), get("away"), get("remove")];
  let content = "";
  store.onChange(async () => {
    const { logo: kept } = store.network;
    for (const box of [chosen, ...boxes]) hide(box, !kept?.content);
    hide(remove, !kept);
    hide(away, !kept?.file || Boolean(kept.content));
    for (const image of boxes.flatMap((box) => [...box.children])) image.setAttribute("alt", kept?.text ?? "");
    if (kept?.content === content) return;
    content = kept?.content ?? "";
    for (const box of boxes) box.replaceChildren();
    try {
      const picture = await pictureOf(store);
      if (!picture || store.network.logo?.content !== content) return;
      for (const box of boxes) box.replaceChildren(imageOf(picture, store.network.logo));
    } catch (error) {
      if (!(error instanceof NoPicture)) throw error;
      tell(`The draft’s logo cannot be shown. ${error.message}`);
    }
  });
}

/** @param {Picture} picture @param {Logo} kept */
function imageOf({ type, content, width, height }, { text = "" }) {
  const image = element("img", "");
  Object.assign(image, { src: `data:${type};base64,${content}`, alt: text, width, height });
  return image;
}

/** The logo of the draft made clean: a draft may come from anybody. Nothing, where it has none. @param {Store} store @returns {Promise<Picture | null>} */
export async function pictureOf({ network, model }) {
  return network.logo?.content ? cleanPicture(network.logo.content, model.shared.logo) : null;
}

/** A draft without its logo, for a link. @param {Network} network @returns {Network} */
export function withoutLogo({ logo: _, ...network }) {
  return network;
}
