package gewu.workbench.page;

import gewu.workbench.passage.Excerpt;
import java.util.List;

/// Help as a page shows it.
///
/// @param topics all there are
/// @param open   the id of the topic that is shown; empty for none
/// @param html   the topic, made of Markdown by a renderer that lets no markup through
/// @param words  what was looked for; empty if nothing was
/// @param hits   where it stands
public record HelpPage(List<Topic> topics, String open, String html, String words, List<Hit> hits) {
    public HelpPage {
        topics = List.copyOf(topics);
        hits = List.copyOf(hits);
    }

    /// One topic.
    public record Topic(String id, String title, String address) {}

    /// A place that holds the words.
    public record Hit(String title, String address, Excerpt text) {}
}
