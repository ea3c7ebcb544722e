package gewu.kernel.intake;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.Sectioner;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginScope;
import gewu.api.report.Page;
import gewu.api.report.SourceText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A registry filled by hand: what the pipeline sees of plugins.
final class Contributions implements Extensions {
    private final List<Contribution<?>> all = new ArrayList<>();

    private record Contribution<T extends ExtensionPoint>(
            Class<T> point, String id, String plugin, Map<String, String> attributes, T instance)
            implements Extension<T> {
        @Override
        public List<Element> elements() {
            return List.of();
        }
    }

    /// The house's sectioner and an importer of UTF-8 (else GB18030) text with form feeds between pages.
    static Contributions ofTheHouse() {
        return new Contributions()
                .with(Sectioner.class, "headings", Map.of(), new HeadingSectioner())
                .with(
                        ReportImporter.class,
                        "text",
                        Map.of("media", "text/plain", "max-bytes", "1000000"),
                        file -> new Reading.Text(paged(decoded(file.bytes()))));
    }

    <T extends ExtensionPoint> Contributions with(
            Class<T> point, String id, Map<String, String> attributes, T instance) {
        all.add(new Contribution<>(point, id, "plugin-" + id, attributes, instance));
        return this;
    }

    @Override
    public <T extends ExtensionPoint> List<Extension<T>> of(Class<T> type) {
        List<Extension<T>> found = new ArrayList<>();
        for (Contribution<?> it : all) {
            if (it.point() == type) {
                found.add(new Contribution<>(type, it.id(), it.plugin(), it.attributes(), type.cast(it.instance())));
            }
        }
        return found;
    }

    @Override
    public <T extends ExtensionPoint> Optional<Extension<T>> find(Class<T> type, String id) {
        return of(type).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public void onChange(PluginScope scope, Runnable listener) {
        throw new UnsupportedOperationException("This registry never changes.");
    }

    private static String decoded(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : new String(bytes, Charset.forName("GB18030"));
    }

    private static SourceText paged(String text) {
        List<Page> pages = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\f', start);
            int end = feed < 0 ? text.length() : feed + 1;
            pages.add(new Page(pages.size() + 1, start, end));
            start = end;
        }
        return new SourceText(text, pages);
    }
}
