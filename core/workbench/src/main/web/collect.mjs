// Lays the browser's libraries out as the workbench serves them, and what only its tests need beside the tests:
// node collect.mjs OUT TESTS, in a folder where `npm ci` was run.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [, , out, tests] = process.argv;
mkdirSync(out, { recursive: true });
mkdirSync(tests, { recursive: true });
copyFileSync("node_modules/axe-core/axe.min.js", join(tests, "axe.js"));

const files = {
  "dockview.js": "dockview-core/dist/dockview-core.min.noStyle.js",
  "echarts.js": "echarts/dist/echarts.min.js",
  "tabulator.css": "tabulator-tables/dist/css/tabulator.min.css",
  "tabulator.js": "tabulator-tables/dist/js/tabulator.min.js",
  "tinykeys.js": "tinykeys/dist/tinykeys.umd.js",
};
for (const [name, from] of Object.entries(files)) {
  // Maps of sources are not served; without the remark no browser asks for them.
  const text = readFileSync(join("node_modules", from), "utf8").replace(/\n?\/[/*][#@] sourceMappingURL=.*$/m, "");
  writeFileSync(join(out, name), text);
}

// Dockview brings its styles inside its script, which a strict content policy does not let into a page.
const styles = [];
const page = { createElement: () => ({}), head: { appendChild: style => styles.push(style.textContent) } };
try {
  vm.runInNewContext(readFileSync("node_modules/dockview-core/dist/dockview-core.js", "utf8"), { document: page });
} catch (beyondStyles) {
  if (styles.length === 0) {
    throw beyondStyles;
  }
}
if (styles.length === 0) {
  throw new Error("dockview-core.js no longer brings its styles with it: look where they are now.");
}
writeFileSync(join(out, "dockview.css"), styles.join("\n"));

const licences = ["dockview-core", "echarts", "tabulator-tables", "tinykeys", "zrender", "tslib"].map(name => {
  const about = JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8"));
  return `${name} ${about.version}: ${about.license}`;
});
writeFileSync(join(out, "licences.txt"), licences.join("\n") + "\n");
