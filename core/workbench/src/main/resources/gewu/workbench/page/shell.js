// The workbench: windows round a middle, perspectives, menus, keys, the palette, and the line of news at the foot.
import { keep, library, make, post, renewToken, say, settings, titleOf, token } from "./words.js";
import { Part, keyOf, know, viewOf, view } from "./parts.js";
import { onSelection, select, selected } from "./selection.js";
import { listen, on } from "./events.js";
import { readyBox } from "./reader.js";
import { Actions, openPalette, openMenus } from "./actions.js";
import { tellPeople, askPeople } from "./notices.js";
import { takeDrops } from "./drop.js";
import "./drawers.js";

const dockview = window["dockview-core"];
const parts = new Map();
let shell = {};
let dock = null;
let perspective = "";
let middle = "";
let isRestoring = false;
let isTravelling = false;
let keeping = 0;

const OWN = {
  welcome: ["/", say("欢迎", "Welcome")],
  reports: ["/reports", say("全部报告", "All reports")],
  search: ["/search", say("检索", "Search")],
  import: ["/import", say("导入", "Import")],
  help: ["/help", say("帮助", "Help")],
  preferences: ["/preferences", say("首选项", "Preferences")],
  jobs: ["/jobs", say("任务", "Jobs")],
};

const addressOf = id => OWN[id]?.[0] ?? "/view/" + encodeURIComponent(id);

// ---- windows

const host = {
  open: (address, from) => open(address, from),
  titled: part => part.api?.setTitle(shortened(part.title ?? "")),
  moved: part => arrived(part),
  answered,
};

const shortened = title => title.length > 24 ? title.slice(0, 23) + "…" : title;

const panelOf = part => [...parts].find(([, it]) => it === part)?.[0] && dock?.getPanel([...parts].find(([, it]) => it === part)[0]);

/** Shows an address in the window it belongs to, and goes there. */
export function open(address, from, isBeside) {
  const key = keyOf(address);
  // A window that only changes what it shows keeps its place.
  const here = [...parts].find(([, part]) => part.key === key)?.[0];
  if (here) {
    const panel = dock.getPanel(here);
    parts.get(here).show(address);
    panel.api.setActive();
    arrived(parts.get(here));
    return parts.get(here);
  }
  const panel = dock.addPanel({
    id: freeId(key), component: "part", title: viewOf(address) ? shortened(titleOf(viewOf(address))) : "…",
    params: { address }, position: placeFor(isBeside), renderer: "always",
  });
  return parts.get(panel.id);
}

function freeId(key) {
  let id = key;
  for (let n = 2; dock.getPanel(id); n++) {
    id = key + "#" + n;
  }
  return id;
}

/** The group in the middle; where it was closed, room beside the largest group. */
function placeFor(isBeside) {
  const group = dock.groups.find(it => it.id === middle) ?? largest();
  if (!group) {
    return undefined;
  }
  middle = group.id;
  return { referenceGroup: group, direction: isBeside ? "right" : "within" };
}

const largest = () => [...dock.groups].sort((a, b) =>
  b.element.clientWidth * b.element.clientHeight - a.element.clientWidth * a.element.clientHeight)[0];

function component() {
  const element = make("div", { class: "holder" });
  return {
    element,
    init({ params, api }) {
      const part = new Part(params.address, host);
      part.api = api;
      parts.set(api.id, part);
      element.replaceChildren(part.element);
      if (waiting?.key === part.key) {
        part.adopt(waiting.nodes, waiting.title);
        // The tab is made after its window, and does not know the title yet.
        queueMicrotask(() => api.setTitle(shortened(part.title)));
        waiting = null;
      } else if (api.isVisible) {
        part.load(false);
      } else {
        // A tab behind another one is fetched when somebody looks at it.
        const seen = api.onDidVisibilityChange(event => {
          if (event.isVisible) {
            seen.dispose();
            part.isAwake() || part.load(false);
          }
        });
      }
    },
    dispose() {
      for (const [id, part] of parts) {
        if (element.contains(part.element)) {
          parts.delete(id);
        }
      }
    },
  };
}

/** A tab: its title, and a cross for the mouse. Nothing in it takes the keys from the tab itself. */
function tab() {
  const words = make("div", { class: "dv-default-tab-content" });
  const cross = make("span", { class: "dv-default-tab-action", "aria-hidden": "true" }, "×");
  return {
    element: make("div", { class: "dv-default-tab" }, words, cross),
    init({ title, api }) {
      words.textContent = title;
      api.onDidTitleChange(changed => { words.textContent = changed.title; });
      cross.addEventListener("pointerdown", event => event.stopPropagation());
      cross.addEventListener("click", event => {
        event.stopPropagation();
        api.close();
      });
    },
  };
}

