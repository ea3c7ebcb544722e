// Files and folders that are dropped: sent in parcels, with a bar; the rest of the news comes by the stream of events.
import { make, say, token } from "./words.js";
import { tellPeople } from "./notices.js";
import { drawer } from "./panels.js";

const PARCEL_FILES = 40;
const PARCEL_BYTES = 60e6;

/** Every file below what was dropped, folders opened. */
async function filesOf(transfer) {
  const entries = [...transfer.items].map(it => it.webkitGetAsEntry?.()).filter(it => it);
  if (!entries.length) {
    return [...transfer.files];
  }
  const files = [];
  const open = async entry => {
    if (entry.isFile) {
      files.push(await new Promise((done, failed) => entry.file(done, failed)));
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) {
        return;
      }
      for (const each of some) {
        await open(each);
      }
    }
  };
  for (const entry of entries) {
    await open(entry);
  }
  return files;
}

function parcels(files) {
  const all = [[]];
  let bytes = 0;
  for (const file of files) {
    if (all.at(-1).length >= PARCEL_FILES || (all.at(-1).length && bytes + file.size > PARCEL_BYTES)) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1).push(file);
    bytes += file.size;
  }
  return all;
}

async function send(form, files) {
  const wanted = files.filter(it => !it.name.startsWith("."));
  if (!wanted.length) {
    tellPeople(say("没有文件可导入。", "There is no file to bring in."), "caution");
    return;
  }
  const bar = form.querySelector("progress");
  bar.hidden = false;
  let sent = 0;
  for (const parcel of parcels(wanted)) {
    const body = new FormData();
    for (const name of ["org", "year"]) {
      form.elements[name]?.value && body.append(name, form.elements[name].value);
    }
    parcel.forEach(it => body.append("files", it, it.name));
    let answer;
    try {
      answer = await fetch("/import", { method: "POST", body, headers: { "Gewu-Part": "1", "Gewu-Token": token } });
    } catch {
      answer = null;
    }
    if (!answer?.ok) {
      const why = answer ? new DOMParser().parseFromString(await answer.text(), "text/html").body.textContent.trim().replace(/\s+/g, " ")
        : say("连不上工作台。", "The workbench can't be reached.");
      tellPeople(say("这些文件没有送到：", "These files did not arrive: ") + parcel.slice(0, 3).map(it => it.name).join("、")
        + (parcel.length > 3 ? " … " + parcel.length : "") + "  " + why, "alarm");
    } else {
      sent += parcel.length;
    }
    bar.value = 100 * sent / wanted.length;
  }
  bar.hidden = true;
  form.querySelectorAll("input[type=file]").forEach(it => { it.value = ""; });
  if (sent) {
    tellPeople(say("已收到 " + sent + " 个文件，正在导入。", sent + " files have arrived and are being brought in."), "good");
  }
}

drawer("form.drop", form => {
  form.dataset.plain = "";
  form.querySelectorAll("input[type=file]").forEach(input => input.addEventListener("change", () => {
    if (input.files.length) {
      send(form, [...input.files]);
    }
  }));
  form.querySelector("button").hidden = true;
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("dragover", event => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", async event => {
    event.preventDefault();
    form.classList.remove("over");
    send(form, await filesOf(event.dataTransfer));
  });
});

/** Files dropped anywhere on the workbench: asks where nothing else takes them. */
export function takeDrops(open) {
  const hasFiles = event => [...event.dataTransfer?.types ?? []].includes("Files");
  addEventListener("dragover", event => hasFiles(event) && event.preventDefault());
  addEventListener("drop", async event => {
    if (hasFiles(event) && !event.defaultPrevented) {
      event.preventDefault();
      const files = await filesOf(event.dataTransfer);
      open("/import");
      send(make("form", {}, make("progress", { max: "100" })), files);
    }
  });
}
