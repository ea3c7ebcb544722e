// Before anything is painted: the theme that was chosen, and whether a workbench will be built.
{
  const page = document.documentElement;
  let theme = "";
  try {
    theme = localStorage.getItem("gewu.theme") ?? "";
  } catch {
    // Where nothing may be kept, the system's theme is taken.
  }
  if (theme === "light" || theme === "dark") {
    page.dataset.theme = theme;
  }
  if (page.dataset.plain !== "yes") {
    page.classList.add("workbench");
  }
}
