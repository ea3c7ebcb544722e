package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages and perspectives as axe-core judges them, light and dark: nothing serious, nothing critical.
@ExtendWith(Visits.class)
final class AccessibleIT {
    private static final String SERIOUS = """
        axe.run(INSIDE, {resultTypes: ['violations']}).then(found => found.violations
            .filter(it => it.impact === 'serious' || it.impact === 'critical')
            .map(it => it.impact + ' ' + it.id + ': ' + it.help + '\\n' + it.nodes.slice(0, 6).map(node =>
                '    ' + node.target.join(' ') + '  ' + node.html.slice(0, 160)
                + (node.any[0] ? '  ' + node.any[0].message : '')).join('\\n')))""";

    /// The group of windows in which what was opened stands.
    private static final String ACTIVE = "document.querySelector('.dv-active-group')";

    /// As manifests say, so that no view of any plugin is passed over.
    private static final String LISTED = "fetch('/shell.json').then(it => it.json())"
            + ".then(it => it.views.filter(view => view.listed !== 'false').map(view => view.id))";

    @ParameterizedTest
    @ValueSource(strings = {"检索", "指标", "整改", "插件"})
    void aPerspectiveHasNoSeriousFault(String perspective, Visitor visitor) throws IOException {
        for (boolean isDark : List.of(false, true)) {
            visitor.looksAt(1440, 900, isDark).opens("/reports").goesTo(perspective);

            assertThat(faults(visitor))
                    .as(perspective + (isDark ? ", dark" : ", light"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/reports",
                "/search?q=三公经费",
                "/jobs",
                "/help",
                "/preferences",
                "/import",
                "/view/compare?indicator=“三公”经费",
                "/view/ledger-item?item=ZG-2021-0001-0001",
                "/view/ledger-new"
            })
    void aPageHasNoSeriousFault(String path, Visitor visitor) throws IOException {
        for (boolean isDark : List.of(false, true)) {
            visitor.looksAt(1440, 900, isDark).opens(path);
            assertThat(faults(visitor))
                    .as(path + (isDark ? ", dark" : ", light"))
                    .isEmpty();
        }
        visitor.opens(path + (path.contains("?") ? "&" : "?") + "plain=yes");
        assertThat(faults(visitor)).as(path + ", plain").isEmpty();
    }

    @Test
    void noViewThatAPluginListsHasASeriousFault(Visitor visitor) throws IOException {
        visitor.opens("/reports");
        List<String> views = texts(visitor.page().evaluate(LISTED));
        assertThat(views).hasSizeGreaterThan(20);

        List<String> all = new ArrayList<>();
        for (String view : views) {
            visitor.looksAt(1440, 900, false).opens("/view/" + view);
            faults(visitor, ACTIVE).forEach(it -> all.add(view + ": " + it));
            visitor.looksAt(1440, 900, true);
            faults(visitor, ACTIVE).forEach(it -> all.add(view + ", dark: " + it));
        }
        assertThat(all).isEmpty();
    }

    @Test
    void aFormThatACardAsksForHasNoSeriousFault(Visitor visitor) throws IOException {
        visitor.opens("/view/ledger-board").seesWindow("整改看板");
        visitor.window("整改看板").locator(".card").first().focus();
        visitor.presses("m")
                .waitsUntil(
                        "the lanes it may go to",
                        () -> visitor.page().locator(".move[open] button:focus").isVisible());
        visitor.presses("Enter")
                .waitsUntil(
                        "a dialog",
                        () -> visitor.page()
                                .locator("dialog[open] article.part")
                                .isVisible());
        assertThat(faults(visitor)).isEmpty();
    }

    @Test
    void theKeysThatSomebodyIsAskedForHaveNoSeriousFault(Visitor visitor) throws IOException {
        visitor.opens("/reports")
                .presses("Control+/", "ArrowDown", "Enter", "Alt+m")
                .sees("已用于");
        assertThat(faults(visitor)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Control+Shift+P", "Control+/"})
    void aDialogHasNoSeriousFault(String keys, Visitor visitor) throws IOException {
        visitor.opens("/reports").presses(keys);
        assertThat(faults(visitor)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"三公经费"})
    void aReportAtItsHitHasNoSeriousFault(String words, Visitor visitor) throws IOException {
        visitor.opens("/search?q=" + words).follows("第 23 段");
        visitor.waitsUntil("a report", () -> visitor.address().startsWith("/report/"))
                .settles();
        assertThat(faults(visitor)).isEmpty();
    }

    private static List<String> faults(Visitor visitor) throws IOException {
        return faults(visitor, "document");
    }

    /// @param inside an expression for the element that is judged
    private static List<String> faults(Visitor visitor, String inside) throws IOException {
        try (InputStream axe = AccessibleIT.class.getResourceAsStream("axe.js")) {
            if (axe == null) {
                throw new IllegalStateException("axe.js was not laid beside the tests: see collect.mjs.");
            }
            visitor.page().evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return texts(visitor.page().evaluate(SERIOUS.replace("INSIDE", inside)));
    }

    private static List<String> texts(Object found) {
        return found instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }
}
