// Parameters of several lines: a file that is chosen, or dropped on them, fills them; Ctrl+Enter asks.
import { make, say } from "./words.js";
import { tellPeople } from "./notices.js";
import { drawer } from "./panels.js";

// So many characters an address carries, each as nine signs.
const MOST = 6_000;
const HEADS = ["检索式", "检索词", "关键词", "query", "words"];

async function textOf(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The column of a CSV file that its head names, else the first one. */
function column(text) {
  const rows = [[]];
  for (const [, plain, quoted, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push((plain?.replaceAll('""', '"') ?? quoted).trim());
    if (end !== ",") {
      rows.push([]);
    }
  }
  const head = rows[0].findIndex(it => HEADS.includes(it.toLowerCase()));
  return rows.slice(head < 0 ? 0 : 1).map(it => it[Math.max(head, 0)]).filter(it => it).join("\n");
}

async function fill(field, file) {
  const text = await textOf(file);
  const lines = (/\.csv$/i.test(file.name) ? column(text) : text).trim();
  if (lines.length > MOST) {
    tellPeople(say("“" + file.name + "”太长，放不进网址；请用页面下方的文件表单。",
      "“" + file.name + "” is too long for an address; send it by the form beneath."), "caution");
    return;
  }
  field.value = lines;
  field.focus();
}

drawer("form.parameters textarea", field => {
  field.maxLength = MOST;
  const file = make("input", { type: "file", accept: ".txt,.csv,.md,text/*", onchange: () => file.files.length && fill(field, file.files[0]) });
  field.closest("label").after(make("label", { class: "choose quiet" }, say("从文件填入…", "Fill from a file…"), file));
  field.addEventListener("dragover", event => event.preventDefault());
  field.addEventListener("drop", event => {
    const dropped = event.dataTransfer.files[0];
    if (dropped) {
      event.preventDefault();
      fill(field, dropped);
    }
  });
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      field.form.requestSubmit();
    }
  });
});
