// Fields with more choices than a page should carry: the likeliest are asked for as one types.
import { drawer } from "./panels.js";
import { suggesting } from "./suggesting.js";

drawer("input[data-choices]", box => {
  box.setAttribute("aria-label", box.closest(".field")?.querySelector("span")?.firstChild?.textContent.trim() ?? "");
  suggesting(box, {
    typed: () => box.value.trim(),
    isAtOnce: true,
    ask: async words => {
      const answer = await fetch(box.dataset.choices + "&_words=" + encodeURIComponent(words));
      return answer.ok ? (await answer.json()).items : [];
    },
    take: words => {
      box.value = words;
      // Whoever looks at what is filled in is told, the list itself is not.
      box.form?.dispatchEvent(new Event("input", { bubbles: true }));
      box.dispatchEvent(new Event("change", { bubbles: true }));
    },
  });
});
