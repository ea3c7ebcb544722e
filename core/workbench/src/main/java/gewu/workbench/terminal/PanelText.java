package gewu.workbench.terminal;

import gewu.api.Label;
import gewu.api.report.Doubt;
import gewu.api.workbench.Panel;
import gewu.workbench.passage.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints panels as lines: fitted to the screen and coloured where there is one, plain and whole in a pipe.
///
/// Marks are bold and yellow on a screen; in a pipe they stand between « and ». Words that a recogniser is
/// not sure of are underlined on a screen; in a pipe a sign stands behind them. A last line says what it
/// means.
public final class PanelText {
    private static final String GAP = "  ";
    private static final String INDENT = "    ";
    private static final Label DOUBT =
            new Label("带下划线的文字识别没有把握，请对照原件。", "Underlined words were recognised without certainty: see the original.");
    private static final Label DOUBT_SIGN = new Label(
            " 表示文字识别没有把握，请对照原件。", " stands behind words that were recognised without certainty: see the original.");
    private static final int FEWEST_COLUMNS = 6;
    private static final int LINES_OF_A_PASSAGE = 3;
    private static final int ROWS_OF_LONG_TABLES = 50;

    private final Terminal terminal;
    private final String language;

    public PanelText(Terminal terminal, String language) {
        this.terminal = terminal;
        this.language = language;
    }

    /// The lines of `panel`, without line ends.
    public List<String> lines(Panel panel) {
        List<String> lines = new ArrayList<>();
        print(panel, lines);
        if (isDoubtful(panel)) {
            lines.add("");
            lines.add(faint(terminal.hasColours() ? DOUBT.in(language) : Doubt.SIGN + DOUBT_SIGN.in(language)));
        }
        return lines;
    }

    private static boolean isDoubtful(Panel panel) {
        return switch (panel) {
            case Panel.Document document -> !document.doubts().isEmpty();
            case Panel.SideBySide texts ->
                texts.couples().stream()
                        .flatMap(it -> Stream.concat(it.left().stream(), it.right().stream()))
                        .anyMatch(PanelText::isDoubtful);
            default -> panel.parts().stream().anyMatch(PanelText::isDoubtful);
        };
    }

    private void print(Panel panel, List<String> lines) {
        switch (panel) {
            case Panel.Text(var words) ->
                words.in(language).lines().map(PanelText::harmless).forEach(lines::add);
            case Panel.Advice advice -> print(new Panel.Text(advice.typed()), lines);
            case Panel.Table table -> printTable(table, lines);
            case Panel.Chart chart -> printChart(chart, lines);
            case Panel.Links links -> printLinks(links, lines);
            case Panel.Board board -> printBoard(board, lines);
            case Panel.Calendar calendar -> printCalendar(calendar, lines);
            case Panel.Tree(var nodes) -> nodes.forEach(node -> printNode(node, "", "", lines));
            case Panel.Document document -> printDocument(document, lines);
            case Panel.Form form -> printForm(form, lines);
            case Panel.LongTable table -> printLongTable(table, lines);
            case Panel.Html html -> print(new Panel.Text(html.words()), lines);
            case Panel.SideBySide texts -> printSideBySide(texts, lines);
            case Panel.Stack _, Panel.Beside _ -> printStack(panel.parts(), lines);
        }
    }

    private void printStack(List<Panel> panels, List<String> lines) {
        for (Panel panel : panels) {
            if (!lines.isEmpty() && !(panel instanceof Panel.Document)) {
                lines.add("");
            }
            print(panel, lines);
        }
    }

    private void printTable(Panel.Table table, List<String> lines) {
        String title = table.title().in(language);
        if (!title.isEmpty()) {
            lines.add(bold(harmless(title)));
        }
        List<String> heads = table.columns().stream()
                .map(column -> column.head().in(language))
                .toList();
        List<List<String>> rows = table.rows().stream().map(this::oneLineEach).toList();
        int[] widths = widths(heads, rows);
        if (terminal.isScreen()) {
            fit(widths);
        }
        lines.add(faint(line(table.columns(), heads, widths)));
        for (List<String> row : rows) {
            printRow(table.columns(), row, widths, lines);
        }
    }

    private void printLongTable(Panel.LongTable table, List<String> lines) {
        List<Panel.Row> first = table.rows().some(Panel.Sift.NONE, 0, ROWS_OF_LONG_TABLES);
        printTable(new Panel.Table(table.title(), table.columns(), first), lines);
        long count = table.rows().count(Panel.Sift.NONE);
        if (count > first.size()) {
            lines.add(faint(new Label(
                            "前 " + first.size() + " 行，共 " + count + " 行；--json 给出全部。",
                            "The first " + first.size() + " of " + count + " rows; --json gives all of them.")
                    .in(language)));
        }
    }

