// A report in its window: what is shown beside and below its words, what is told of one figure or problem, and the page itself.
import { keep, make, say, settings } from "./words.js";
import { drawer } from "./panels.js";
import { select } from "./selection.js";

const NARROW = 720;
const SWITCHES = ["outline", "figures", "problems", "remarks", "hits"];

drawer(".reading", (reading, part) => {
  readySwitches(reading, part);
  readyPopover(reading, part);
  readyPlace(reading, part);
});

// What was asked last is kept for the start of the search; in a narrow window its conditions wait until they are asked for.
drawer(".question", (_, part) => {
  const address = part.address.split("#")[0].replace(/[?&](offset|page|matrix)=[^&]*/g, "").replace("/search&", "/search?");
  const before = (settings.searches ?? "").split("\n").filter(it => it && it !== address);
  if ((settings.searches ?? "").split("\n")[0] !== address) {
    keep("searches", [address, ...before].slice(0, 20).join("\n"));
  }
});
drawer("details.narrow", (narrow, part) => {
  const isWide = () => part.element.clientWidth >= NARROW;
  let wasWide = isWide();
  narrow.open = wasWide;
  // In a wide window there is nothing to open them by; one that becomes narrow gives its room to the hits.
  const watch = new ResizeObserver(() => {
    if (isWide() !== wasWide) {
      wasWide = !wasWide;
      narrow.open = wasWide;
    }
    narrow.isConnected || watch.disconnect();
  });
  watch.observe(part.element);
});

// ---- switches, kept for each person

function readySwitches(reading, part) {
  const bar = reading.querySelector(".reading-bar");
  bar.hidden = false;
  const off = new Set((settings["reading.off"] ?? "").split(" ").filter(it => it));
  const show = (what, isShown) => {
    reading.classList.toggle("no-" + what, !isShown);
    bar.querySelector(`[data-shows='${what}']`)?.setAttribute("aria-pressed", String(isShown));
  };
  SWITCHES.forEach(what => show(what, !off.has(what)));
  if (reading.clientWidth < NARROW) {
    show("outline", false);
  }
  const original = new Original(reading, part);
  if (settings["reading.original"] === "yes" && reading.dataset.original && reading.clientWidth >= NARROW) {
    original.show(true);
  }
  bar.addEventListener("click", event => {
    const button = event.target.closest("[data-shows]");
    if (!button) {
      return;
    }
    const isShown = button.getAttribute("aria-pressed") !== "true";
    const what = button.dataset.shows;
    if (what === "original") {
      original.show(isShown);
      keep("reading.original", isShown ? "yes" : "no");
      return;
    }
    show(what, isShown);
    isShown ? off.delete(what) : off.add(what);
    keep("reading.off", [...off].join(" "));
  });
  reading.original = original;
  // Only now it is known what is underlined: the bar is another one.
  part.element.addEventListener("gewu:whole", () => {
    if (!reading.isConnected) {
      return;
    }
    SWITCHES.forEach(what => show(what, !reading.classList.contains("no-" + what)));
    bar.querySelector("[data-shows='original']")?.setAttribute("aria-pressed", String(reading.classList.contains("with-original")));
  });
}

// ---- what is told of a figure, a problem, a paragraph: the view of it, in a box beside it

function readyPopover(reading, part) {
  const text = reading.querySelector(".text");
  text.addEventListener("click", event => {
    const link = event.target.closest("a.under, a.sign, a.notes");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    tell(link, reading, part);
  });
}

