// The language of the page, what its person has set, and small things every part of the workbench needs.

export const english = document.documentElement.lang === "en";

/** One of two texts. */
export const say = (zh, en) => english ? en : zh;

/** The title of something from a manifest. */
export const titleOf = it => say(it.title, it.title_en ?? it.title) ?? it.id;

export let token = document.querySelector("meta[name='gewu-token']")?.content ?? "";
export const library = document.querySelector("meta[name='gewu-library']")?.content ?? "";

/** A server that has begun anew knows another one. */
export function takeToken(words) {
  token = words;
}

/** An element with attributes, listeners (`onclick`) and children; texts are texts, never markup. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter(it => it !== null && it !== undefined));
  return element;
}

/** Sends fields to the workbench as a page of ours. Values are texts, or lists of texts. */
export async function post(address, fields, more = {}) {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) {
      body.append(name, value);
    }
  }
  return fetch(address, { method: "POST", body, headers: { "Gewu-Token": token, "Gewu-Part": "1" }, ...more });
}

// What a browser still sends for a page that is left: 64 KiB in all.
const LAST_WORDS = 60_000;

/** What this person has set; [keep] changes it here and in the workspace. */
export const settings = {};

// What was kept and may not have been heard: a page that is left does not wait, and the next one may ask sooner than that comes.
const UNHEARD = "gewu.unheard";
const unheard = new Map();

export async function keep(name, value) {
  settings[name] = value;
  unheard.set(name, value);
  noteUnheard();
  try {
    await post("/shell/keep", { name, value }, { keepalive: encodeURIComponent(value).length < LAST_WORDS });
    if (unheard.get(name) === value) {
      unheard.delete(name);
      noteUnheard();
    }
  } catch (away) {
    console.info("Kept in this page alone: the workbench is away.", away);
  }
}

/** Takes what the workspace knows; what was kept last and may not have been heard is said again. */
export function takeSettings(known) {
  Object.assign(settings, known);
  try {
    for (const [name, value] of JSON.parse(sessionStorage.getItem(UNHEARD) ?? "[]")) {
      keep(name, value);
    }
  } catch (unreadable) {
    console.info("What was kept last can't be read here.", unreadable);
  }
}

function noteUnheard() {
  try {
    sessionStorage.setItem(UNHEARD, JSON.stringify([...unheard]));
  } catch (full) {
    console.info("Nothing can be kept in this browser.", full);
  }
}

const loading = new Map();

/** Brings a script of the library when it is first needed. */
export function script(name) {
  if (!loading.has(name)) {
    loading.set(name, new Promise((done, failed) => {
      document.head.append(make("script", { src: `${library}/library/${name}`, onload: done, onerror: failed }));
    }));
  }
  return loading.get(name);
}

/** Brings styles of the library when they are first needed. */
export function style(name) {
  if (!loading.has(name)) {
    loading.set(name, new Promise((done, failed) => {
      document.head.append(make("link", { rel: "stylesheet", href: `${library}/library/${name}`, onload: done, onerror: failed }));
    }));
  }
  return loading.get(name);
}
