// What a page or a window does beyond links and forms. Without it all of them still work; no markup is built from text.
import { suggesting } from "./suggesting.js";

const english = document.documentElement.lang === "en";

/** Readies all that stands inside `root`: a whole page, or a window of the workbench.
 *  @param hash the paragraph at which it is opened, such as `#p12`; may be empty */
export function ready(root, hash) {
  readySettings(root);
  readySteps(root, hash);
  readyCitations(root);
  readyScrolling(root);
  root.querySelectorAll(".ask input[type='search']").forEach(readyBox);
}

/** What is wider than its place is scrolled by keys, too. */
export function readyScrolling(root) {
  for (const wide of root.querySelectorAll(".scroll")) {
    wide.tabIndex = 0;
  }
}

// Switches and the order take effect at once.
function readySettings(root) {
  for (const form of root.querySelectorAll("form.settings")) {
    form.querySelector("button").hidden = true;
    form.addEventListener("change", () => form.requestSubmit());
  }
}

// Hits: n and p (or j and k) step through them, N and P through the reports.
function readySteps(root, hash) {
  const steps = root.querySelector(".steps");
  if (!steps) {
    return;
  }
  const marked = () => [...root.querySelectorAll(".text mark")].filter(mark => !mark.closest("header"));
  let marks = marked();
  const counter = steps.querySelector("output");
  const behind = (element, mark) => element === mark || element.contains(mark)
    || (element.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const first = to => {
    const opened = to ? root.querySelector("#" + CSS.escape(to.slice(1))) : null;
    return opened ? marks.findIndex(mark => behind(opened, mark)) : -1;
  };
  let at = -1;
  const show = index => {
    marks[at]?.classList.remove("now");
    at = index;
    marks[at]?.classList.add("now");
    counter.textContent = (at < 0 ? "–" : at + 1) + " / " + marks.length;
  };
  const step = by => {
    const to = at + by;
    if (to >= 0 && to < marks.length) {
      show(to);
      marks[to].scrollIntoView({ block: "center" });
    }
    steps.querySelector("[data-step='-1']").disabled = at <= 0;
    steps.querySelector("[data-step='1']").disabled = at >= marks.length - 1;
  };
  const walk = to => root.querySelector(`[data-walk='${to}']`)?.click();
  if (marks.length > 0) {
    steps.hidden = false;
    show(first(hash));
    step(0);
    steps.addEventListener("click", event => step(Number(event.target.dataset.step ?? 0)));
    root.addEventListener("gewu:goto", event => { show(first(event.detail)); step(0); });
    root.addEventListener("gewu:whole", () => {
      if (steps.isConnected) {
        marks = marked();
        show(at);
      }
    });
  }
  const listener = root === document.body ? window : root;
  listener.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing
        || event.target.closest?.("input, select, textarea, dialog") || !steps.isConnected) {
      return;
    }
    const actions = {
      n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
      N: () => walk("behind"), J: () => walk("behind"), P: () => walk("before"), K: () => walk("before"),
    };
    if (Object.hasOwn(actions, event.key)) {
      event.preventDefault();
      actions[event.key]();
    }
  });
}

// Citations open beside the text, and are copied.
async function copy(button) {
  const words = button.closest("section").querySelector("pre");
  const link = words.querySelector("a");
  try {
    await navigator.clipboard.writeText(link ? link.href : words.textContent);
  } catch {
    // Where the clipboard is out of reach, the words are selected for the person to copy.
    getSelection().selectAllChildren(words);
    return;
  }
  const before = button.textContent;
  button.textContent = english ? "Copied" : "已复制";
  setTimeout(() => { button.textContent = before; }, 1500);
}

function readyCopies(citations) {
  for (const button of citations.querySelectorAll("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

async function cite(address) {
  const answer = await fetch(address);
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".citations");
  if (!drawn) {
    location.assign(address);
    return;
  }
  const dialog = document.createElement("dialog");
  dialog.className = "cited";
  dialog.setAttribute("aria-label", english ? "Cite" : "引用");
  const close = document.createElement("button");
  close.className = "quiet close";
  close.textContent = "×";
  close.setAttribute("aria-label", english ? "Close" : "关闭");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", event => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  const citations = document.adoptNode(drawn);
  dialog.append(close, citations);
  readyCopies(citations);
  citations.querySelector("a.whole")?.addEventListener("click", event => {
    event.preventDefault();
    dialog.close();
    cite(event.target.href);
  });
  document.body.append(dialog);
  dialog.showModal();
}

function readyCitations(root) {
  readyCopies(root);
  root.querySelector(".text")?.addEventListener("click", event => {
    const control = event.target.closest("a.cite:not(.notes)");
    if (control && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      cite(control.href);
    }
  });
}

// The search box proposes words while they are typed: arrows choose, Enter takes, Escape closes.
export function readyBox(box) {
  const typed = () => box.value.slice(0, box.selectionStart).match(/[^\s|()（）"“”]*$/)[0];
  suggesting(box, {
    typed,
    ask: async words => {
      const answer = words && await fetch("/suggest?q=" + encodeURIComponent(words));
      return answer && answer.ok ? (await answer.json()).items.map(it => ({ ...it, about: [it.kind, it.count].filter(part => part).join(" ") })) : [];
    },
    take: words => {
      const end = box.selectionStart;
      box.setRangeText(words, end - typed().length, end, "end");
    },
  });
}
