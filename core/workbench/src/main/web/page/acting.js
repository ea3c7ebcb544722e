// Who acts is written once: the name stands in the next form as well, and after a restart.
import { drawer } from "./panels.js";
import { keep, settings } from "./words.js";

drawer("form.fill input[name='--as']", box => {
  if (!box.value && settings.actor) {
    box.defaultValue = settings.actor;
    box.value = settings.actor;
  }
  box.addEventListener("change", () => keep("actor", box.value.trim()));
});
