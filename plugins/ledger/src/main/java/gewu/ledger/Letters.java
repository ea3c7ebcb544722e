package gewu.ledger;

import gewu.ledger.paper.LetterTemplate;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Letters (提醒单, 督办函, 整改通知书, 约谈通知) in Word, from the office's templates or the program's own. A letter is made from
/// the items as they were when it was sent, so that it can be made again at any time, the same.
final class Letters {
    /// What is filled in by hand.
    private static final String BLANK_DAY = "　　年　　月　　日";

    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,3})\\. ");

    private final Ledger ledger;
    private final Parties parties;

    Letters(Ledger ledger) {
        this.ledger = ledger;
        this.parties = ledger.parties();
    }

    /// An item when a letter about it was sent.
    private record Sent(SheetColumn.Shown shown, String kind, String at) {
        String of(SheetColumn column) {
            return shown.of(column);
        }

        String letter(String part) {
            return shown.item().of(at + part);
        }
    }

    /// Where the office keeps its templates: 督办函.docx and so on.
    Path folder() {
        return ledger.letters();
    }

    /// Puts the program's own templates where the office can edit them; what is there stays.
    ///
    /// @return all files that are there by then
    List<Path> templates() {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(folder());
            for (Choices.Choice it : Choices.LETTER.all()) {
                Path file = folder().resolve(it.label().zh() + ".docx");
                if (!Files.exists(file)) {
                    byte[] template = own(it.label().zh()).file();
                    WholeFile.write(file, out -> out.write(template));
                }
                files.add(file);
            }
        } catch (IOException unwritable) {
            throw WholeFile.unwritable(folder(), unwritable);
        }
        return files;
    }

    /// Writes one letter about all of these items.
    ///
    /// @param number the letter's; empty for the last one of the first item
    /// @return places of the template for which there is nothing
    Set<String> write(List<String> ids, String number, Path file) {
        List<Sent> items = new ArrayList<>();
        String wanted = number;
        for (String id : ids) {
            Sent it = sent(id, wanted);
            wanted = it.letter("number");
            items.add(it);
        }
        Set<String> unknown = new LinkedHashSet<>();
        String kind = Choices.LETTER.label(items.getFirst().kind()).zh();
        WholeFile.write(file, out -> unknown.addAll(template(kind).fill(values(items), out)));
        return unknown;
    }

    /// The words of a letter as it would be written, a paragraph each.
    List<String> words(List<String> ids, String number) {
        List<Sent> items = ids.stream().map(it -> sent(it, number)).toList();
        String kind = Choices.LETTER.label(items.getFirst().kind()).zh();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            template(kind).fill(values(items), file);
            return LetterTemplate.paragraphs(file.toByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The item as the event made it that sent the letter.
    private Sent sent(String id, String number) {
        Fields now = ledger.log().subject(id);
        List<String> letters = number.isEmpty() ? now.members("letter") : now.members("letter", "number", number);
        if (letters.isEmpty()) {
            throw Fault.usage(
                    "No letter " + (number.isEmpty() ? "" : number + " ") + "was sent about " + id + ".",
                    "Send it with gewu ledger letter " + id + " --letter 督办函 --number NUMBER.");
        }
        String at = "letter." + letters.getLast() + ".";
        Fields.Folding folding = new Fields.Folding();
        long events = 0;
        for (Event event : ledger.log().history(id)) {
            folding.add(Canon.read(event.changes()));
            events++;
            if (folding.fields().of(at + "number").equals(now.of(at + "number"))) {
                break;
            }
        }
        Fields then = folding.fields();
        LocalDate day = then.date(at + "sent_on").orElse(ledger.today());
        return new Sent(
                new SheetColumn.Shown(id, then, events, parties, day, UnaryOperator.identity()),
                then.of(at + "kind"),
                at);
    }

    private static Map<String, String> values(List<Sent> items) {
        Sent first = items.getFirst();
        LocalDate day = first.shown().day();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("文号", first.letter("number"));
        values.put("函件", Choices.LETTER.label(first.kind()).zh());
        values.put("颜色", Choices.COLOUR.label(first.letter("colour")).zh());
        values.put("发文单位", each(items, it -> it.of(SheetColumn.OVERSEER), "　　　　　　　　"));
        values.put("日期", day(day.toString()));
        values.put("回复时限", day(first.letter("reply_due")));
        values.put("收文单位", each(items, it -> it.of(SheetColumn.LEAD), "　　　　"));
        values.put("配合单位", each(items, it -> it.of(SheetColumn.ASSISTING), "无"));
        values.put("责任领导", each(items, it -> it.of(SheetColumn.LEADER), "主要负责人"));
        values.put("责任人", each(items, it -> it.of(SheetColumn.PERSON), "　　　　"));
        values.put("督导单位", each(items, it -> it.of(SheetColumn.OVERSEER), "　　　　"));
        values.put("问题编号", each(items, it -> it.shown().id(), ""));
        values.put("问题", lines(items, it -> it.of(SheetColumn.PROBLEM), ""));
        values.put("问题清单", lines(items, Letters::problem, ""));
        values.put("问题类别", each(items, it -> it.of(SheetColumn.CATEGORY), ""));
        values.put("原因", lines(items, it -> it.of(SheetColumn.CAUSE), "尚未分析"));
        values.put("整改目标", lines(items, it -> it.of(SheetColumn.GOAL), "见交办文件"));
        values.put("整改措施", lines(items, it -> it.of(SheetColumn.REMEDY), "请研究制定并报备"));
        values.put("整改时限", each(items, it -> day(it.of(SheetColumn.DEADLINE)), BLANK_DAY));
        values.put("进展", lines(items, it -> it.of(SheetColumn.PROGRESS), "尚未填报"));
        values.put("超期天数", each(items, it -> late(it, day), "0"));
        values.put("涉及金额", each(items, it -> it.of(SheetColumn.AMOUNT), "无金额"));
        return values;
    }

    private static String problem(Sent it) {
        String deadline = it.of(SheetColumn.DEADLINE);
        return it.of(SheetColumn.PROBLEM) + "（" + it.shown().id() + (deadline.isEmpty() ? "" : "，整改时限" + day(deadline))
                + "）";
    }

    private static String late(Sent it, LocalDate day) {
        return it.shown()
                .item()
                .date("deadline")
                .filter(day::isAfter)
                .map(deadline -> Long.toString(ChronoUnit.DAYS.between(deadline, day)))
                .orElse("");
    }

    private static String each(List<Sent> items, Function<Sent, String> of, String none) {
        String all =
                items.stream().map(of).filter(it -> !it.isEmpty()).distinct().collect(Collectors.joining("、"));
        return all.isEmpty() ? none : all;
    }

    private static String lines(List<Sent> items, Function<Sent, String> of, String none) {
        List<String> all = items.stream().map(of).toList();
        if (all.stream().allMatch(String::isEmpty)) {
            return none;
        }
        // each item keeps its number, also where it has nothing to say
        return SheetColumn.Shown.lines(
                items.size() < 2
                        ? all
                        : all.stream()
                                .map(it -> it.isEmpty() ? none : inOne(it))
                                .toList());
    }

    /// Several lines of one item among others: `（1）…；（2）…`.
    private static String inOne(String lines) {
        return lines.lines()
                .map(it -> NUMBERED.matcher(it.strip()).replaceFirst("（$1）"))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("；"));
    }

    private static String day(String iso) {
        if (iso.isEmpty()) {
            return BLANK_DAY;
        }
        return day(LocalDate.parse(iso));
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /// The office's own, or else the program's.
    private LetterTemplate template(String name) throws IOException {
        Path file = folder().resolve(name + ".docx");
        return Files.exists(file) ? LetterTemplate.of(Files.readAllBytes(file)) : own(name);
    }

    private static LetterTemplate own(String name) {
        String file = "letters/" + name + ".txt";
        try (InputStream lines = Objects.requireNonNull(Letters.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            return LetterTemplate.ofLines(reader.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
