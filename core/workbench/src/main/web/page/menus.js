// Menus: what can be done, by the kind of work it belongs to.
import { make, say } from "./words.js";
import { spelled } from "./strokes.js";

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
        }, make("span", {}, it.title), it.keys ? make("kbd", {}, spelled(it.keys)) : null)));
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
