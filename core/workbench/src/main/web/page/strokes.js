// Keys as they are written in manifests and settings: strokes with blanks between them, such as `$mod+Shift+KeyP` or `g b`.
// Nothing here touches the page.
import { say } from "./words.js";

const IS_MAC = /Mac|iP/.test(navigator.platform);
const MODIFIERS = ["$mod", "Control", "Meta", "Alt", "Shift"];
const NAMES = {
  $mod: IS_MAC ? "⌘" : "Ctrl", Control: "Ctrl", Slash: "/", Comma: ",", Period: ".", Semicolon: ";", Quote: "'", Minus: "-", Equal: "=",
  BracketLeft: "[", BracketRight: "]", Backslash: "\\", Backquote: "`", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓",
  Space: say("空格", "Space"),
};

/** Browsers act on these themselves; no page hears of them. */
const KEPT = new Set(["$mod+n", "$mod+t", "$mod+w", "$mod+shift+n", "$mod+shift+t", "$mod+shift+w", "$mod+tab", "$mod+shift+tab",
  "$mod+pageup", "$mod+pagedown", "alt+f4", "$mod+q"]);

/** What people can't do without in any page, and where they read. */
const NEEDED = new Set(["$mod+c", "$mod+v", "$mod+x", "$mod+a", "$mod+z", "$mod+y", "$mod+enter", "enter", "shift+enter", "escape", "tab",
  "shift+tab", "space", "shift+space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown", "arrowup", "arrowdown", "arrowleft",
  "arrowright"]);

/** What a browser does with a stroke for as long as nobody else takes it. */
const USUAL = {
  "$mod+f": say("在页面里查找", "finding on the page"), "$mod+g": say("查找下一个", "finding the next"), "$mod+r": say("刷新", "reloading"),
  f5: say("刷新", "reloading"), "$mod+l": say("到地址栏", "going to the address line"), "alt+d": say("到地址栏", "going to the address line"),
  "$mod+d": say("收藏", "bookmarking"), "$mod+s": say("保存网页", "saving the page"), "$mod+o": say("打开文件", "opening files"),
  "$mod+h": say("历史记录", "the history"), "$mod+j": say("下载列表", "the downloads"), "$mod+u": say("查看源代码", "showing the source"),
  "$mod+equal": say("放大", "zooming in"), "$mod+minus": say("缩小", "zooming out"), "$mod+0": say("还原大小", "the usual size"),
  f11: say("全屏", "the full screen"), f12: say("开发者工具", "the developer tools"),
};

/** The same keys always written the same way: `$mod+shift+p`. */
export const canonical = keys => keys.split(" ").map(stroke => {
  const all = stroke.split("+");
  const key = all.pop().replace(/^(Key|Digit)(?=.$)/, "").toLowerCase();
  return [...MODIFIERS.filter(it => all.includes(it)).map(it => it.toLowerCase()), key].join("+");
}).join(" ");

/** Whether the one is not heard because of the other: they are the same, or one begins with the other. */
export function isClash(one, other) {
  const [a, b] = [canonical(one) + " ", canonical(other) + " "];
  return a.startsWith(b) || b.startsWith(a);
}

/** Keys as people read them. */
export const spelled = keys => keys.split(" ").map(stroke =>
  stroke.split("+").map(it => NAMES[it] ?? it.replace(/^(Key|Digit)(?=.$)/, "").replace(/^[a-z]$/, letter => letter.toUpperCase())).join("+")).join(" ");

/** What was pressed, such as `Alt+KeyB`; empty as long as only modifiers are down. */
export function strokeOf(event) {
  if (["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Unidentified"].includes(event.key) || !event.code) {
    return "";
  }
  const main = IS_MAC ? event.metaKey : event.ctrlKey;
  const other = IS_MAC ? event.ctrlKey && "Control" : event.metaKey && "Meta";
  return [main && "$mod", other, event.altKey && "Alt", event.shiftKey && "Shift", event.code].filter(it => it).join("+");
}

/** Why a stroke can't be had; empty if it can. */
export function refusal(stroke) {
  const it = canonical(stroke);
  return KEPT.has(it) ? say("浏览器自己留用 " + spelled(stroke) + "，页面收不到。", "Browsers keep " + spelled(stroke) + " for themselves.")
    : NEEDED.has(it) ? say(spelled(stroke) + " 在编辑和移动时要用，不能改作它用。", spelled(stroke) + " is needed for editing and moving about.") : "";
}

/** What the browser will no longer do; empty if it has no use for these keys. */
export const loss = keys => USUAL[canonical(keys.split(" ")[0])] ?? "";
