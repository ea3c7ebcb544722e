// What somebody who types may mean, in a list below the box: gone through by arrows, taken by Enter or a click.
const WAIT_MILLIS = 120;

let lists = 0;

/**
 * @param typed what is looked for, of the words in the box
 * @param ask   called with it; promises what is proposed: `words`, what stands `about` them, and what to `insert`
 * @param take  called with what is to be inserted
 * @param isAtOnce whether an arrow opens the list before anything is typed
 */
export function suggesting(box, { typed, ask, take, isAtOnce = false }) {
  const list = document.createElement("ul");
  list.id = "suggestions" + ++lists;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.documentElement.lang === "en" ? "Proposals" : "备选");
  list.hidden = true;
  box.after(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  let chosen = -1;
  let timer = 0;
  let asked = 0;

  const close = () => {
    asked++;
    clearTimeout(timer);
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const choose = index => {
    chosen = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    if (index < 0) {
      box.removeAttribute("aria-activedescendant");
    } else {
      box.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  };
  const taken = item => {
    take(item.dataset.insert);
    close();
    box.focus();
  };
  const line = (item, index) => {
    const shown = document.createElement("li");
    shown.id = list.id + "-" + index;
    shown.setAttribute("role", "option");
    shown.dataset.insert = item.insert;
    const words = document.createElement("span");
    words.textContent = item.words;
    const about = document.createElement("span");
    about.className = "count";
    about.textContent = item.about;
    shown.append(words, about);
    shown.addEventListener("mousedown", event => { event.preventDefault(); taken(shown); });
    return shown;
  };
  const propose = async () => {
    const words = typed();
    if (words === "" && !isAtOnce) {
      close();
      return;
    }
    const mine = ++asked;
    const items = await ask(words);
    if (mine !== asked || document.activeElement !== box) {
      return;
    }
    list.replaceChildren(...items.map(line));
    list.hidden = items.length === 0;
    box.setAttribute("aria-expanded", String(items.length > 0));
    choose(-1);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(propose, WAIT_MILLIS);
  };
  box.addEventListener("input", event => {
    clearTimeout(timer);
    if (!event.isComposing) {
      soon();
    }
  });
  box.addEventListener("compositionend", soon);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", event => {
    if (list.hidden && isAtOnce && event.key === "ArrowDown" && !event.isComposing) {
      event.preventDefault();
      soon();
    }
    if (list.hidden || event.isComposing) {
      return;
    }
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      choose(chosen >= last ? -1 : chosen + 1);
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen < 0 ? last : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      taken(list.children[chosen]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" || event.key === "Tab") {
      close();
    }
  });
}
