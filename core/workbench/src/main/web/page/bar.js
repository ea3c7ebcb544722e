// The bar above the windows: menus, perspectives, the box that searches all reports.
import { make, say, titleOf } from "./words.js";
import { readyBox } from "./reader.js";
import { openMenus } from "./menus.js";
import { openPalette } from "./palette.js";
import { inOtherLanguage } from "./pages.js";
import { told } from "./told.js";
import { leaveGone, markPerspective, showPerspective } from "./perspectives.js";
import { turnTheme } from "./theme.js";
import { open } from "./windows.js";

const MENUS = [
  ["file", say("文件", "File")], ["edit", say("编辑", "Edit")], ["view", say("视图", "View")], ["tools", say("工具", "Tools")],
  ["help", say("帮助", "Help")],
];

/** Takes the place of the head of the plain page. */
export function layBar(actions) {
  const old = document.querySelector("header.top");
  const ask = old.querySelector("form.ask");
  asking(ask);
  const palette = say("命令面板", "Command palette");
  const theme = say("浅色 / 深色", "Light / dark");
  old.replaceWith(make("header", { class: "bar" },
    old.querySelector(".brand"), openMenus(actions, MENUS), perspectives(), ask,
    make("button", { type: "button", class: "quiet icon", title: palette, "aria-label": palette, onclick: () => openPalette(actions) }, "⌘"),
    make("button", { type: "button", class: "quiet icon", title: theme, "aria-label": theme, onclick: turnTheme }, "◐"),
    make("a", { class: "language", href: inOtherLanguage(), lang: say("en", "zh-CN"), "data-plain": "" }, say("English", "中文"))));
}

function asking(ask) {
  const box = ask.querySelector("input[type=search]");
  readyBox(box);
  ask.addEventListener("submit", event => {
    event.preventDefault();
    const words = box.value.trim();
    const part = open(words ? "/search?q=" + encodeURIComponent(words) : "/search");
    // The keys go on to what was found; suggestions that come late stay shut.
    box.blur();
    requestAnimationFrame(() => part?.element.focus());
  });
}

/** Plugins have come or gone, and perspectives with them. */
export function renewBar() {
  const tabs = document.querySelector(".perspectives");
  const id = tabs.contains(document.activeElement) ? document.activeElement.dataset.id : "";
  tabs.replaceChildren(...perspectiveTabs());
  leaveGone();
  markPerspective();
  if (id) {
    (tabs.querySelector(`[data-id="${CSS.escape(id)}"]`) ?? tabs.querySelector("[aria-selected=true]")).focus();
  }
}

const perspectiveTabs = () => told.perspectives.map(it => make("button", {
  type: "button", role: "tab", "data-id": it.id, title: say(it.about, it.about_en), "aria-selected": "false",
  "aria-controls": "main", onclick: () => showPerspective(it.id),
}, titleOf(it)));

function perspectives() {
  const tabs = make("div", { class: "perspectives", role: "tablist", "aria-label": say("工作场景", "Perspectives") }, ...perspectiveTabs());
  tabs.addEventListener("keydown", event => {
    const all = [...tabs.children];
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) {
      const next = all[(all.indexOf(document.activeElement) + by + all.length) % all.length];
      next.focus();
      next.click();
    }
  });
  return tabs;
}
