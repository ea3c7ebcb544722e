// What the workbench tells of itself: perspectives, views, actions and commands of all plugins, and what this person has set.
import { takeSettings, takeToken } from "./words.js";
import { know } from "./parts.js";

/** As `/shell.json` says it. */
export const told = {};

/** Asks again, after a start of the workbench or when plugins have changed. */
export async function ask() {
  const answer = await fetch("/shell.json");
  if (answer.status === 401) {
    location.assign("/login?to=" + encodeURIComponent(location.pathname + location.search));
  }
  if (!answer.ok) {
    throw new Error("The workbench does not tell what there is: " + answer.status);
  }
  Object.assign(told, await answer.json());
  takeToken(told.token);
  takeSettings(told.settings);
  know(told.views);
}
