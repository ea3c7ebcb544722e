// Calendars: arrows go from day to day, Page Up and Page Down to other months, T to today, Enter to what falls on a day.
import { say } from "./words.js";
import { drawer } from "./panels.js";

/** The window in which a key has just turned to another month: the keys stay in its calendar. */
let turning = null;

drawer("table.calendar", (table, part) => {
  const days = [...table.querySelectorAll("td")];
  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", table.previousElementSibling?.querySelector("h2")?.textContent ?? say("日历", "Calendar"));
  for (const day of days) {
    day.tabIndex = -1;
    day.setAttribute("role", "gridcell");
    day.querySelectorAll("a").forEach(it => it.tabIndex = -1);
    const time = day.querySelector("time");
    const entries = day.querySelectorAll("li").length;
    day.title = time.dateTime + (entries ? say("，" + entries + " 项", ", " + entries + " entries") : "");
  }
  const first = table.querySelector("td.today") ?? days.find(it => !it.classList.contains("outside"));
  first && (first.tabIndex = 0);
  if (turning === part) {
    turning = null;
    first?.focus({ preventScroll: true });
  }
  const turn = rel => {
    const link = part.element.querySelector(".months a[rel='" + rel + "']");
    if (link) {
      turning = part;
      link.click();
    }
  };
  const go = day => {
    if (day) {
      days.forEach(it => it.tabIndex = it === day ? 0 : -1);
      day.focus();
    }
  };
  table.addEventListener("keydown", event => {
    const day = event.target.closest("td");
    if (!day || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const links = [...day.querySelectorAll("a[href]")];
    const inside = links.indexOf(event.target);
    const at = days.indexOf(day);
    const to = inside >= 0
      ? { ArrowDown: () => links[inside + 1]?.focus(), ArrowUp: () => (links[inside - 1] ?? day).focus(), Escape: () => day.focus() }[event.key]
      : {
        ArrowRight: () => go(days[at + 1]) , ArrowLeft: () => go(days[at - 1]), ArrowDown: () => go(days[at + 7]), ArrowUp: () => go(days[at - 7]),
        Home: () => go(days[at - at % 7]), End: () => go(days[at - at % 7 + 6]), PageDown: () => turn("next"), PageUp: () => turn("prev"),
        t: () => go(table.querySelector("td.today")), T: () => go(table.querySelector("td.today")),
        Enter: () => links.length === 1 ? links[0].click() : links[0]?.focus(),
      }[event.key];
    if (to) {
      event.preventDefault();
      event.stopPropagation();
      to();
    }
  });
});
