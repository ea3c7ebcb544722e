package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.TextDecoder;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// More than three thousand questions of all kinds over the seeds and 2,000 generated reports: the
/// paragraphs, the counts and the marks are those of a scan over every character, which is written apart from
/// what it judges. The scan is quick because it begins at the places of a word's rarest character.
@Execution(ExecutionMode.CONCURRENT)
class EveryOperatorTest {
    private static final int REPORTS = 2_000;
    private static final int HITS = 20;

    /// Every paragraph's folded words, one behind the other, each ended by a character that no report has.
    private static String all = "";

    private static final List<Place> PLACES = new ArrayList<>();

    /// By report and paragraph, the number in [#PLACES].
    private static final Map<Named, Integer> NUMBERS = new HashMap<>();

    /// Where each character stands in [#all], in order: words are looked for where the rarest of theirs stands.
    private static final Map<Character, int[]> CHARACTERS = new HashMap<>();

    /// The ends of [#PLACES].
    private static int[] ends = {};

    /// Words that stand in nearly every report; where they stand is looked up once.
    private static final List<String> NEARBY = List.of("绩效", "预算", "信访", "资金", "项目", "管理", "经费", "工作");

    private static final Map<String, Expected> OFTEN = new ConcurrentHashMap<>();

    /// One for each kind of questions, so that each asks the same ones every time.
    private final Random chance = new Random(20_261_121);

    @TempDir
    private static Path folder;

    private static SmallHouse house;

    private record Named(String report, int paragraph) {}

    /// @param start of the paragraph's words in [#all]
    private record Place(Report report, int paragraph, int start, int end) {}

    /// Folded characters from `from` to `to` of [#all].
    private record Span(int from, int to) {}

    /// What a scan finds: by the paragraph's number in [#PLACES], the spans that are to be marked.
    private record Expected(Map<Integer, List<Span>> spans) {
        long occurrences() {
            return spans.values().stream().mapToLong(it -> merged(it).size()).sum();
        }

        long reports() {
            return spans.keySet().stream()
                    .map(it -> PLACES.get(it).report().id())
                    .distinct()
                    .count();
        }
    }

    @BeforeAll
    static void fill() throws IOException {
        house = new SmallHouse(folder);
        StringBuilder words = new StringBuilder();
        try (Stream<Path> seeds = Files.list(Path.of(System.getProperty("gewu.root", ".."), "seeds", "reports"))) {
            for (Path seed : seeds.sorted().toList()) {
                keep(SampleReport.of(String.valueOf(seed.getFileName()), decoded(seed)), words);
            }
        }
        assertThat(PLACES).as("paragraphs of the seeds").hasSizeGreaterThan(100);
        new ReportGenerator(7).reports(REPORTS).map(GeneratedReports::cut).forEach(it -> keep(it, words));
        all = words.toString();
        ends = PLACES.stream().mapToInt(Place::end).toArray();
        lookUpCharacters();
    }

    private static void lookUpCharacters() {
        int[] counts = new int[Character.MAX_VALUE + 1];
        all.chars().forEach(it -> counts[it]++);
        int[][] places = new int[counts.length][];
        for (int at = 0; at < all.length(); at++) {
            int[] some = places[all.charAt(at)];
            if (some == null) {
                some = new int[counts[all.charAt(at)]];
                places[all.charAt(at)] = some;
                CHARACTERS.put(all.charAt(at), some);
            }
            some[some.length - counts[all.charAt(at)]--] = at;
        }
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
        all = "";
        ends = new int[0];
        CHARACTERS.clear();
        OFTEN.clear();
        PLACES.clear();
        NUMBERS.clear();
    }

    private static String decoded(Path file) throws IOException {
        return switch (new TextDecoder().decode(Files.readAllBytes(file))) {
            case TextDecoder.Decoded.Words(String words) -> words;
            case TextDecoder.Decoded.NoText(String why, String _) -> throw new AssertionError(file + ": " + why);
        };
    }

    private static void keep(Report report, StringBuilder words) {
        house.shelf().put(report);
        for (Paragraph paragraph : report.paragraphs()) {
            int start = words.length();
            words.append(BruteForce.fold(report.textOf(paragraph)));
            NUMBERS.put(new Named(report.id(), paragraph.number()), PLACES.size());
            PLACES.add(new Place(report, paragraph.number(), start, words.length()));
            words.append('\0');
        }
    }

    // ---- the kinds of questions

    @Test
    void wordsOfEveryLength() {
        ask(60, () -> word(1));
        ask(340, () -> word(2));
        ask(400, () -> word(3));
        ask(400, () -> word(4));
        ask(450, () -> word(5 + chance.nextInt(8)));
    }

