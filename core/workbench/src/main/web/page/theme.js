// Light and dark, as this person or else the system wants it.
import { keep } from "./words.js";

export function showTheme(theme) {
  const page = document.documentElement;
  if (theme === "light" || theme === "dark") {
    page.dataset.theme = theme;
  } else {
    delete page.dataset.theme;
  }
  try {
    localStorage.setItem("gewu.theme", theme ?? "");
  } catch (full) {
    console.info("The theme is kept in the workspace alone.", full);
  }
  dispatchEvent(new CustomEvent("gewu:theme"));
}

/** From light to dark, and back. */
export function turnTheme() {
  const page = document.documentElement;
  const isDark = page.dataset.theme ? page.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  showTheme(isDark ? "light" : "dark");
  keep("theme", isDark ? "light" : "dark");
}
