// When the page shows what was typed: in the pause after a key, or at once as soon as anything else is done.
// All that the page says of a draft is counted anew after a change. That is done part by part, and a key that comes between two parts goes first.

/** Milliseconds without a key that are a pause. */
const PAUSE = 150;

/** Milliseconds that may pass before a key is let in. */
const TURN = 8;

/** What else people do. Each ends the wait before it is done, so that nothing acts on what is not shown yet, and after it. */
const OTHERWISE = ["change", "click", "focusout", "pagehide", "beforeprint", "pointerdown", "visibilitychange"];

export class Pause {
  /** @param {() => (() => void)[]} parts what shows a change, one after the other */
  constructor(parts) {
    this.parts = parts;
    this.timer = 0;
    /** What is still to be shown, once that has begun. @type {(() => void)[] | null} */
    this.left = null;
    for (const event of OTHERWISE) for (const first of [true, false]) window.addEventListener(event, () => this.end(), first);
    window.addEventListener("keydown", (event) => typesNothing(event) && this.end(), true);
  }

  /** Show it in the next pause. */
  begin() {
    this.over();
    this.timer = window.setTimeout(() => this.go(), PAUSE);
  }

  /** Show some of it, and go on when keys have had their turn. */
  go() {
    const left = this.left ?? this.parts();
    this.over();
    const until = performance.now() + TURN;
    do left.shift()?.();
    while (left.length && performance.now() < until);
    if (!left.length) return;
    this.left = left;
    this.timer = window.setTimeout(() => this.go());
  }

  /** Show it now, where something waits to be shown. */
  end() {
    if (!this.timer) return;
    const left = this.left ?? this.parts();
    this.over();
    for (const part of left) part();
  }

  /** Nothing waits any more. */
  over() {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.left = null;
  }
}

/**
 * A function that lets something follow what the page shows, some milliseconds after the last call or before a click is acted on. Never as a button is
 * pressed down: what it writes could move the button away. While something waits to be shown, it waits too, and is called again with that.
 * @param {() => void} run
 * @param {number} wait
 * @param {Pause} pause
 */
export function following(run, wait, pause) {
  let timer = 0;
  const go = () => {
    if (!timer) return;
    window.clearTimeout(timer);
    timer = 0;
    if (!pause.timer) run();
  };
  window.addEventListener("click", go, true);
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(go, wait);
  };
}

/** Keys with a name that write or delete letters: the last three are those of phones, of input methods and of accents. */
const TYPING = ["Backspace", "Delete", "Shift", "Unidentified", "Process", "Dead"];

/** Whether a key writes or deletes no letter. @param {KeyboardEvent} event */
const typesNothing = ({ key, ctrlKey, metaKey }) => ctrlKey || metaKey || (key.length > 1 && !TYPING.includes(key));
