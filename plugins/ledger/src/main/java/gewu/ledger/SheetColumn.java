package gewu.ledger;

import gewu.api.Label;
import gewu.ledger.paper.SheetLayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of the official ledger in their order, each with how an item stands in it. Which of them somebody may
/// fill in says [SheetEdits].
enum SheetColumn {
    ORDINAL("", "序号", "No.", 5, SheetLayout.Kind.WHOLE, it -> ""),
    NUMBER("问题", "问题编号", "number", 11, SheetLayout.Kind.TERM, Shown::id),
    REPORT("问题", "来源报告", "report", 10, SheetLayout.Kind.WORDS, Shown::reports),
    YEAR("问题", "年度", "year", 6, SheetLayout.Kind.WHOLE, it -> it.whole("year")),
    SOURCE("问题", "问题来源", "source", 6, Choices.SOURCE, "source_kind"),
    CATEGORY("问题", "问题类别", "category", 9, SheetLayout.Kind.TERM, it -> it.of("category")),
    PROBLEM("问题", "存在问题", "problem", 28, SheetLayout.Kind.WORDS, Shown::problem),
    CAUSE("问题", "原因分析", "causes", 16, SheetLayout.Kind.WORDS, it -> Shown.lines(it.causes())),
    KIND("整改要求", "整改类型", "kind of rectification", 9, Choices.KIND, "kind"),
    GOAL("整改要求", "整改目标（标准）", "goal (standard)", 16, SheetLayout.Kind.WORDS, Shown::goal),
    REMEDY("整改要求", "整改措施", "remedies", 26, SheetLayout.Kind.WORDS, it -> Shown.lines(it.remedies())),
    LEAD("责任分工", "牵头责任单位", "lead unit", 9, SheetLayout.Kind.TERM, Shown::lead),
    ASSISTING("责任分工", "配合单位", "assisting units", 9, SheetLayout.Kind.TERM, Shown::assisting),
    LEADER("责任分工", "责任领导（包案领导）", "leader (of the case)", 9, SheetLayout.Kind.TERM, Shown::leader),
    PERSON("责任分工", "责任人", "responsible person", 7, SheetLayout.Kind.TERM, it -> it.party("person")),
    OVERSEER("责任分工", "督导单位", "overseeing unit", 9, SheetLayout.Kind.TERM, it -> it.party("overseer")),
    REGISTERED("时限", "立项日期", "registered on", 12, SheetLayout.Kind.DATE, it -> it.day("registered_on")),
    DEADLINE("时限", "整改时限", "deadline", 12, SheetLayout.Kind.DATE, it -> it.day("deadline")),
    EXTENSION("时限", "延期情况", "extensions", 12, SheetLayout.Kind.WORDS, Shown::extensions),
    PROGRESS("整改情况", "进展情况", "progress", 24, SheetLayout.Kind.WORDS, it -> it.last("progress_report", "text")),
    RESULT("整改情况", "完成情况（认定结果）", "result", 13, SheetLayout.Kind.WORDS, Shown::result),
    AMOUNT("金额（万元）", "涉及金额", "amount concerned", 12, SheetLayout.Kind.AMOUNT, it -> it.wan("amount_found")),
    FIXED("金额（万元）", "已整改金额", "amount rectified", 12, SheetLayout.Kind.AMOUNT, it -> it.wan("amount_fixed")),
    EVIDENCE("验收销号", "佐证材料", "evidence", 10, SheetLayout.Kind.WORDS, Shown::evidence),
    VERIFIER("验收销号", "验收人", "verifier", 7, SheetLayout.Kind.TERM, it -> it.party("verifier")),
    CLOSED("验收销号", "销号日期", "closed on", 12, SheetLayout.Kind.DATE, it -> it.day("closed_on")),
    LOOK_BACK("验收销号", "回头看情况", "look-backs", 12, SheetLayout.Kind.WORDS, Shown::lookBacks),
    REPEATED("", "是否屡犯", "repeated", 6, SheetLayout.Kind.TERM, Shown::repeated),
    NOTE("", "备注", "note", 10, SheetLayout.Kind.WORDS, it -> it.last("note", "text")),
    STATE("办理", "办理状态", "state", 9, Shown::state),
    SEVERITY("办理", "问题等级", "severity", 7, Choices.SEVERITY, "severity"),
    PERCENT("办理", "进度%", "progress %", 6, SheetLayout.Kind.PERCENT, it -> it.whole("progress")),
    /// How many events the item had when the sheet was made, in a column that nobody sees.
    VERSION("", "版本", "version", 8, SheetLayout.Kind.WHOLE, Shown::version);

