// A window of the workbench holds a part: the inside of one page, fetched from its plain address and kept up to date.
import { make, say, token } from "./words.js";
import { ready } from "./reader.js";
import { select } from "./selection.js";
import { drawPanels } from "./panels.js";

const views = new Map();

/** What manifests say of views; told once at the start. */
export function know(all) {
  all.forEach(it => views.set(it.id, it));
}

export const view = id => views.get(id);

/** Subjects with whose changes the pages of the workbench itself are shown anew. */
const SHOWS = { "/": "report", "/reports": "report", "/search": "report", "/import": "report file job", "/jobs": "job", "/report/": "metrics problems note" };

const parsed = address => new URL(address, location.origin);

/** The view that an address shows; undefined for a page of the workbench itself. */
export function viewOf(address) {
  const path = parsed(address).pathname;
  return path.startsWith("/view/") ? views.get(decodeURIComponent(path.slice(6))) : undefined;
}

/** Addresses with the same key are shown in the same window. */
export function keyOf(address) {
  const url = parsed(address);
  const shown = viewOf(address);
  if (shown) {
    const value = shown.each ? url.searchParams.get(shown.each) : null;
    return "view:" + shown.id + (value ? ":" + value : "");
  }
  return url.pathname.startsWith("/report/") ? "report:" + decodeURIComponent(url.pathname.slice(8)) : url.pathname;
}

/** What an address is about, such as `["item", "ZG-2024-0001-0001"]`; undefined if it is about no one thing. */
export function thingOf(address) {
  const url = parsed(address);
  const shown = viewOf(address);
  if (shown?.each && url.searchParams.get(shown.each)) {
    return [shown.each, url.searchParams.get(shown.each)];
  }
  if (url.pathname.startsWith("/report/")) {
    return ["report", decodeURIComponent(url.pathname.slice(8))];
  }
  return undefined;
}

/** The thing that a link is about: what its window is about, or what its view is asked to tell of. */
function chosenBy(address) {
  const shown = viewOf(address);
  const values = parsed(address).searchParams;
  const parameter = shown?.elements.find(it => it.element === "parameter" && it.follows && values.get(it.name));
  return thingOf(address) ?? (parameter && [parameter.follows, values.get(parameter.name)]);
}

export class Part {
  #number = 0;
  #shown = "";
  #answer = null;
  #later = null;

