// All that can be done here: what the workbench itself does, and what plugins contribute, each as an action.
import { say, titleOf } from "./words.js";
import { selected } from "./selection.js";
import { goToStep, tellPeople } from "./notices.js";
import { viewOf } from "./parts.js";
import { showKeys } from "./keys.js";
import { openPalette } from "./palette.js";
import { PAGES, addressOf, inOtherLanguage, plain } from "./pages.js";
import { told } from "./told.js";
import { resetPerspective, showPerspective } from "./perspectives.js";
import { turnTheme } from "./theme.js";
import { activePart, close, dock, enlarge, goRound, moveBeside, open } from "./windows.js";

export function addDeeds(actions) {
  const own = [
    ["palette", say("命令面板", "Command palette"), "view", "$mod+Shift+KeyP", () => openPalette(actions)],
    ["find", say("检索", "Search"), "edit", "$mod+KeyK", () => document.querySelector(".bar .ask input").select()],
    ["back", say("后退", "Back"), "view", "Alt+ArrowLeft", () => history.back()],
    ["forward", say("前进", "Forward"), "view", "Alt+ArrowRight", () => history.forward()],
    ["close", say("关闭这个窗口", "Close this window"), "file", "Alt+KeyW", () => close(dock.activePanel)],
    ["beside", say("移到旁边", "Move beside"), "view", "Alt+KeyB", moveBeside],
    ["largest", say("放大或还原", "Maximise or restore"), "view", "Alt+KeyM", enlarge],
    ["step-back", say("撤回刚才的操作", "Take back what was just done"), "edit", "Alt+KeyZ", goToStep],
    ["next", say("下一个窗口", "Next window"), "view", "Alt+KeyN", () => dock.moveToNext({ includePanel: true })],
    ["previous", say("上一个窗口", "Previous window"), "view", "Alt+KeyP", () => dock.moveToPrevious({ includePanel: true })],
    ["group", say("下一组窗口", "Next group of windows"), "view", "F6", () => goRound(1)],
    ["group-before", say("上一组窗口", "Previous group of windows"), "view", "Shift+F6", () => goRound(-1)],
    ["again", say("刷新这个窗口", "Show this window anew"), "view", "Alt+KeyR", () => activePart()?.load(true)],
    ["print", say("打印这个窗口", "Print this window"), "file", "$mod+KeyP", () => print()],
    ["plain", say("在单独的页里打开", "Open as a page of its own"), "file", "", () => window.open(plain(activePart()?.address ?? "/"), "_blank", "noopener")],
    ["reset", say("还原这个工作场景", "Reset this perspective"), "view", "", resetPerspective],
    ["theme", say("浅色 / 深色", "Light / dark"), "view", "Alt+KeyT", turnTheme],
    ["language", say("English", "中文"), "view", "", () => location.assign(inOtherLanguage())],
    ["import", say("导入报告…", "Bring reports in…"), "file", "Alt+KeyI", () => open("/import")],
    ["preferences", say("首选项", "Preferences"), "file", "$mod+Comma", () => open("/preferences")],
    ["welcome", say("欢迎页", "Welcome"), "help", "", () => open("/")],
    ["help", say("这个窗口的帮助", "Help for this window"), "help", "F1", helpForThis],
    ["topics", say("全部帮助", "All help"), "help", "", () => open("/help")],
    ["keys", say("按键一览", "Keys"), "help", "$mod+Slash", () => showKeys(actions)],
  ];
  for (const [id, title, menu, keys, run] of own) {
    actions.add({ id, title, menu, keys, run });
  }
  told.perspectives.forEach((it, i) => actions.add({
    id: "perspective." + it.id, title: say("工作场景：", "Perspective: ") + titleOf(it), menu: "view", keys: "Alt+Digit" + (i + 1),
    run: () => showPerspective(it.id),
  }));
  for (const it of told.actions) {
    actions.add({ id: it.id, title: titleOf(it), menu: it.menu, keys: it.keys ?? "", run: () => act(it) });
  }
  for (const it of told.views.filter(each => each.listed !== "false" && !each.each)) {
    actions.add({ id: "view." + it.id, title: say("打开：", "Open: ") + titleOf(it), keys: "", run: () => open(addressOf(it.id)) });
  }
  for (const it of told.commands) {
    actions.add({ id: "call." + it.id, title: say("命令：", "Command: ") + titleOf(it), keys: "", run: () => open(callOf(it.id)) });
  }
  for (const [id, [address, title]] of Object.entries(PAGES)) {
    actions.add({ id: "view." + id, title: say("打开：", "Open: ") + title, keys: "", run: () => open(address) });
  }
}

const callOf = command => "/call/" + encodeURIComponent(command);

/** Opens an action's address, with what is chosen in it. */
function act(it) {
  if (it.command) {
    open(callOf(it.command));
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

/** The topic that fits the active window: by its view, or by its address. */
function helpForThis() {
  const address = activePart()?.address ?? "/";
  const shown = viewOf(address)?.id ?? new URL(address, location.origin).pathname.replace(/^(\/[^/]*).*/, "$1");
  open("/help?for=" + encodeURIComponent(shown));
}
