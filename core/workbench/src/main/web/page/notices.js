// Short news at the corner, and dialogs that ask.
import { make, say } from "./words.js";

const SECONDS = 6;
const SECONDS_WITH_STEPS = 20;

function corner() {
  let list = document.querySelector(".notices");
  if (!list) {
    list = make("div", { class: "notices", role: "log", "aria-live": "polite", "aria-label": say("消息", "News") });
    document.body.append(list);
  }
  return list;
}

/**
 * @param tone  `plain`, `good`, `caution` or `alarm`; an alarm stays until it is closed
 * @param steps an element with what may be done next, such as taking it back; null for nothing. Such news stays
 *              longer, and as long as the mouse or the keys are in it
 */
export function tellPeople(words, tone = "plain", steps = null) {
  const note = make("div", { class: "notice " + tone, role: tone === "alarm" ? "alert" : undefined },
    make("span", {}, words), steps,
    make("button", { type: "button", class: "quiet close", "aria-label": say("关闭", "Close"), onclick: () => note.remove() }, "×"));
  corner().append(note);
  if (tone !== "alarm") {
    goingSoon(note, steps ? SECONDS_WITH_STEPS : SECONDS);
  }
  return note;
}

function goingSoon(note, seconds) {
  let going = 0;
  const stay = () => clearTimeout(going);
  const go = () => {
    stay();
    going = setTimeout(() => note.remove(), seconds * 1000);
  };
  note.addEventListener("mouseenter", stay);
  note.addEventListener("focusin", stay);
  note.addEventListener("mouseleave", go);
  note.addEventListener("focusout", go);
  go();
}

/** Goes to the step that the latest news offers, such as taking back what was just done. */
export function goToStep() {
  const step = [...document.querySelectorAll(".notice .steps")].at(-1)?.querySelector("button, a[href]");
  step ? step.focus() : tellPeople(say("刚才没有可以撤回的操作。", "Nothing was done just now that could be taken back."));
}

/** A dialog with a title and something in it; closed by Escape, by the cross, or by a click beside it. */
export function askPeople(title, ...content) {
  const dialog = make("dialog", { class: "asking", "aria-label": title });
  dialog.append(
    make("header", {}, make("h2", {}, title),
      make("button", { type: "button", class: "quiet close", "aria-label": say("关闭", "Close"), onclick: () => dialog.close() }, "×")),
    make("div", { class: "inside" }, ...content));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", event => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