async function tell(link, reading, part) {
  const address = link.getAttribute("href");
  const url = new URL(address, location.origin);
  const [name, id] = [...url.searchParams][0] ?? [];
  text(reading).querySelectorAll(".told-of").forEach(it => it.classList.remove("told-of"));
  link.classList.add("told-of");
  reading.original?.point(link);
  const answer = await fetch(address, { headers: { "Gewu-Part": "1" } });
  const inside = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("article.part");
  if (!inside) {
    part.host.open(address, part);
    return;
  }
  reading.querySelector(".telling")?.remove();
  inside.querySelectorAll("form.parameters, .parameters, h1, .beside, .asked").forEach(it => it.remove());
  const box = make("div", { class: "telling", popover: "auto", role: "dialog", "aria-label": link.textContent },
    make("p", { class: "telling-head" },
      make("a", { href: address }, say("单独打开", "Open by itself")),
      make("button", { type: "button", class: "quiet", "aria-label": say("关闭", "Close"), onclick: () => box.hidePopover() }, "×")));
  box.append(...document.adoptNode(inside).childNodes);
  reading.append(box);
  box.addEventListener("toggle", event => {
    if (event.newState === "closed") {
      link.classList.remove("told-of");
      reading.original?.point(null);
      link.focus({ preventScroll: true });
    }
  });
  box.addEventListener("click", event => {
    const jump = event.target.closest("a[href^='/report/']");
    if (jump) {
      box.hidePopover();
    }
  });
  box.showPopover();
  place(box, link);
  box.querySelector("a, button, input")?.focus({ preventScroll: true });
  if (name && id) {
    select(name, id, link.textContent.trim(), part);
  }
}

const text = reading => reading.querySelector(".text");

function place(box, link) {
  const at = link.getBoundingClientRect();
  const room = innerHeight - at.bottom - 12;
  const above = at.top - 12;
  const height = Math.min(box.scrollHeight + 2, innerHeight * .62);
  const isBelow = room >= height || room >= above;
  box.style.maxHeight = Math.max(160, Math.min(height, isBelow ? room : above)) + "px";
  box.style.left = Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8)) + "px";
  box.style.top = (isBelow ? at.bottom + 6 : Math.max(8, at.top - box.offsetHeight - 6)) + "px";
}

// ---- the paragraph one has come to

function readyPlace(reading, part) {
  const here = hash => {
    reading.querySelectorAll(".here").forEach(it => it.classList.remove("here"));
    const paragraph = hash ? reading.querySelector("#" + CSS.escape(hash.slice(1))) : null;
    paragraph?.classList.add("here");
    const lit = reading.querySelector(".lit");
    if (lit && !isSeen(lit, part.element)) {
      lit.scrollIntoView({ block: "center" });
    }
    reading.original?.follow();
  };
  const hash = new URL(part.address, location.origin).hash;
  requestAnimationFrame(() => here(hash));
  part.element.addEventListener("gewu:goto", event => reading.isConnected && here(event.detail));
}

function isSeen(element, window) {
  const at = element.getBoundingClientRect();
  const frame = window.getBoundingClientRect();
  // Below the bar that stays at the top.
  return at.top >= frame.top + (parseFloat(getComputedStyle(window).scrollPaddingTop) || 0) && at.bottom <= frame.bottom;
}

// ---- the page itself, with boxes where the marks stand

class Original {
  #page = 0;
  #zoom = 1;
  #aside = null;
  #waiting = 0;
  #pointed = "";

  constructor(reading, part) {
    this.reading = reading;
    this.part = part;
    part.element.addEventListener("scroll", () => {
      if (this.#aside && !this.#waiting) {
        this.#waiting = setTimeout(() => { this.#waiting = 0; this.follow(); }, 120);
      }
    }, { passive: true });
  }

