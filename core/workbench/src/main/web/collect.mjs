// Lays out what the workbench serves, and what only its tests need beside the tests: node collect.mjs PAGE TESTS, in a
// folder where `npm ci` was run. A page waits for each script it loads, so that our own modules become one file.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { buildSync, transformSync } from "esbuild";

const [, , page, tests] = process.argv;
const out = join(page, "library");
mkdirSync(out, { recursive: true });
mkdirSync(tests, { recursive: true });
copyFileSync("node_modules/axe-core/axe.min.js", join(tests, "axe.js"));

// Names stay as they are: whoever sends us a fault sends us something that can be read.
const ours = { bundle: true, minifySyntax: true, minifyWhitespace: true, charset: "utf8", logLevel: "warning", outdir: page };
buildSync({ ...ours, entryPoints: ["page/shell.js", "page/page.js"], format: "esm" });
// This one runs before anything is painted.
buildSync({ ...ours, entryPoints: ["page/boot.js"], format: "iife" });

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
const host = { createElement: () => ({}), head: { appendChild: style => styles.push(style.textContent) } };
try {
  vm.runInNewContext(readFileSync("node_modules/dockview-core/dist/dockview-core.js", "utf8"), { document: host });
} catch (beyondStyles) {
  if (styles.length === 0) {
    throw beyondStyles;
  }
}
if (styles.length === 0) {
  throw new Error("dockview-core.js no longer brings its styles with it: look where they are now.");
}
writeFileSync(join(out, "dockview.css"), transformSync(styles.join("\n"), { loader: "css", minify: true, charset: "utf8" }).code);

const licences = ["dockview-core", "echarts", "tabulator-tables", "tinykeys", "zrender", "tslib"].map(name => {
  const about = JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8"));
  return `${name} ${about.version}: ${about.license}`;
});
writeFileSync(join(out, "licences.txt"), licences.join("\n") + "\n");