    /// How the command is called, and what is still to be said.
    private void printForm(Panel.Form form, List<String> lines) {
        String title = form.title().in(language);
        if (!title.isEmpty()) {
            lines.add(bold(harmless(title)));
        }
        StringBuilder call = new StringBuilder("  gewu ").append(form.command());
        form.arguments().forEach(it -> call.append(' ').append(it));
        form.options()
                .forEach((name, value) -> call.append(' ')
                        .append(name)
                        .append(value.isEmpty() ? "" : " ")
                        .append(value));
        for (Panel.Field field : form.fields()) {
            String value = field.value().isEmpty() ? field.title().in(language) : field.value();
            String words = field.kind() == Panel.Field.Kind.SWITCH
                    ? field.name()
                    : field.name().startsWith("--") ? field.name() + " " + value : value;
            call.append(field.isRequired() ? " " + words : " [" + words + "]");
        }
        lines.add(harmless(call.toString()));
    }

    /// The first cell names the thing, the last says what to do next as often as not: they go on below rather than
    /// being cut.
    private static void printRow(List<Panel.Column> columns, List<String> row, int[] widths, List<String> lines) {
        int last = widths.length - 1;
        if (last < 0 || row.size() <= last || columns.get(last).isNumber()) {
            lines.add(line(columns, row, widths));
            return;
        }
        List<String> names = TextWidth.wrap(row.getFirst(), Math.max(widths[0], FEWEST_COLUMNS));
        List<String> parts = TextWidth.wrap(row.get(last), Math.max(widths[last], FEWEST_COLUMNS));
        List<String> cells = new ArrayList<>(row);
        for (int i = 0; i < Math.max(names.size(), parts.size()); i++) {
            cells.set(0, i < names.size() ? names.get(i) : "");
            cells.set(last, i < parts.size() ? parts.get(i) : "");
            lines.add(line(columns, cells, widths));
            cells.replaceAll(_ -> "");
        }
    }

    private List<String> oneLineEach(Panel.Row row) {
        return row.cells().stream()
                .map(cell -> cell.in(language))
                .map(cell -> harmless(cell.replace('\n', ' ').replace('\r', ' ')))
                .toList();
    }

    private static int[] widths(List<String> heads, List<List<String>> rows) {
        int[] widths = heads.stream().mapToInt(TextWidth::of).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < Math.min(widths.length, row.size()); i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    /// Takes from the widest column, again and again, until the table fits the screen.
    private void fit(int[] widths) {
        int room = terminal.columns() - GAP.length() * (widths.length - 1);
        int taken = 0;
        for (int width : widths) {
            taken += width;
        }
        while (taken > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= FEWEST_COLUMNS) {
                return;
            }
            widths[widest]--;
            taken--;
        }
    }

