// Charts: the plain drawing becomes one that answers the mouse. The plain one stays for print, the figures for everybody else.
import { make, script } from "./words.js";
import { drawer } from "./panels.js";

const COLOURS = ["#3b6ea8", "#d9822b", "#3f9b78", "#b34f7d", "#7f6bb8", "#8a7a4a"];
const DARK = ["#6b9fd8", "#e8a05a", "#63c09a", "#d77da6", "#a795dc", "#b8a670"];
const HEIGHT = 320;

drawer("figure.chart[data-chart]", (figure, part) => draw(figure, part).catch(failed => {
  figure.classList.remove("drawn");
  console.error(failed);
}));

async function draw(figure, part) {
  const told = JSON.parse(figure.dataset.chart);
  if (told.series.every(it => it.points.length === 0)) {
    return;
  }
  await script("echarts.js");
  if (!figure.isConnected) {
    return;
  }
  const canvas = make("div", { class: "canvas", role: "img", "aria-label": figure.querySelector("svg")?.getAttribute("aria-label") });
  canvas.style.height = HEIGHT + "px";
  figure.querySelector("svg").before(canvas);
  figure.classList.add("drawn");
  const chart = window.echarts.init(canvas, null, { renderer: "canvas", height: HEIGHT });
  const paint = () => chart.setOption(options(told, figure), true);
  paint();
  chart.on("click", ({ data }) => data?.to && part.host.open(data.to, part));
  const resized = new ResizeObserver(() => canvas.clientWidth > 0 && chart.resize({ width: canvas.clientWidth, height: HEIGHT }));
  resized.observe(canvas);
  const themed = () => figure.isConnected ? paint() : gone();
  const gone = () => {
    removeEventListener("gewu:theme", themed);
    resized.disconnect();
    chart.dispose();
  };
  addEventListener("gewu:theme", themed);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => figure.isConnected && paint());
}

/** The settings of a drawing. */
function options({ type, series }, figure) {
  const colour = name => getComputedStyle(figure).getPropertyValue(name).trim();
  const [ink, faint, line, sheet] = ["--ink", "--faint", "--line", "--sheet"].map(colour);
  const isDark = getComputedStyle(figure).colorScheme === "dark" || document.documentElement.dataset.theme === "dark"
    || !document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches;
  const isScatter = type === "scatter";
  const names = isScatter ? [] : categories(type, series);
  const font = { color: faint, fontFamily: getComputedStyle(figure).fontFamily, fontSize: 12 };
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches, animationDuration: 250,
    color: isDark ? DARK : COLOURS, textStyle: font, backgroundColor: "transparent",
    grid: { left: 8, right: 24, top: series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, type: "scroll", top: 0, left: 0, textStyle: { ...font, color: ink }, pageTextStyle: font, pageIconColor: faint, inactiveColor: line },
    // Drawn like the rest: markup of its own would not be let into the page.
    tooltip: {
      renderMode: "richText", trigger: "item", confine: true, backgroundColor: sheet, borderColor: line, textStyle: { ...font, color: ink },
      formatter: ({ data, seriesName }) => [[seriesName, data.name].filter(Boolean).join(" · "), data.said].map(plain).join("\n"),
    },
    xAxis: {
      type: isScatter ? "value" : "category", scale: true, data: isScatter ? undefined : names.map(it => it.name),
      axisLabel: { ...font, hideOverlap: true, formatter: words => String(words).length > 9 ? String(words).slice(0, 8) + "…" : words },
      axisLine: { lineStyle: { color: line } }, splitLine: { show: isScatter, lineStyle: { color: line } }, axisTick: { show: false },
    },
    yAxis: { type: "value", scale: isScatter, axisLabel: font, splitLine: { lineStyle: { color: line } } },
    series: series.map(it => ({
      name: it.name, type, symbolSize: isScatter ? 9 : 7, barMaxWidth: 48, connectNulls: false, emphasis: { focus: "series" },
      data: isScatter ? it.points.map(point => data(point, [Number(point.x), Number(point.y)])) : names.map(name => {
        const point = it.points[type === "bar" ? name.at : it.points.findIndex(each => Number(each.x) === name.at)];
        return point ? data(point, Number(point.y)) : "-";
      }),
    })),
  };
}

const data = (point, value) => ({ value, name: point.name, said: point.label, to: point.to });

// Braces would be taken for styles.
const plain = words => String(words ?? "").replaceAll("{", "｛").replaceAll("}", "｝");

/** What stands below: of bars the names in order, of lines each step between the first and the last. */
function categories(type, series) {
  if (type === "bar") {
    const longest = series.reduce((one, other) => other.points.length > one.points.length ? other : one);
    return longest.points.map((point, at) => ({ name: point.name, at }));
  }
  const names = new Map(series.flatMap(it => it.points).map(point => [Number(point.x), point.name]));
  const steps = [...names.keys()].sort((a, b) => a - b);
  const isYears = steps.every(Number.isInteger) && steps.at(-1) - steps[0] < 60;
  const all = isYears ? Array.from({ length: steps.at(-1) - steps[0] + 1 }, (_, i) => steps[0] + i) : steps;
  return all.map(at => ({ name: names.get(at) ?? String(at), at }));
}
