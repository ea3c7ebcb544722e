// Tables: short ones are sorted, copied and exported where they stand; long ones become a grid that asks for its rows as they come
// into sight. What a page without script shows stays in the page, for print.
import { keep, make, say, script, settings, style } from "./words.js";
import { drawer } from "./panels.js";
import { select, selected } from "./selection.js";
import { thingOf } from "./parts.js";
import { tellPeople } from "./notices.js";
import { between, comparing, lines, moved, wordsOf } from "./cells.js";

const BLOCK = 100;
const MOST_COPIED = 20_000;
const FEW = 4;
const ROW = 30;

drawer("section.sheet:not(.long)", short);
drawer("section.sheet.long", (sheet, part) => long(sheet, part).catch(failed => {
  // The plain table stays.
  console.error(failed);
  sheet.classList.remove("gridded");
}));

// ---- short tables

function short(sheet) {
  const table = sheet.querySelector("table");
  const body = table?.tBodies[0];
  if (!body || body.rows.length < 2) {
    return;
  }
  [...table.tHead?.rows[0]?.cells ?? []].forEach((head, column) => sortable(head, column, body));
  if (body.rows.length >= FEW) {
    const all = () => [[...table.tHead.rows[0].cells], ...[...body.rows].map(row => [...row.cells])]
      .map(row => row.map(it => it.textContent.trim()));
    sheet.append(make("div", { class: "sheet-tools" },
      make("span", {}, count(body.rows.length)),
      make("button", { type: "button", onclick: () => copy(lines(all()), body.rows.length) }, say("复制", "Copy")),
      sheet.dataset.rows ? formats(sheet.dataset.rows, () => "") : null));
  }
}

function sortable(head, column, body) {
  const button = make("button", { type: "button", class: "sorter" });
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    body.gewuOrder ??= [...body.rows];
    const next = { none: "ascending", ascending: "descending", descending: "none" }[head.ariaSort ?? "none"];
    for (const it of head.parentElement.cells) {
      it.removeAttribute("aria-sort");
    }
    const rows = [...body.gewuOrder];
    if (next !== "none") {
      head.setAttribute("aria-sort", next);
      const order = comparing(head.classList.contains("number"), next === "descending");
      rows.sort((one, other) => order(one.cells[column]?.textContent ?? "", other.cells[column]?.textContent ?? ""));
    }
    body.append(...rows);
  });
}

const count = n => say(n.toLocaleString("zh-CN") + " 行", n.toLocaleString("en") + " rows");

async function copy(text, rows) {
  try {
    await navigator.clipboard.writeText(text);
    tellPeople(say("已复制 " + rows + " 行，可粘贴到表格软件。", rows + " rows copied; paste them into a spreadsheet."), "good");
  } catch {
    tellPeople(say("浏览器不允许复制：请选中后按 Ctrl+C。", "The browser does not let us copy: select and press Ctrl+C."), "caution");
  }
}

/** A list of formats that all rows can be saved in, asked for when it is opened. */
function formats(address, sift) {
  const list = make("div", { class: "pick-list", tabindex: "-1" });
  const pick = make("details", { class: "pick" }, make("summary", {}, say("导出", "Export")), list);
  pick.addEventListener("toggle", async () => {
    if (pick.open) {
      const { formats: all } = await (await fetch(address + "&_count=0")).json();
      list.replaceChildren(...all.map(it => make("a", { href: address.replace("/rows/", "/export/") + sift() + "&_format=" + it, download: true, onclick: () => setTimeout(() => { pick.open = false; }) }, it.toUpperCase())));
      list.querySelector("a")?.focus();
    }
  });
  closing(pick);
  return pick;
}

function closing(pick) {
  pick.addEventListener("keydown", event => {
    if (event.key === "Escape" && pick.open) {
      event.stopPropagation();
      pick.open = false;
      pick.querySelector("summary").focus();
    }
  });
  // Not while the focus is on its way.
  pick.addEventListener("focusout", () => setTimeout(() => {
    if (document.activeElement !== document.body && !pick.contains(document.activeElement)) {
      pick.open = false;
    }
  }));
  document.addEventListener("pointerdown", event => {
    if (!pick.contains(event.target)) {
      pick.open = false;
    }
  });
}

// ---- long tables

