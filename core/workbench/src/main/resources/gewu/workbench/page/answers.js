// Answers to forms: what was refused stands below its form, what was done is told, and the window is shown anew.
import { say } from "./words.js";
import { tellPeople } from "./notices.js";

const LONGEST_NOTICE = 160;

/**
 * @param isChange  whether it was a call that changes something: its window is shown anew, with the answer above
 * @param isGoingOn whether the keys were in the form
 * @param inside    what the server answered; null if no answer came
 */
export function answered(part, form, { isDone, isChange, isGoingOn, inside }) {
  form.querySelector(":scope > .answer-here")?.remove();
  if (!inside) {
    tellPeople(say("没有得到回答：工作台可能已经停止。", "No answer came: the workbench may have been stopped."), "alarm");
    return;
  }
  if (isDone) {
    // The name of the command is no news.
    inside.querySelector("h1")?.remove();
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
  form.closest("[popover]")?.hidePopover();
  tellPeople(words.length > LONGEST_NOTICE ? words.slice(0, LONGEST_NOTICE - 1) + "…" : words, "good");
  const isMore = inside.querySelector("table, .board, form, .hit, a[download]");
  if (isMore && !isChange) {
    inside.className = "answer-here";
    form.append(inside);
    return;
  }
  form.reset();
  if (form.closest(".answer-here.above")) {
    part.tell(null);
  }
  if (isMore) {
    part.tell(inside);
  }
  part.load(true).then(() => isGoingOn && goOn(part));
}

/** Who worked with the keyboard goes on where the window says, or in its next form. */
function goOn(part) {
  part.element.querySelector("[data-goes-on], form.fill:not(.bare) :is(input:not([type='hidden']), select, textarea)")?.focus();
}
