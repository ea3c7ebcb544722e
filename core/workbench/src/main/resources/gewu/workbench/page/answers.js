// Answers to forms: what was refused stands below its form, what was done is told, and the window is shown anew.
import { say } from "./words.js";
import { tellPeople } from "./notices.js";

const LONGEST_NOTICE = 160;

/** @param inside what the server answered; null if no answer came */
export function answered(part, form, isDone, inside) {
  form.querySelector(":scope > .answer-here")?.remove();
  if (!inside) {
    tellPeople(say("没有得到回答：工作台可能已经停止。", "No answer came: the workbench may have been stopped."), "alarm");
    return;
  }
  const words = inside.textContent.trim().replace(/\s+/g, " ");
  if (!isDone) {
    inside.className = "answer-here refused";
    inside.setAttribute("role", "alert");
    form.append(inside);
    inside.scrollIntoView({ block: "nearest" });
    return;
  }
  form.closest("dialog")?.close("done");
  tellPeople(words.length > LONGEST_NOTICE ? words.slice(0, LONGEST_NOTICE - 1) + "…" : words, "good");
  if (inside.querySelector("table, .board, form, .hit, a[download]")) {
    inside.className = "answer-here";
    form.append(inside);
  } else {
    const isGoingOn = form.contains(document.activeElement);
    form.reset();
    part.load(true).then(() => isGoingOn && goOn(part));
  }
}

/** Who worked with the keyboard goes on in the next form. */
function goOn(part) {
  part.element.querySelector("form.fill :is(input:not([type='hidden']), select, textarea)")?.focus();
}