async function long(sheet, part) {
  const address = sheet.dataset.rows;
  const plain = sheet.querySelector("table");
  const heads = [...plain.tHead.rows[0].cells].map(it => ({ words: it.textContent.trim(), isNumber: it.classList.contains("number") }));
  const kept = read("columns." + (sheet.dataset.id || address.split("?")[0]));
  await Promise.all([style("tabulator.css"), script("tabulator.js")]);
  if (!sheet.isConnected) {
    return;
  }
  const grid = new Grid(sheet, part, address, heads, kept);
  await grid.draw(plain);
}

function read(name) {
  try {
    return { hidden: [], widths: {}, ...JSON.parse(settings[name] || "{}"), name };
  } catch (unreadable) {
    console.info("The columns that were kept can't be read.", unreadable);
    return { hidden: [], widths: {}, name };
  }
}

class Grid {
  #rows = [];
  #sift = "";
  #filters = [];
  #sort = { column: -1, isFalling: false };
  #asked = new Set();
  #wanted = 0;
  #active = null;
  #anchor = null;
  #telling = 0;
  #drawn = new Map();

  constructor(sheet, part, address, heads, kept) {
    Object.assign(this, { sheet, part, address, heads, kept });
  }

  async draw(plain) {
    const widths = this.#widths(plain);
    this.host = make("div", { class: "grid-here", tabindex: "0" });
    this.line = make("span", { role: "status" });
    const tools = make("div", { class: "sheet-tools above", role: "toolbar", "aria-label": say("表格", "Table") },
      make("strong", {}, plain.caption?.textContent ?? ""), this.line, make("span", { class: "grow" }),
      make("button", { type: "button", hidden: true, class: "unsift", onclick: () => this.table.clearHeaderFilter() }, say("清除筛选", "Clear filters")),
      make("button", { type: "button", title: say("没有选中单元格时复制整表", "Copies all rows when no cells are selected"), onclick: () => this.#copy() }, say("复制", "Copy")),
      formats(this.address, () => this.#sift), this.#columnPick());
    this.sheet.append(tools, this.host);
    this.sheet.classList.add("gridded");
    this.table = new window.Tabulator(this.host, {
      height: this.#height(), rowHeight: ROW, layout: "fitData", index: "id", dataLoader: false, columnHeaderVertAlign: "bottom",
      ajaxURL: this.address, ajaxRequestFunc: (_, __, asked) => this.#begin(asked), filterMode: "remote",
      headerFilterLiveFilterDelay: 250, placeholder: () => say("没有符合筛选的行。", "No row fits the filters."),
      columnDefaults: { headerSort: false, minWidth: 48, headerFilter: "input", headerFilterPlaceholder: say("筛选", "Filter") },
      columns: this.heads.map((head, c) => ({
        title: "", field: "c" + c, width: widths[c], visible: !this.kept.hidden.includes(c),
        hozAlign: head.isNumber ? "right" : "left", headerHozAlign: head.isNumber ? "right" : "left",
        titleFormatter: () => make("button", { type: "button", class: "sorter", tabindex: "-1", onclick: () => this.#sortBy(c) }, head.words), formatter: cell => this.#cell(cell, c),
        headerFilterParams: { elementAttributes: { "aria-label": say("筛选：", "Filter: ") + head.words } },
      })),
      rowFormatter: row => this.#row(row),
    });
    this.table.on("columnResized", column => this.#keepWidth(column));
    this.table.on("scrollVertical", () => this.#paintSoon());
    this.table.on("renderComplete", () => this.#paintSoon());
    this.table.on("cellMouseDown", (event, cell) => this.#press(event, cell));
    this.table.on("cellMouseEnter", (event, cell) => event.buttons === 1 && this.#anchor && this.#go(this.#place(cell), true, false));
    this.host.addEventListener("keydown", event => this.#key(event));
    this.host.addEventListener("copy", event => this.#copied(event));
    this.host.addEventListener("focus", () => this.#active || this.#go({ n: 0, c: this.#columns()[0] ?? 0 }, false, true));
    await new Promise(done => this.table.on("tableBuilt", done));
    const holder = this.host.querySelector(".tabulator-tableholder");
    holder.removeAttribute("tabindex"); // the grid itself takes the keys
    new ResizeObserver(() => this.host.isConnected && this.table.setHeight(this.#height())).observe(this.part.element);
  }

  // What the browser gave the columns of the plain table, and the rest of the width to the widest.
  #widths(plain) {
    const room = this.sheet.clientWidth - 18;
    const widths = [...plain.tHead.rows[0].cells].map((it, c) => this.kept.widths[c] ?? Math.round(Math.min(Math.max(it.offsetWidth, 70), 420)));
    const rest = room - widths.reduce((sum, it, c) => sum + (this.kept.hidden.includes(c) ? 0 : it), 0);
    if (rest > 0) {
      const widest = widths.indexOf(Math.max(...widths.filter((_, c) => !this.kept.hidden.includes(c))));
      widths[widest] += rest;
    }
    return widths;
  }

  #height() {
    const room = this.part.element.clientHeight - (this.host.getBoundingClientRect().top - this.part.element.getBoundingClientRect().top + this.part.element.scrollTop) - 20;
    const alone = this.sheet.parentElement.lastElementChild === this.sheet;
    return Math.max(Math.min(alone ? room : this.part.element.clientHeight * 0.7, (this.#rows.length || 1e6) * ROW + 90), 240);
  }

  // ---- rows come in parts

  async #begin({ filter = [] }) {
    this.#filters = filter;
    const first = await this.#first();
    if (first) {
      this.#drawn.clear();
      this.#rows = Array.from({ length: first.total }, (_, id) => ({ id, cells: first.rows[id] }));
      this.#tellBegin(first);
    }
    return this.#rows;
  }

  /** The first rows of the sift of now; nothing if another was wanted in the meantime. */
  async #first() {
    const { column, isFalling } = this.#sort;
    const sift = this.#filters.map(it => "&_has." + it.field.slice(1) + "=" + encodeURIComponent(it.value)).join("")
      + (column >= 0 ? "&_sort=" + column + (isFalling ? "&_falling=yes" : "") : "");
    this.#sift = sift;
    const first = await this.#ask(0, sift);
    if (sift !== this.#sift) {
      return null;
    }
    this.#asked = new Set([0]);
    return first;
  }

  #tellBegin({ total }) {
    this.#active = this.#anchor = null;
    this.sheet.querySelector(".unsift").hidden = this.#filters.length === 0;
    this.line.textContent = count(total);
    this.host.setAttribute("aria-rowcount", total + 1);
    this.host.setAttribute("aria-colcount", this.heads.length);
    queueMicrotask(() => this.sheet.dispatchEvent(new CustomEvent("gewu:rows", { bubbles: true })));
  }

  /** Rising, then falling, then as the table comes. The rows stay, what stands in them changes. */
  async #sortBy(column) {
    const { column: before, isFalling } = this.#sort;
    this.#sort = before !== column ? { column, isFalling: false } : isFalling ? { column: -1, isFalling: false } : { column, isFalling: true };
    for (const it of this.table.getColumns()) {
      const isIt = it.getField() === "c" + this.#sort.column;
      isIt ? it.getElement().setAttribute("aria-sort", this.#sort.isFalling ? "descending" : "ascending") : it.getElement().removeAttribute("aria-sort");
    }
    const first = await this.#first();
    if (!first) {
      return;
    }
    if (first.total !== this.#rows.length) {
      this.table.setData();
      return;
    }
    this.#rows.forEach((row, id) => row.cells = first.rows[id]);
    this.host.querySelector(".tabulator-tableholder").scrollTop = 0;
    this.#tellBegin(first);
    this.#seen().forEach(it => it.row.reformat());
    this.#paintSoon();
  }

  async #ask(block, sift) {
    const answer = await fetch(this.address + sift + "&_from=" + block * BLOCK + "&_count=" + BLOCK);
    if (!answer.ok) {
      throw new Error(this.address + ": " + answer.status);
    }
    return answer.json();
  }

  #want() {
    clearTimeout(this.#wanted);
    this.#wanted = setTimeout(() => {
      const blocks = new Set(this.#seen().filter(it => !this.#rows[it.id]?.cells).map(it => Math.floor(it.id / BLOCK)));
      blocks.forEach(it => this.#bring(it).catch(failed => {
        this.#asked.delete(it);
        console.warn("Rows did not come.", failed);
      }));
    }, 30);
  }

  async #bring(block) {
    if (this.#asked.has(block)) {
      return;
    }
    this.#asked.add(block);
    const sift = this.#sift;
    const { rows } = await this.#ask(block, sift);
    if (sift !== this.#sift) {
      return;
    }
    rows.forEach((cells, i) => {
      const row = this.#rows[block * BLOCK + i];
      if (row) {
        row.cells = cells;
      }
    });
    for (const { id, row } of this.#seen()) {
      if (Math.floor(id / BLOCK) === block) {
        row.reformat();
      }
    }
    this.#paintSoon();
    this.sheet.dispatchEvent(new CustomEvent("gewu:rows", { bubbles: true }));
  }

  /** The rows that stand in the page, which are those in sight and some round them. */
  #seen() {
    return [...this.host.querySelectorAll(".tabulator-row[aria-rowindex]")].map(element => {
      const id = element.getAttribute("aria-rowindex") - 2;
      return { id, element, row: this.#drawn.get(id) };
    }).filter(it => it.row?.getElement() === it.element);
  }

  #cell(cell, c) {
    const cells = cell.getData().cells;
    const element = cell.getElement();
    element.setAttribute("aria-colindex", c + 1);
    if (!cells) {
      this.#want();
      element.classList.add("coming");
      return make("span", { class: "faint" }, "…");
    }
    element.classList.remove("coming");
    const content = cells[c];
    element.title = wordsOf(content);
    const piece = it => typeof it === "string" ? it : make("a", { href: it.to, tabindex: "-1", class: "figure" }, it.words);
    return make("span", {}, ...[content ?? ""].flat().map(piece));
  }

  #row(row) {
    const { id } = row.getData();
    const element = row.getElement();
    element.setAttribute("aria-rowindex", id + 2);
    this.#drawn.set(id, row);
    const link = element.querySelector("a[href]");
    const thing = link && thingOf(link.getAttribute("href"));
    element.classList.toggle("chosen", Boolean(thing) && selected(thing[0]) === thing[1]);
  }

  // ---- cells under the keyboard and the mouse

  #columns() {
    return this.heads.map((_, c) => c).filter(c => !this.kept.hidden.includes(c));
  }

  #place = cell => ({ n: cell.getRow().getData().id, c: Number(cell.getField().slice(1)) });

  #press(event, cell) {
    if (event.button === 0 && !event.target.closest("a")) {
      this.host.focus({ preventScroll: true });
      this.#go(this.#place(cell), event.shiftKey, false);
    }
  }

  #go(to, isExtending, isScrolling) {
    if (this.#rows.length === 0) {
      return;
    }
    this.#active = to;
    this.#anchor = isExtending && this.#anchor ? this.#anchor : to;
    const arrived = isScrolling ? this.table.scrollToRow(to.n, "nearest", false).catch(() => {}) : Promise.resolve();
    if (isScrolling) {
      this.table.scrollToColumn("c" + to.c, "middle", false).catch(() => {});
    }
    arrived.then(() => this.#paint());
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(), 150);
  }

  // The row that is gone to is chosen.
  #tell() {
    const link = this.host.querySelector(".tabulator-cell.active")?.closest(".tabulator-row").querySelector("a[href]");
    const thing = link && thingOf(link.getAttribute("href"));
    if (thing) {
      select(thing[0], thing[1], link.textContent, this.part);
      this.part.mark(thing[0], thing[1]);
    }
  }

  #paintSoon() {
    cancelAnimationFrame(this.painting);
    this.painting = requestAnimationFrame(() => this.host.isConnected && this.#paint());
  }

  #paint() {
    const range = this.#active && between(this.#anchor, this.#active);
    const isMany = range && (range.top !== range.bottom || range.left !== range.right);
    this.host.removeAttribute("aria-activedescendant");
    for (const { id, element: row } of this.#seen()) {
      for (const element of row.querySelectorAll(".tabulator-cell")) {
        const c = Number(element.getAttribute("tabulator-field").slice(1));
        const isActive = this.#active?.n === id && this.#active.c === c;
        element.classList.toggle("active", isActive);
        element.classList.toggle("picked", Boolean(isMany) && id >= range.top && id <= range.bottom && c >= range.left && c <= range.right);
        if (isActive) {
          element.id ||= "cell-" + crypto.randomUUID();
          this.host.setAttribute("aria-activedescendant", element.id);
        }
      }
    }
  }

  #key(event) {
    if (event.target.closest("input")) {
      if (event.key === "ArrowDown" || event.key === "Escape") {
        event.preventDefault();
        this.host.focus({ preventScroll: true });
      }
      return;
    }
    const isWith = event.ctrlKey || event.metaKey;
    const columns = this.#columns();
    const at = this.#active ?? { n: 0, c: columns[0] };
    const page = Math.max(1, Math.floor((this.host.clientHeight - 70) / ROW) - 1);
    const to = event.altKey ? undefined : moved({ n: at.n, c: columns.indexOf(at.c) }, event.key, isWith, this.#rows.length, columns.length, page);
    if (to) {
      event.preventDefault();
      event.stopPropagation();
      this.#go({ n: to.n, c: columns[to.c] }, event.shiftKey, true);
    } else if (event.key === "Enter") {
      const cell = this.host.querySelector(".tabulator-cell.active");
      (cell?.querySelector("a[href]") ?? cell?.closest(".tabulator-row").querySelector("a[href]"))?.click();
    } else if (isWith && event.key.toLowerCase() === "a") {
      event.preventDefault();
      this.#anchor = { n: 0, c: columns[0] };
      this.#go({ n: this.#rows.length - 1, c: columns.at(-1) }, true, false);
    } else if (event.key === "Escape") {
      this.#go(at, false, false);
    } else if (!isWith && !event.altKey && (event.key.length === 1 && event.key !== " " || event.key === "Process")) {
      // What is typed goes into the filter of the column.
      this.table.getColumn("c" + at.c).headerFilterFocus();
    }
  }

  // ---- copying

  #copied(event) {
    if (event.target.closest("input") || !this.#active) {
      return;
    }
    event.preventDefault();
    const range = between(this.#anchor, this.#active);
    if (this.#rows.slice(range.top, range.bottom + 1).every(it => it.cells)) {
      event.clipboardData.setData("text/plain", this.#text(range, false));
    } else {
      this.#copy();
    }
  }

  /** The cells that are picked, or all rows with their heads. */
  async #copy() {
    const columns = this.#columns();
    const isPicked = this.#active && (this.#active.n !== this.#anchor.n || this.#active.c !== this.#anchor.c);
    const range = isPicked ? between(this.#anchor, this.#active) : { top: 0, bottom: this.#rows.length - 1, left: columns[0], right: columns.at(-1) };
    if (range.bottom - range.top >= MOST_COPIED) {
      tellPeople(say("一次最多复制 2 万行；更多的行请导出。", "At most 20,000 rows are copied at once; export more of them."), "caution");
      return;
    }
    for (let block = Math.floor(range.top / BLOCK); block <= Math.floor(range.bottom / BLOCK); block++) {
      await this.#bring(block);
    }
    await copy(this.#text(range, !isPicked), range.bottom - range.top + 1);
  }

  #text(range, isWithHeads) {
    const columns = this.#columns().filter(c => c >= range.left && c <= range.right);
    const rows = this.#rows.slice(range.top, range.bottom + 1).map(row => columns.map(c => wordsOf(row.cells?.[c])));
    return lines(isWithHeads ? [columns.map(c => this.heads[c].words), ...rows] : rows);
  }

  // ---- columns as each person likes them

  #columnPick() {
    const list = make("div", { class: "pick-list", tabindex: "-1" }, ...this.heads.map((head, c) => make("label", {},
      make("input", { type: "checkbox", checked: !this.kept.hidden.includes(c), onchange: event => this.#show(c, event.target) }), head.words)),
    make("button", { type: "button", onclick: () => this.#forget() }, say("还原列", "Reset columns")));
    const pick = make("details", { class: "pick" }, make("summary", {}, say("列", "Columns")), list);
    pick.addEventListener("toggle", () => !pick.open && this.isChanged && this.part.load(false));
    closing(pick);
    return pick;
  }

  #show(c, box) {
    const hidden = new Set(this.kept.hidden);
    box.checked ? hidden.delete(c) : hidden.add(c);
    if (hidden.size === this.heads.length) {
      box.checked = true;
      return;
    }
    this.kept.hidden = [...hidden];
    this.isChanged = true;
    this.#keep();
  }

  #keepWidth(column) {
    this.kept.widths[column.getField().slice(1)] = Math.round(column.getWidth());
    this.#keep();
  }

  #forget() {
    keep(this.kept.name, "").then(() => this.part.load(false));
  }

  #keep() {
    const { hidden, widths } = this.kept;
    keep(this.kept.name, JSON.stringify({ hidden, widths }));
  }
}
