// The workbench: built round the page that came, which becomes its first window.
import { make, settings } from "./words.js";
import { Actions } from "./actions.js";
import { layBar, renewBar } from "./bar.js";
import { addDeeds } from "./deeds.js";
import { takeDrops } from "./drop.js";
import { listen } from "./events.js";
import { follow } from "./following.js";
import { layFoot } from "./foot.js";
import { beginWith } from "./perspectives.js";
import { showTheme } from "./theme.js";
import { ask } from "./told.js";
import { adopt, layDock, open } from "./windows.js";
import "./drawers.js";
import "./print.js";

async function begin() {
  await ask();
  const actions = new Actions();
  const ready = () => {
    actions.clear();
    addDeeds(actions);
    actions.listen();
  };
  const retold = () => {
    renewBar();
    ready();
  };
  const address = location.pathname + location.search + location.hash;
  const page = document.querySelector("main");
  adopt(address, [...page.childNodes], document.title.replace(/ · [^·]*$/, ""));
  layBar(actions);
  const place = make("main", { id: "main", class: "dock", tabindex: "-1" });
  page.replaceWith(place);
  layFoot();
  showTheme(settings.theme ?? document.documentElement.dataset.theme);
  document.documentElement.dataset.size = settings.size ?? "usual";
  layDock(place);
  beginWith(address);
  takeDrops(open);
  ready();
  follow(retold);
  listen();
  document.documentElement.classList.add("ready");
  performance.mark("gewu.ready");
}

begin().catch(failed => {
  // The plain page works without all this.
  document.documentElement.classList.remove("workbench");
  console.error(failed);
});