/** What the page held when it came: shown in its window without asking again. */
let waiting = null;

// ---- addresses: the one in the address line is that of the active window in the middle

const isMiddle = panel => panel?.group?.id === middle;

function arrived(part) {
  const panel = panelOf(part);
  panel?.api.updateParameters({ address: part.address });
  if (panel && dock.activePanel === panel) {
    if (isMiddle(panel) && location.pathname + location.search + location.hash !== part.address && !isTravelling && !isRestoring) {
      history.pushState({}, "", part.address);
    }
    document.title = (part.title ?? "") + " · " + say("格物", "Gewu");
  }
  keepLayout();
}

addEventListener("popstate", () => {
  isTravelling = true;
  open(location.pathname + location.search + location.hash);
  isTravelling = false;
});

// ---- perspectives

function currentPerspective() {
  return shell.perspectives.find(it => it.id === perspective) ?? shell.perspectives[0];
}

export function showPerspective(id, isReset) {
  if (!isReset && perspective && dock.panels.length) {
    keepNow();
  }
  perspective = id;
  isRestoring = true;
  try {
    const kept = isReset ? "" : settings["layout." + id];
    if (!kept || !restored(kept)) {
      layOut(currentPerspective());
    }
  } finally {
    isRestoring = false;
  }
  if (settings.perspective !== id) {
    keep("perspective", id);
  }
  for (const tab of document.querySelectorAll(".perspectives [role=tab]")) {
    tab.setAttribute("aria-selected", String(tab.dataset.id === id));
    tab.tabIndex = tab.dataset.id === id ? 0 : -1;
  }
  const active = dock.panels.find(isMiddle);
  const part = parts.get((dock.groups.find(it => it.id === middle)?.activePanel ?? active)?.id);
  if (part && isReady) {
    history.pushState({}, "", part.address);
  }
}

function restored(kept) {
  try {
    const { dock: layout, middle: id } = JSON.parse(kept);
    for (const panel of Object.values(layout.panels)) {
      const shown = viewOf(panel.params.address);
      if (panel.params.address.startsWith("/view/") && !shown) {
        return false; // its plugin is gone
      }
    }
    dock.fromJSON(layout);
    middle = id;
    return dock.panels.length > 0;
  } catch (unreadable) {
    console.warn("The layout that was kept can't be read; the perspective begins anew.", unreadable);
    return false;
  }
}

/** As the plugin that contributes it lays it out: the middle first, then what lies round it. */
function layOut(it) {
  dock.clear();
  const home = it.home || addressOf("reports");
  const first = dock.addPanel({ id: keyOf(home), component: "part", title: "…", params: { address: home }, renderer: "always" });
  middle = first.group.id;
  const width = dock.width || innerWidth;
  const height = dock.height || innerHeight;
  const sides = {};
  for (const place of it.elements.filter(element => element.element === "place")) {
    const address = addressOf(place.view);
    const known = OWN[place.view] || view(place.view);
    if (!known || dock.getPanel(keyOf(address))) {
      continue;
    }
    const share = Number(place.share ?? 25) / 100;
    const position = place.at === "main" ? { referenceGroup: first.group, direction: "within" }
      : sides[place.at] ? { referenceGroup: sides[place.at], direction: "within" }
        : { referenceGroup: first.group, direction: place.at === "bottom" ? "below" : place.at };
    const panel = dock.addPanel({
      id: keyOf(address), component: "part", title: OWN[place.view]?.[1] ?? shortened(titleOf(view(place.view))),
      params: { address }, position, renderer: "always", inactive: place.at === "main" || Boolean(sides[place.at]),
      initialWidth: place.at === "left" || place.at === "right" ? Math.round(width * share) : undefined,
      initialHeight: place.at === "bottom" ? Math.round(height * share) : undefined,
    });
    sides[place.at] ??= place.at === "main" ? undefined : panel.group;
  }
  first.api.setActive();
}

function keepLayout() {
  if (isRestoring || !isReady) {
    return;
  }
  clearTimeout(keeping);
  keeping = setTimeout(keepNow, 600);
}

function keepNow() {
  clearTimeout(keeping);
  keep("layout." + perspective, JSON.stringify({ middle, dock: dock.toJSON() }));
}

// ---- answers of forms

