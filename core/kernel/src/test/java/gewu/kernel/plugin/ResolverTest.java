package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ResolverTest {

    static Manifest manifest(String id, String version, String... requirements) {
        List<Manifest.Requirement> required = new ArrayList<>();
        for (String requirement : requirements) {
            String[] parts = requirement.split(" ", 2);
            required.add(new Manifest.Requirement(
                    parts[0], VersionRange.parse(parts[1]).orElseThrow(), 2));
        }
        return new Manifest(
                id + ".xml",
                id,
                Version.parse(version).orElseThrow(),
                VersionRange.parse("^1.0").orElseThrow(),
                Label.same(id),
                required,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// A thousand plugins, each requiring up to three earlier ones, some of them badly.
    static List<Manifest> thousand() {
        Random random = new Random(7);
        List<Manifest> manifests = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            List<String> required = new ArrayList<>();
            for (int j = 0; j < random.nextInt(4) && i > 0; j++) {
                required.add("p" + random.nextInt(i) + (random.nextInt(200) == 0 ? " ^9.0" : " ^1.0"));
            }
            manifests.add(
                    manifest("p" + i, "1.0." + i, required.stream().distinct().toArray(String[]::new)));
        }
        return manifests;
    }

    private static List<String> order(Resolver.Resolution resolution) {
        return resolution.order().stream().map(Manifest::id).toList();
    }

    @Test
    void ordersEachAfterAllItRequires() {
        var resolution = Resolver.resolve(
                List.of(manifest("c", "1.0.0", "b ^1.0"), manifest("a", "1.0.0", "c ^1.0"), manifest("b", "1.2.0")),
                Map.of());

        assertThat(order(resolution)).containsExactly("b", "c", "a");
        assertThat(resolution.reasons()).isEmpty();
    }

    @Test
    void failsOnlyTheMembersOfACircleAndThoseWhoNeedThem() {
        var resolution = Resolver.resolve(
                List.of(
                        manifest("a", "1.0.0", "b ^1.0"),
                        manifest("b", "1.0.0", "c ^1.0"),
                        manifest("c", "1.0.0", "b ^1.0", "d ^1.0"),
                        manifest("d", "1.0.0"),
                        manifest("self", "1.0.0", "self ^1.0"),
                        manifest("e", "1.0.0", "d ^1.0")),
                Map.of());

        assertThat(order(resolution)).containsExactly("d", "e");
        assertThat(resolution.reasons().get("b")).contains("in a circle: b, c.");
        assertThat(resolution.reasons().get("c")).contains("in a circle: b, c.");
        assertThat(resolution.reasons().get("a")).contains("requires the plugin “b”, which failed");
        assertThat(resolution.reasons().get("self")).isEqualTo("It requires itself. Take that requirement out.");
    }

    @Test
    void saysWhyThroughAChainOfPlugins() {
        var resolution = Resolver.resolve(
                List.of(
                        manifest("a", "1.0.0", "b ^1.0"),
                        manifest("b", "1.0.0", "c ^1.0"),
                        manifest("c", "1.0.0", "gnoe ^1.0"),
                        manifest("gone", "1.0.0")),
                Map.of());

        assertThat(order(resolution)).containsExactly("gone");
        assertThat(resolution.reasons().get("c"))
                .contains("c.xml:2: It requires the plugin “gnoe” ^1.0, which is not installed. Did you mean “gone”?");
        assertThat(resolution.reasons()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void saysThatARequiredPluginIsDisabled() {
        var resolution = Resolver.resolve(
                List.of(manifest("a", "1.0.0", "b ^1.0"), manifest("b", "1.0.0")), Map.of("b", "is disabled"));

        assertThat(resolution.reasons().get("a")).endsWith("It requires the plugin “b” which is disabled.");
    }

    @Test
    void givesTheSameOrderOverAHundredShuffles() {
        List<Manifest> manifests = new ArrayList<>(thousand());
        var first = Resolver.resolve(manifests, Map.of());
        Random random = new Random(1);

        for (int i = 0; i < 100; i++) {
            Collections.shuffle(manifests, random);
            var again = Resolver.resolve(manifests, Map.of());
            assertThat(order(again)).isEqualTo(order(first));
            assertThat(again.reasons()).isEqualTo(first.reasons());
        }
        assertThat(first.reasons()).isNotEmpty();
    }

    @Test
    void resolvesAChainOfTenThousand() {
        List<Manifest> chain = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            chain.add(i == 0 ? manifest("p0", "1.0.0") : manifest("p" + i, "1.0.0", "p" + (i - 1) + " ^1.0"));
        }

        assertThat(Resolver.resolve(chain, Map.of()).order()).hasSize(10_000);
    }
}
