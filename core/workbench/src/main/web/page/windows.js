// Windows: each shows one address. The one that is active in the middle has its address in the address line.
import { make, say, titleOf } from "./words.js";
import { Part, keyOf, viewOf } from "./parts.js";
import { answered } from "./answers.js";
import { PAGES } from "./pages.js";

const LONGEST_TITLE = 24;

/** What the windows show, by the id of their panel. */
export const parts = new Map();

/** Holds the windows; there once [layDock] has run. */
export let dock = null;

/** The group in the middle. */
export let middle = "";

/** What the page held when it came: shown in its window without asking again. */
let waiting = null;
let isQuiet = false;
const arrivals = new Set();

/** Windows by the id of their panel, the one looked at last first: where one goes when a window closes. */
let trail = [];

const host = {
  open: (address, from) => open(address, from),
  titled: part => part.api?.setTitle(shortened(part.title ?? "")),
  moved: part => arrived(part),
  answered,
};

/** Makes room for windows in an element. */
export function layDock(element) {
  dock = window["dockview-core"].createDockview(element, {
    createComponent: component, createTabComponent: tab, defaultTabComponent: "tab", defaultRenderer: "always",
    theme: { name: "gewu", className: "dockview-theme-gewu", gap: 0 }, disableFloatingGroups: false, scrollbars: "native",
  });
  dock.onDidActivePanelChange(() => {
    const part = activePart();
    part && arrived(part);
  });
}

/** The window of this address takes these nodes over instead of fetching them. */
export function adopt(address, nodes, title) {
  waiting = { key: keyOf(address), nodes, title };
}

/** Calls `listener(part)` each time a window is gone to or shows another address. */
export function onArrival(listener) {
  arrivals.add(listener);
}

/** Does something with windows of which the address line does not hear. */
export function quietly(run) {
  const before = isQuiet;
  isQuiet = true;
  try {
    run();
  } finally {
    isQuiet = before;
  }
}

export function takeMiddle(group) {
  middle = group;
}

export const isMiddle = panel => panel?.group?.id === middle;

/** What the active window shows; undefined if there is none. */
export const activePart = () => parts.get(dock.activePanel?.id);

/** Shows an address in the window it belongs to, and goes there. */
export function open(address) {
  const key = keyOf(address);
  const here = [...parts.values()].find(it => it.key === key);
  if (here) {
    here.show(address);
    here.api.setActive();
    arrived(here);
    return here;
  }
  const panel = dock.addPanel({
    id: freeId(key), component: "part", title: titleAt(address),
    params: { address }, position: inTheMiddle(), renderer: "always",
  });
  return parts.get(panel.id);
}

/** What a window is called before it is fetched. */
export function titleAt(address) {
  const shown = viewOf(address);
  return shown ? shortened(titleOf(shown)) : Object.values(PAGES).find(([page]) => page === address)?.[1] ?? "…";
}

/** Closes a window and goes back to the one of its group that was looked at before, also after the layout was restored. */
export function close(panel) {
  const before = trail.map(id => dock.getPanel(id)).find(it => it && it !== panel && it.group === panel?.group);
  if (before && panel.group.activePanel === panel) {
    before.api.setActive();
  }
  panel?.api.close();
}

export const shortened = title => title.length > LONGEST_TITLE ? title.slice(0, LONGEST_TITLE - 1) + "…" : title;

function freeId(key) {
  let id = key;
  for (let n = 2; dock.getPanel(id); n++) {
    id = key + "#" + n;
  }
  return id;
}

/** The group in the middle; where it was closed, the largest. */
function inTheMiddle() {
  const group = dock.groups.find(it => it.id === middle) ?? largest();
  if (!group) {
    return undefined;
  }
  middle = group.id;
  return { referenceGroup: group, direction: "within" };
}

const largest = () => [...dock.groups].sort((a, b) =>
  b.element.clientWidth * b.element.clientHeight - a.element.clientWidth * a.element.clientHeight)[0];

function component() {
  const element = make("div", { class: "holder" });
  let part = null;
  return {
    element,
    init({ params, api }) {
      part = new Part(params.address, host);
      part.api = api;
      parts.set(api.id, part);
      element.replaceChildren(part.element);
      if (waiting?.key === part.key) {
        part.adopt(waiting.nodes, waiting.title);
        // The tab is made after its window, and does not know the title yet.
        queueMicrotask(() => api.setTitle(shortened(part.title)));
        waiting = null;
      }
      // A tab behind another one is fetched when somebody looks at it; which one is in front is known after all are laid out.
      const look = () => api.isVisible && parts.get(api.id) === part && part.wake();
      queueMicrotask(look);
      api.onDidVisibilityChange(() => queueMicrotask(look));
    },
    dispose() {
      if (part && parts.get(part.api.id) === part) {
        parts.delete(part.api.id);
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
        close(dock.getPanel(api.id));
      });
    },
  };
}

function arrived(part) {
  const panel = part.api && dock.getPanel(part.api.id);
  panel?.api.updateParameters({ address: part.address });
  if (panel && dock.activePanel === panel) {
    trail = [panel.id, ...trail.filter(it => it !== panel.id)];
    if (isMiddle(panel) && location.pathname + location.search + location.hash !== part.address && !isQuiet) {
      history.pushState({}, "", part.address);
    }
    document.title = (part.title ?? "") + " · " + say("格物", "Gewu");
  }
  arrivals.forEach(it => it(part));
}

addEventListener("popstate", () => quietly(() => open(location.pathname + location.search + location.hash)));

/** Goes from group to group, as they stand on the screen; the keys go along. */
export function goRound(by) {
  const place = group => group.element.getBoundingClientRect();
  const all = dock.groups.filter(it => it.activePanel)
    .sort((a, b) => place(a).left - place(b).left || place(a).top - place(b).top);
  const next = all[(all.indexOf(dock.activeGroup) + by + all.length) % all.length];
  next?.activePanel.api.setActive();
  parts.get(next?.activePanel.id)?.element.focus();
}

/** Moves the active window into a group of its own, on the right. */
export function moveBeside() {
  const panel = dock.activePanel;
  panel?.api.moveTo({ group: dock.addGroup({ referenceGroup: panel.group, direction: "right" }) });
}

/** Lets the active window take all the room, or gives the room back. */
export function enlarge() {
  const panel = dock.activePanel;
  if (panel) {
    panel.api.isMaximized() ? panel.api.exitMaximized() : panel.api.maximize();
  }
}
