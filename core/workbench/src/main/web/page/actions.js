// What can be done, and the keys that do it: as the workbench and its plugins propose them, or as a person has changed them.
import { keep, say, settings } from "./words.js";
import { tellPeople } from "./notices.js";
import { isClash } from "./strokes.js";

const SETTING = "keys";

export class Actions {
  #all = new Map();
  #changed = changedKeys();
  #forget = () => {};

  /** @param action id, title, run; menu and keys where there are any */
  add(action) {
    this.#all.set(action.id, { ...action, proposed: action.keys, keys: this.#changed[action.id] ?? action.keys });
  }

  clear() {
    this.#all.clear();
  }

  all() {
    return [...this.#all.values()];
  }

  run(id) {
    this.#all.get(id)?.run();
  }

  /** Others that are not heard with these keys, or because of which these are not. */
  clashing(id, keys) {
    return keys ? this.all().filter(it => it.id !== id && it.keys && isClash(it.keys, keys)) : [];
  }

  /** Gives an action other keys, at once and from now on; empty keys for none. */
  change(id, keys) {
    const action = this.#all.get(id);
    action.keys = keys;
    if (keys === action.proposed) {
      delete this.#changed[id];
    } else {
      this.#changed[id] = keys;
    }
    keep(SETTING, Object.keys(this.#changed).length ? JSON.stringify(this.#changed) : "");
    this.#hear();
  }

  /** From now on keys are heard; who proposes the same keys is told. */
  listen() {
    this.#hear();
    const clashing = this.all().filter(it => this.clashing(it.id, it.keys).length);
    if (clashing.length) {
      tellPeople(say("有按键冲突：", "Keys clash: ") + clashing.map(it => it.title).join(say("、", ", "))
        + say("。在“帮助”菜单的“按键一览”里可以改。", ". Change them in Help, Keys."), "caution");
    }
  }

  /** Who types is left alone, but for strokes with a modifier. */
  #hear() {
    this.#forget();
    const bindings = {};
    for (const action of this.all().filter(it => it.keys)) {
      bindings[action.keys] ??= event => {
        const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
        if (isTyping && !/^F\d/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
          return;
        }
        event.preventDefault();
        action.run();
      };
    }
    // Left to itself the library hears no keys at all while somebody types.
    this.#forget = window.tinykeys.tinykeys(window, bindings, { ignore: event => event.repeat || event.isComposing });
  }
}

function changedKeys() {
  try {
    const kept = JSON.parse(settings[SETTING] || "{}");
    return Object.fromEntries(Object.entries(kept).filter(([, keys]) => typeof keys === "string"));
  } catch (unreadable) {
    console.warn("The keys that were kept can't be read; all are as proposed.", unreadable);
    return {};
  }
}
