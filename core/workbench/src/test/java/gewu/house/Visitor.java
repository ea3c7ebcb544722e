package gewu.house;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Somebody at a browser: opens pages, chooses by the names that stand there, types, and sees. What he looks for may
/// take its time to appear; nothing here judges how long. Remembers every error of a script, every failed request and
/// everything the browser's console calls an error.
final class Visitor implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 45_000;
    private static final String SETTLED = "document.documentElement.dataset.plain === 'yes'"
            + " || document.documentElement.classList.contains('ready')"
            + " && ![...document.querySelectorAll('.window[aria-busy=true], .reading[data-bare]')].some(it => it.checkVisibility())";

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> forgiven = new ArrayList<>();

    Visitor(Browser browser, String home) {
        this.home = home;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("zh-CN")
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(it -> {
            if (it.type().equals("error")) {
                complaints.add("console: " + it.text());
            }
        });
        page.onPageError(it -> complaints.add("script: " + it));
        page.onResponse(it -> {
            if (it.status() >= 400) {
                complaints.add("answer " + it.status() + ": " + it.url());
            }
        });
        page.onRequestFailed(it -> {
            // Whoever goes on to another page gives up what he had asked for.
            if (!it.failure().contains("ERR_ABORTED")) {
                complaints.add("request: " + it.url() + " " + it.failure());
            }
        });
    }

    /// The page itself, for what has no word here.
    Page page() {
        return page;
    }

    /// What the browser complained of, except for what was forgiven.
    List<String> complaints() {
        return complaints.stream()
                .filter(it -> forgiven.stream().noneMatch(it::contains))
                .toList();
    }

    /// Complaints that hold these words are what the test is about.
    Visitor forgives(String words) {
        forgiven.add(words);
        return this;
    }

    /// From now on pages come in English.
    Visitor speaksEnglish() {
        context.addCookies(List.of(new Cookie("lang", "en").setUrl(home)));
        return this;
    }

    /// Has a screen of this size, light or dark.
    Visitor looksAt(int width, int height, boolean isDark) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(isDark ? ColorScheme.DARK : ColorScheme.LIGHT));
        return this;
    }

    /// Opens an address of the workbench and waits until its windows are there.
    Visitor opens(String path) {
        page.navigate(home + path);
        return settles();
    }

    /// Searches all reports by the plain address of a question.
    Visitor searches(String words) {
        return opens("/search?q=" + words).seesWindow(words);
    }

    /// Loads the page again.
    Visitor reloads() {
        page.reload();
        return settles();
    }

    /// Goes back as the browser's own button does.
    Visitor goesBack() {
        page.evaluate("history.back()");
        return this;
    }

    /// Goes forward as the browser's own button does.
    Visitor goesForward() {
        page.evaluate("history.forward()");
        return this;
    }

    /// Waits until windows are laid out, and nothing is on its way into those that are seen.
    Visitor settles() {
        waitsUntil("that all windows hold something", () -> Boolean.TRUE.equals(page.evaluate(SETTLED)));
        return this;
    }

    /// Presses keys, such as `Control+Shift+P`, one stroke after the other.
    Visitor presses(String... strokes) {
        for (String stroke : strokes) {
            page.keyboard().press(stroke);
        }
        return this;
    }

    /// Types where the cursor stands.
    Visitor types(String words) {
        page.keyboard().type(words);
        return this;
    }

    /// Goes to another perspective with the mouse.
    Visitor goesTo(String perspective) {
        page.locator(".perspectives")
                .getByText(perspective, new Locator.GetByTextOptions().setExact(true))
                .click();
        return settles();
    }

    /// Takes a command from the palette.
    Visitor picks(String command) {
        presses("Control+Shift+P").types(command).presses("Enter");
        return settles();
    }

    /// Brings the cursor to the first button of what has this role, such as `menubar`.
    Visitor focuses(String role) {
        seen(page.locator("[role=" + role + "] > [tabindex='0'], [role=" + role + "] > [aria-selected=true]"))
                .focus();
        return this;
    }

    /// Posts what a form of this page would.
    ///
    /// @param fields each as `name=value`
    Visitor posts(String path, String... fields) {
        Object status = page.evaluate(
                "async ([path, fields]) => (await fetch(path, {method: 'POST', body: new URLSearchParams(fields),"
                        + " headers: {'Gewu-Token': document.querySelector('meta[name=gewu-token]').content}})).status",
                List.of(
                        path,
                        Arrays.stream(fields)
                                .map(it -> List.of(it.substring(0, it.indexOf('=')), it.substring(it.indexOf('=') + 1)))
                                .toList()));
        if (!"200".equals(String.valueOf(status))) {
            throw new AssertionError(path + " answered " + status + ".");
        }
        return this;
    }

    /// Clicks the button, menu entry, link or option of this name.
    Visitor chooses(String name) {
        named(name).click();
        return this;
    }

    /// Clicks the first link that holds these words.
    Visitor follows(String words) {
        seen(page.locator("a[href]").filter(new Locator.FilterOptions().setHasText(words)))
                .click();
        return this;
    }

    /// Writes into the field of this label.
    Visitor fills(String label, String words) {
        seen(page.getByLabel(label)).fill(words);
        return this;
    }

    /// Waits until these words stand somewhere.
    Visitor sees(String words) {
        seen(page.getByText(words)).waitFor();
        return this;
    }

    /// Waits until a window of this title can be seen.
    Visitor seesWindow(String title) {
        window(title).waitFor();
        return settles();
    }

    /// The inside of the window that shows this, which can be seen.
    Locator window(String title) {
        return seen(page.locator(".window:has(> article.part[data-title^=\"" + title + "\"])"));
    }

    /// The tab of the window with this title.
    Locator tab(String title) {
        return page.locator(".dv-tab")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }

    /// Waits until something is so; `what` is said if it never is.
    Visitor waitsUntil(String what, BooleanSupplier isSo) {
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("It never came: " + what + ". The page is " + address() + ".");
            }
            page.waitForTimeout(50);
        }
        return this;
    }

    /// Waits until the address line shows this, decoded, without the host.
    Visitor arrivesAt(String address) {
        return waitsUntil("the address " + address, () -> address().equals(address));
    }

    /// What stands in the address line, decoded, without the host.
    String address() {
        return URLDecoder.decode(page.url().replace(home, "").replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Titles of the tabs that lie in each group of windows, one line a group.
    List<String> groups() {
        Object groups = page.evaluate(
                "[...document.querySelectorAll('.dv-groupview')].map(group =>"
                        + " [...group.querySelectorAll('.dv-tab')].map(tab => tab.textContent.replace('×', '').trim()).join(' | '))");
        List<String> lines = new ArrayList<>();
        if (groups instanceof List<?> all) {
            all.forEach(it -> lines.add(String.valueOf(it)));
        }
        return lines;
    }

    /// What was copied last.
    String copied() {
        return String.valueOf(page.evaluate("navigator.clipboard.readText()"));
    }

    /// The perspectives that can be gone to, in order.
    List<String> perspectives() {
        return page.locator(".perspectives [role=tab]").allTextContents();
    }

    /// The title of the window that the keys go to.
    String focused() {
        return String.valueOf(
                page.evaluate(
                        "document.activeElement.closest('.window')?.firstElementChild?.dataset.title"
                                + " ?? document.querySelector('.dv-active-group .dv-active-tab .dv-default-tab-content')?.textContent ?? ''"));
    }

    /// The title of the tab in front, in the group of windows that is at work.
    String tabInFront() {
        return String.valueOf(
                page.evaluate(
                        "document.querySelector('.dv-active-group .dv-active-tab .dv-default-tab-content')?.textContent ?? ''"));
    }

    /// `light` or `dark`, as chosen; empty where the system's is taken.
    String theme() {
        return String.valueOf(page.evaluate("document.documentElement.dataset.theme ?? ''"));
    }

    /// What windows that can be seen say of things that went wrong.
    List<String> troubles() {
        return page.locator(".trouble")
                .filter(new Locator.FilterOptions().setVisible(true))
                .allTextContents();
    }

    /// What is kept for him, as the workbench tells it to scripts.
    String settings() {
        return String.valueOf(page.evaluate("fetch('/shell.json').then(it => it.text())"));
    }

    /// Keeps a picture of what he sees.
    Visitor draws(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }

    private Locator named(String name) {
        Locator any = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        for (AriaRole role : List.of(AriaRole.LINK, AriaRole.MENUITEM, AriaRole.TAB, AriaRole.OPTION)) {
            any = any.or(page.getByRole(
                    role, new Page.GetByRoleOptions().setName(name).setExact(true)));
        }
        return seen(any);
    }

    private static Locator seen(Locator any) {
        return any.filter(new Locator.FilterOptions().setVisible(true)).first();
    }
}
