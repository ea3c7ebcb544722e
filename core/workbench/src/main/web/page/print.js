// Printing: of a workbench only the window that is active, black on white, with its address and the day at the foot.
import { english, make, say } from "./words.js";
import { activePart } from "./windows.js";

addEventListener("beforeprint", () => {
  const part = activePart();
  const article = part?.element.querySelector("article.part");
  if (!article) {
    return;
  }
  const sheet = make("div", { class: "printed-sheet" }, article.cloneNode(true), foot(part.address));
  sheet.querySelectorAll("[id]").forEach(it => it.removeAttribute("id"));
  document.body.append(sheet);
  document.documentElement.classList.add("printing");
});

addEventListener("afterprint", () => {
  document.querySelector(".printed-sheet")?.remove();
  document.documentElement.classList.remove("printing");
});

const foot = address => make("p", { class: "printed-foot" },
  say("格物 · ", "Gewu · ") + decodeURI(location.origin + address) + " · " + new Date().toLocaleString(english ? "en" : "zh-CN"));
