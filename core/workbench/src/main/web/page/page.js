// A plain page: one view, one address, nothing round it.
import { ready } from "./reader.js";

ready(document.body, location.hash);
addEventListener("hashchange", () => document.body.dispatchEvent(new CustomEvent("gewu:goto", { detail: location.hash })));

// On paper the address and the day stand at the foot.
addEventListener("beforeprint", () => {
  const foot = document.createElement("p");
  foot.className = "printed-foot";
  foot.textContent = decodeURI(location.href) + " · " + new Date().toLocaleString(document.documentElement.lang === "en" ? "en" : "zh-CN");
  document.querySelector("main").append(foot);
});
addEventListener("afterprint", () => document.querySelector(".printed-foot")?.remove());
