// Forms: what is missing is said beside its field, Ctrl+Enter sends, and the same as a command line stands beneath.
import { say } from "./words.js";
import { drawer } from "./panels.js";

drawer("form.fill", form => {
  form.addEventListener("invalid", event => {
    event.preventDefault();
    fault(event.target, form);
    form.querySelector(":invalid")?.focus();
  }, true);
  form.addEventListener("input", event => {
    clear(event.target);
    spell(form);
  });
  form.addEventListener("reset", () => setTimeout(() => spell(form)));
  form.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(".send button"));
    }
  });
  const send = form.querySelector(".send button");
  send && (send.title = "Ctrl+Enter");
  spell(form);
});

function fault(input, form) {
  const field = input.closest(".field");
  clear(input);
  const said = document.createElement("span");
  said.className = "fault";
  said.id = "fault-" + crypto.randomUUID();
  const title = field?.querySelector("span")?.firstChild?.textContent.trim() ?? "";
  said.textContent = input.validity.valueMissing ? say("请填写“" + title + "”。", "Fill in “" + title + "”.") : input.validationMessage;
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", said.id);
  (field ?? form).append(said);
}

function clear(input) {
  input.removeAttribute("aria-invalid");
  input.removeAttribute("aria-describedby");
  input.closest(".field")?.querySelector(".fault")?.remove();
}

/** The call as it is typed, as far as it is filled in. */
function spell(form) {
  const line = form.querySelector(".same code");
  if (!line) {
    return;
  }
  const words = ["gewu", decodeURIComponent(form.getAttribute("action").replace(/^\/do\//, ""))];
  for (const [name, value] of new FormData(form)) {
    const written = value instanceof File ? value.name : value.trim();
    if (name.startsWith("_") || written === "") {
      continue;
    }
    const isSwitch = form.querySelector(`[name="${CSS.escape(name)}"]`)?.matches("[type=checkbox], [data-switch]");
    words.push(...name === "argument" ? [quoted(written)] : isSwitch ? [name] : [name, quoted(written)]);
  }
  line.textContent = words.join(" ");
}

const quoted = words => /^[\p{L}\p{N}_./:,%+=@-]+$/u.test(words) ? words : "'" + words.replaceAll("'", "'\\''") + "'";
