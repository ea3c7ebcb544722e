// Perspectives: which windows lie where. Each is kept as its person left it, and can be laid out anew. On a screen as narrow as a
// phone's all windows lie one behind the other; where they lie on a wide one is kept apart from that.
import { keep, settings } from "./words.js";
import { keyOf, view, viewOf } from "./parts.js";
import { PAGES, addressOf } from "./pages.js";
import { told } from "./told.js";
import { activePart, dock, isMiddle, middle, onArrival, open, parts, quietly, takeMiddle, titleAt } from "./windows.js";

const PAUSE_MILLIS = 600;
const USUAL_SHARE = 25;

const narrow = matchMedia("(max-width: 40rem)");

let perspective = "";
let keptAs = "";
let isChanging = true;
let keeping = 0;

/** The perspective that is shown: as its manifest says. */
export const current = () => told.perspectives.find(it => it.id === perspective) ?? told.perspectives[0];

/** Shows the perspective this person was in, with this address; from then on the layout is kept. */
export function beginWith(address) {
  dock.onDidRemovePanel(() => {
    if (!isChanging && dock.panels.length === 0) {
      open(current().home || addressOf("reports"));
    }
  });
  perspective = settings.perspective;
  perspective = current().id;
  layOut(false);
  open(address);
  dock.onDidLayoutChange(keepLayout);
  addEventListener("pagehide", () => keeping && keepNow()); // what was just moved stays, however soon the page is left
  onArrival(keepLayout);
  narrow.addEventListener("change", () => {
    const shown = activePart()?.address;
    keepNow();
    layOut(false);
    shown && open(shown);
  });
}

/** Goes to a perspective. */
export function showPerspective(id) {
  if (dock.panels.length) {
    keepNow();
  }
  perspective = id;
  layOut(false);
  arriveAt();
}

/** Lays the windows of this perspective out as at first. */
export function resetPerspective() {
  layOut(true);
  arriveAt();
}

function layOut(isAnew) {
  isChanging = true;
  keptAs = "layout." + perspective + (narrow.matches ? ".narrow" : "");
  try {
    quietly(() => {
      const kept = isAnew ? "" : settings[keptAs];
      if (!kept || !restored(kept)) {
        layOutAsTold(current());
      }
    });
  } finally {
    isChanging = false;
  }
  if (settings.perspective !== perspective) {
    keep("perspective", perspective);
  }
  markPerspective();
}

/** Tells by the tabs which perspective is shown. */
export function markPerspective() {
  for (const tab of document.querySelectorAll(".perspectives [role=tab]")) {
    tab.setAttribute("aria-selected", String(tab.dataset.id === perspective));
    tab.tabIndex = tab.dataset.id === perspective ? 0 : -1;
  }
}

/** Goes to the first perspective where the one that was shown has gone with its plugin. */
export function leaveGone() {
  if (current().id !== perspective) {
    showPerspective(current().id);
  }
}

/** The address line says what the middle shows. */
function arriveAt() {
  const panel = dock.groups.find(it => it.id === middle)?.activePanel ?? dock.panels.find(isMiddle);
  const part = parts.get(panel?.id);
  if (part) {
    history.pushState({}, "", part.address);
  }
}

function restored(kept) {
  try {
    const { dock: layout, middle: group } = JSON.parse(kept);
    for (const panel of Object.values(layout.panels)) {
      if (panel.params.address.startsWith("/view/") && !viewOf(panel.params.address)) {
        return false; // its plugin is gone
      }
    }
    dock.fromJSON(layout);
    takeMiddle(group);
    return dock.panels.length > 0;
  } catch (unreadable) {
    console.warn("The layout that was kept can't be read; the perspective begins anew.", unreadable);
    return false;
  }
}

/** As the plugin that contributes it lays it out: the middle first, then what lies round it. */
function layOutAsTold(it) {
  dock.clear();
  const home = it.home || addressOf("reports");
  const first = dock.addPanel({ id: keyOf(home), component: "part", title: titleAt(home), params: { address: home }, renderer: "always" });
  takeMiddle(first.group.id);
  const width = dock.width || innerWidth;
  const height = dock.height || innerHeight;
  const sides = {};
  for (const place of it.elements.filter(element => element.element === "place")) {
    const address = addressOf(place.view);
    const known = PAGES[place.view] || view(place.view);
    if (!known || dock.getPanel(keyOf(address))) {
      continue;
    }
    const share = Number(place.share ?? USUAL_SHARE) / 100;
    const isBehind = place.at === "main" || narrow.matches;
    const position = isBehind ? { referenceGroup: first.group, direction: "within" }
      : sides[place.at] ? { referenceGroup: sides[place.at], direction: "within" }
        : { referenceGroup: first.group, direction: place.at === "bottom" ? "below" : place.at };
    const panel = dock.addPanel({
      id: keyOf(address), component: "part", title: titleAt(address),
      params: { address }, position, renderer: "always", inactive: isBehind || Boolean(sides[place.at]),
      initialWidth: place.at === "left" || place.at === "right" ? Math.round(width * share) : undefined,
      initialHeight: place.at === "bottom" ? Math.round(height * share) : undefined,
    });
    sides[place.at] ??= isBehind ? undefined : panel.group;
  }
  first.api.setActive();
}

function keepLayout() {
  if (!isChanging) {
    clearTimeout(keeping);
    keeping = setTimeout(keepNow, PAUSE_MILLIS);
  }
}

function keepNow() {
  clearTimeout(keeping);
  keeping = 0;
  keep(keptAs, JSON.stringify({ middle, dock: dock.toJSON() }));
}