    private final String group;
    private final Label head;
    private final int width;
    private final SheetLayout.Kind kind;
    private final List<String> choices;
    private final Function<Shown, Object> shown;

    SheetColumn(String group, String zh, String en, int width, SheetLayout.Kind kind, Function<Shown, Object> shown) {
        this(group, new Label(zh, en), width, kind, List.of(), shown);
    }

    /// Of a closed list.
    SheetColumn(String group, String zh, String en, int width, Choices choices, String field) {
        this(
                group,
                new Label(zh, en),
                width,
                SheetLayout.Kind.TERM,
                choices.all().stream().map(it -> it.label().zh()).toList(),
                it -> it.of(field).isEmpty() ? "" : choices.label(it.of(field)).zh());
    }

    /// The state.
    SheetColumn(String group, String zh, String en, int width, Function<Shown, Object> shown) {
        this(
                group,
                new Label(zh, en),
                width,
                SheetLayout.Kind.TERM,
                Stream.of(State.values()).map(it -> it.label().zh()).toList(),
                shown);
    }

    SheetColumn(
            String group,
            Label head,
            int width,
            SheetLayout.Kind kind,
            List<String> choices,
            Function<Shown, Object> shown) {
        this.group = group;
        this.head = head;
        this.width = width;
        this.kind = kind;
        this.choices = choices;
        this.shown = shown;
    }

    Label head() {
        return head;
    }

    SheetLayout.Kind kind() {
        return kind;
    }

    /// What stands in it: a text, a day, an amount in 万元, a whole number; empty text for nothing.
    Object of(Shown item) {
        return shown.apply(item);
    }

    SheetLayout.Column laidOut() {
        return new SheetLayout.Column(group, head.zh(), width, kind, choices, this == VERSION);
    }

    /// As it stands in a list that nobody fills in.
    SheetLayout.Column alone() {
        return new SheetLayout.Column("", head.zh(), width, kind, List.of(), false);
    }

    /// The column of this head, whatever its brackets and spaces look like.
    static Optional<SheetColumn> headed(String words) {
        String wanted = plain(words);
        return Stream.of(values())
                .filter(it -> plain(it.head.zh()).equals(wanted)
                        || (it == VERSION && wanted.startsWith(plain(VERSION.head.zh()) + "2")))
                .findFirst();
    }

    /// Whether words are a head above several columns.
    static boolean isGroup(String words) {
        String wanted = plain(words);
        return Stream.of(values())
                .anyMatch(it -> !it.group.isEmpty() && plain(it.group).equals(wanted));
    }

    private static String plain(String words) {
        return words.replaceAll("\\s", "").replace('（', '(').replace('）', ')').replace('％', '%');
    }