    private static String line(List<Panel.Column> columns, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String cell = i < cells.size() ? TextWidth.cut(cells.get(i), widths[i]) : "";
            line.append(i == 0 ? "" : GAP)
                    .append(TextWidth.pad(cell, widths[i], columns.get(i).isNumber()));
        }
        return line.toString().stripTrailing();
    }

    private void printChart(Panel.Chart chart, List<String> lines) {
        lines.add(bold(harmless(chart.title().in(language))) + "  "
                + faint(harmless(chart.unit().in(language))));
        BarLines bars = new BarLines(terminal.isScreen() ? terminal.columns() : BarLines.WIDTH_IN_A_PIPE);
        bars.of(chart).forEach(line -> lines.add(harmless(line)));
    }

    /// The words of a link, and what to type for it.
    private void printLinks(Panel.Links links, List<String> lines) {
        String title = links.title().in(language);
        if (!title.isEmpty()) {
            lines.add(bold(harmless(title)));
        }
        int widest = links.links().stream()
                .mapToInt(it -> TextWidth.of(harmless(it.words().in(language))))
                .max()
                .orElse(0);
        for (Panel.Link link : links.links()) {
            String words = harmless(link.words().in(language));
            String sign = link.isCurrent() ? "* " : "  ";
            lines.add((sign + TextWidth.pad(words, widest, false) + GAP + faint(call(link.to()))).stripTrailing());
        }
    }

    /// Lane below lane: side by side there is no room for Chinese sentences.
    private void printBoard(Panel.Board board, List<String> lines) {
        String title = board.title().in(language);
        if (!title.isEmpty()) {
            lines.add(bold(harmless(title)));
        }
        int keys = board.lanes().stream()
                .flatMap(it -> it.cards().stream())
                .mapToInt(it -> TextWidth.of(harmless(it.key())))
                .max()
                .orElse(0);
        for (Panel.Lane lane : board.lanes()) {
            if (!title.isEmpty() || lane != board.lanes().getFirst()) {
                lines.add("");
            }
            lines.add(bold(harmless(lane.head().in(language))) + GAP + lane.count());
            lane.cards().forEach(card -> printCard(card, keys, lines));
            long hidden = lane.count() - lane.cards().size();
            if (hidden > 0) {
                lines.add(GAP + faint(left(hidden, lane.more())));
            }
        }
    }

    private void printCard(Panel.Card card, int keys, List<String> lines) {
        String begin = GAP + TextWidth.pad(harmless(card.key()), keys, false) + GAP;
        String flags = card.flags().stream()
                .map(flag -> toned("[" + harmless(flag.words().in(language)) + "]", flag.tone()))
                .collect(Collectors.joining(" "));
        lines.add(begin + fitting(card.words().in(language), begin));
        String remark = harmless(card.remark().in(language));
        if (!remark.isEmpty() || !flags.isEmpty()) {
            lines.add(" ".repeat(keys + 2 * GAP.length())
                    + (remark.isEmpty() ? "" : faint(remark) + (flags.isEmpty() ? "" : GAP))
                    + flags);
        }
    }

    /// A month as a small sheet with how much falls on each day, and below it what.
    private void printCalendar(Panel.Calendar calendar, List<String> lines) {
        lines.add(bold(harmless(calendar.title().in(language))));
        MonthLines.of(calendar, language).forEach(lines::add);
        for (Panel.Day day : calendar.days()) {
            lines.add("");
            boolean isToday = day.on().equals(calendar.today());
            lines.add(bold(day.on() + " " + MonthLines.weekday(day.on(), language))
                    + (isToday ? GAP + new Label("今天", "today").in(language) : "")
                    + GAP
                    + day.count());
            for (Panel.Entry entry : day.entries()) {
                String kind = toned(harmless(entry.kind().in(language)), entry.tone());
                String plain = GAP
                        + harmless(entry.kind().in(language))
                        + GAP
                        + (entry.key().isEmpty() ? "" : harmless(entry.key()) + GAP);
                lines.add(GAP
                        + kind
                        + plain.substring(GAP.length()
                                + harmless(entry.kind().in(language)).length())
                        + fitting(entry.words().in(language), plain));
            }
            long hidden = day.count() - day.entries().size();
            if (hidden > 0) {
                lines.add(GAP + faint(left(hidden, day.more())));
            }
        }
        List<Panel.Link> links = new ArrayList<>();
        calendar.earlier().ifPresent(it -> links.add(new Panel.Link(new Label("往前", "Earlier"), it)));
        calendar.later().ifPresent(it -> links.add(new Panel.Link(new Label("往后", "Later"), it)));
        if (!links.isEmpty()) {
            lines.add("");
            printLinks(new Panel.Links(Label.same(""), links), lines);
        }
    }

    private String left(long hidden, Optional<Panel.Destination> more) {
        return new Label("还有 " + hidden + " 项", hidden + " more").in(language)
                + more.map(this::call)
                        .filter(it -> !it.isEmpty())
                        .map(it -> "：" + it)
                        .orElse("");
    }

    /// What to type to be shown it; empty for a place in a report.
    private String call(Panel.Destination to) {
        return switch (to) {
            case Panel.Place _ -> "";
            case Panel.Target(var view, var parameters) ->
                harmless("gewu view " + view
                        + parameters.entrySet().stream()
                                .map(it -> " " + quoted(it.getKey() + "=" + it.getValue()))
                                .collect(Collectors.joining()));
        };
    }

    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_.,=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /// Words that go on behind `begin`, cut where the screen ends.
    private String fitting(String words, String begin) {
        String line = harmless(words.replace('\n', ' ').replace('\r', ' '));
        return terminal.isScreen()
                ? TextWidth.cut(line, Math.max(FEWEST_COLUMNS, terminal.columns() - TextWidth.of(begin)))
                : line;
    }

    private String toned(String text, Panel.Tone tone) {
        if (!terminal.hasColours()) {
            return text;
        }
        return switch (tone) {
            case PLAIN -> text;
            case GOOD -> "\u001b[32m" + text + "\u001b[0m";
            case CAUTION -> "\u001b[33m" + text + "\u001b[0m";
            case ALARM -> "\u001b[31m" + text + "\u001b[0m";
        };
    }

    private void printNode(Panel.Node node, String first, String others, List<String> lines) {
        String text = harmless(node.text().in(language));
        String remark = harmless(node.remark().in(language));
        lines.add(first + text + (remark.isEmpty() ? "" : "  " + faint(remark)));
        for (int i = 0; i < node.nodes().size(); i++) {
            boolean isLast = i == node.nodes().size() - 1;
            printNode(node.nodes().get(i), others + (isLast ? "└─ " : "├─ "), others + (isLast ? "   " : "│  "), lines);
        }
    }

    /// What differs, the left above the right; what is the same is counted.
    private void printSideBySide(Panel.SideBySide texts, List<String> lines) {
        String title = texts.title().in(language);
        if (!title.isEmpty()) {
            lines.add(bold(harmless(title)));
        }
        lines.add(bold("- " + harmless(texts.left().in(language))));
        lines.add(bold("+ " + harmless(texts.right().in(language))));
        long same = 0;
        for (Panel.Couple couple : texts.couples()) {
            String heading = couple.heading().in(language);
            if (!heading.isEmpty()) {
                lines.add("");
                lines.add(bold("▍" + harmless(heading)));
            }
            if (couple.change() == Panel.Change.SAME) {
                same++;
                continue;
            }
            couple.left().ifPresent(it -> printDocument(signed("- ", it, couple.remark()), lines));
            couple.right().ifPresent(it -> printDocument(signed("+ ", it, couple.remark()), lines));
        }
        lines.add("");
        lines.add(faint(new Label(same + " 段一字未改。", same + " paragraphs are the same.").in(language)));
    }

    private static Panel.Document signed(String sign, Panel.Document it, Label remark) {
        String zh = sign + it.head().zh() + (remark.zh().isEmpty() ? "" : " · " + remark.zh());
        String en = sign + it.head().en() + (remark.en().isEmpty() ? "" : " · " + remark.en());
        return new Panel.Document(new Label(zh, en), it.report(), it.start(), it.text(), it.marks(), it.doubts());
    }

    private void printDocument(Panel.Document document, List<String> lines) {
        String head = document.head().in(language);
        if (!head.isEmpty()) {
            lines.add("  " + faint(harmless(head)));
        }
        Excerpt whole = Excerpt.of(document.text(), document.start(), document.marks(), document.doubts());
        Excerpt shown = terminal.isScreen() ? whole.around(terminal.columns() / 2 * LINES_OF_A_PASSAGE) : whole;
        int room = terminal.isScreen() ? Math.max(terminal.columns() - INDENT.length(), FEWEST_COLUMNS) : 0;
        int taken = 0;
        StringBuilder line = new StringBuilder(INDENT);
        List<Excerpt.Piece> pieces = shown.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Excerpt.Piece piece = pieces.get(i);
            boolean isDoubtEnd = piece.isDoubtful()
                    && (i + 1 == pieces.size() || !pieces.get(i + 1).isDoubtful());
            String rest = harmless(piece.text()) + (isDoubtEnd && !terminal.hasColours() ? Doubt.SIGN : "");
            while (room > 0 && taken + TextWidth.of(rest) > room) {
                String fitting = TextWidth.head(rest, room - taken);
                line.append(shown(fitting, piece));
                lines.add(line.toString());
                line = new StringBuilder(INDENT);
                rest = rest.substring(fitting.length());
                taken = 0;
            }
            line.append(shown(rest, piece));
            taken += TextWidth.of(rest);
        }
        lines.add(line.toString());
    }

    private String shown(String text, Excerpt.Piece piece) {
        if (text.isEmpty()) {
            return text;
        }
        String doubted = piece.isDoubtful() && terminal.hasColours() ? "\u001b[4m" + text + "\u001b[24m" : text;
        return piece.isMarked() ? marked(doubted) : doubted;
    }

    private String marked(String text) {
        return terminal.hasColours() ? "\u001b[1;33m" + text + "\u001b[0m" : "«" + text + "»";
    }

    private String bold(String text) {
        return terminal.hasColours() ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private String faint(String text) {
        return terminal.hasColours() ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    /// A report or the name of a file may hold anything: nothing of it may steer the terminal.
    static String harmless(String text) {
        return text.codePoints().anyMatch(PanelText::isControl)
                ? text.codePoints()
                        .map(c -> isControl(c) ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint) || (codePoint >= 0x202a && codePoint <= 0x202e);
    }
}
