package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Pages speak to people with a mouse: none tells what to type into a terminal. Only help does, and code.
@ExtendWith(Visits.class)
final class PageSpeechIT {
    private static final Pattern TYPED =
            Pattern.compile("[^。\\n]{0,40}(?:(?<![\\p{L}\\p{N}-])--[a-z]|\\bgewu [a-z])[^。\\n]{0,40}");
    private static final Pattern UNSEEN = Pattern.compile("(?s)<(code|pre|script|style)\\b.*?</\\1>");
    private static final Pattern VIEW = Pattern.compile("\"id\":\"([^\"]+)\",\"plugin\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/(?:view|report|call|cite)/[^\"#]+)");

    /// Pages that differ by what they are about alone, such as those of items.
    private static final int MOST_OF_A_SHAPE = 2;

    private static Set<String> typed(String page) {
        String seen = UNSEEN.matcher(page).replaceAll("").replaceAll("<[^>]+>", "\n");
        Set<String> typed = new TreeSet<>();
        TYPED.matcher(seen).results().map(MatchResult::group).forEach(typed::add);
        return typed;
    }

    private static String shape(String path) {
        return path.replaceAll("=[^&]*", "=").replaceAll("[0-9a-f]{10}", "ID").replaceAll("\\d+", "N");
    }

    @Test
    void noViewTellsWhatToType(Served served) throws IOException, InterruptedException {
        Deque<String> open = new ArrayDeque<>(List.of("/", "/reports", "/jobs", "/import", "/preferences", "/nowhere"));
        String described = served.read("/shell.json");
        int views = described.indexOf("\"views\":[");
        VIEW.matcher(described.substring(views, described.indexOf("\"actions\":[")))
                .results()
                .forEach(it -> open.add("/view/" + it.group(1)));
        Map<String, Integer> shapes = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> typed = new TreeSet<>();
        while (!open.isEmpty()) {
            String path = open.remove();
            if (seen.add(path) && shapes.merge(shape(path), 1, Integer::sum) <= MOST_OF_A_SHAPE) {
                for (String language : List.of("zh", "en")) {
                    String page = served.read(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                    typed(page).forEach(it -> typed.add(path + ": " + it));
                    LINK.matcher(page)
                            .results()
                            .forEach(it -> open.add(it.group(1).replace("&amp;", "&")));
                }
            }
        }

        assertThat(seen.stream().filter(it -> it.startsWith("/view/"))).hasSizeGreaterThan(80);
        assertThat(typed).isEmpty();
    }

    @Test
    void noRefusalAndNoAnswerTellsWhatToType(Served served) throws IOException, InterruptedException {
        for (String[] call : new String[][] {
            {"/do/ledger", "argument=party"},
            {"/do/ledger", "argument=undo", "argument=999"},
            {"/do/ledger", "argument=close", "argument=ZG-2021-0001-0001"},
            {"/do/ledger", "argument=list", "--by=颜色"},
            {"/do/ledger", "argument=twins"},
            {"/do/correct", "argument=undo", "argument=999"},
            {"/do/similar", "argument=zzz"},
            {"/do/kwic", "argument=航天飞机"},
            {"/do/search", "argument=航天飞机"},
            {"/do/metrics", "--limit=2"},
            {"/do/problems", "--limit=2"},
            {"/do/indicators", "--limit=2"},
            {"/do/saved", "argument=remove", "argument=没有的"},
            {"/do/note", "argument=edit", "argument=999", "argument=改"},
            {"/do/notebook", "argument=show", "argument=999"}
        }) {
            String[] fields = List.of(call).subList(1, call.length).toArray(String[]::new);

            HttpResponse<String> answer = served.post(call[0], fields);
            // Neither turned away at the door nor broken: it was the command that answered.
            assertThat(answer.statusCode()).as(String.join(" ", call)).isIn(200, 400, 409);
            assertThat(typed(answer.body())).as(String.join(" ", call)).isEmpty();
        }
    }
}
