// Boards: cards are gone through by arrows and moved by dragging or by a menu. A move is asked for; the card goes over when it is done.
import { make, say } from "./words.js";
import { drawer } from "./panels.js";
import { askPeople } from "./notices.js";

drawer(".board", (board, part) => {
  board.removeAttribute("tabindex");
  const cards = [...board.querySelectorAll(".card")];
  cards.forEach((card, i) => card.tabIndex = i === 0 ? 0 : -1);
  board.addEventListener("keydown", event => key(event, board));
  board.addEventListener("focusin", event => {
    const card = event.target.closest(".card");
    card && cards.forEach(it => it.tabIndex = it === card ? 0 : -1);
  });
  cards.forEach(card => card.querySelectorAll("a").forEach(it => it.tabIndex = -1));
  if (board.dataset.moves) {
    cards.forEach(card => movable(card, board, part));
    board.querySelectorAll(".lane").forEach(lane => taking(lane, board, part));
  }
});

const cardsOf = lane => [...lane.querySelectorAll(".card")];

function key(event, board) {
  const card = event.target.closest(".card");
  if (!card || event.target.closest("details, button") || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const lanes = [...board.querySelectorAll(".lane")].filter(it => cardsOf(it).length);
  const lane = card.closest(".lane");
  const row = cardsOf(lane).indexOf(card);
  const beside = step => {
    const next = lanes[lanes.indexOf(lane) + step];
    return next && cardsOf(next)[Math.min(row, cardsOf(next).length - 1)];
  };
  const to = {
    ArrowDown: () => cardsOf(lane)[row + 1], ArrowUp: () => cardsOf(lane)[row - 1], ArrowRight: () => beside(1), ArrowLeft: () => beside(-1),
    Home: () => cardsOf(lane)[0], End: () => cardsOf(lane).at(-1),
    Enter: () => card.querySelector("a[href]")?.click(), m: () => menu(card)?.click(), M: () => menu(card)?.click(),
  }[event.key];
  if (to) {
    event.preventDefault();
    event.stopPropagation();
    to()?.focus?.();
  }
}

const menu = card => card.querySelector(".move > summary");

function movable(card, board, part) {
  card.draggable = true;
  card.addEventListener("dragstart", event => {
    event.dataTransfer.setData("text/gewu-card", card.dataset.key);
    event.dataTransfer.effectAllowed = "move";
    board.moving = card;
    card.classList.add("moving");
  });
  card.addEventListener("dragend", () => {
    card.classList.remove("moving");
    board.querySelectorAll(".lane.over").forEach(it => it.classList.remove("over"));
    board.moving = null;
  });
  const others = [...board.querySelectorAll(".lane")].filter(it => !it.contains(card));
  const pick = make("details", { class: "move pick" },
    make("summary", { tabindex: "-1", title: say("移到…（M）", "Move to… (M)"), "aria-label": say("移到…", "Move to…") }, "⋯"),
    make("div", { class: "pick-list", tabindex: "-1" }, make("span", { class: "faint" }, say("移到…", "Move to…")),
      ...others.map(lane => make("button", { type: "button", onclick: () => {
        pick.open = false;
        ask(card, lane, board, part);
      } }, lane.dataset.head))));
  pick.addEventListener("toggle", () => pick.open && pick.querySelector("button")?.focus());
  pick.addEventListener("keydown", event => {
    const all = [...pick.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      event.stopPropagation();
      pick.open = false;
      card.focus();
    } else if (step) {
      event.preventDefault();
      event.stopPropagation();
      all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
    }
  });
  // Not while the focus is on its way.
  pick.addEventListener("focusout", () => setTimeout(() => {
    if (document.activeElement !== document.body && !pick.contains(document.activeElement)) {
      pick.open = false;
    }
  }));
  card.append(pick);
}

function taking(lane, board, part) {
  lane.addEventListener("dragover", event => {
    if (board.moving && !lane.contains(board.moving)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      lane.classList.add("over");
    }
  });
  lane.addEventListener("dragleave", event => lane.contains(event.relatedTarget) || lane.classList.remove("over"));
  lane.addEventListener("drop", event => {
    event.preventDefault();
    lane.classList.remove("over");
    if (board.moving) {
      ask(board.moving, lane, board, part);
    }
  });
}

/** Shows how a card comes into a lane: a form to fill in, or the words why it can't. */
async function ask(card, lane, board, part) {
  const address = board.dataset.moves + "?card=" + encodeURIComponent(card.dataset.key) + "&to=" + encodeURIComponent(lane.dataset.lane);
  const text = await (await fetch(address, { headers: { "Gewu-Part": "1" } })).text();
  const inside = new DOMParser().parseFromString(text, "text/html").querySelector("article.part");
  inside?.querySelectorAll("h1, nav.beside, form.parameters, details.asked").forEach(it => it.remove());
  const dialog = askPeople(card.dataset.key + " → " + lane.dataset.head, inside ? document.adoptNode(inside) : say("没有得到回答。", "No answer came."));
  dialog.addEventListener("submit", event => {
    if (event.target.method === "post") {
      event.preventDefault();
      part.send(event.target, event.submitter);
    }
  });
  dialog.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (link) {
      event.preventDefault();
      dialog.close();
      part.host.open(link.getAttribute("href"), part);
    }
  });
  dialog.addEventListener("close", () => [...part.element.querySelectorAll(".card")].find(it => it.dataset.key === card.dataset.key)?.focus());
  part.draw(dialog);
  (dialog.querySelector("form.fill :is(input:not([type=hidden]), select, textarea)") ?? dialog.querySelector("form.fill button"))?.focus();
}