    private void ask(int count, Supplier<String> words) {
        for (int i = 0; i < count; i++) {
            String word = words.get();
            agree('"' + word + '"', scan(word));
        }
    }

    @Test
    void wordsWithSignsInsideAndInOtherScriptAndWidth() {
        for (int i = 0; i < 300; i++) {
            String word = word(3 + chance.nextInt(5));
            int cut = 1 + chance.nextInt(word.length() - 1);
            String typed = switch (i % 4) {
                case 0 -> "“" + word.substring(0, cut) + "”" + word.substring(cut);
                case 1 -> word.substring(0, cut) + "（" + word.substring(cut) + "）";
                case 2 -> wide(word);
                default -> word.replace('预', '預').replace('费', '費').replace('务', '務');
            };
            agree(typed, scan(word));
        }
    }

    private static String wide(String word) {
        StringBuilder wide = new StringBuilder();
        word.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 && c != '"' ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    @Test
    void amountsHoweverTheyAreWritten() {
        Pattern amount = Pattern.compile("(?<![\\d.])(\\d{1,6}(?:\\.\\d{1,4})?)(万|亿)?元");
        Map<BigDecimal, Expected> byWorth = new HashMap<>();
        for (int number = 0; number < PLACES.size(); number++) {
            Place place = PLACES.get(number);
            Matcher matcher = amount.matcher(all).region(place.start(), place.end());
            while (matcher.find()) {
                byWorth.computeIfAbsent(worth(matcher), _ -> new Expected(new HashMap<>()))
                        .spans()
                        .computeIfAbsent(number, _ -> new ArrayList<>())
                        .add(new Span(matcher.start(), matcher.end()));
            }
        }
        List<BigDecimal> worths =
                byWorth.keySet().stream().filter(it -> it.signum() > 0).sorted().toList();
        assertThat(worths).hasSizeGreaterThan(200);
        for (int i = 0; i < 150; i++) {
            BigDecimal worth = worths.get(chance.nextInt(worths.size()));
            String typed = worth.toPlainString() + "元";
            agree(typed, either(scan(typed), byWorth.getOrDefault(worth, scan(typed))));
        }
    }

    private static BigDecimal worth(Matcher amount) {
        BigDecimal unit = switch (String.valueOf(amount.group(2))) {
            case "万" -> BigDecimal.valueOf(10_000);
            case "亿" -> BigDecimal.valueOf(100_000_000);
            default -> BigDecimal.ONE;
        };
        BigDecimal worth = new BigDecimal(amount.group(1)).multiply(unit).stripTrailingZeros();
        return worth.signum() == 0 ? BigDecimal.ZERO : worth;
    }

    @Test
    void andOrNotAndBrackets() {
        for (int i = 0; i < 600; i++) {
            String a = word(2);
            String b = i % 3 == 0 ? word(3) : nearby();
            String c = word(3);
            switch (i % 5) {
                case 0 -> agree(quoted(a) + " " + quoted(b), both(scan(a), scan(b)));
                case 1 -> agree(quoted(a) + "|" + quoted(b), either(scan(a), scan(b)));
                case 2 -> agree(quoted(a) + " -" + quoted(b), without(scan(a), scan(b)));
                case 3 ->
                    agree(
                            "(" + quoted(a) + " | " + quoted(b) + ") -" + quoted(c),
                            without(either(scan(a), scan(b)), scan(c)));
                default ->
                    agree(
                            "(" + quoted(a) + " " + quoted(b) + ") | " + quoted(c),
                            shown(either(both(scan(a), scan(b)), scan(c)), List.of(a, b, c)));
            }
        }
    }

    @Test
    void gaps() {
        for (int i = 0; i < 200; i++) {
            String piece = word(6 + chance.nextInt(5));
            int cut = 2 + chance.nextInt(2);
            int size = 1 + chance.nextInt(2);
            boolean isStar = i % 2 == 0;
            String typed = piece.substring(0, cut) + (isStar ? "*" : "?".repeat(size)) + piece.substring(cut + size);
            Pattern pattern = Pattern.compile(Pattern.quote(piece.substring(0, cut))
                    + (isStar ? "[^。！？!?\0]{0,20}?" : "[^\0]{" + size + "}")
                    + Pattern.quote(piece.substring(cut + size)));
            agree(typed, matches(piece.substring(0, cut), pattern));
        }
    }

    @Test
    void wordsCloseToEachOther() {
        for (int i = 0; i < 200; i++) {
            String piece = word(8 + chance.nextInt(10));
            String a = piece.substring(0, 2);
            String b = piece.substring(piece.length() - 2);
            if (a.equals(b)) {
                continue;
            }
            int most = chance.nextInt(20);
            agree("\"" + a + " " + b + "\"~>" + most, ordered(a, b, most));
        }
    }

    @Test
    void conditionsOnTheReport() {
        List<String> orgs =
                PLACES.stream().map(it -> it.report().facts().org()).distinct().toList();
        for (int i = 0; i < 300; i++) {
            String a = word(2);
            Report report = PLACES.get(chance.nextInt(PLACES.size())).report();
            int year = report.facts().year();
            String org = orgs.get(chance.nextInt(orgs.size()));
            switch (i % 4) {
                case 0 ->
                    agree(
                            quoted(a) + " year:" + year,
                            only(scan(a), it -> it.facts().year() == year));
                case 1 ->
                    agree(
                            quoted(a) + " year:" + year + ".." + (year + 1),
                            only(
                                    scan(a),
                                    it -> it.facts().year() == year
                                            || it.facts().year() == year + 1));
                case 2 ->
                    agree(
                            quoted(a) + " -year:" + year,
                            only(scan(a), it -> it.facts().year() != year));
                default -> {
                    if (!org.isEmpty()) {
                        Set<String> fitting = new HashSet<>(orgs);
                        fitting.removeIf(it -> !BruteForce.fold(it).contains(BruteForce.fold(org)));
                        agree(
                                quoted(a) + " org:" + org,
                                only(scan(a), it -> fitting.contains(it.facts().org())));
                    }
                }
            }
        }
    }

    // ---- the scan

    private static String quoted(String word) {
        return '"' + word + '"';
    }

    /// Folded words as they stand somewhere, which hold nothing that a question takes for a sign.
    private String word(int size) {
        while (true) {
            int at = chance.nextInt(all.length() - size);
            String word = all.substring(at, at + size);
            boolean isPlain = word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '%');
            // An amount is found however it is written, which has a test of its own.
            if (isPlain && word.indexOf('元') < 0) {
                return word;
            }
        }
    }

