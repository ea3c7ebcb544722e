// Makes more of the plain markup of panels where a browser can: each kind of element has a drawer, brought when it is first needed.

const drawers = [];

/** Calls `draw(element, part)` for each element of a window that matches; `draw` may be async. */
export function drawer(selector, draw) {
  drawers.push([selector, draw]);
}

export function drawPanels(root, part) {
  for (const [selector, draw] of drawers) {
    root.querySelectorAll(selector).forEach(it => draw(it, part));
  }
}
