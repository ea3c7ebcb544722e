// A list and what is chosen in it, side by side: J and K go through the list, digits choose what is done, Ctrl+Enter does it, and the
// next one comes up. Escape leaves a field for these keys.
import { make, say } from "./words.js";
import { drawer } from "./panels.js";

/** Windows in which somebody chose by keys: these go on in what is chosen. */
const going = new WeakSet();

drawer(".pair", (pair, part) => {
  const list = pair.querySelector(":scope > .pair-list");
  const chosen = pair.querySelector(":scope > .pair-chosen");
  chosen.tabIndex = -1;
  chosen.dataset.goesOn = "";
  const cards = [...list.querySelectorAll(".card")];
  const at = cards.findIndex(it => it.dataset.key === pair.dataset.key);
  const card = cards[at];
  if (card) {
    card.classList.add("current");
    card.setAttribute("aria-current", "true");
    cards.forEach(it => it.tabIndex = it === card ? 0 : -1);
    list.scrollTop = Math.max(0, card.offsetTop - list.offsetTop - list.clientHeight / 3);
  }
  const ways = [...chosen.querySelector("nav.ways:has([aria-current='true'])")?.querySelectorAll("a[href]") ?? []];
  ways.forEach((way, i) => {
    way.append(" ", make("kbd", { "aria-hidden": "true" }, String(i + 1)));
    way.setAttribute("aria-keyshortcuts", String(i + 1));
  });
  if (cards.length) {
    list.append(make("p", { class: "faint keys-here" },
      make("kbd", {}, "J"), " ", make("kbd", {}, "K"), say(" 下一项、上一项　", " next, previous  "),
      make("kbd", {}, "Ctrl+Enter"), say(" 办理并到下一项　", " do it and go on  "), make("kbd", {}, "Esc"), say(" 离开输入框", " leave a field")));
  }
  const go = by => cards[at + by]?.querySelector("a[href]").click();
  pair.addEventListener("click", event => event.detail === 0 && event.target.closest("a[href]") && going.add(part));
  pair.addEventListener("keydown", event => {
    const isField = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && isField) {
      event.stopPropagation();
      chosen.focus();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.target.closest("form")) {
      const form = chosen.querySelector("form.fill:not(.bare)");
      form?.requestSubmit(form.querySelector(".send button"));
    } else if (isField || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    } else if (["j", "J"].includes(event.key)) {
      go(1);
    } else if (["k", "K"].includes(event.key)) {
      go(-1);
    } else if (/^[1-9]$/.test(event.key) && ways[event.key - 1]) {
      ways[event.key - 1].click();
    } else {
      return;
    }
    event.preventDefault();
  });
  if (going.delete(part)) {
    chosen.focus({ preventScroll: true });
  }
});
