// Trees: branches close and open, by the mouse and by the keys that trees have everywhere.
import { say } from "./words.js";
import { drawer } from "./panels.js";

const MANY = 60;

drawer("ul.tree", tree => {
  tree.setAttribute("role", "tree");
  tree.setAttribute("aria-label", say("目录树", "Tree"));
  const all = [...tree.querySelectorAll("li")];
  for (const item of all) {
    const branch = item.querySelector(":scope > ul");
    item.setAttribute("role", "treeitem");
    item.tabIndex = -1;
    if (branch) {
      branch.setAttribute("role", "group");
      open(item, all.length <= MANY || item.parentElement === tree);
    }
  }
  if (all.length > 0) {
    all[0].tabIndex = 0;
  }
  tree.addEventListener("click", event => {
    const item = event.target.closest("li");
    if (item && !event.target.closest("a") && !getSelection().toString()) {
      item.hasAttribute("aria-expanded") && open(item, item.ariaExpanded !== "true");
      go(tree, item);
    }
  });
  tree.addEventListener("keydown", event => key(event, tree));
});

const open = (item, isOpen) => item.setAttribute("aria-expanded", String(isOpen));

function go(tree, item) {
  if (item) {
    tree.querySelectorAll("li[tabindex='0']").forEach(it => it.tabIndex = -1);
    item.tabIndex = 0;
    item.focus();
  }
}

function key(event, tree) {
  const item = event.target.closest("li");
  if (!item || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const seen = [...tree.querySelectorAll("li")].filter(it => !it.parentElement.closest("li[aria-expanded='false']"));
  const at = seen.indexOf(item);
  const to = {
    ArrowDown: () => seen[at + 1], ArrowUp: () => seen[at - 1], Home: () => seen[0], End: () => seen.at(-1),
    ArrowRight: () => item.ariaExpanded === "false" ? open(item, true) : item.querySelector(":scope > ul > li"),
    ArrowLeft: () => item.ariaExpanded === "true" ? open(item, false) : item.parentElement.closest("li"),
    Enter: () => item.querySelector(":scope > a")?.click() ?? (item.ariaExpanded && open(item, item.ariaExpanded !== "true")),
    "*": () => [...item.parentElement.children].forEach(it => it.ariaExpanded && open(it, true)),
  }[event.key];
  if (to) {
    event.preventDefault();
    event.stopPropagation();
    go(tree, to());
  } else if (event.key.length === 1 && event.key !== " ") {
    const starts = it => it.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
    go(tree, [...seen.slice(at + 1), ...seen.slice(0, at)].find(starts));
  }
}