    /// A word that hardly stands alone in its paragraph.
    private String nearby() {
        return NEARBY.get(chance.nextInt(NEARBY.size()));
    }

    private static Expected scan(String words) {
        return NEARBY.contains(words) ? OFTEN.computeIfAbsent(words, EveryOperatorTest::scanned) : scanned(words);
    }

    private static Expected scanned(String words) {
        String wanted = BruteForce.fold(words);
        Map<Integer, List<Span>> spans = new HashMap<>();
        int number = 0;
        int end = 0;
        for (int at : everyPlaceOf(wanted)) {
            if (at >= end) {
                end = at + wanted.length();
                number = numberOf(at, number);
                spans.computeIfAbsent(number, _ -> new ArrayList<>(1)).add(new Span(at, end));
            }
        }
        return new Expected(spans);
    }

    /// @param beginning what every match begins with
    private static Expected matches(String beginning, Pattern pattern) {
        Map<Integer, List<Span>> spans = new HashMap<>();
        Matcher matcher = pattern.matcher(all);
        int number = 0;
        int end = 0;
        for (int at : everyPlaceOf(beginning)) {
            if (at >= end && matcher.region(at, all.length()).lookingAt()) {
                end = matcher.end();
                number = numberOf(at, number);
                spans.computeIfAbsent(number, _ -> new ArrayList<>()).add(new Span(at, end));
            }
        }
        return new Expected(spans);
    }

