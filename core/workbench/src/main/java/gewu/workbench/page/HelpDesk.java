package gewu.workbench.page;

import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.HelpTopic;
import gewu.workbench.passage.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// The help that plugins bring along, in Markdown: read, found by words, and by what is being shown. Markup inside it
/// is shown as text, and links lead nowhere but to pages. Safe for all threads.
final class HelpDesk {
    private static final int MOST_HITS = 30;
    private static final List<org.commonmark.Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(TABLES)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private final Extensions extensions;
    private final ReportSearch search;

    HelpDesk(Extensions extensions, ReportSearch search) {
        this.extensions = extensions;
        this.search = search;
    }

    /// All topics, the one that is asked for in full, or where the words stand.
    ///
    /// @param id of the topic; empty for the first that fits what `for` names, else for the list
    /// @throws WorkbenchException if there is no such topic
    HelpPage open(String id, Ask ask) {
        List<Extension<HelpTopic>> topics = extensions.of(HelpTopic.class);
        List<HelpPage.Topic> list = topics.stream().map(it -> topic(it, ask)).toList();
        String words = ask.parameter("q");
        if (id.isEmpty() && !words.isEmpty()) {
            return new HelpPage(list, "", "", words, hits(topics, words, ask));
        }
        Optional<Extension<HelpTopic>> meant =
                id.isEmpty() ? fitting(topics, ask.parameter("for")) : named(topics, id, ask);
        return meant.map(it -> new HelpPage(list, it.id(), HTML.render(PARSER.parse(markdown(it, ask))), "", List.of()))
                .orElseGet(() -> new HelpPage(list, "", "", "", List.of()));
    }

    private static Optional<Extension<HelpTopic>> named(List<Extension<HelpTopic>> topics, String id, Ask ask) {
        Optional<Extension<HelpTopic>> found =
                topics.stream().filter(it -> it.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            throw new WorkbenchException(
                    ask.say("没有“" + id + "”这篇帮助。", "There is no help on “" + id + "”."),
                    ask.say("从帮助目录里选一篇，或检索。", "Choose one from the list of help, or search it."));
        }
        return found;
    }

    /// @param shown a view, a command or an address; empty for nothing
    private static Optional<Extension<HelpTopic>> fitting(List<Extension<HelpTopic>> topics, String shown) {
        return topics.stream()
                .filter(it -> !shown.isEmpty())
                .filter(it ->
                        List.of(it.attribute("fits").orElse("").split(" ")).contains(shown))
                .findFirst();
    }

    private static HelpPage.Topic topic(Extension<HelpTopic> it, Ask ask) {
        return new HelpPage.Topic(it.id(), it.title().in(ask.language()), "/help/" + it.id());
    }

    private static String markdown(Extension<HelpTopic> it, Ask ask) {
        String zh = it.attribute("file").orElseThrow();
        return new String(it.file(ask.say(zh, it.attribute("file-en").orElse(zh))), StandardCharsets.UTF_8);
    }

    private List<HelpPage.Hit> hits(List<Extension<HelpTopic>> topics, String words, Ask ask) {
        List<Report> texts = topics.stream().map(it -> text(it, ask)).toList();
        return search.searchIn(texts, SearchQuery.of(words).withLimit(MOST_HITS)).hits().stream()
                .map(HelpDesk::hit)
                .toList();
    }

    private static HelpPage.Hit hit(SearchAnswer.Hit hit) {
        return new HelpPage.Hit(
                hit.facts().title(),
                "/help/" + hit.report(),
                Excerpt.of(hit.text(), hit.start(), hit.marks(), List.of()));
    }

    /// A topic as the index reads it: each line a paragraph.
    private static Report text(Extension<HelpTopic> it, Ask ask) {
        String text = TEXT.render(PARSER.parse(markdown(it, ask)));
        List<Paragraph> paragraphs = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                paragraphs.add(new Paragraph(paragraphs.size() + 1, 1, 0, at, at + line.length()));
            }
            at += line.length() + 1;
        }
        ReportFacts facts = new ReportFacts(topic(it, ask).title(), "", "", 0, ReportKind.OTHER);
        return new Report(it.id(), 1, facts, SourceText.onePage(text), paragraphs, List.of());
    }
}
