// What can be done, and the keys that do it.
import { say } from "./words.js";
import { tellPeople } from "./notices.js";

export class Actions {
  #all = new Map();

  /** @param action id, title, run; menu and keys where there are any */
  add(action) {
    this.#all.set(action.id, action);
  }

  all() {
    return [...this.#all.values()];
  }

  run(id) {
    this.#all.get(id)?.run();
  }

  /** Others with the same keys. */
  conflictsOf(action) {
    return this.all().filter(it => it !== action && it.keys && it.keys === action.keys);
  }

  /** Keys as people read them. */
  spelled(keys) {
    const names = { $mod: /Mac|iP/.test(navigator.platform) ? "⌘" : "Ctrl", Slash: "/", Comma: ",", ArrowLeft: "←", ArrowRight: "→" };
    return keys.split(" ").map(stroke => stroke.split("+").map(it => names[it] ?? it.replace(/^(Key|Digit)/, "")).join("+")).join(" ");
  }

  /** From now on keys are heard. Who types is left alone, but for strokes with a modifier. */
  listen() {
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
    window.tinykeys.tinykeys(window, bindings, { ignore: event => event.repeat || event.isComposing });
    const clashing = this.all().filter(it => this.conflictsOf(it).length);
    if (clashing.length) {
      tellPeople(say("有按键冲突：", "Keys clash: ") + clashing.map(it => it.title).join("、"), "caution");
    }
  }
}
