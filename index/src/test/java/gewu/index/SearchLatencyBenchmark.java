package gewu.index;

import gewu.api.job.Progress;
import gewu.api.report.Report;
import gewu.api.search.SearchQuery;
import gewu.testkit.ReportGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long an answer takes, with exact counts over all hits and ten marked paragraphs, beside reading all folded texts
/// from memory. One thread, warm, both in turn in one run.
@Tag("bench")
class SearchLatencyBenchmark {
    private static final int REPORTS = Boolean.getBoolean("gewu.long") ? 10_000 : 500;
    private static final int QUESTIONS = 100;
    private static final Map<String, int[]> SIZES = Map.of(
            "1 character", new int[] {1, 1},
            "2 characters", new int[] {2, 2},
            "3-4 characters", new int[] {3, 4},
            "6-10 characters", new int[] {6, 10});

    @TempDir
    private Path folder;

    @Test
    void answersBesideAScanOfAllTexts() throws Exception {
        try (SmallHouse house = new SmallHouse(folder)) {
            List<String> texts = new ArrayList<>();
            new ReportGenerator(3).reports(REPORTS).map(GeneratedReports::cut).forEach(report -> {
                house.shelf().put(report);
                addFolded(report, texts);
            });
            long begun = System.nanoTime();
            house.index().catchUp(Progress.NONE);
            System.out.printf(
                    "%d reports, %d paragraphs, caught up in %.1f s%n",
                    REPORTS, texts.size(), (System.nanoTime() - begun) / 1e9);
            SIZES.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(it -> measure(it.getKey(), pieces(texts, it.getValue()), house.index(), texts));
            List<String> pairs = pieces(texts, new int[] {6, 10}).stream()
                    .map(piece -> piece.substring(0, 2) + " " + piece.substring(piece.length() - 2))
                    .toList();
            measure("two words", pairs, house.index(), texts);
        }
    }

    private static void measure(String name, List<String> questions, LuceneIndex index, List<String> texts) {
        Consumer<String> search = words -> index.search(SearchQuery.of(words).withFacets());
        questions.forEach(search);
        double[] searched = times(questions, search);
        double[] scanned = times(questions, words -> scan(words, texts));
        System.out.printf(
                "%-16s answer p50 %.2f p95 %.2f p99 %.2f ms; scan p50 %.2f p95 %.2f ms: %.1f times%n",
                name,
                at(searched, 50),
                at(searched, 95),
                at(searched, 99),
                at(scanned, 50),
                at(scanned, 95),
                at(scanned, 50) / at(searched, 50));
    }

    private static double[] times(List<String> questions, Consumer<String> ask) {
        double[] times = new double[questions.size()];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            ask.accept(questions.get(i));
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static void scan(String words, List<String> texts) {
        String[] all = words.split(" ");
        long hits = texts.stream()
                .filter(text -> Arrays.stream(all).allMatch(text::contains))
                .count();
        if (hits == 0) {
            throw new IllegalStateException("“" + words + "” stands nowhere, though it was taken from the texts.");
        }
    }

    private static void addFolded(Report report, List<String> texts) {
        report.paragraphs()
                .forEach(it -> texts.add(SearchText.of(report.text(), it.start(), it.end(), SearchText.Reading.FOLDED)
                        .toString()));
    }

    private static List<String> pieces(List<String> texts, int[] sizes) {
        Random random = new Random(8);
        List<String> pieces = new ArrayList<>();
        while (pieces.size() < QUESTIONS) {
            String text = texts.get(random.nextInt(texts.size()));
            int size = sizes[0] + random.nextInt(sizes[1] - sizes[0] + 1);
            if (text.length() > size) {
                int at = random.nextInt(text.length() - size);
                String piece = text.substring(at, at + size);
                if (piece.chars().allMatch(c -> Character.isIdeographic(c))) {
                    pieces.add(piece);
                }
            }
        }
        return pieces;
    }
}
