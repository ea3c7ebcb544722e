package gewu.kernel.word;

import gewu.api.Label;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// English sentences with their Chinese wordings. Safe for all threads.
///
/// A file of sentences has two lines for each, first the English with `{}` for what varies, then the Chinese with `{}`
/// or `{1}`, `{2}` … in its places, and an empty line after them; a line that begins with `#` is a comment. A third
/// line `page: 中文 | English` is how pages say it, whose readers type no commands; with both empty, pages leave the
/// sentence out. English that ends like a sentence (`.`, `?`, `!` or `:`) is found in a text; any other is a phrase,
/// which is found only where it is the whole text, or all that varies in a sentence.
public final class Catalogue {
    /// Where a room keeps its sentences.
    public static final String PLACE = "META-INF/sentences.zh";

    private static final String ON_PAGE = "page:";
    private static final String BETWEEN = "\\|";

    /// What varies may hold sentences that hold phrases.
    private static final int DEEPEST = 3;

    private static final String SENTENCE_ENDS = ".?!:)”…";

    private final List<Template> all;
    private final List<Template> sentences;
    private final Map<Character, List<Template>> byFirst = new HashMap<>();
    private final Map<String, Template> whole = new HashMap<>();

    private Catalogue(List<Template> all) {
        this.all = List.copyOf(all);
        this.sentences = all.stream().filter(Template::isSentence).toList();
        all.stream().filter(it -> it.parts().size() == 1).forEach(it -> whole.putIfAbsent(it.first(), it));
        for (Template it : sentences) {
            if (!it.first().isEmpty()) {
                byFirst.computeIfAbsent(it.first().charAt(0), _ -> new ArrayList<>())
                        .add(it);
            }
        }
    }

    /// Of several files; the first that words a sentence counts.
    ///
    /// @throws IllegalArgumentException if something is wrong in one; it says what
    public static Catalogue of(List<String> files) {
        List<Template> all = new ArrayList<>();
        files.forEach(it -> all.addAll(templates(it)));
        return new Catalogue(all);
    }

    /// Of the files in which nothing is wrong.
    ///
    /// @param faulty hears what is wrong in the others
    static Catalogue ofSound(List<String> files, Consumer<String> faulty) {
        List<Template> all = new ArrayList<>();
        for (String file : files) {
            try {
                all.addAll(templates(file));
            } catch (IllegalArgumentException wrong) {
                faulty.accept(String.valueOf(wrong.getMessage()));
            }
        }
        return new Catalogue(all);
    }

    /// Of all rooms that a class loader sees.
    public static Catalogue of(ClassLoader rooms) throws IOException {
        List<String> files = new ArrayList<>();
        for (URL room : Collections.list(rooms.getResources(PLACE))) {
            try (InputStream in = room.openStream()) {
                files.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return of(files);
    }

    private static List<Template> templates(String file) {
        List<Template> templates = new ArrayList<>();
        List<String> lines = file.lines().toList();
        String english = "";
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i).strip() : "";
            if (line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(ON_PAGE) && english.isEmpty() && !templates.isEmpty()) {
                templates.add(onPage(templates.removeLast(), line));
                continue;
            }
            if (line.isEmpty() && !english.isEmpty()) {
                throw new IllegalArgumentException(
                        "Line " + i + " of " + PLACE + " has no Chinese below it: “" + english + "”.");
            }
            if (english.isEmpty()) {
                english = line;
            } else {
                templates.add(Template.of(english, line));
                english = "";
            }
        }
        return templates;
    }

    private static Template onPage(Template template, String line) {
        String[] both = line.substring(ON_PAGE.length()).split(BETWEEN, -1);
        if (both.length != 2) {
            throw new IllegalArgumentException(
                    "“" + line + "” of " + PLACE + " needs Chinese and English with | between them.");
        }
        return template.onPage(both[0].strip(), both[1].strip());
    }

    /// A text in Chinese. What no sentence of the catalogue covers stays as it is.
    public String chinese(String text) {
        return in(text, DEEPEST, new ArrayList<>(), Face.CHINESE);
    }

    /// A text as pages say it. What no sentence of the catalogue covers stays as it is.
    public Label onPage(String text) {
        return new Label(
                in(text, DEEPEST, new ArrayList<>(), Face.PAGE_CHINESE),
                in(text, DEEPEST, new ArrayList<>(), Face.PAGE_ENGLISH));
    }

    /// What of a text would stay in English, what varies aside.
    public List<String> unknown(String text) {
        List<String> left = new ArrayList<>();
        in(text, 0, left, Face.CHINESE);
        return left;
    }

    private String in(String text, int depth, List<String> left, Face face) {
        Template same = whole.get(text);
        if (same != null) {
            return same.said(face).filled(List.of());
        }
        Matches matches = new Matches(text, sentences, byFirst);
        StringBuilder told = new StringBuilder();
        boolean isLeft = false;
        int at = 0;
        while (at < text.length()) {
            Optional<Matches.Match> match = matches.at(at);
            int end = match.map(Matches.Match::end).orElse(0);
            boolean isKnown = end > at;
            if (!isKnown) {
                end = nextBeginning(text, at, matches);
                left.add(text.substring(at, end));
            }
            String next = isKnown ? worded(match.orElseThrow(), depth, face) : text.substring(at, end);
            // behind a Chinese full stop there is no space
            if ((isLeft || face == Face.PAGE_ENGLISH) && !told.isEmpty() && !next.isEmpty()) {
                told.append(' ');
            }
            told.append(next);
            isLeft = !isKnown;
            at = Math.min(text.length(), end + 1);
        }
        return told.toString();
    }

    private String worded(Matches.Match match, int depth, Face face) {
        return match.template()
                .said(face)
                .filled(match.variables().stream()
                        .map(it -> variable(it, depth - 1, face))
                        .toList());
    }

    /// What varies is a name or a figure, a phrase, or sentences again.
    private String variable(String words, int depth, Face face) {
        if (depth < 0 || words.isEmpty()) {
            return words;
        }
        Template best = null;
        List<String> variables = List.of();
        for (Template it : all) {
            List<String> its = it.variablesOf(words);
            if (its != null && (best == null || it.literals() > best.literals())) {
                best = it;
                variables = its;
            }
        }
        return best == null
                ? in(words, depth, new ArrayList<>(), face)
                : best.said(face)
                        .filled(variables.stream()
                                .map(it -> variable(it, depth - 1, face))
                                .toList());
    }

    /// Where the next known sentence may begin, less the space before it; the end of the text if there is none.
    private static int nextBeginning(String text, int from, Matches matches) {
        for (int i = from + 1; i < text.length(); i++) {
            boolean isBehindSentence = Character.isWhitespace(text.charAt(i - 1))
                    && i > 1
                    && SENTENCE_ENDS.indexOf(text.charAt(i - 2)) >= 0;
            if (isBehindSentence && matches.mayBegin(i)) {
                return i - 1;
            }
        }
        return text.length();
    }
}
