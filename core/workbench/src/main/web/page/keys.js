// The list of keys, in which people change them: press others, take them away, give the proposed ones back.
import { make, say } from "./words.js";
import { askPeople } from "./notices.js";
import { loss, refusal, spelled, strokeOf } from "./strokes.js";

const MOST_STROKES = 2;
const MOST_NAMED = 3;

export function showKeys(actions) {
  if (document.querySelector("dialog[open]")) {
    return;
  }
  const all = actions.all();
  const rows = [...all.filter(it => it.keys || it.proposed), ...all.filter(it => !it.keys && !it.proposed)].map(it => new Row(actions, it.id));
  const box = make("input", {
    type: "search", placeholder: say("找一个命令，或它的按键", "Find a command, or its keys"), "aria-label": say("找命令", "Find a command"), autocomplete: "off",
  });
  const none = make("p", { class: "faint", hidden: true }, say("没有这样的命令。", "No such command."));
  const body = make("tbody", {}, ...rows.map(it => it.element));
  box.addEventListener("input", () => {
    rows.forEach(it => { it.element.hidden = !it.fits(box.value); });
    none.hidden = rows.some(it => !it.element.hidden);
  });
  const dialog = askPeople(say("按键一览", "Keys"),
    make("p", { class: "how" }, box),
    make("p", { class: "faint" }, say("选“改”，按下新的按键，再按 Enter；可以连按两下，如 G 再 B。Ctrl+N、Ctrl+T、Ctrl+W、Ctrl+Tab 由浏览器自己留用。",
      "Choose “Change”, press other keys, then Enter; two strokes in a row will do, such as G then B. Browsers keep Ctrl+N, Ctrl+T, Ctrl+W and Ctrl+Tab for themselves.")),
    make("table", { class: "brief keys" }, make("thead", { class: "unseen" }, make("tr", {},
      make("th", { scope: "col" }, say("命令", "Command")), make("th", { scope: "col" }, say("按键", "Keys")), make("th", { scope: "col" }, say("更改", "Change")))), body),
    none);
  dialog.classList.add("wide");
  dialog.addEventListener("gewu:keys", () => rows.forEach(it => it.show()));
  dialog.addEventListener("keydown", event => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && !event.target.closest(".pressing")) {
      event.preventDefault();
      const stops = [box, ...body.querySelectorAll("tr:not([hidden]) button.change")];
      const at = stops.indexOf(event.target.closest("tr")?.querySelector("button.change") ?? box);
      stops[Math.max(0, Math.min(at + by, stops.length - 1))].focus();
    }
  });
  box.focus();
}

/** One action with its keys. */
class Row {
  constructor(actions, id) {
    this.actions = actions;
    this.id = id;
    this.element = make("tr", { "data-id": id });
    this.show();
  }

  get action() {
    return this.actions.all().find(it => it.id === this.id);
  }

  fits(typed) {
    const words = typed.trim().toLowerCase();
    return (this.action.title + " " + spelled(this.action.keys ?? "")).toLowerCase().includes(words);
  }

  show() {
    const { title, keys, proposed } = this.action;
    const others = this.actions.clashing(this.id, keys);
    const button = (name, words, run) => make("button", { type: "button", class: "quiet " + name, "aria-label": words + say("：", ": ") + title, onclick: run }, words);
    this.element.replaceChildren(
      make("th", { scope: "row" }, title),
      make("td", {}, keys ? make("kbd", {}, spelled(keys)) : make("span", { class: "faint" }, "—"),
        others.length ? make("span", { class: "clash" }, say("与" + quoted(others) + "冲突", "clashes with " + quoted(others))) : null),
      make("td", { class: "doing" },
        button("change", say("改", "Change"), () => this.ask()),
        keys ? button("remove", say("去掉", "Remove"), () => this.take("")) : null,
        (keys ?? "") !== (proposed ?? "") ? button("restore", say("还原", "Restore") + (proposed ? " " + spelled(proposed) : ""), () => this.restore()) : null));
  }

