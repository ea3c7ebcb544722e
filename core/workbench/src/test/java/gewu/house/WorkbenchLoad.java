package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Twenty people at one workbench, over loopback: they search, narrow down, read, look at views, and write notes
/// on items of the ledger, each with the stream of events open. Prints how long each kind of request took, and what
/// the server held over time. `-Dgewu.load.seconds=600 -Dgewu.reports=2000` is the form to quote.
final class WorkbenchLoad {
    private static final int PEOPLE = Integer.getInteger("gewu.people", 20);
    private static final int REPORTS = Integer.getInteger("gewu.reports", 200);
    private static final int MOST_PAUSE_MILLIS = 1_500;
    private static final int MEBI = 1 << 10;
    private static final List<String> WORDS = List.of("绩效目标", "预算执行", "三公经费", "满意度", "整改", "内控制度", "资金使用");
    private static final List<String> VIEWS =
            List.of("ledger", "ledger-board", "ledger-dashboard", "ledger-calendar", "ledger-proposals", "indicators");
    private static final Pattern REPORT = Pattern.compile("href=\"(/report/[^\"#]*)");
    private static final Pattern NARROWER = Pattern.compile("href=\"(/search\\?[^\"]*)\"");
    private static final Pattern ITEM = Pattern.compile("item=(ZG-\\d{4}-\\d{4}-\\d{4})");
    private static final Pattern COLLECTED = Pattern.compile("\\[([\\d.]+)s\\].*?(\\d+)M->(\\d+)M\\((\\d+)M\\)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");

    private final Map<String, Queue<Double>> times = new ConcurrentHashMap<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicLong news = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Tag("bench")
    void halfAMinute() throws Exception {
        work(Integer.getInteger("gewu.load.seconds", 30));
    }

    @Test
    @Tag("soak")
    void tenMinutesWithoutAnError() throws Exception {
        work(Integer.getInteger("gewu.load.seconds", 600));
        assertThat(errors).isEmpty();
    }

    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    private void work(int seconds) throws Exception {
        assumeTrue(Distribution.isThere(), "There is no packaged distribution: run mvn package before.");
        Path workspace = Crowd.workspace(folder, REPORTS);
        Path collections = folder.resolve("collections.log");
        try (Served served = Served.of(workspace, folder, "-Xlog:gc:file=" + collections)) {
            List<String> items = items(served);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<String> held = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> people = new ArrayList<>();
                for (int i = 0; i < PEOPLE; i++) {
                    int number = i;
                    people.add(threads.submit(() -> hear(served, until)));
                    people.add(threads.submit(() -> {
                        sit(served, items, new Random(number), until);
                        return number;
                    }));
                }
                while (System.nanoTime() < until) {
                    held.add(resident(served) + " MB");
                    TimeUnit.SECONDS.sleep(Math.max(5, seconds / 10));
                }
                for (Future<?> each : people) {
                    each.get();
                }
                held.add(resident(served) + " MB");
            }
            System.out.printf(
                    "%d people, %d s, %d reports, %d items to write on, %d news heard, %d errors%n",
                    PEOPLE, seconds, REPORTS, items.size(), news.get(), errors.size());
            errors.stream().limit(10).forEach(System.out::println);
            times.forEach(WorkbenchLoad::print);
            System.out.println("resident: " + String.join(", ", held));
            print(collections);
        }
    }

    /// One person: does something, reads for a moment, does the next thing.
    private void sit(Served served, List<String> items, Random random, long until) throws Exception {
        String token = served.token();
        List<String> reports = new ArrayList<>(List.of("/reports"));
        List<String> narrower = new ArrayList<>(List.of("/search?q=" + encoded(WORDS.getFirst())));
        while (System.nanoTime() < until) {
            int chance = random.nextInt(100);
            if (chance < 30) {
                String page = get(served, "search", "/search?q=" + encoded(one(WORDS, random)));
                keep(page, REPORT, reports);
                keep(page, NARROWER, narrower);
            } else if (chance < 40) {
                get(served, "narrow down", one(narrower, random));
            } else if (chance < 65) {
                get(served, "report", one(reports, random));
            } else if (chance < 85) {
                String view = one(VIEWS, random);
                get(served, "view " + view, "/view/" + view);
            } else if (!items.isEmpty()) {
                String item = one(items, random);
                post(
                        served,
                        token,
                        "argument=note&argument=" + item + "&--text=" + encoded("第" + random.nextInt(1000) + "次了解情况"));
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_PAUSE_MILLIS));
        }
    }

    private void hear(Served served, long until) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.address() + "/events"))
                .header("Accept", "text/event-stream")
                .build();
        try (Stream<String> lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.takeWhile(_ -> System.nanoTime() < until)
                    .filter(it -> it.startsWith("event: news"))
                    .forEach(_ -> news.incrementAndGet());
        } catch (IOException failed) {
            errors.add("events: " + failed);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> items(Served served) throws IOException, InterruptedException {
        List<String> items = new ArrayList<>();
        keep(served.read("/view/ledger"), ITEM, items);
        return items;
    }

    private String get(Served served, String kind, String path) throws InterruptedException {
        return timed(
                kind,
                HttpRequest.newBuilder(URI.create(served.address() + path))
                        .header("Gewu-Part", "1")
                        .build());
    }

    private void post(Served served, String token, String form) throws InterruptedException {
        String page = timed(
                "act",
                HttpRequest.newBuilder(URI.create(served.address() + "/do/ledger"))
                        .header("Gewu-Part", "1")
                        .header("Gewu-Token", token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
        if (page.contains("未能")) {
            errors.add("act: " + page.replaceAll("<[^>]*>|\\s+", " "));
        }
    }

    private String timed(String kind, HttpRequest request) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            times.computeIfAbsent(kind, _ -> new ConcurrentLinkedQueue<>()).add((System.nanoTime() - begun) / 1e6);
            if (answer.statusCode() != 200) {
                errors.add(kind + ": " + answer.statusCode() + " " + request.uri());
            }
            return answer.body();
        } catch (IOException failed) {
            errors.add(kind + ": " + failed);
            return "";
        }
    }

    private static void keep(String page, Pattern what, List<String> places) {
        Matcher matcher = what.matcher(page);
        while (matcher.find() && places.size() < 500) {
            places.add(matcher.group(1).replace("&amp;", "&"));
        }
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    private static void print(String kind, Queue<Double> all) {
        double[] sorted = all.stream().mapToDouble(it -> it).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%-24s %6d, p50 %6.0f ms, p95 %6.0f ms, p99 %6.0f ms, worst %6.0f ms%n",
                kind,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }

    /// What was left of the heap after collections, ten over the time.
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    private static void print(Path collections) throws IOException {
        List<String> all = new ArrayList<>();
        for (String line : Files.readAllLines(collections)) {
            Matcher matcher = COLLECTED.matcher(line);
            if (matcher.find()) {
                all.add(matcher.group(1) + " s: " + matcher.group(3) + " of " + matcher.group(4) + " MB");
            }
        }
        int step = Math.max(1, all.size() / 10);
        for (int i = 0; i < all.size(); i += step) {
            System.out.println("heap after a collection, " + all.get(i));
        }
    }

    /// Megabytes of memory that the server holds; 0 where the system does not tell.
    private static long resident(Served served) throws IOException {
        Path status = Path.of("/proc", Long.toString(served.process().pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        Matcher matcher = RESIDENT.matcher(Files.readString(status));
        return matcher.find() ? Long.parseLong(matcher.group(1)) / MEBI : 0;
    }
}
