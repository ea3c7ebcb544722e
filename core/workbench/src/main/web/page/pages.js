// Pages of the workbench itself that perspectives lay out and people open like views: their addresses and titles.
import { say } from "./words.js";

export const PAGES = {
  welcome: ["/", say("欢迎", "Welcome")],
  reports: ["/reports", say("全部报告", "All reports")],
  search: ["/search", say("检索", "Search")],
  import: ["/import", say("导入", "Import")],
  help: ["/help", say("帮助", "Help")],
  preferences: ["/preferences", say("首选项", "Preferences")],
  jobs: ["/jobs", say("任务", "Jobs")],
};

/** Where a page of ours or a view is found. */
export const addressOf = id => PAGES[id]?.[0] ?? "/view/" + encodeURIComponent(id);

/** The same address without windows round it. */
export function plain(address) {
  const url = new URL(address, location.origin);
  url.searchParams.set("plain", "yes");
  return url.pathname + url.search + url.hash;
}

/** This page in the other language. */
export function inOtherLanguage() {
  const url = new URL(location.href);
  url.searchParams.set("lang", say("en", "zh"));
  return url.href;
}
