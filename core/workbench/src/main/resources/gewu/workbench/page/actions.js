// What can be done, by menu, by keys, and by the palette that finds it from a few letters.
import { make, say } from "./words.js";
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

/** How well letters fit a title: all of them in order; lower is better, Infinity for not at all. */
export function fit(title, typed) {
  const words = title.toLowerCase();
  let at = -1;
  let gaps = 0;
  for (const letter of typed.toLowerCase().replace(/\s+/g, "")) {
    const next = words.indexOf(letter, at + 1);
    if (next < 0) {
      return Infinity;
    }
    gaps += next - at - 1;
    at = next;
  }
  return gaps;
}

export function openPalette(actions) {
  if (document.querySelector("dialog.palette")) {
    return;
  }
  const list = make("ul", { role: "listbox", id: "palette-list", "aria-label": say("命令", "Commands") });
  const box = make("input", {
    type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "palette-list", "aria-autocomplete": "list",
    "aria-label": say("要做什么", "What to do"), placeholder: say("要做什么？输入几个字", "What to do? Type a few letters"), autocomplete: "off",
  });
  const dialog = make("dialog", { class: "palette", "aria-label": say("命令面板", "Command palette") }, box, list);
  let chosen = 0;
  const show = () => {
    const found = actions.all().map(it => [it, fit(it.title + " " + it.id, box.value)])
      .filter(([, rank]) => rank < Infinity).sort((a, b) => a[1] - b[1]).slice(0, 50);
    list.replaceChildren(...found.map(([it], i) => make("li", {
      role: "option", id: "palette-" + i, "aria-selected": "false", onclick: () => take(it),
    }, make("span", {}, it.title), it.keys ? make("kbd", {}, actions.spelled(it.keys)) : null)));
    if (!found.length) {
      list.append(make("li", { class: "faint", role: "option", "aria-selected": "false" }, say("没有这样的命令。", "No such command.")));
    }
    shown = found.map(([it]) => it);
    choose(0);
  };
  let shown = [];
  const choose = i => {
    chosen = Math.max(0, Math.min(i, shown.length - 1));
    [...list.children].forEach((it, at) => it.setAttribute("aria-selected", String(at === chosen)));
    box.setAttribute("aria-activedescendant", "palette-" + chosen);
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  };
  const take = it => {
    dialog.close();
    it?.run();
  };
  box.addEventListener("input", show);
  box.addEventListener("keydown", event => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by) {
      event.preventDefault();
      choose(chosen + by);
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      take(shown[chosen]);
    }
  });
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  show();
}

/** The row of menus. Arrows go through them as anywhere. */
export function openMenus(actions, menus) {
  const row = make("div", { class: "menus", role: "menubar", "aria-label": say("菜单", "Menus") });
  for (const [id, title] of menus) {
    const list = make("div", { class: "menu", role: "menu", popover: "auto", id: "menu-" + id, "aria-label": title });
    const button = make("button", {
      type: "button", role: "menuitem", "aria-haspopup": "menu", popovertarget: "menu-" + id, tabindex: id === menus[0][0] ? "0" : "-1",
    }, title);
    list.addEventListener("beforetoggle", event => {
      if (event.newState === "open") {
        list.replaceChildren(...actions.all().filter(it => it.menu === id).map(it => make("button", {
          type: "button", role: "menuitem", tabindex: "-1",
          onclick: () => { list.hidePopover(); it.run(); },
        }, make("span", {}, it.title), it.keys ? make("kbd", {}, actions.spelled(it.keys)) : null)));
        const place = button.getBoundingClientRect();
        list.style.left = place.left + "px";
        list.style.top = place.bottom + "px";
      }
    });
    list.addEventListener("toggle", event => event.newState === "open" && list.firstElementChild?.focus());
    list.addEventListener("keydown", event => {
      const all = [...list.children];
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) {
        event.preventDefault();
        all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
      } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
        event.preventDefault();
        const buttons = [...row.querySelectorAll(":scope > button")];
        const next = buttons[(buttons.indexOf(button) + (event.key === "ArrowRight" ? 1 : -1) + buttons.length) % buttons.length];
        list.hidePopover();
        next.focus();
        next.click();
      }
    });
    row.append(button, list);
  }
  row.addEventListener("keydown", event => {
    const buttons = [...row.querySelectorAll(":scope > button")];
    const at = buttons.indexOf(document.activeElement);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by && at >= 0) {
      event.preventDefault();
      buttons[(at + by + buttons.length) % buttons.length].focus();
    } else if (event.key === "ArrowDown" && at >= 0) {
      event.preventDefault();
      buttons[at].click();
    }
  });
  return row;
}
