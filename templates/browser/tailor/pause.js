// When the page shows what was typed: in the pause after a key, or at once as soon as anything else is done.
// All that the page says of a draft is counted and laid out anew after a change, which takes longer than the next key may wait.

/** Milliseconds without a key that are a pause. */
const PAUSE = 150;

/** What else people do. Each ends the wait before it is done, so that nothing acts on what is not shown yet, and after it. */
const OTHERWISE = ["change", "click", "focusout", "pagehide", "beforeprint", "pointerdown", "visibilitychange"];

export class Pause {
  /** @param {() => void} show */
  constructor(show) {
    this.show = show;
    this.timer = 0;
    for (const event of OTHERWISE) for (const first of [true, false]) window.addEventListener(event, () => this.end(), first);
    window.addEventListener("keydown", (event) => typesNothing(event) && this.end(), true);
  }

  /** Show it in the next pause. */
  begin() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.end(), PAUSE);
  }

  /** Show it now, where something waits to be shown. */
  end() {
    if (!this.timer) return;
    this.over();
    this.show();
  }

  /** Nothing waits any more. */
  over() {
    window.clearTimeout(this.timer);
    this.timer = 0;
  }
}

/** Keys with a name that write or delete letters: the last three are those of phones, of input methods and of accents. */
const TYPING = ["Backspace", "Delete", "Shift", "Unidentified", "Process", "Dead"];

/** Whether a key writes or deletes no letter. @param {KeyboardEvent} event */
const typesNothing = ({ key, ctrlKey, metaKey }) => ctrlKey || metaKey || (key.length > 1 && !TYPING.includes(key));
