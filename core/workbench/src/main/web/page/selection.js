// What is chosen, of each kind: a report, an item, an indicator… Whatever cares is told, whichever window it was chosen in.

const chosen = new Map();
const listeners = new Set();

/** Calls `listener({kind, id, words, from})` at each choice. */
export function onSelection(listener) {
  listeners.add(listener);
}

/** The id of what is chosen of this kind; undefined for none. */
export const selected = kind => chosen.get(kind)?.id;

/** Everything chosen, by kind. */
export const selection = () => new Map([...chosen].map(([kind, it]) => [kind, it.id]));

/** @param from the window in which it was chosen; it is not told */
export function select(kind, id, words, from) {
  if (chosen.get(kind)?.id === id) {
    return;
  }
  const choice = { kind, id, words, from };
  chosen.set(kind, choice);
  listeners.forEach(it => it(choice));
}
