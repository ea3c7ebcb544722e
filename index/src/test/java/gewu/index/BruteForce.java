package gewu.index;

import com.ibm.icu.text.Transliterator;
import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for words by reading every paragraph of every report: slow, simple, and written apart from what it judges.
final class BruteForce {
    private static final String TRANSPARENT = "\"'`<>()[]{}“”‘’「」『』《》〈〉【】〔〕〖〗〝〞";
    private static final Pattern THOUSANDS = Pattern.compile("(?<!\\d)\\d{1,3}(?:,\\d{3})+(?!\\d)");

    private static final Pattern COMMA_BESIDE_DIGIT = Pattern.compile("\\d,|,\\d");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Map<Character, String> SIMPLE = new HashMap<>();

    private final List<Text> texts = new ArrayList<>();

    BruteForce(List<Report> reports) {
        for (Report report : reports) {
            for (Paragraph paragraph : report.paragraphs()) {
                CleanText clean = report.clean(paragraph);
                texts.add(new Text(
                        report.id(),
                        paragraph.number(),
                        new Characters(clean, kept(clean.text(), true)),
                        new Characters(clean, kept(clean.text(), false))));
            }
        }
    }

    /// A paragraph read in both ways, with and without separators of thousands.
    private record Text(String report, int paragraph, Characters folded, Characters withSeparators) {}

    /// The characters of a paragraph that count.
    private record Characters(CleanText clean, List<Integer> kept, String folded) {
        Characters(CleanText clean, List<Integer> kept) {
            this(clean, kept, characters(clean.text(), kept));
        }

        Mark mark(int from, int to) {
            return new Mark(clean.sourceStart(kept.get(from)), clean.sourceEnd(kept.get(to - 1) + 1));
        }

        List<Mark> marks(String wanted) {
            List<Mark> marks = new ArrayList<>();
            int at = folded.indexOf(wanted);
            while (at >= 0) {
                int last = kept.get(at + wanted.length() - 1);
                marks.add(new Mark(clean.sourceStart(kept.get(at)), clean.sourceEnd(last + 1)));
                at = folded.indexOf(wanted, at + wanted.length());
            }
            return marks;
        }
    }

    /// A paragraph that holds the words, and where.
    record Hit(String report, int paragraph, List<Mark> marks) {}

    List<Hit> find(String words) {
        return texts.stream()
                .map(text -> new Hit(text.report(), text.paragraph(), marks(text, words)))
                .filter(hit -> !hit.marks().isEmpty())
                .toList();
    }

    /// Looks for anything at all: `places` gets the folded characters of a paragraph and says from where to where.
    List<Hit> find(Function<String, List<int[]>> places) {
        List<Hit> hits = new ArrayList<>();
        for (Text text : texts) {
            List<Mark> marks = new ArrayList<>();
            places.apply(text.folded().folded()).stream()
                    .map(it -> text.folded().mark(it[0], it[1]))
                    .sorted(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end))
                    .forEach(mark -> {
                        if (!marks.isEmpty() && mark.start() < marks.getLast().end()) {
                            int end = Math.max(mark.end(), marks.getLast().end());
                            marks.set(marks.size() - 1, new Mark(marks.getLast().start(), end));
                        } else {
                            marks.add(mark);
                        }
                    });
            if (!marks.isEmpty()) {
                hits.add(new Hit(text.report(), text.paragraph(), marks));
            }
        }
        return hits;
    }

    static String fold(String words) {
        return characters(CleanText.of(words).text(), kept(CleanText.of(words).text(), true));
    }

    private static List<Mark> marks(Text text, String words) {
        List<Mark> marks = text.folded().marks(fold(words));
        if (COMMA_BESIDE_DIGIT.matcher(fold(words)).find()) {
            String typed = CleanText.of(words).text();
            text.withSeparators().marks(characters(typed, kept(typed, false))).stream()
                    .filter(mark -> !marks.contains(mark))
                    .forEach(marks::add);
        }
        return marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList();
    }

    private static String characters(String clean, List<Integer> kept) {
        StringBuilder characters = new StringBuilder();
        kept.forEach(i -> characters.append(SIMPLE.computeIfAbsent(clean.charAt(i), BruteForce::simple)));
        return characters.toString();
    }

    private static String simple(char c) {
        String simple = SIMPLIFIED.transliterate(String.valueOf(c)).toLowerCase(Locale.ROOT);
        return simple.length() == 1 ? simple : String.valueOf(c);
    }

    /// The places of the characters that count.
    private static List<Integer> kept(String clean, boolean joinsThousands) {
        boolean[] isDropped = new boolean[clean.length()];
        for (int i = 0; i < clean.length(); i++) {
            isDropped[i] = clean.charAt(i) == ' ' || TRANSPARENT.indexOf(clean.charAt(i)) >= 0;
        }
        Matcher number = THOUSANDS.matcher(clean);
        while (joinsThousands && number.find()) {
            for (int i = number.start(); i < number.end(); i++) {
                isDropped[i] |= clean.charAt(i) == ',';
            }
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < clean.length(); i++) {
            if (!isDropped[i]) {
                kept.add(i);
            }
        }
        return kept;
    }
}
