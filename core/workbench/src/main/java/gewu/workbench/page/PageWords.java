package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.workbench.Panel;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What pages say to people with a mouse, where a terminal says what to type: a remark in brackets, a clause or a
/// sentence that names a command or an option is left out, unless nothing else was said. What one may do instead is
/// a [Panel.Advice], or a wording for pages. Safe for all threads.
final class PageWords {
    private static final Pattern TYPED = Pattern.compile("(?<![\\p{L}\\p{N}-])--[a-z]|\\bgewu [a-z]");
    private static final Pattern BRACKETS = Pattern.compile("（[^（）]*）| ?\\([^()]*\\)");
    private static final Pattern CLAUSE = Pattern.compile("[^。；]+?(?:[。；]|[.;](?=\\s)\\s*|\\n|$)");

    private final Wording wording;

    PageWords(Wording wording) {
        this.wording = wording;
    }

    /// What happened, or a remark, kept in English; never empty where something was said.
    String message(String english, String language) {
        return untyped(wording.onPage(english).in(language));
    }

    /// What to do about it; empty where that can be done in a terminal only.
    String remedy(String english, String language) {
        return withoutTyped(wording.onPage(english).in(language));
    }

    /// The panel with the sentences in it as people with a mouse read them.
    Panel of(Panel panel) {
        return switch (panel) {
            case Panel.Text(var words) -> new Panel.Text(untyped(words));
            case Panel.Table(var title, var columns, var rows) -> new Panel.Table(untyped(title), columns, rows);
            case Panel.LongTable(var title, var id, var columns, var rows) ->
                new Panel.LongTable(untyped(title), id, columns, rows);
            default -> panel.withParts(this::of);
        };
    }

    /// Words that are the same in both languages are somebody's own, such as a note, and stay whole.
    private static Label untyped(Label words) {
        return words.zh().equals(words.en()) ? words : new Label(untyped(words.zh()), untyped(words.en()));
    }

    private static String untyped(String words) {
        String rest = withoutTyped(words);
        return rest.isBlank() ? words : rest;
    }

    private static String withoutTyped(String words) {
        if (!isTyped(words)) {
            return words;
        }
        String plain = BRACKETS.matcher(words)
                .replaceAll(it -> isTyped(it.group()) ? "" : Matcher.quoteReplacement(it.group()));
        List<String> clauses =
                CLAUSE.matcher(plain).results().map(MatchResult::group).toList();
        String rest = clauses.stream()
                .filter(it -> !isTyped(it))
                .collect(Collectors.joining())
                .strip();
        boolean isCut = rest.endsWith("；") || rest.endsWith(";");
        String end = words.endsWith("。") || words.endsWith(".") ? words.substring(words.length() - 1) : "";
        return isCut ? rest.substring(0, rest.length() - 1) + end : rest;
    }

    private static boolean isTyped(String words) {
        return TYPED.matcher(words).find();
    }
}