  show(isShown) {
    this.reading.classList.toggle("with-original", isShown);
    this.reading.querySelector("[data-shows='original']")?.setAttribute("aria-pressed", String(isShown));
    if (!isShown) {
      this.#aside?.remove();
      this.#aside = null;
      return;
    }
    this.#page = 0;
    this.name = make("span", { class: "count", role: "status" });
    this.sheet = make("div", { class: "page-sheet" });
    const step = (words, title, run) => make("button", { type: "button", class: "quiet", title, "aria-label": title, onclick: run }, words);
    this.#aside = make("aside", { class: "page-original", "aria-label": say("原件的这一页", "This page of the original") },
      make("p", { class: "page-tools" }, this.name,
        step("−", say("缩小", "Smaller"), () => this.#magnify(.8)),
        step("＋", say("放大", "Larger"), () => this.#magnify(1.25)),
        step(say("适合", "Fit"), say("适合宽度", "Fit the width"), () => this.#magnify(0))),
      make("div", { class: "page-frame", tabindex: "0" }, this.sheet));
    this.reading.append(this.#aside);
    this.follow();
  }

  #magnify(by) {
    this.#zoom = by === 0 ? 1 : Math.max(.5, Math.min(4, this.#zoom * by));
    this.sheet.style.width = this.#zoom * 100 + "%";
  }

  /** Shows the page that is in view. */
  follow() {
    if (!this.#aside || this.#pointed || !this.reading.isConnected) {
      return;
    }
    const top = this.part.element.getBoundingClientRect().top;
    const limit = top + this.part.element.clientHeight / 3;
    let page = 1;
    for (const sign of this.reading.querySelectorAll("[data-page]")) {
      if (sign.getBoundingClientRect().top > limit) {
        break;
      }
      page = Number(sign.dataset.page);
    }
    if (page !== this.#page) {
      this.#page = page;
      this.#load(page);
    }
  }

  /** Shows where on its page the figure or problem of this link stands; nothing for null. */
  point(link) {
    this.#pointed = link?.dataset.place ?? "";
    if (!this.#aside) {
      return;
    }
    const page = link && this.#pageOf(link);
    if (page && page !== this.#page) {
      this.#page = page;
      this.#load(page);
    } else {
      this.#mark(this.#page);
    }
  }

  #pageOf(element) {
    let page = 1;
    for (const sign of this.reading.querySelectorAll("[data-page]")) {
      if (!(sign.compareDocumentPosition(element) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY))) {
        break;
      }
      page = Number(sign.dataset.page);
    }
    return page;
  }

  async #load(page) {
    const { original, edition } = this.reading.dataset;
    this.name.textContent = say("第 " + page + " 页", "page " + page);
    const picture = make("img", { alt: say("原件第 " + page + " 页", "page " + page + " of the original") });
    const address = `${original}/${page}.png?of=${edition}`;
    this.sheet.replaceChildren(make("p", { class: "faint", role: "status" }, say("正在画这一页…", "The page is being drawn…")));
    const why = await this.#refusal(address);
    if (this.#page !== page) {
      return;
    }
    if (why) {
      this.sheet.replaceChildren(make("p", { class: "faint", role: "alert" }, why));
      return;
    }
    // It is kept by now.
    picture.src = address;
    this.sheet.replaceChildren(picture);
    await this.#mark(page);
  }

  /** Why the page can't be drawn; empty where it can. */
  async #refusal(address) {
    try {
      const answer = await fetch(address, { headers: { "Gewu-Part": "1" } });
      if (answer.ok) {
        await answer.arrayBuffer();
        return "";
      }
      const said = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll(".trouble h1, .trouble h1 + p");
      return [...said].map(it => it.textContent).join(" ") || say("这一页画不出来，请看文字。", "This page can't be drawn; read its words.");
    } catch {
      return say("连不上工作台。", "The workbench can't be reached.");
    }
  }

  /** Draws boxes where the hits of this page stand, and what is pointed at. */
  async #mark(page) {
    const { original, question } = this.reading.dataset;
    const asked = new URLSearchParams(question);
    if (this.#pointed) {
      asked.set("light", [asked.get("light"), this.#pointed].filter(it => it).join(","));
    }
    const answer = await fetch(`${original}/${page}.json?${asked}`);
    if (!answer.ok || this.#page !== page) {
      return;
    }
    const look = await answer.json();
    const picture = this.sheet.querySelector("img");
    if (picture) {
      picture.style.aspectRatio = look.width + " / " + look.height;
    }
    const over = make("div", { class: "page-boxes", "aria-hidden": "true" });
    over.style.transform = `rotate(${look.turned || 0}deg)`;
    for (const [kind, left, top, right, bottom] of look.boxes) {
      const box = make("i", { class: kind });
      box.style.left = left / look.width * 100 + "%";
      box.style.top = top / look.height * 100 + "%";
      box.style.width = (right - left) / look.width * 100 + "%";
      box.style.height = (bottom - top) / look.height * 100 + "%";
      over.append(box);
    }
    this.sheet.querySelector(".page-boxes")?.remove();
    this.sheet.append(over);
    over.querySelector(".lit, .hit")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