    /// An item on its way into a row. `titles` are those of reports, by id.
    ///
    /// @param day as of which it is shown
    record Shown(
            String id,
            Fields item,
            long events,
            Parties parties,
            java.time.LocalDate day,
            Function<String, String> titles) {
        private static final int FEN_OF_WAN = 6;

        String of(String field) {
            return item.of(field);
        }

        /// What stands in a column, as a text.
        String of(SheetColumn column) {
            return column.of(this).toString();
        }

        private Object whole(String field) {
            return item.has(field) ? (Object) item.number(field) : "";
        }

        private Object day(String field) {
            return item.date(field).map(it -> (Object) it).orElse("");
        }

        private Object wan(String field) {
            return item.has(field)
                    ? new BigDecimal(item.of(field)).movePointLeft(FEN_OF_WAN).stripTrailingZeros()
                    : "";
        }

        private String party(String field) {
            return parties.name(item.of(field));
        }

        private String last(String list, String part) {
            List<String> members = item.members(list);
            return members.isEmpty() ? "" : item.of(list + "." + members.getLast() + "." + part);
        }

        private Object version() {
            return events;
        }

        private String state() {
            return State.valueOf(item.of("state")).label().zh();
        }

        private String reports() {
            return item.members("source").stream()
                    .map(it -> item.of("source." + it + ".report"))
                    .filter(it -> !it.isEmpty())
                    .distinct()
                    .map(titles)
                    .collect(Collectors.joining("\n"));
        }

        private String problem() {
            return item.has("text") ? item.of("text") : item.of("title");
        }

        List<String> causes() {
            return item.members("cause").stream()
                    .map(it -> item.of("cause." + it + ".text"))
                    .toList();
        }

        List<String> remedies() {
            return item.members("remedy").stream()
                    .map(it -> "remedy." + it + ".")
                    .filter(it -> !item.of(it + "status").equals("rejected"))
                    .map(it -> item.of(it + "text") + remark(item.of(it + "status"), item.of(it + "state")))
                    .toList();
        }

        private static String remark(String status, String state) {
            return switch (state) {
                case "done" -> "〔已完成〕";
                case "waived" -> "〔免除〕";
                default -> status.equals("proposed") ? "〔建议〕" : "";
            };
        }

        private String goal() {
            String standard = item.has("standard") ? "标准：" + item.of("standard") : "";
            return item.has("goal") && !standard.isEmpty()
                    ? item.of("goal") + "\n" + standard
                    : item.of("goal") + standard;
        }

        private String lead() {
            return parties.name(item.has("lead") ? item.of("lead") : item.of("unit"));
        }

        private String assisting() {
            return item.members("assisting").stream().map(parties::name).collect(Collectors.joining("、"));
        }

        private String leader() {
            String ofCase = item.has("case_leader") ? "（" + party("case_leader") + "）" : "";
            return party("leader") + ofCase;
        }

        private String extensions() {
            List<String> lines = new ArrayList<>();
            for (String it : item.members("extension")) {
                String at = "extension." + it + ".";
                String decision = item.has(at + "decision")
                        ? Choices.DECISION.label(item.of(at + "decision")).zh()
                        : "待批复";
                lines.add("延至" + item.of(at + "until") + "（原" + item.of(at + "before") + "）" + decision + "："
                        + item.of(at + "reason"));
            }
            return lines(lines);
        }

        private String result() {
            String result = Standing.of(id, item).result(day);
            String label = result.isEmpty() ? "" : Choices.RESULT.label(result).zh();
            return item.has("outcome") && !label.isEmpty()
                    ? label + "：" + item.of("outcome")
                    : label + item.of("outcome");
        }

        private String evidence() {
            return lines(item.members("evidence").stream()
                    .map(it -> "evidence." + it + ".")
                    .map(it -> item.of(it + "name") + "（"
                            + Choices.EXAMINED.label(item.of(it + "status")).zh() + "）")
                    .toList());
        }

        private String lookBacks() {
            List<String> lines = new ArrayList<>();
            for (String it : item.members("look_back")) {
                String at = "look_back." + it + ".";
                String text = item.has(at + "text") ? "：" + item.of(at + "text") : "";
                lines.add(item.of(at + "on") + " "
                        + Choices.FOUND.label(item.of(at + "found")).zh() + text);
            }
            if (item.has("look_back_due")) {
                lines.add("应于" + item.of("look_back_due") + "回头看");
            }
            return lines(lines);
        }

        private String repeated() {
            return item.number("occurrence") > 1 ? "是（第" + item.of("occurrence") + "次）" : "否";
        }

        /// One as it is, several numbered.
        static String lines(List<String> all) {
            if (all.size() < 2) {
                return all.isEmpty() ? "" : all.getFirst();
            }
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < all.size(); i++) {
                lines.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(all.get(i));
            }
            return lines.toString();
        }
    }
}
