// The list of keys.
import { make, say } from "./words.js";
import { askPeople } from "./notices.js";

export function showKeys(actions) {
  if (document.querySelector("dialog[open]")) {
    return;
  }
  const rows = actions.all().filter(it => it.keys).map(it =>
    make("tr", {}, make("td", {}, it.title), make("td", {}, make("kbd", {}, actions.spelled(it.keys))),
      make("td", { class: "faint" }, actions.conflictsOf(it).map(other => say("与“", "clashes with “") + other.title + say("”冲突", "”")).join(" "))));
  askPeople(say("按键一览", "Keys"), make("table", { class: "brief" }, make("tbody", {}, ...rows)));
}
