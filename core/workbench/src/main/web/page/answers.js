// Answers to forms: what was refused stands below its form, what was done is told, and the window is shown anew.
import { tellPeople } from "./notices.js";
import { make, say } from "./words.js";

const LONGEST_NOTICE = 160;
const MORE = "table, .board, form, .hit, a[download]";
const STEPS = ".advice > form.step, .advice > a[href]";

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
  if (!isDone && form.closest(".notice")) {
    form.closest(".notice").remove();
    tellPeople(wordsOf(inside), "alarm");
    return;
  }
  if (!isDone) {
    inside.className = "answer-here refused";
    inside.setAttribute("role", "alert");
    form.append(inside);
    inside.scrollIntoView({ block: "nearest" });
    return;
  }
  form.closest("dialog")?.close("done");
  form.closest("[popover]")?.hidePopover();
  form.closest(".notice")?.remove();
  const isMore = [...inside.querySelectorAll(MORE)].some(it => !it.closest(".advice"));
  tell(part, inside, isMore);
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

/** What may be done next stands beside the news, unless there is more to see: then it stays with that. */
function tell(part, inside, isMore) {
  const words = wordsOf(inside);
  const steps = isMore ? [] : [...inside.querySelectorAll(STEPS)];
  const note = tellPeople(words.length > LONGEST_NOTICE ? words.slice(0, LONGEST_NOTICE - 1) + "…" : words, "good",
    steps.length ? make("span", { class: "steps" }, ...steps) : null);
  note.addEventListener("submit", event => {
    event.preventDefault();
    part.send(event.target, event.submitter);
  });
  note.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (link) {
      event.preventDefault();
      note.remove();
      part.host.open(link.getAttribute("href"), part);
    }
  });
}

/** Its sentences; of an answer without any, whatever it says. */
function wordsOf(inside) {
  const sentences = [...inside.querySelectorAll("p")].filter(it => !it.closest("form")).map(it => it.textContent.trim().replace(/\s+/g, " ")).filter(it => it);
  return sentences.join("\n") || inside.textContent.trim().replace(/\s+/g, " ");
}

/** Who worked with the keyboard goes on where the window says, or in its next form. */
function goOn(part) {
  part.element.querySelector("[data-goes-on], form.fill:not(.bare) :is(input:not([type='hidden']), select, textarea)")?.focus();
}