function answered(part, form, isDone, inside) {
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
  tellPeople(words.length > 160 ? words.slice(0, 159) + "…" : words, "good");
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

// ---- what changes elsewhere is shown anew, in the windows that show it

function refresh(subjects) {
  for (const [, part] of parts) {
    if (!part.isAwake() || !part.cares(subjects)) {
      continue;
    }
    if (part.isFilledIn()) {
      part.element.classList.add("stale");
    } else {
      part.load(true);
    }
  }
}

onSelection(({ kind, id, words, from }) => {
  for (const [panelId, part] of parts) {
    part.mark(kind, id);
    const address = part === from ? undefined : part.following(kind, id);
    const panel = dock.getPanel(panelId);
    if (address && address !== part.address && !part.isFilledIn() && !isMiddle(panel)) {
      panel.api.updateParameters({ address });
      if (part.isAwake()) {
        part.show(address);
      } else {
        part.address = address;
      }
    }
  }
  const foot = document.querySelector(".foot .chosen-thing");
  if (foot) {
    foot.textContent = words || id;
  }
});

// ---- the page

const actions = new Actions();

function actionsOfOurs() {
  const own = [
    ["palette", say("命令面板", "Command palette"), "view", "$mod+Shift+KeyP", () => openPalette(actions)],
    ["find", say("检索", "Search"), "edit", "$mod+KeyK", () => document.querySelector(".bar .ask input").select()],
    ["back", say("后退", "Back"), "view", "Alt+ArrowLeft", () => history.back()],
    ["forward", say("前进", "Forward"), "view", "Alt+ArrowRight", () => history.forward()],
    ["close", say("关闭这个窗口", "Close this window"), "file", "Alt+KeyW", () => dock.activePanel?.api.close()],
    ["beside", say("移到旁边", "Move beside"), "view", "Alt+KeyB", () => beside()],
    ["largest", say("放大或还原", "Maximise or restore"), "view", "Alt+KeyM", () => enlarge()],
    ["next", say("下一个窗口", "Next window"), "view", "Alt+KeyN", () => dock.moveToNext({ includePanel: true })],
    ["previous", say("上一个窗口", "Previous window"), "view", "Alt+KeyP", () => dock.moveToPrevious({ includePanel: true })],
    ["group", say("下一组窗口", "Next group of windows"), "view", "F6", () => goRound(1)],
    ["group-before", say("上一组窗口", "Previous group of windows"), "view", "Shift+F6", () => goRound(-1)],
    ["again", say("刷新这个窗口", "Show this window anew"), "view", "Alt+KeyR", () => activePart()?.load(true)],
    ["print", say("打印这个窗口", "Print this window"), "file", "$mod+KeyP", () => print()],
    ["plain", say("在单独的页里打开", "Open as a page of its own"), "file", "", () => window.open(plain(activePart()?.address ?? "/"), "_blank", "noopener")],
    ["reset", say("还原这个工作场景", "Reset this perspective"), "view", "", () => showPerspective(perspective, true)],
    ["theme", say("浅色 / 深色", "Light / dark"), "view", "Alt+KeyT", () => turnTheme()],
    ["language", say("English", "中文"), "view", "", () => location.assign(withLanguage())],
    ["import", say("导入报告…", "Bring reports in…"), "file", "Alt+KeyI", () => open("/import")],
    ["preferences", say("首选项", "Preferences"), "file", "$mod+Comma", () => open("/preferences")],
    ["welcome", say("欢迎页", "Welcome"), "help", "", () => open("/")],
    ["help", say("这个窗口的帮助", "Help for this window"), "help", "F1", () => helpForThis()],
    ["topics", say("全部帮助", "All help"), "help", "", () => open("/help")],
    ["keys", say("按键一览", "Keys"), "help", "$mod+Slash", () => showKeys()],
  ];
  for (const [id, title, menu, keys, run] of own) {
    actions.add({ id, title, menu, keys, run });
  }
  shell.perspectives.forEach((it, i) => actions.add({
    id: "perspective." + it.id, title: say("工作场景：", "Perspective: ") + titleOf(it), menu: "view", keys: "Alt+Digit" + (i + 1),
    run: () => showPerspective(it.id, false),
  }));
  for (const it of shell.actions) {
    actions.add({ id: it.id, title: titleOf(it), menu: it.menu, keys: it.keys ?? "", run: () => act(it) });
  }
  for (const it of shell.views.filter(each => each.listed !== "false" && !each.each)) {
    actions.add({ id: "view." + it.id, title: say("打开：", "Open: ") + titleOf(it), keys: "", run: () => open(addressOf(it.id)) });
  }
  for (const it of shell.commands) {
    actions.add({ id: "call." + it.id, title: say("命令：", "Command: ") + titleOf(it), keys: "", run: () => open("/call/" + encodeURIComponent(it.id)) });
  }
  for (const id of Object.keys(OWN)) {
    actions.add({ id: "view." + id, title: say("打开：", "Open: ") + OWN[id][1], keys: "", run: () => open(OWN[id][0]) });
  }
}

/** Opens an action's address, with what is chosen in it. */
function act(it) {
  if (it.command) {
    open("/call/" + encodeURIComponent(it.command));
    return;
  }
  let missing = "";
  const address = it.address.replace(/\{(\w+)\}/g, (_, kind) => {
    missing ||= selected(kind) ? "" : kind;
    return encodeURIComponent(selected(kind) ?? "");
  });
  if (missing) {
    tellPeople(say("请先选中一项，再执行“" + titleOf(it) + "”。", "Choose something first, then “" + titleOf(it) + "”."), "caution");
  } else {
    open(address);
  }
}

const activePart = () => parts.get(dock.activePanel?.id);

const plain = address => {
  const url = new URL(address, location.origin);
  url.searchParams.set("plain", "yes");
  return url.pathname + url.search + url.hash;
};

/** Goes from group to group, as they stand on the screen; the keys go along. */
function goRound(by) {
  const place = group => group.element.getBoundingClientRect();
  const all = dock.groups.filter(it => it.activePanel)
    .sort((a, b) => place(a).left - place(b).left || place(a).top - place(b).top);
  const next = all[(all.indexOf(dock.activeGroup) + by + all.length) % all.length];
  next?.activePanel.api.setActive();
  parts.get(next?.activePanel.id)?.element.focus();
}

function beside() {
  const panel = dock.activePanel;
  panel?.api.moveTo({ group: dock.addGroup({ referenceGroup: panel.group, direction: "right" }) });
}

function enlarge() {
  const panel = dock.activePanel;
  if (panel) {
    panel.api.isMaximized() ? panel.api.exitMaximized() : panel.api.maximize();
  }
}

function withLanguage() {
  const url = new URL(location.href);
  url.searchParams.set("lang", say("en", "zh"));
  return url.href;
}

export function turnTheme() {
  const page = document.documentElement;
  const isDark = page.dataset.theme ? page.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  showTheme(isDark ? "light" : "dark");
  keep("theme", isDark ? "light" : "dark");
}

function showTheme(theme) {
  const page = document.documentElement;
  if (theme === "light" || theme === "dark") {
    page.dataset.theme = theme;
  } else {
    delete page.dataset.theme;
  }
  try {
    localStorage.setItem("gewu.theme", theme ?? "");
  } catch (full) {
    console.info("The theme is kept in the workspace alone.", full);
  }
  dock?.updateOptions({ theme: dockTheme() });
  dispatchEvent(new CustomEvent("gewu:theme"));
}

const dockTheme = () => ({ name: "gewu", className: "dockview-theme-gewu", gap: 0 });

/** The topic that fits the active window: by its view, or by its address. */
function helpForThis() {
  const address = activePart()?.address ?? "/";
  const shown = viewOf(address)?.id ?? new URL(address, location.origin).pathname.replace(/^(\/[^/]*).*/, "$1");
  open("/help?for=" + encodeURIComponent(shown));
}

function showKeys() {
  if (document.querySelector("dialog[open]")) {
    return;
  }
  const rows = actions.all().filter(it => it.keys).map(it =>
    make("tr", {}, make("td", {}, it.title), make("td", {}, make("kbd", {}, actions.spelled(it.keys))),
      make("td", { class: "faint" }, actions.conflictsOf(it).map(other => say("与“", "clashes with “") + other.title + say("”冲突", "”")).join(" "))));
  askPeople(say("按键一览", "Keys"), make("table", { class: "brief" }, make("tbody", {}, ...rows)));
}

function bar() {
  const old = document.querySelector("header.top");
  const ask = old.querySelector("form.ask");
  readyBox(ask.querySelector("input[type=search]"));
  ask.addEventListener("submit", event => {
    event.preventDefault();
    const words = ask.querySelector("input[type=search]").value.trim();
    const part = open(words ? "/search?q=" + encodeURIComponent(words) : "/search");
    // The keys go on to what was found; suggestions that come late stay shut.
    ask.querySelector("input[type=search]").blur();
    requestAnimationFrame(() => part?.element.focus());
  });
  const tabs = make("div", { class: "perspectives", role: "tablist", "aria-label": say("工作场景", "Perspectives") },
    ...shell.perspectives.map(it => make("button", {
      type: "button", role: "tab", "data-id": it.id, title: say(it.about, it.about_en), "aria-selected": "false",
      "aria-controls": "main", onclick: () => showPerspective(it.id, false),
    }, titleOf(it))));
  tabs.addEventListener("keydown", event => {
    const all = [...tabs.children];
    const to = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (to) {
      const next = all[(all.indexOf(document.activeElement) + to + all.length) % all.length];
      next.focus();
      next.click();
    }
  });
  const bar = make("header", { class: "bar" },
    old.querySelector(".brand"),
    openMenus(actions, [["file", say("文件", "File")], ["edit", say("编辑", "Edit")], ["view", say("视图", "View")], ["tools", say("工具", "Tools")], ["help", say("帮助", "Help")]]),
    tabs, ask,
    make("button", { type: "button", class: "quiet icon", title: say("命令面板 Ctrl+Shift+P", "Command palette Ctrl+Shift+P"), onclick: () => openPalette(actions) }, "⌘"),
    make("button", { type: "button", class: "quiet icon", title: say("浅色 / 深色", "Light / dark"), onclick: turnTheme }, "◐"),
    make("a", { class: "language", href: withLanguage(), lang: say("en", "zh-CN"), "data-plain": "" }, say("English", "中文")));
  old.replaceWith(bar);
}

function foot() {
  const jobs = make("button", { type: "button", class: "quiet jobs", onclick: () => open("/jobs"), hidden: true });
  const line = make("span", { class: "line", role: "status" });
  document.body.append(make("footer", { class: "foot" },
    line, jobs, make("span", { class: "chosen-thing faint" }), make("span", { class: "grow" }),
    shell.person
      ? make("button", { type: "button", class: "quiet person", title: say("我的账号、退出登录", "My account, log out"), onclick: () => open("/account") }, shell.person)
      : make("span", { class: "faint" }, say("本机", "this machine"))));
  on("connection", isThere => {
    line.textContent = isThere ? say("已连接", "connected") : say("与工作台的连接断了，正在重连…", "The workbench is out of reach; trying again…");
    line.classList.toggle("alarm", !isThere);
  });
  on("jobs", ({ jobs: all }) => {
    const running = all.filter(it => it.state === "running");
    const it = running.at(-1);
    jobs.hidden = !it;
    if (it) {
      jobs.textContent = (say(it.title.zh, it.title.en)) + " " + it.done + (it.total ? " / " + it.total : "");
    }
    for (const job of all.filter(each => each.state === "failed")) {
      tellPeople(say(job.title.zh, job.title.en) + say("没有做成：", " failed: ") + job.reason, "alarm");
    }
    refresh(new Map([["job", []]]));
  });
}

let isReady = false;

async function begin() {
  shell = await (await fetch("/shell.json")).json();
  Object.assign(settings, shell.settings);
  know(shell.views);
  actionsOfOurs();
  const main = document.querySelector("main");
  const address = location.pathname + location.search + location.hash;
  const title = document.title.replace(/ · [^·]*$/, "");
  const nodes = [...main.childNodes];
  bar();
  const place = make("main", { id: "main", class: "dock", tabindex: "-1" });
  main.replaceWith(place);
  foot();
  showTheme(settings.theme ?? document.documentElement.dataset.theme);
  dock = dockview.createDockview(place, {
    createComponent: component, createTabComponent: tab, defaultTabComponent: "tab", theme: dockTheme(), defaultRenderer: "always",
    disableFloatingGroups: false, scrollbars: "native",
  });
  dock.onDidActivePanelChange(() => {
    const part = activePart();
    part && arrived(part);
  });
  dock.onDidLayoutChange(keepLayout);
  dock.onDidRemovePanel(() => {
    if (!isRestoring && dock.panels.length === 0) {
      open(currentPerspective()?.home || "/reports");
    }
  });
  waiting = { key: keyOf(address), nodes, title };
  showPerspective(settings.perspective && shell.perspectives.some(it => it.id === settings.perspective) ? settings.perspective : shell.perspectives[0].id, false);
  open(address);
  isReady = true;
  document.documentElement.dataset.size = settings.size ?? "usual";
  takeDrops(open);
  actions.listen();
  on("changes", async event => {
    const subjects = new Map(Object.entries(event.subjects));
    if (subjects.has("plugin")) {
      // Views may have come or gone.
      know((await (await fetch("/shell.json")).json()).views);
    }
    refresh(subjects);
  });
  on("lost", async () => {
    await renewToken();
    parts.forEach(part => part.isAwake() && !part.isFilledIn() && part.load(true));
  });
  listen();
  document.documentElement.classList.add("ready");
}

begin().catch(failed => {
  // The plain page works without all this.
  document.documentElement.classList.remove("workbench");
  console.error(failed);
});

export { actions, dock, parts, shell };