    /// Every place, also where places overlap, in order.
    private static int[] everyPlaceOf(String wanted) {
        int[] fewest = CHARACTERS.getOrDefault(wanted.charAt(0), new int[0]);
        int before = 0;
        for (int i = 1; i < wanted.length(); i++) {
            int[] places = CHARACTERS.getOrDefault(wanted.charAt(i), new int[0]);
            if (places.length < fewest.length) {
                fewest = places;
                before = i;
            }
        }
        int[] found = new int[fewest.length];
        int count = 0;
        for (int at : fewest) {
            if (all.startsWith(wanted, at - before)) {
                found[count++] = at - before;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /// The number of the paragraph in which a character of [#all] stands.
    ///
    /// @param earlier that of a character before it
    private static int numberOf(int at, int earlier) {
        if (at < ends[earlier]) {
            return earlier;
        }
        int found = Arrays.binarySearch(ends, earlier, ends.length, at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// All pairs in which `b` begins behind `a`, with at most so many characters between them.
    private static Expected ordered(String a, String b, int most) {
        Map<Integer, List<Span>> spans = new HashMap<>();
        Expected second = overlapping(b);
        overlapping(a).spans().forEach((number, firsts) -> {
            Set<Span> taking = new LinkedHashSet<>();
            for (Span first : firsts) {
                for (Span next : second.spans().getOrDefault(number, List.of())) {
                    if (next.from() >= first.to() && next.from() - first.to() <= most) {
                        taking.add(first);
                        taking.add(next);
                    }
                }
            }
            if (!taking.isEmpty()) {
                spans.put(number, new ArrayList<>(taking));
            }
        });
        return new Expected(spans);
    }

    /// Every place, also where places overlap.
    private static Expected overlapping(String wanted) {
        Map<Integer, List<Span>> spans = new HashMap<>();
        int number = 0;
        for (int at : everyPlaceOf(wanted)) {
            number = numberOf(at, number);
            spans.computeIfAbsent(number, _ -> new ArrayList<>()).add(new Span(at, at + wanted.length()));
        }
        return new Expected(spans);
    }

    /// In a paragraph that is found, every word of the question is marked, whichever of its parts holds there.
    private static Expected shown(Expected found, List<String> words) {
        Expected any = words.stream()
                .map(EveryOperatorTest::scan)
                .reduce(EveryOperatorTest::either)
                .orElseThrow();
        any.spans().keySet().retainAll(found.spans().keySet());
        return any;
    }

    private static Expected both(Expected one, Expected other) {
        Expected joined = either(one, other);
        joined.spans().keySet().retainAll(one.spans().keySet());
        joined.spans().keySet().retainAll(other.spans().keySet());
        return joined;
    }

    private static Expected either(Expected one, Expected other) {
        Map<Integer, List<Span>> spans = new HashMap<>();
        Stream.of(one, other)
                .forEach(it -> it.spans()
                        .forEach((number, some) -> spans.computeIfAbsent(number, _ -> new ArrayList<>())
                                .addAll(some)));
        return new Expected(spans);
    }

    private static Expected without(Expected one, Expected other) {
        Map<Integer, List<Span>> spans = new HashMap<>(one.spans());
        spans.keySet().removeAll(other.spans().keySet());
        return new Expected(spans);
    }

    private static Expected only(Expected one, java.util.function.Predicate<Report> fits) {
        Map<Integer, List<Span>> spans = new HashMap<>(one.spans());
        spans.keySet().removeIf(it -> !fits.test(PLACES.get(it).report()));
        return new Expected(spans);
    }

    private static List<Span> merged(List<Span> spans) {
        if (spans.size() < 2) {
            return spans;
        }
        List<Span> merged = new ArrayList<>();
        spans.stream()
                .sorted(Comparator.comparingInt(Span::from).thenComparingInt(Span::to))
                .forEach(span -> {
                    Span last = merged.isEmpty() ? null : merged.getLast();
                    if (last != null && span.from() < last.to()) {
                        merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
                    } else {
                        merged.add(span);
                    }
                });
        return merged;
    }

    // ---- the judgement

    private static void agree(String question, Expected expected) {
        SearchAnswer answer =
                house.index().search(SearchQuery.of(question).withLimit(HITS).withSort(SearchQuery.Sort.ORG));
        assertThat(List.of(answer.paragraphs(), answer.reports(), answer.occurrences()))
                .as("paragraphs, reports and occurrences of %s", question)
                .isEqualTo(List.of((long) expected.spans().size(), expected.reports(), expected.occurrences()));
        for (SearchAnswer.Hit hit : answer.hits()) {
            int number = number(hit);
            assertThat(expected.spans()).as("%s in %s", question, hit.text()).containsKey(number);
            List<String> marked =
                    hit.marks().stream().map(mark -> folded(hit, mark)).toList();
            List<String> wanted = merged(expected.spans().getOrDefault(number, List.of())).stream()
                    .map(span -> all.substring(span.from(), span.to()).replace(",", ""))
                    .toList();
            assertThat(marked).as("marks of %s in %s", question, hit.text()).isEqualTo(wanted);
        }
    }

    private static int number(SearchAnswer.Hit hit) {
        Named named = new Named(hit.report(), hit.paragraph());
        assertThat(NUMBERS).containsKey(named);
        return NUMBERS.getOrDefault(named, -1);
    }

    /// Whether a comma parts thousands depends on digits outside the mark.
    private static String folded(SearchAnswer.Hit hit, Mark mark) {
        return BruteForce.fold(hit.text().substring(mark.start() - hit.start(), mark.end() - hit.start()))
                .replace(",", "");
    }
}
