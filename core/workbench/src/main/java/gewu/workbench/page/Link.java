package gewu.workbench.page;

import gewu.api.report.Anchor;
import gewu.api.report.Mark;
import gewu.api.workbench.Panel;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Addresses inside the workbench.
public final class Link {
    private static final Pattern WORDS = Pattern.compile("\\s+|\\S+");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{Nd}]");

    private Link() {}

    /// A report's page; opened at a paragraph when `paragraph` is above 0, with the hits of `words` marked.
    public static String report(String id, int paragraph, String words) {
        String query = words.isEmpty() ? "" : "?q=" + encoded(words);
        return "/report/" + encoded(id) + query + (paragraph > 0 ? "#p" + paragraph : "");
    }

    /// The report's page, opened at the paragraph that holds an offset of the source text.
    public static String place(String id, int offset) {
        return "/report/" + encoded(id) + "?at=" + offset;
    }

    /// The same, with stretches of the source text that light up there.
    static String place(String id, int offset, List<Mark> lit) {
        String ranges = lit.stream().map(it -> it.start() + "-" + it.end()).collect(Collectors.joining(","));
        return ranges.isEmpty() ? place(id, offset) : place(id, offset) + "&light=" + ranges;
    }

    /// The words of a cell that names reports: each id with the address of its page, and all between as it is.
    public static List<Word> words(String cell) {
        return WORDS.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(word -> new Word(word, ID.matcher(word).find() ? report(word, 0, "") : ""))
                .toList();
    }

    /// A word that may lead to a page.
    ///
    /// @param target empty if it leads nowhere
    public record Word(String text, String target) {}

    /// The passage that an anchor names, wherever it stands now.
    public static String passage(Anchor anchor) {
        return "/passage/" + encoded(anchor.toString());
    }

    /// The citations of a paragraph, or of the sentences from `start` to `end` of the source text.
    ///
    /// @param end 0 for the whole paragraph
    public static String citations(String id, int paragraph, int start, int end) {
        Map<String, String> place = new LinkedHashMap<>(Map.of("paragraph", String.valueOf(paragraph)));
        if (end > start) {
            place.put("start", String.valueOf(start));
        }
        return with("/cite/" + encoded(id), place, "end", end > start ? String.valueOf(end) : "");
    }

    /// A view's page; the search has one of its own.
    public static String view(String id) {
        return id.equals("search") ? "/search" : "/view/" + encoded(id);
    }

    /// The parameters of an address, the first value of each.
    static Map<String, String> parameters(String address) {
        Map<String, String> all = new LinkedHashMap<>();
        int query = address.indexOf('?');
        for (String each :
                query < 0 ? new String[0] : address.substring(query + 1).split("&")) {
            int is = each.indexOf('=');
            if (is > 0) {
                all.putIfAbsent(decoded(each.substring(0, is)), decoded(each.substring(is + 1)));
            }
        }
        return all;
    }

    private static String decoded(String word) {
        try {
            return URLDecoder.decode(word, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return word;
        }
    }

    /// Where a panel leads.
    public static String to(Panel.Destination destination) {
        return switch (destination) {
            case Panel.Place(var report, var offset, var lit) ->
                offset == 0 && lit.isEmpty() ? report(report, 0, "") : place(report, offset, lit);
            case Panel.Target(var id, var parameters) -> with(view(id), parameters, "", "");
        };
    }

    /// The view of what changed from one version of a report to another.
    static String changes(String older, String newer) {
        return with(view("versions"), Map.of("old", older), "new", newer);
    }

    /// `path` with `parameters`, where `name` is `value`; an empty value takes the name away.
    static String with(String path, Map<String, String> parameters, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        String query = changed.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /// `path` with each part encoded, as it stood in the address line.
    static String encodedPath(String path) {
        return encoded(path).replace("%2F", "/");
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
