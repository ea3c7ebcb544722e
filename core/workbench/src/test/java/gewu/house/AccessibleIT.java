package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages and perspectives as axe-core judges them, light and dark: nothing serious, nothing critical.
@ExtendWith(Visits.class)
final class AccessibleIT {
    private static final String SERIOUS = """
        axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
            .filter(it => it.impact === 'serious' || it.impact === 'critical')
            .map(it => it.impact + ' ' + it.id + ': ' + it.help + '\\n' + it.nodes.slice(0, 6).map(node =>
                '    ' + node.target.join(' ') + '  ' + node.html.slice(0, 160)
                + (node.any[0] ? '  ' + node.any[0].message : '')).join('\\n')))""";

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
                "/view/compare?indicator=“三公”经费",
                "/view/ledger",
                "/view/ledger-item?item=ZG-2021-0001-0001",
                "/view/ledger-dashboard",
                "/view/ledger-calendar",
                "/view/problems"
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
        try (InputStream axe = AccessibleIT.class.getResourceAsStream("axe.js")) {
            if (axe == null) {
                throw new IllegalStateException("axe.js was not laid beside the tests: see collect.mjs.");
            }
            visitor.page().evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = visitor.page().evaluate(SERIOUS, Map.of());
        return found instanceof List<?> faults
                ? faults.stream().map(String::valueOf).toList()
                : List.of();
    }
}
