// Two texts side by side: what is the same is folded until somebody asks for it, and keys go from difference to difference.
import { keep, make, say, settings } from "./words.js";
import { drawer } from "./panels.js";

const KEPT = "sides.whole";

drawer(".sides", (sides, part) => {
  const rows = [...sides.querySelectorAll("tbody tr")];
  const differing = rows.filter(it => !it.matches(".heading, .same"));
  const counter = make("output", { class: "count" });
  const whole = make("button", { type: "button", class: "quiet", "aria-pressed": "false" }, say("显示相同的段落", "Show what is the same"));
  const step = (by, words, title) => make("button", { type: "button", class: "quiet", title, onclick: () => go(by) }, words);
  const before = step(-1, say("↑ 上一处", "↑ Previous"), "p / k");
  const behind = step(1, say("下一处 ↓", "Next ↓"), "n / j");
  sides.prepend(make("p", { class: "sides-bar" }, whole, make("span", { class: "steps" }, before, counter, behind)));
  fold(sides, rows);

  let at = -1;
  const show = () => {
    differing.forEach((it, i) => it.classList.toggle("now", i === at));
    counter.textContent = differing.length ? (at < 0 ? "–" : at + 1) + " / " + differing.length : say("没有差别", "no difference");
    before.disabled = at <= 0;
    behind.disabled = at >= differing.length - 1;
  };
  function go(by) {
    const to = at + by;
    if (to >= 0 && to < differing.length) {
      at = to;
      show();
      differing[at].scrollIntoView({ block: "center" });
    }
  }
  show();

  const turn = isWhole => {
    sides.classList.toggle("whole", isWhole);
    whole.setAttribute("aria-pressed", String(isWhole));
  };
  turn(settings[KEPT] === "yes");
  whole.addEventListener("click", () => {
    turn(!sides.classList.contains("whole"));
    keep(KEPT, sides.classList.contains("whole") ? "yes" : "");
  });

  part.element.addEventListener("keydown", event => {
    if (!sides.isConnected || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest("input, select, textarea")
        || sides !== part.element.querySelector(".sides")) {
      return;
    }
    const by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (by) {
      event.preventDefault();
      go(by);
    }
  });
});

/** Each stretch of rows that are the same becomes one line that tells how many, and opens. */
function fold(sides, rows) {
  let stretch = [];
  const close = () => {
    if (stretch.length) {
      const mine = stretch;
      const open = make("button", { type: "button", class: "quiet", "aria-expanded": "false" },
        say(`${mine.length} 段一字未改`, `${mine.length} paragraphs are the same`));
      const line = make("tr", { class: "folded" }, make("td", { colspan: "2" }, open));
      open.addEventListener("click", () => {
        const isOpen = open.getAttribute("aria-expanded") !== "true";
        open.setAttribute("aria-expanded", String(isOpen));
        mine.forEach(it => it.classList.toggle("opened", isOpen));
      });
      mine[0].before(line);
      stretch = [];
    }
  };
  for (const row of rows) {
    if (row.matches(".same")) {
      stretch.push(row);
    } else {
      close();
    }
  }
  close();
  sides.classList.add("foldable");
}
