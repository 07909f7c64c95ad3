// The dialog that shows a draft as a link, ready to copy.
import { offerCopies } from "../copy.js";
import { linkOf, LONG } from "../drafts/link.js";
import { select } from "../select.js";
import { withoutLogo } from "./logo.js";
import { withSaid } from "./remembered.js";
import { dialogOf, show, shut } from "./dialogs.js";
/** @import { Said } from "./remembered.js" */
/** @import { Network } from "./types" */

/**
 * A function that shows the link of a draft. `page` is the address of its role’s page.
 * @param {HTMLElement} place
 * @returns {(page: string, network: Network, role: string, said: Said) => void}
 */
export function sending(place) {
  const dialog = dialogOf(place, "send");
  const field = select(dialog, "textarea", HTMLTextAreaElement);
  const copy = select(dialog, "[data-copies]", HTMLButtonElement);
  field.addEventListener("focus", () => field.select());
  select(dialog, "[data-close]").addEventListener("click", () => shut(dialog));
  return (page, network, role, said) => {
    const bare = withoutLogo(network);
    const told = linkOf(page, withSaid(bare, { role }, said));
    // Better a link that opens than one that can tell what a newer role changed.
    field.value = told.length <= LONG ? told : linkOf(page, bare);
    select(dialog, "[data-logoless]").hidden = !network.logo;
    select(dialog, "[data-long]").hidden = field.value.length <= LONG;
    select(dialog, "[data-drive]").hidden = !page.startsWith("file:");
    show(dialog);
    if (!copy.dataset.copy) {
      // Only now: what has this sign when the page loads says its word where the dialog hides it.
      copy.dataset.copy = field.id;
      offerCopies([copy], select(dialog, "[data-sent]"));
    }
    copy.focus();
  };
}
