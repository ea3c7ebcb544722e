// What stands in cells of tables, as words, figures and lines for the clipboard. Nothing here touches the page.

/** The words of a cell as the server sends it: words, `{words, to}`, or a list of those. */
export const wordsOf = cell => cell === undefined || cell === null ? "" : typeof cell === "string" ? cell
  : Array.isArray(cell) ? cell.map(wordsOf).join("") : cell.words;

/** Rows of words as other programs take them from the clipboard: tabs between cells, a line a row. */
export const lines = rows => rows.map(row => row.map(quoted).join("\t")).join("\n");

// Line ends and tabs inside a cell would tear it apart.
const quoted = words => /[\t\n\r"]/.test(words) ? '"' + words.replaceAll('"', '""') + '"' : words;

const FIGURE = /[-−]?\d[\d,，]*(\.\d+)?/;

/** The first figure of a cell, such as 1.2亿元; undefined for none. */
export function figure(words) {
  const found = FIGURE.exec(words);
  if (!found) {
    return undefined;
  }
  const unit = words.slice(found.index + found[0].length).trimStart()[0];
  return Number(found[0].replace(/[,，]/g, "").replace("−", "-")) * (unit === "亿" ? 1e8 : unit === "万" ? 1e4 : 1);
}

const bySound = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });

/** Compares words of a column, by value or by sound; what says nothing stands last, rising and falling. */
export function comparing(isNumber, isFalling) {
  const keyed = isNumber ? figure : words => words.trim() || undefined;
  const sign = isFalling ? -1 : 1;
  return (one, other) => {
    const [a, b] = [keyed(one), keyed(other)];
    return a === undefined || b === undefined ? (a === undefined) - (b === undefined)
      : sign * (isNumber ? a - b : bySound.compare(a, b));
  };
}

/** The rectangle between two cells `{n, c}`. */
export const between = (one, other) => ({
  top: Math.min(one.n, other.n), bottom: Math.max(one.n, other.n), left: Math.min(one.c, other.c), right: Math.max(one.c, other.c),
});

/** Where a key leads from a cell of a table with so many rows and columns; undefined for other keys. */
export function moved(at, key, isFar, rows, columns, page) {
  const to = {
    ArrowDown: { n: isFar ? rows - 1 : at.n + 1 }, ArrowUp: { n: isFar ? 0 : at.n - 1 },
    ArrowRight: { c: isFar ? columns - 1 : at.c + 1 }, ArrowLeft: { c: isFar ? 0 : at.c - 1 },
    PageDown: { n: at.n + page }, PageUp: { n: at.n - page },
    Home: isFar ? { n: 0, c: 0 } : { c: 0 }, End: isFar ? { n: rows - 1, c: columns - 1 } : { c: columns - 1 },
  }[key];
  const within = (value, count) => Math.max(0, Math.min(value, count - 1));
  return to && { n: within(to.n ?? at.n, rows), c: within(to.c ?? at.c, columns) };
}
