// A plain page: one view, one address, nothing round it.
import { ready } from "./reader.js";

ready(document.body, location.hash);
addEventListener("hashchange", () => document.body.dispatchEvent(new CustomEvent("gewu:goto", { detail: location.hash })));
