// The palette: finds whatever can be done from a few letters of its title.
import { make, say } from "./words.js";
import { spelled } from "./strokes.js";

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
    }, make("span", {}, it.title), it.keys ? make("kbd", {}, spelled(it.keys)) : null)));
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