  /** Waits for keys to be pressed, or for an answer to keys that others have. */
  ask(wanted = "") {
    let strokes = wanted ? wanted.split(" ") : [];
    const shown = make("kbd", { class: "pressed" });
    const said = make("span", { class: "said", role: "status" });
    const choice = make("span", { class: "choice" });
    const well = make("div", { class: "pressing", tabindex: "0", role: "group", "aria-label": say("按下新的按键：", "Press other keys: ") + this.action.title }, shown, said, choice);
    const tell = words => {
      const keys = strokes.join(" ");
      const others = this.actions.clashing(this.id, keys);
      shown.textContent = keys ? spelled(keys) : say("请按键…", "Press keys…");
      // Whoever would take the keys of many at once has pressed what many of them begin with.
      const isForMany = others.length > 1;
      said.textContent = words || (isForMany ? say("已用于" + quoted(others) + "：请换一个键，或再按一键。", "Taken by " + quoted(others) + ": press another key, or one more.")
        : others.length ? say("已用于" + quoted(others) + "。", "Taken by " + quoted(others) + ".")
        : keys ? say("Enter 确定，Backspace 重按，Esc 放弃。", "Enter keeps them, Backspace starts over, Esc gives up.")
          + (loss(keys) ? say("浏览器的“" + loss(keys) + "”将改由这里使用。", " The browser's own " + loss(keys) + " gives way.") : "")
          : say("Esc 放弃。", "Esc gives up."));
      well.classList.toggle("refused", Boolean(words) || others.length > 0);
      choice.replaceChildren(...keys && !words && !isForMany ? [
        make("button", { type: "button", onclick: () => this.propose(keys) }, others.length ? say("改给“" + this.action.title + "”", "Give them to “" + this.action.title + "”") : say("确定", "Keep")),
        make("button", { type: "button", class: "quiet", onclick: () => this.end() }, say("放弃", "Give up"))] : []);
    };
    well.addEventListener("keydown", event => {
      if (event.target !== well) {
        event.key === "Escape" && this.stop(event);
        return;
      }
      const bare = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
      if (event.key === "Tab" && !event.ctrlKey && !event.altKey) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const stroke = strokeOf(event);
      if (bare && event.key === "Escape") {
        this.end();
      } else if (bare && event.key === "Backspace") {
        strokes = [];
        tell("");
      } else if (bare && event.key === "Enter" && strokes.length) {
        if (this.actions.clashing(this.id, strokes.join(" ")).length) {
          choice.querySelector("button")?.focus();
        } else {
          this.take(strokes.join(" "));
        }
      } else if (stroke && !event.repeat) {
        const why = refusal(stroke);
        strokes = why ? [] : strokes.length < MOST_STROKES ? [...strokes, stroke] : [stroke];
        tell(why);
      }
    });
    well.addEventListener("focusout", event => event.relatedTarget && !well.contains(event.relatedTarget) && this.show());
    this.element.replaceChildren(make("th", { scope: "row" }, this.action.title), make("td", { colspan: "2" }, well));
    tell("");
    well.focus();
  }

  restore() {
    const keys = this.action.proposed ?? "";
    if (this.actions.clashing(this.id, keys).length) {
      this.ask(keys);
    } else {
      this.take(keys);
    }
  }

  stop(event) {
    event.preventDefault();
    event.stopPropagation();
    this.end();
  }

  /** Has these keys; whoever had them has none from now on. */
  propose(keys) {
    this.actions.clashing(this.id, keys).forEach(it => this.actions.change(it.id, ""));
    this.take(keys);
  }

  take(keys) {
    this.actions.change(this.id, keys);
    this.element.dispatchEvent(new CustomEvent("gewu:keys", { bubbles: true }));
    this.end();
  }

  end() {
    this.show();
    this.element.querySelector("button.change").focus();
  }
}

const quoted = actions => actions.slice(0, MOST_NAMED).map(it => "“" + it.title + "”").join(say("、", ", "))
  + (actions.length > MOST_NAMED ? say("等 " + actions.length + " 个命令", " and others, " + actions.length + " in all") : "");