  /** @param open called with the address of a link that leads to another window */
  constructor(address, host) {
    this.address = address;
    this.host = host;
    this.element = make("div", { class: "window", tabindex: "0" });
    this.element.addEventListener("click", event => this.#clicked(event));
    this.element.addEventListener("auxclick", event => this.#clicked(event));
    this.element.addEventListener("dblclick", event => this.#opened(event));
    this.element.addEventListener("focusin", event => this.#pick(event.target));
    this.element.addEventListener("submit", event => this.#submitted(event));
    this.element.addEventListener("keydown", event => this.#key(event));
  }

  get key() {
    return keyOf(this.address);
  }

  /** Shows another address in this window. Only the paragraph differs: it is gone to. */
  async show(address) {
    const before = this.address;
    this.address = address;
    if (this.#shown && before.split("#")[0] === address.split("#")[0]) {
      this.#goTo(parsed(address).hash);
      return;
    }
    await this.load(false);
  }

  /** Shows another address, once somebody looks at this window. */
  follow(address) {
    if (this.#isSeen()) {
      this.show(address);
    } else {
      this.address = address;
      this.#later = this.isAwake() ? () => this.load(false) : null;
    }
  }

  /** Fetches anew what it shows, once somebody looks at it. */
  renew() {
    if (this.#isSeen()) {
      this.load(true);
    } else if (this.isAwake()) {
      this.#later ??= () => this.load(true);
    }
  }

  /** Somebody looks at this window: what was put off is done. */
  wake() {
    const put = this.#later ?? (this.isAwake() ? () => {} : () => this.load(false));
    put();
  }

  /** A tab behind another one is not seen. */
  #isSeen() {
    return this.api?.isVisible ?? true;
  }

  /** Fetches the address; a window that is shown anew keeps its place. */
  async load(isAgain) {
    const mine = ++this.#number;
    this.#later = null;
    this.element.setAttribute("aria-busy", "true");
    let text;
    try {
      const answer = await fetch(isAgain ? this.whole : this.#firstSight(), { headers: { "Gewu-Part": "1" } });
      const elsewhere = answer.headers.get("Gewu-Elsewhere");
      if (mine !== this.#number) {
        return;
      }
      if (elsewhere) {
        this.address = elsewhere;
        this.host.moved(this);
        await this.load(isAgain);
        return;
      }
      if (answer.status === 401) {
        location.assign("/login?to=" + encodeURIComponent(location.pathname + location.search));
        return;
      }
      text = await answer.text();
    } catch {
      if (mine === this.#number) {
        this.#fill(make("div", { class: "trouble", role: "alert" },
          make("p", {}, say("连不上工作台：它可能已经停止。", "The workbench can't be reached: it may have been stopped.")),
          make("p", {}, make("button", { onclick: () => this.load(false) }, say("再试", "Try again")))), false);
      }
      return;
    }
    if (mine === this.#number) {
      this.put(text, isAgain);
    }
  }

  /** The address of all that it shows. */
  get whole() {
    return this.address.split("#")[0];
  }

  /** What is asked for first: of a long report the words; its underlines come behind. */
  #firstSight() {
    const url = parsed(this.whole);
    if (!url.pathname.startsWith("/report/")) {
      return this.whole;
    }
    url.searchParams.set("bare", "yes");
    return url.pathname + url.search;
  }

  /** What was missing at first has come: now it shows this markup. */
  completed(text) {
    this.#shown = text;
    this.element.dispatchEvent(new CustomEvent("gewu:whole"));
  }

  /** Shows markup that the server sent for this window. */
  put(text, isAgain) {
    if (isAgain && text === this.#shown) {
      this.element.removeAttribute("aria-busy");
      return;
    }
    const article = new DOMParser().parseFromString(text, "text/html").querySelector("article.part");
    if (!article) {
      throw new Error("The answer for " + this.address + " holds no part.");
    }
    this.#shown = text;
    // Whoever hears that its thing is chosen now is told what it is called.
    this.title = article.dataset.title;
    this.#fill(document.adoptNode(article), isAgain);
    this.host.titled(this);
  }

  /** Takes over what the page held when it came, without asking again. */
  adopt(nodes, title) {
    const article = make("article", { class: "part", "data-title": title });
    article.append(...nodes);
    this.#shown = " ";
    this.title = title;
    this.#fill(article, false);
    this.host.titled(this);
  }

  /** Whether it was ever fetched, or is being fetched. */
  isAwake() {
    return this.#number > 0 || this.#shown !== "";
  }

  /** Whether a person has begun to fill something in. */
  isFilledIn() {
    return [...this.element.querySelectorAll("form.fill :is(input, textarea, select)")].some(it =>
      it.type !== "hidden" && (it.type === "checkbox" ? it.checked !== it.defaultChecked
        : it.tagName === "SELECT" ? [...it.options].some(option => option.selected !== option.defaultSelected && option.value !== "")
          : it.value !== it.defaultValue));
  }

  /** Whether changes of these subjects (a map from subject to ids) concern it. */
  cares(subjects) {
    const shown = viewOf(this.address);
    const path = parsed(this.address).pathname;
    const own = shown ? shown.shows ?? "" : SHOWS[path] ?? (path.startsWith("/report/") ? SHOWS["/report/"] : "");
    return own.split(" ").some(it => it && subjects.has(it));
  }

  /** The address with what was chosen, if its view follows that kind of thing; undefined if it does not. */
  following(kind, id) {
    const parameter = viewOf(this.address)?.elements.find(it => it.element === "parameter" && it.follows === kind);
    if (!parameter) {
      return undefined;
    }
    const url = parsed(this.address);
    url.searchParams.set(parameter.name, id);
    url.searchParams.delete("offset");
    return url.pathname + url.search;
  }

  /** Makes more of panels that belong to this window and stand elsewhere, such as in a dialog. */
  draw(root) {
    drawPanels(root, this);
  }

  /** Marks the rows and cards about what is chosen. */
  mark(kind, id) {
    for (const row of this.element.querySelectorAll(".chosen")) {
      row.classList.remove("chosen");
    }
    for (const link of this.element.querySelectorAll("td a[href], .tabulator-cell a[href], .card a[href], .hit a[href], .tree a[href]")) {
      const thing = chosenBy(link.getAttribute("href"));
      if (thing && thing[0] === kind && thing[1] === id) {
        rowOf(link)?.classList.add("chosen");
      }
    }
  }

  /** Shows what a call came to above what is true now, until it is closed or another address is shown; null for nothing. */
  tell(answer) {
    this.#answer?.remove();
    this.#answer = null;
    if (!answer) {
      return;
    }
    answer.className = "answer-here above";
    answer.setAttribute("role", "status");
    answer.prepend(make("button", { type: "button", class: "quiet close", "aria-label": say("关闭", "Close"), onclick: () => {
      this.#answer = null;
      answer.remove();
    } }, "×"));
    this.#answer = answer;
    this.#placeAnswer();
  }

  #placeAnswer() {
    if (this.#answer) {
      const head = this.element.querySelector("article.part > h1");
      head ? head.after(this.#answer) : this.element.prepend(this.#answer);
    }
  }

  #fill(content, isAgain) {
    const scrolled = this.element.scrollTop;
    const keys = isAgain && this.element.contains(document.activeElement) ? tracesOf(document.activeElement) : [];
    this.element.replaceChildren(content);
    if (isAgain) {
      this.#placeAnswer();
    } else {
      this.#answer = null;
    }
    this.element.removeAttribute("aria-busy");
    ready(this.element, parsed(this.address).hash);
    drawPanels(this.element, this);
    if (isAgain) {
      this.element.scrollTop = scrolled;
      if (keys.length) {
        (keys.map(it => this.element.querySelector(it)).find(it => it) ?? this.element).focus({ preventScroll: true });
      }
    } else {
      this.element.scrollTop = 0;
      this.#goTo(parsed(this.address).hash);
    }
    const thing = thingOf(this.address);
    if (thing) {
      select(thing[0], thing[1], this.title ?? "", this);
    }
  }

  #goTo(hash) {
    if (hash) {
      this.element.querySelector("#" + CSS.escape(hash.slice(1)))?.scrollIntoView({ block: "start" });
      this.element.dispatchEvent(new CustomEvent("gewu:goto", { detail: hash }));
    }
  }

  #clicked(event) {
    const link = event.target.closest("a[href]");
    if (event.defaultPrevented) {
      return;
    }
    if (!link) {
      this.#pick(event.target);
      if (getSelection().isCollapsed && !event.target.closest("button, input, select, textarea, summary, label")) {
        event.target.closest(".hit")?.querySelector("a[href]")?.focus({ preventScroll: true });
      }
      return;
    }
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
        || link.target || link.hasAttribute("download") || parsed(link.href).origin !== location.origin
        || link.closest("body [data-plain]") || /^\/(export|feed|fetch|api|lib)\b/.test(parsed(link.href).pathname)) {
      return;
    }
    event.preventDefault();
    this.#pick(link);
    const to = link.getAttribute("href");
    this.host.open(to.startsWith("#") ? this.address.split("#")[0] + to : to, this);
  }

  #opened(event) {
    const link = event.target.closest("a[href]") ? null : rowOf(event.target)?.querySelector("a[href]");
    if (link && !getSelection().toString().trim().includes("\n")) {
      this.host.open(link.getAttribute("href"), this);
    }
  }

  #pick(target) {
    const row = rowOf(target);
    const link = target.closest("a[href]") ?? row?.querySelector("a[href]");
    const thing = link && row && chosenBy(link.getAttribute("href"));
    if (thing) {
      select(thing[0], thing[1], row.querySelector("a[href]")?.textContent ?? "", this);
      const paragraph = thing[0] === "report" && parsed(link.href).hash.match(/^#p(\d+)$/);
      if (paragraph) {
        select("passage", thing[1] + "/" + paragraph[1], link.textContent, this);
      }
      this.mark(thing[0], thing[1]);
    }
  }

  async #submitted(event) {
    const form = event.target;
    if (form.dataset.plain !== undefined || form.method === "dialog") {
      return;
    }
    event.preventDefault();
    if (form.method === "get") {
      const url = parsed(event.submitter?.getAttribute("formaction") || form.getAttribute("action") || this.address.split("?")[0]);
      for (const [name, value] of new FormData(form, event.submitter)) {
        if (value !== "") {
          url.searchParams.append(name, value);
        }
      }
      this.host.open(url.pathname + url.search, this);
      return;
    }
    await this.send(form, event.submitter);
  }

  /** Posts a form; the answer stands below it, or in its place. */
  async send(form, submitter) {
    const button = submitter ?? form.querySelector("button");
    // A button that is shut loses the keys.
    const isGoingOn = form.contains(document.activeElement);
    const isWithFiles = form.enctype === "multipart/form-data";
    const filled = new FormData(form, submitter);
    button && (button.disabled = true);
    try {
      const answer = await fetch(form.getAttribute("action"), {
        method: "POST",
        redirect: "follow",
        body: isWithFiles ? filled : new URLSearchParams(filled),
        headers: { "Gewu-Part": "1", "Gewu-Token": token },
      });
      const inside = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("article.part");
      this.host.answered(this, form, {
        isDone: answer.ok, isChange: answer.headers.has("Gewu-Changed"), isGoingOn, inside: inside && document.adoptNode(inside),
      });
    } catch {
      this.host.answered(this, form, { isDone: false, isChange: false, isGoingOn, inside: null });
    } finally {
      button && (button.disabled = false);
    }
  }

  // Arrows go from row to row, Enter opens.
  #key(event) {
    const row = event.target.closest?.("tbody tr, .card, .hit, .tree li");
    if (!row || event.target.closest("input, select, textarea") || !["ArrowDown", "ArrowUp"].includes(event.key)) {
      return;
    }
    const rows = [...this.element.querySelectorAll("tbody tr, .card, .hit, .tree li")].filter(it => it.querySelector("a[href]"));
    const to = rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
    if (to) {
      event.preventDefault();
      to.querySelector("a[href]").focus();
    }
  }
}

/** What may be found again of an element that has the keys, once its window is shown anew: itself, else where one goes on. */
function tracesOf(element) {
  const traces = ["href", "name", "data-lane", "data-key", "id"].filter(it => element.getAttribute(it))
    .map(it => element.localName + "[" + it + "='" + CSS.escape(element.getAttribute(it)) + "']");
  return [...traces, ...element.closest("[data-goes-on]") ? ["[data-goes-on]"] : [], "[tabindex]"];
}

const rowOf = element => element.closest?.("tbody tr, .tabulator-row, .card, .hit, .entry, .tree li");
