// Frames with a plugin's own markup follow the light of the workbench.
import { drawer } from "./panels.js";

const lit = address => {
  const url = new URL(address, location.origin);
  const theme = document.documentElement.dataset.theme;
  theme ? url.searchParams.set("_theme", theme) : url.searchParams.delete("_theme");
  return url.pathname + url.search;
};

drawer("iframe.framed", frame => {
  const follow = () => {
    if (!frame.isConnected) {
      removeEventListener("gewu:theme", follow);
    } else if (frame.getAttribute("src") !== lit(frame.getAttribute("src"))) {
      frame.src = lit(frame.getAttribute("src"));
    }
  };
  addEventListener("gewu:theme", follow);
  follow();
});
