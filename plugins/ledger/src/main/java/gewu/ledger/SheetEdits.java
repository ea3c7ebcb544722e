package gewu.ledger;

import gewu.api.Label;
import gewu.ledger.paper.SheetCell;
import gewu.ledger.paper.SheetReader;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns what somebody changed in a row into the orders that do it. What can't be read, and what nobody may change in a
/// sheet, becomes a fault; all faults of a row are told together. For one row.
final class SheetEdits {
    /// A title is one line; longer words are the item's text.
    private static final int TITLE = 80;

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
    /// Midnight, as programs write it behind a day.
    private static final Pattern MIDNIGHT = Pattern.compile("T?0{1,2}:00(?::00(?:\\.0+)?)?Z?$");
    private static final Pattern FRACTION = Pattern.compile("0\\.\\d{1,2}");
    private static final Pattern COUNT = Pattern.compile("\\d{5}");
    private static final Pattern MONEY = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,8})?)(亿元|万元|元|亿|万)?");
    private static final Map<String, Integer> ZEROS = Map.of("亿元", 8, "亿", 8, "万元", 4, "万", 4, "元", 0);
    private static final int ZEROS_OF_FEN = 2;
    private static final int MOST_DIGITS = 18;
    private static final Pattern LEADERS = Pattern.compile("([^（(]*)(?:[（(]([^）)]*)[）)])?");
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}\\s*[.．、]\\s*");
    private static final Pattern REMARK = Pattern.compile("〔[^〕]*〕$");

    /// What happens before other changes of the row, since it opens the way for them.
    private static final Set<Act> FIRST =
            EnumSet.of(Act.REGISTER, Act.ASSIGN, Act.RECEIVE, Act.SEND_BACK, Act.REOPEN, Act.RESUME, Act.REVIVE);
    /// What adds to the ledger, so that an empty cell takes nothing away.
    private static final Set<SheetColumn> ADDING =
            EnumSet.of(SheetColumn.PROGRESS, SheetColumn.NOTE, SheetColumn.EXTENSION);
    /// What is looked at in another way, or not at all.
    private static final Set<SheetColumn> UNREAD =
            EnumSet.of(SheetColumn.ORDINAL, SheetColumn.NUMBER, SheetColumn.REPORT, SheetColumn.VERSION);
    /// What may stand in a row that is new.
    private static final Set<SheetColumn> OF_NEW = EnumSet.of(
            SheetColumn.YEAR,
            SheetColumn.SOURCE,
            SheetColumn.CATEGORY,
            SheetColumn.PROBLEM,
            SheetColumn.CAUSE,
            SheetColumn.GOAL,
            SheetColumn.REMEDY,
            SheetColumn.LEAD,
            SheetColumn.ASSISTING,
            SheetColumn.LEADER,
            SheetColumn.PERSON,
            SheetColumn.OVERSEER,
            SheetColumn.AMOUNT,
            SheetColumn.NOTE,
            SheetColumn.VERIFIER,
            SheetColumn.SEVERITY);

    private final String id;
    private final SheetColumn.Shown base;
    private final Parties parties;
    private final String reason;
    private final Map<Input, String> in = new EnumMap<>(Input.class);
    private final List<Order> more = new ArrayList<>();
    private final List<Label> faults = new ArrayList<>();
    private Optional<State> target = Optional.empty();
    private String progress = "";
    private String note = "";
    private String extension = "";

    /// @param id     empty for an item to be made
    /// @param base   as the item was when the sheet was made
    /// @param reason of the call; empty for none
    SheetEdits(String id, SheetColumn.Shown base, String reason) {
        this.id = id;
        this.base = base;
        this.parties = base.parties();
        this.reason = reason;
    }

    List<Label> faults() {
        return faults;
    }

    /// Whether a cell says the same as the ledger did, however it is written.
    static boolean isSame(SheetColumn column, SheetCell cell, Object shown, Parties parties) {
        String was = plain(shown instanceof BigDecimal it ? it.toPlainString() : shown.toString());
        String is = plain(cell.text());
        if (UNREAD.contains(column) || is.equals(was) || is.equals(plain(cut(shown)))) {
            return true;
        }
        if (is.isEmpty()) {
            return ADDING.contains(column);
        }
        return switch (column) {
            case REGISTERED, DEADLINE, CLOSED ->
                day(cell).map(it -> it.toString().equals(was)).orElse(false);
            case AMOUNT, FIXED ->
                shown instanceof BigDecimal it
                        && fen(cell.text())
                                .filter(fen ->
                                        fen.equals(fen(it.toPlainString()).orElse("")))
                                .isPresent();
            case LEAD, PERSON, OVERSEER, VERIFIER -> parties.person(is).equals(parties.person(was));
            case LEADER -> leaders(is, parties).equals(leaders(was, parties));
            case ASSISTING -> units(is, parties).equals(units(was, parties));
            case CAUSE, REMEDY -> items(cell.text()).equals(items(shown.toString()));
            case PERCENT -> narrow(is).replaceAll("\\s*%$", "").equals(was) || (was.isEmpty() && is.equals("0"));
            default -> false;
        };
    }

    /// Takes one change in.
    void add(SheetColumn column, SheetCell cell) {
        String words = cell.text();
        if (words.isEmpty()) {
            fault(column, "不能在表里删空", "can't be emptied in a sheet");
            return;
        }
        if (cell.isError()) {
            fault(column, "是公式的错误值“" + words + "”，请填写文字或数字", "shows a formula that failed: “" + words + "”");
            return;
        }
        if (id.isEmpty() && !OF_NEW.contains(column)) {
            boolean isSaid = UNREAD.contains(column)
                    || words.equals(State.PROPOSED.label().zh())
                    || words.equals("否");
            if (!isSaid) {
                fault(column, "新增的行不填，以后再定", "is settled later, not in a new row");
            }
            return;
        }
        switch (column) {
            case PROBLEM -> problem(words);
            case SOURCE -> choose(column, Input.SOURCE, Choices.SOURCE, words);
            case CATEGORY -> in.put(Input.CATEGORY, words);
            case KIND -> choose(column, Input.KIND, Choices.KIND, words);
            case SEVERITY -> choose(column, Input.SEVERITY, Choices.SEVERITY, words);
            case GOAL -> goal(words);
            case CAUSE -> lines(column, words, base.causes(), Act.CAUSE);
            case REMEDY -> lines(column, words, base.remedies(), Act.REMEDY);
            case LEAD -> unit(column, id.isEmpty() ? Input.UNIT : Input.LEAD, words);
            case ASSISTING -> assisting(words);
            case LEADER -> leader(words);
            case PERSON -> in.put(Input.PERSON, parties.person(words));
            case OVERSEER -> unit(column, Input.OVERSEER, words);
            case VERIFIER -> in.put(Input.VERIFIER, parties.person(words));
            case DEADLINE -> day(column, cell).ifPresent(it -> in.put(Input.DEADLINE, it.toString()));
            case EXTENSION -> extension = words;
            case PROGRESS -> progress = added(words, base.of(SheetColumn.PROGRESS));
            case PERCENT -> percent(cell);
            case RESULT -> result(words);
            case AMOUNT -> money(column, Input.AMOUNT, words);
            case FIXED -> money(column, Input.FIXED, words);
            case NOTE -> note = added(words, base.of(SheetColumn.NOTE));
            case STATE -> state(words);
            case YEAR -> year(words);
            case REGISTERED, CLOSED, LOOK_BACK, REPEATED ->
                fault(column, "由台账记录得出，不能在表里改", "follows from the events, and can't be changed in a sheet");
            case EVIDENCE ->
                fault(
                        column,
                        "须附文件，请用 gewu ledger 佐证 编号 --file 文件",
                        "needs the file: gewu ledger evidence NUMBER --file FILE");
            case ORDINAL, NUMBER, REPORT, VERSION -> {}
        }
    }

    /// The orders that do all of it, in an order in which they can be done; the first wants the item as it was seen.
    List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        Optional<Act> move = target.flatMap(this::move);
        move.filter(FIRST::contains).ifPresent(act -> orders.add(take(act)));
        if (id.isEmpty()) {
            orders.add(take(Act.PROPOSE));
        } else if (in.containsKey(Input.DEADLINE)) {
            ask(orders);
        } else if (!extension.isEmpty()) {
            fault(
                    SheetColumn.EXTENSION,
                    "是申请延期的理由，请同时改“整改时限”",
                    "is the reason for an extension: change the deadline as well");
        }
        for (Act act : List.of(Act.EDIT, Act.APPOINT, Act.VERIFY, Act.OUTCOME)) {
            if (in.keySet().stream().anyMatch(act.takes()::contains)) {
                orders.add(take(act));
            }
        }
        orders.addAll(more);
        if (!progress.isEmpty()
                || (in.containsKey(Input.PERCENT)
                        && move.filter(it -> it == Act.SUBMIT).isEmpty())) {
            if (progress.isEmpty()) {
                fault(SheetColumn.PERCENT, "改了，请同时写“进展情况”", "was changed: say in the column of progress what was done");
            }
            in.put(Input.TEXT, progress);
            orders.add(take(Act.REPORT));
        }
        if (!note.isEmpty()) {
            orders.add(new Order(Act.NOTE, id, Map.of(Input.TEXT, note), reason));
        }
        move.filter(it -> !FIRST.contains(it)).ifPresent(act -> orders.add(take(act)));
        in.keySet().forEach(this::leftOver);
        return orders.isEmpty() ? orders : versioned(orders);
    }

    private List<Order> versioned(List<Order> orders) {
        Order first = orders.getFirst();
        List<Order> all = new ArrayList<>(orders);
        all.set(0, new Order(first.act(), first.id(), first.in(), first.reason(), id.isEmpty() ? 0 : base.events()));
        return all;
    }

    /// What of the changes an act takes; it is no change any more.
    private Order take(Act act) {
        Map<Input, String> its = new EnumMap<>(Input.class);
        for (Input input : act.takes()) {
            String value = in.remove(input);
            if (value != null) {
                its.put(input, value);
            }
        }
        return new Order(act, id, its, act == Act.PROPOSE && reason.isEmpty() ? "手工录入：表格" : reason);
    }

    private void ask(List<Order> orders) {
        String why = extension.isEmpty() ? reason : added(extension, base.of(SheetColumn.EXTENSION));
        String day = in.remove(Input.DEADLINE);
        if (day != null) {
            orders.add(new Order(Act.ASK, id, Map.of(Input.UNTIL, day), why));
        }
    }

    /// The transition that leads from the state it had to the one that is wanted.
    private Optional<Act> move(State wanted) {
        State was = id.isEmpty() ? State.PROPOSED : State.valueOf(base.of("state"));
        Optional<Act> move = Stream.of(Act.values())
                .filter(Act::isTransition)
                .filter(it -> it.from().contains(was))
                .filter(it -> it.to(base.item()).filter(wanted::equals).isPresent())
                .findFirst();
        if (move.isEmpty() && was != wanted) {
            String can = Gate.possible(was).keySet().stream()
                    .filter(Act::isTransition)
                    .map(it -> it.label().zh())
                    .collect(Collectors.joining("、"));
            fault(
                    SheetColumn.STATE,
                    "不能由" + was.label().zh() + "改为" + wanted.label().zh() + "；现在可以：" + can,
                    "can't go from " + was.label().en() + " to "
                            + wanted.label().en());
        }
        return move;
    }

    private void leftOver(Input input) {
        switch (input) {
            case LEAD -> fault(SheetColumn.LEAD, "只能在交办时定", "is settled when the item is assigned");
            case KIND -> fault(SheetColumn.KIND, "只能在立项时定", "is settled when the item is registered");
            case DEADLINE -> fault(SheetColumn.DEADLINE, "立项时再定", "is settled when the item is registered");
            default ->
                faults.add(new Label(
                        "“" + input.label().zh() + "”这时不能改", "“" + input.label().en() + "” can't be changed now"));
        }
    }

    private void problem(String words) {
        boolean isTitle = words.length() <= TITLE && words.indexOf('\n') < 0;
        if (id.isEmpty() && !isTitle) {
            String line = words.lines().findFirst().orElse(words).strip();
            in.put(
                    Input.TITLE,
                    line.substring(
                            0, line.offsetByCodePoints(0, Math.min(TITLE / 2, line.codePointCount(0, line.length())))));
            in.put(Input.TEXT, words);
        } else if (id.isEmpty() || !base.item().has("text")) {
            in.put(Input.TITLE, words);
        } else {
            more.addFirst(new Order(Act.EDIT, id, Map.of(Input.TEXT, words), reason));
        }
    }

    private void goal(String words) {
        int standard = words.indexOf("标准：");
        String goal = standard < 0 ? words : words.substring(0, standard).strip();
        if (!goal.isEmpty() && !goal.equals(base.of("goal"))) {
            in.put(Input.GOAL, goal);
        }
        if (standard >= 0) {
            in.put(Input.STANDARD, words.substring(standard + "标准：".length()).strip());
        }
    }

    /// Further lines are further causes or remedies; those that stand in the ledger stay as they are.
    private void lines(SheetColumn column, String words, List<String> known, Act act) {
        Set<String> stand = new LinkedHashSet<>(items(String.join("\n", known)));
        List<String> all = items(words);
        if (!all.containsAll(stand)) {
            fault(
                    column,
                    "已有的各条不能在表里改动或删除，新的另起一行",
                    "those that stand in the ledger stay as they are; write new ones in lines of their own");
            return;
        }
        all.stream()
                .filter(it -> !stand.contains(it))
                .forEach(it -> more.add(new Order(act, id, Map.of(Input.TEXT, it), reason)));
    }

    private void assisting(String words) {
        Set<String> before = units(base.of(SheetColumn.ASSISTING), parties);
        Set<String> after = units(words, parties);
        List<String> unknown =
                after.stream().filter(it -> !it.startsWith(Ids.UNIT)).toList();
        if (!unknown.isEmpty()) {
            unknownUnit(SheetColumn.ASSISTING, String.join("、", unknown));
        } else if (!after.containsAll(before)) {
            fault(SheetColumn.ASSISTING, "已有的单位不能在表里去掉", "units can't be taken away in a sheet");
        } else {
            in.put(
                    Input.ASSISTING,
                    after.stream().filter(it -> !before.contains(it)).collect(Collectors.joining(" ")));
        }
    }

    private void leader(String words) {
        List<String> before = leaders(base.of(SheetColumn.LEADER), parties);
        List<String> after = leaders(words, parties);
        if (!after.getFirst().isEmpty() && !after.getFirst().equals(before.getFirst())) {
            in.put(Input.LEADER, after.getFirst());
        }
        if (!after.getLast().isEmpty() && !after.getLast().equals(before.getLast())) {
            in.put(Input.CASE_LEADER, after.getLast());
        }
    }

    private void unit(SheetColumn column, Input input, String words) {
        parties.find(words)
                .filter(Party::isUnit)
                .ifPresentOrElse(it -> in.put(input, it.id()), () -> unknownUnit(column, words));
    }

    private void unknownUnit(SheetColumn column, String words) {
        String near = gewu.api.Nearest.to(
                        words,
                        parties.all().stream()
                                .filter(Party::isUnit)
                                .map(Party::name)
                                .toList())
                .orElse("");
        fault(
                column,
                "台账里没有登记“" + words + "”这个单位" + (near.isEmpty() ? "" : "，是不是“" + near + "”"),
                "the ledger knows no unit “" + words + "”" + (near.isEmpty() ? "" : "; did you mean “" + near + "”"));
    }

    private void choose(SheetColumn column, Input input, Choices choices, String words) {
        choices.id(words)
                .ifPresentOrElse(
                        it -> in.put(input, it),
                        () -> fault(
                                column,
                                "没有“" + words + "”，可用的有：" + names(choices),
                                "takes no “" + words + "”; known: " + names(choices)));
    }

    private static String names(Choices choices) {
        return choices.all().stream().map(it -> it.label().zh()).collect(Collectors.joining("、"));
    }

    private void state(String words) {
        target = Named.find(State.values(), words);
        if (target.isEmpty()) {
            fault(SheetColumn.STATE, "没有“" + words + "”这个状态", "there is no state “" + words + "”");
        }
    }

    private void year(String words) {
        if (!id.isEmpty()) {
            fault(SheetColumn.YEAR, "立项后不能改", "stays as it is");
        } else if (narrow(words).matches("(?:19|20)\\d\\d(?:年度?)?")) {
            in.put(Input.YEAR, narrow(words).substring(0, 4));
        } else {
            fault(SheetColumn.YEAR, "“" + words + "”不是年度", "“" + words + "” is no year");
        }
    }

    private void percent(SheetCell cell) {
        String words = cell.text();
        // 0.6 in a cell that is not shown as a percentage can only mean 60%
        String digits = cell.isNumber() && FRACTION.matcher(words).matches()
                ? new BigDecimal(words).movePointRight(2).stripTrailingZeros().toPlainString()
                : narrow(words).replaceAll("\\s*%$", "");
        if (digits.matches("\\d{1,2}|100")) {
            in.put(Input.PERCENT, digits);
        } else {
            fault(
                    SheetColumn.PERCENT,
                    "“" + words + "”不是 0 到 100 的整数",
                    "“" + words + "” is no whole number from 0 to 100");
        }
    }

    /// `已完成：建立制度1项`: the result is the verifier's, what stands behind it is the outcome. Before there is anything to
    /// verify, 正在整改 follows from what is reported, and nobody says it.
    private void result(String words) {
        String[] parts = words.split("[：:]", 2);
        Optional<String> result = Choices.RESULT.id(parts[0].strip());
        String outcome = result.isEmpty() ? words : parts.length > 1 ? parts[1].strip() : "";
        String shown = Standing.of(id, base.item()).result(base.day());
        boolean isVerified = base.of("state").equals(State.SUBMITTED.name());
        result.filter(it -> !it.equals(shown))
                .filter(it -> isVerified || !Set.of("ongoing", "not_done").contains(it))
                .ifPresent(it -> in.put(Input.RESULT, it));
        if (!outcome.isEmpty() && !outcome.equals(base.of("outcome"))) {
            in.put(Input.OUTCOME, outcome);
        }
    }

    private void money(SheetColumn column, Input input, String words) {
        fen(words)
                .ifPresentOrElse(
                        it -> in.put(input, it),
                        () -> fault(
                                column,
                                "“" + words + "”不是金额（万元，精确到分），请写成 12.5 或 3000元",
                                "“" + words + "” is no amount: write it like 12.5 (in 万元) or 3000元"));
    }

    private Optional<LocalDate> day(SheetColumn column, SheetCell cell) {
        Optional<LocalDate> day = day(cell);
        if (day.isEmpty()) {
            fault(
                    column,
                    "“" + cell.text() + "”不是日期，请写成 2026-05-01",
                    "“" + cell.text() + "” is no date: write it like 2026-05-01");
        }
        return day;
    }

    private void fault(SheetColumn column, String zh, String en) {
        faults.add(new Label(
                "“" + column.head().zh() + "”" + zh, "“" + column.head().en() + "” " + en));
    }

    /// A day, as a text or as spreadsheets count days.
    static Optional<LocalDate> day(SheetCell cell) {
        String words =
                MIDNIGHT.matcher(narrow(cell.text()).replaceAll("\\s", "")).replaceFirst("");
        if (cell.isNumber() && COUNT.matcher(words).matches()) {
            return Optional.of(SheetReader.day(Long.parseLong(words), cell.is1904()));
        }
        Matcher date = DATE.matcher(words);
        if (!date.matches()) {
            return Optional.empty();
        }
        int first = date.group(1) == null ? 4 : 1;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(date.group(first)),
                    Integer.parseInt(date.group(first + 1)),
                    Integer.parseInt(date.group(first + 2))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// An amount in fen; what names no unit is in 万元, as the head of the column says.
    static Optional<String> fen(String written) {
        Matcher money = MONEY.matcher(narrow(written).replaceAll("[,\\s]", ""));
        if (!money.matches()) {
            return Optional.empty();
        }
        String unit = money.group(2) == null ? "万元" : money.group(2);
        BigDecimal fen = new BigDecimal(money.group(1)).movePointRight(ZEROS.getOrDefault(unit, 0) + ZEROS_OF_FEN);
        if (fen.stripTrailingZeros().scale() > 0 || fen.precision() - fen.scale() > MOST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(fen.toBigIntegerExact().toString());
    }

    /// Leader and leader of the case, by id where they are known.
    private static List<String> leaders(String words, Parties parties) {
        Matcher leaders = LEADERS.matcher(words.strip());
        if (!leaders.matches()) {
            return List.of(parties.person(words.strip()), "");
        }
        String ofCase = leaders.group(2) == null ? "" : leaders.group(2).strip();
        return List.of(parties.person(leaders.group(1).strip()), ofCase.isEmpty() ? "" : parties.person(ofCase));
    }

    /// Units by id where they are known.
    private static Set<String> units(String words, Parties parties) {
        return Stream.of(words.split("[、，,;；\\s]+"))
                .filter(it -> !it.isBlank())
                .map(it -> parties.find(it).filter(Party::isUnit).map(Party::id).orElse(it))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The lines of a cell without their numbers and remarks.
    private static List<String> items(String words) {
        return words.lines().map(SheetEdits::bare).filter(it -> !it.isEmpty()).toList();
    }

    private static String bare(String line) {
        String own = REMARK.matcher(line.strip()).replaceFirst("");
        Matcher number = NUMBERED.matcher(own);
        return number.lookingAt() ? own.substring(number.end()).strip() : own.strip();
    }

    /// What was written behind the former words, or instead of them.
    private static String added(String words, String before) {
        return !before.isEmpty() && words.startsWith(before) && words.length() > before.length()
                ? words.substring(before.length()).strip()
                : words;
    }

    private static String cut(Object shown) {
        return shown instanceof String words ? gewu.ledger.paper.SheetWriter.allowed(words) : shown.toString();
    }

    /// Digits and signs in their usual width: `２０２６．３．５` is `2026.3.5`.
    private static String narrow(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC);
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
