// A long report is read before its figures and problems are underlined: they come behind, what is in sight first.
import { drawer } from "./panels.js";
import { readyScrolling } from "./reader.js";

drawer(".reading[data-bare]", (reading, part) => {
  requestAnimationFrame(() => requestAnimationFrame(() => complete(reading, part).catch(away => {
    console.info("The underlines of this report did not come.", away);
  })));
});

async function complete(reading, part) {
  const answer = await fetch(part.whole, { headers: { "Gewu-Part": "1" } });
  const text = await answer.text();
  const whole = answer.ok && reading.isConnected && new DOMParser().parseFromString(text, "text/html").querySelector(".reading");
  if (!whole) {
    return;
  }
  const before = [...reading.querySelectorAll(".text .sheet")];
  const after = [...whole.querySelectorAll(".text .sheet")];
  if (before.length !== after.length) {
    // It was imported anew in between.
    part.load(true);
    return;
  }
  const pairs = before.map((sheet, i) => [sheet, after[i]]);
  const frame = part.element.getBoundingClientRect();
  const isNear = ([sheet]) => {
    const place = sheet.getBoundingClientRect();
    return place.bottom > frame.top - frame.height && place.top < frame.bottom + frame.height;
  };
  const near = pairs.filter(isNear);
  keepPlace(part, near.map(([sheet]) => sheet), () => {
    reading.querySelector(".reading-bar").replaceChildren(...document.adoptNode(whole.querySelector(".reading-bar")).childNodes);
    near.forEach(pair => lay(...pair));
  });
  part.element.dispatchEvent(new CustomEvent("gewu:whole"));
  await inQuietMoments(pairs.filter(pair => !near.includes(pair)), pair => lay(...pair), () => reading.isConnected);
  if (reading.isConnected) {
    delete reading.dataset.bare;
    part.completed(text);
  }
}

/** Lays what a sheet holds now into its place; what is marked as come to, and the keys, stay where they are. */
function lay(sheet, fresh) {
  const here = [...sheet.querySelectorAll(".here[id]")].map(it => it.id);
  const keys = sheet.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  sheet.replaceChildren(...document.adoptNode(fresh).childNodes);
  readyScrolling(sheet);
  here.forEach(id => sheet.querySelector("#" + CSS.escape(id))?.classList.add("here"));
  keys && sheet.querySelector(`a[href='${CSS.escape(keys)}']`)?.focus({ preventScroll: true });
}

/** What one reads stays where it stands while something above it grows. */
function keepPlace(part, sheets, change) {
  const top = part.element.getBoundingClientRect().top;
  const read = sheets.flatMap(it => [...it.querySelectorAll("[id]")]).find(it => it.getBoundingClientRect().bottom > top);
  const stood = read?.getBoundingClientRect().top;
  change();
  const now = read && part.element.querySelector("#" + CSS.escape(read.id));
  if (now) {
    part.element.scrollTop += now.getBoundingClientRect().top - stood;
  }
}

/** Does one thing after the other while nothing else is to be done. */
function inQuietMoments(things, run, isWanted) {
  const rest = [...things];
  return new Promise(done => {
    const go = quiet => {
      do {
        if (rest.length === 0 || !isWanted()) {
          done();
          return;
        }
        run(rest.shift());
      } while (quiet.timeRemaining() > 4);
      requestIdleCallback(go, { timeout: 200 });
    };
    requestIdleCallback(go, { timeout: 200 });
  });
}
