package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Feed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files that other programs subscribe to. Each is written whole before it is sent, so that nobody
/// takes a part of it for all. Safe for all threads.
final class FeedDesk {
    private final Extensions extensions;

    FeedDesk(Extensions extensions) {
        this.extensions = extensions;
    }

    /// What can be subscribed to, such as `ledger.ics`.
    List<String> names() {
        return extensions.of(Feed.class).stream().map(FeedDesk::name).toList();
    }

    /// @param name such as `ledger.ics`
    /// @throws WorkbenchException if there is no such feed; it names those that there are
    Reply.Download fetch(String name, Ask ask) {
        Extension<Feed> feed = extensions.of(Feed.class).stream()
                .filter(it -> name(it).equals(name))
                .findFirst()
                .orElseThrow(() -> new WorkbenchException(
                        new Label("没有“" + name + "”可供订阅。", "There is no feed “" + name + "”.").in(ask.language()),
                        new Label("可订阅：", "Known feeds: ").in(ask.language()) + String.join(", ", names())));
        Map<String, String> given = new LinkedHashMap<>();
        feed.elements().stream()
                .filter(it -> it.name().equals("parameter"))
                .map(it -> it.attributes().getOrDefault("name", ""))
                .filter(it -> !ask.parameter(it).isEmpty())
                .forEach(it -> given.put(it, ask.parameter(it)));
        String media = feed.attributes().getOrDefault("media", "application/octet-stream");
        return new Reply.Download(
                media.startsWith("text/") ? media + "; charset=utf-8" : media,
                name,
                written(feed.instance(), given, ask.language()));
    }

    private static String name(Extension<Feed> it) {
        return it.id() + "." + it.attributes().getOrDefault("ending", "");
    }

    private static Path written(Feed feed, Map<String, String> parameters, String language) {
        try {
            Path file = Files.createTempFile("gewu-feed-", ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                feed.write(parameters, language, out);
            } catch (IOException | RuntimeException failed) {
                Files.delete(file);
                throw failed;
            }
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
