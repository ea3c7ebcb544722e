// Windows follow what happens elsewhere: what changes is shown anew where it is shown, what is chosen is marked and gone to.
import { onSelection } from "./selection.js";
import { on } from "./events.js";
import { ask } from "./told.js";
import { dock, isMiddle, parts } from "./windows.js";

/** @param retold called when plugins have come or gone */
export function follow(retold) {
  onSelection(chosen);
  on("jobs", () => refresh(part => part.cares(new Map([["job", []]]))));
  on("changes", async event => {
    const subjects = new Map(Object.entries(event.subjects));
    if (subjects.has("plugin")) {
      await ask();
      retold();
      // Whichever view it was that changed, it is shown anew.
      refresh(part => part.address.startsWith("/view/") || part.cares(subjects));
    } else {
      refresh(part => part.cares(subjects));
    }
  });
  on("lost", async () => {
    await ask();
    retold();
    parts.forEach(part => part.isAwake() && !part.isFilledIn() && part.renew());
  });
}

function refresh(isStale) {
  for (const part of parts.values()) {
    if (!part.isAwake() || !isStale(part)) {
      continue;
    }
    if (part.isFilledIn()) {
      part.element.classList.add("stale");
    } else {
      part.renew();
    }
  }
}

function chosen({ kind, id, from }) {
  for (const [panelId, part] of parts) {
    part.mark(kind, id);
    const address = part === from ? undefined : part.following(kind, id);
    const panel = dock.getPanel(panelId);
    if (address && address !== part.address && !part.isFilledIn() && !isMiddle(panel)) {
      panel.api.updateParameters({ address });
      part.follow(address);
    }
  }
}
