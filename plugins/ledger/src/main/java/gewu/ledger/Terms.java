package gewu.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How long things may take (时限规则), and which days are working days: tables that an office extends with files of the
/// same name in the ledger's data folder. Immutable.
final class Terms {
    static final String POLICIES = "policies.tsv";
    static final String CALENDAR = "calendar.tsv";
    static final String CHECKLISTS = "checklists.tsv";

    private final Map<String, Span> spans;
    private final WorkingDays workingDays;
    private final Map<String, List<Point>> checklists;

    private Terms(Map<String, Span> spans, WorkingDays workingDays, Map<String, List<Point>> checklists) {
        this.spans = Map.copyOf(spans);
        this.workingDays = workingDays;
        this.checklists = Map.copyOf(checklists);
    }

    /// A point of a checklist.
    ///
    /// @param isForClosing whether it is to be ticked before the item is closed
    record Point(String text, boolean isForClosing) {}

    private record Span(int length, String unit) {}

    /// The program's own tables, and behind them those of the office, whose rows win.
    ///
    /// @param folder may lack both files
    static Terms with(Path folder) {
        List<String[]> policies = of(folder.resolve(POLICIES));
        List<String[]> calendar = of(folder.resolve(CALENDAR));
        List<String[]> checklists = of(folder.resolve(CHECKLISTS));
        return policies.isEmpty() && calendar.isEmpty() && checklists.isEmpty()
                ? own()
                : of(both(own(POLICIES), policies), both(own(CALENDAR), calendar), both(own(CHECKLISTS), checklists));
    }

    /// The program's own tables.
    static Terms own() {
        return Own.TERMS;
    }

    /// Read when they are first asked for.
    private static final class Own {
        private static final Terms TERMS = of(own(POLICIES), own(CALENDAR), own(CHECKLISTS));
    }

    private static List<String[]> both(List<String[]> first, List<String[]> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Terms of(List<String[]> policies, List<String[]> calendar, List<String[]> checklists) {
        Map<String, Span> spans = new HashMap<>();
        for (String[] row : policies) {
            spans.put(key(row[0], row[1]), new Span(Integer.parseInt(row[2]), row[3]));
        }
        Map<String, List<Point>> lists = new HashMap<>();
        for (String[] row : checklists) {
            lists.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(new Point(row[2], row[1].equals("closing")));
        }
        return new Terms(spans, WorkingDays.of(calendar), lists);
    }

    /// The points of a checklist, in order; none if it is not known.
    List<Point> checklist(String name) {
        return checklists.getOrDefault(name, List.of());
    }

    /// The checklists that there are, in order.
    List<String> checklists() {
        return checklists.keySet().stream().sorted().toList();
    }

    WorkingDays workingDays() {
        return workingDays;
    }

    /// The deadline of an item that is registered today: never on a day on which nobody works. Empty where the kind has
    /// none.
    Optional<LocalDate> deadline(String kind, String severity, LocalDate today) {
        Span span = spans.getOrDefault(key(kind, severity), spans.get(key(kind, "*")));
        return Optional.ofNullable(span)
                .filter(it -> it.length() > 0)
                .map(it -> workingDays.onOrAfter(after(today, it)));
    }

    /// The day by which a unit must have received what was assigned.
    LocalDate receipt(LocalDate assigned) {
        return after(assigned, span("receipt"));
    }

    /// The last day on which something was assigned whose time for receiving it was over before today.
    LocalDate lastUnreceived(LocalDate today) {
        LocalDate day = today.minusDays(1);
        while (!receipt(day).isBefore(today)) {
            day = day.minusDays(1);
        }
        return day;
    }

    LocalDate lookBack(LocalDate closed, boolean wasListed) {
        return workingDays.onOrAfter(after(closed, span(wasListed ? "look_back_listed" : "look_back")));
    }

    /// Items that were listed are looked at twice.
    LocalDate secondLookBack(LocalDate closed) {
        return workingDays.onOrAfter(after(closed, span("look_back_listed_again")));
    }

    /// Until when a long term lasts at most that begins, or is continued by a leader, on a day.
    LocalDate longTerm(LocalDate from) {
        return workingDays.onOrAfter(after(from, span("long_term")));
    }

    /// Whether the time of a suspension for this cause does not count.
    boolean stopsClock(String suspension) {
        Span span = spans.get(key("suspension", suspension));
        return span != null && span.length() > 0;
    }

    /// Days before the deadline from which an item is 临期.
    int soon() {
        return span("soon").length();
    }

    private Span span(String name) {
        return Objects.requireNonNull(
                spans.get(key(name, "*")), () -> "The row " + name + " is missing from " + POLICIES);
    }

    private LocalDate after(LocalDate day, Span span) {
        return switch (span.unit()) {
            case "working_days" -> workingDays.plus(day, span.length());
            case "months" -> day.plusMonths(span.length());
            default -> day.plusDays(span.length());
        };
    }

    private static String key(String name, String what) {
        return name + " " + what;
    }

    /// The rows of a table that is a resource of the ledger.
    static List<String[]> own(String name) {
        try (InputStream table = Objects.requireNonNull(Terms.class.getResourceAsStream(name), name)) {
            return read(name, new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The rows of the office's own table; none if it has no such file.
    static List<String[]> rows(Path folder, String name) {
        return of(folder.resolve(name));
    }

    private static List<String[]> of(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return read(file.getFileName().toString(), reader);
        } catch (IOException unreadable) {
            throw Fault.workspace(
                    file + " can't be read: " + unreadable.getMessage() + ".",
                    "Put it right or take it away.",
                    unreadable);
        }
    }

    /// Rows of cells parted by tabs; a line that begins with # is a remark.
    private static List<String[]> read(String name, BufferedReader reader) throws IOException {
        List<String[]> rows = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.strip().split("\t");
            if (!isRow(name, cells)) {
                throw Fault.workspace(
                        "Line " + number + " of " + name + " is no row: " + line.strip() + ".",
                        "Write it like the lines of plugins/ledger/README.md.",
                        null);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static boolean isRow(String name, String[] cells) {
        return switch (name) {
            case POLICIES ->
                cells.length >= 4 && cells[2].matches("\\d{1,4}") && cells[3].matches("days|working_days|months");
            case CHECKLISTS -> cells.length >= 3 && cells[1].matches("closing|duty");
            case Concepts.TABLE -> cells.length >= 3 && cells[1].matches("\\d(\\.\\d{1,2})?");
            default -> cells.length >= 2 && cells[0].matches("\\d{4}-\\d{2}-\\d{2}") && cells[1].matches("休|班");
        };
    }
}
