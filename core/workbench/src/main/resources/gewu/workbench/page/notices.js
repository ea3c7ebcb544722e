// Short news at the corner, and dialogs that ask.
import { make, say } from "./words.js";

const SECONDS = 6;

function corner() {
  let list = document.querySelector(".notices");
  if (!list) {
    list = make("div", { class: "notices", role: "log", "aria-live": "polite", "aria-label": say("消息", "News") });
    document.body.append(list);
  }
  return list;
}

/** @param tone `plain`, `good`, `caution` or `alarm`; an alarm stays until it is closed */
export function tellPeople(words, tone = "plain") {
  const note = make("div", { class: "notice " + tone, role: tone === "alarm" ? "alert" : undefined },
    make("span", {}, words),
    make("button", { type: "button", class: "quiet", "aria-label": say("关闭", "Close"), onclick: () => note.remove() }, "×"));
  corner().append(note);
  if (tone !== "alarm") {
    setTimeout(() => note.remove(), SECONDS * 1000);
  }
  return note;
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
