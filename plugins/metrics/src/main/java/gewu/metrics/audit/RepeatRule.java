package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.audit.Judged.Mode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The same fact told twice must be the same figure.
final class RepeatRule implements Rule {
    private static final Set<String> LOOSE =
            Set.of("act", "hot.type", "hot.channel", "prop.class", "fin.exp.project.item", "fin.func", "score");
    private static final Set<String> EVERYBODY = Set.of("全市", "全区", "全县", "全省");
    private static final Pattern PLANNED = Pattern.compile("预算|目标|计划|年初|拨款|安排|收到|下达|批复|追加|调整");
    private static final int MOST_TELLINGS = 24;
    /// Values farther apart than this are of different things, read as one.
    private static final BigDecimal ALIKE = new BigDecimal("1.5");

    @Override
    public List<Check> apply(Worksheet sheet) {
        List<Check> checks = new ArrayList<>();
        Map<String, List<Figure>> facts = new LinkedHashMap<>();
        for (Figure it : sheet.figures().all()) {
            if (it.metric().kind() != Kind.TARGET
                    && it.metric().kind() != Kind.RANK
                    && !name(sheet, it).isEmpty()) {
                facts.computeIfAbsent(key(sheet, it), _ -> new ArrayList<>()).add(it);
            }
        }
        for (List<Figure> tellings : facts.values()) {
            if (tellings.size() > 1 && tellings.size() <= MOST_TELLINGS) {
                tellings(sheet, tellings, checks);
            }
        }
        acrossBases(sheet, checks);
        return checks;
    }

    private static String name(Worksheet sheet, Figure it) {
        String id = it.canonical();
        boolean isLoose =
                id.isEmpty() || LOOSE.stream().anyMatch(loose -> sheet.pack().isWithin(id, loose));
        if (!isLoose) {
            return id;
        }
        String wording = it.metric().indicator();
        return id.isEmpty() && wording.length() < 4 ? "" : id + "“" + wording + "”";
    }

    private static String key(Worksheet sheet, Figure it) {
        String scope =
                EVERYBODY.contains(it.metric().scope()) ? "" : it.metric().scope();
        return String.join(
                "|",
                name(sheet, it),
                kind(it),
                it.metric().dimension(),
                it.metric().period(),
                scope,
                it.isMoney() && it.metric().kind() == Kind.LEVEL && !it.isPrevious() ? sheet.basis(it) : "",
                it.metric().kind() == Kind.LEVEL ? "" : it.metric().base().period());
    }

    private static String kind(Figure it) {
        return it.metric().kind() + (it.isPrevious() ? " before" : "");
    }

    private static void tellings(Worksheet sheet, List<Figure> tellings, List<Check> checks) {
        Map<BigDecimal, List<Figure>> byValue = new LinkedHashMap<>();
        for (Figure it : tellings) {
            List<Figure> same = byValue.computeIfAbsent(it.amount().stripTrailingZeros(), _ -> new ArrayList<>());
            if (same.stream()
                    .noneMatch(mate -> mate.isSameSentence(it)
                            || mate.metric().direction() != it.metric().direction() && isTurned(mate, it))) {
                same.add(it);
            }
        }
        for (List<Figure> same : byValue.values()) {
            Figure first = same.getFirst();
            for (Figure again : same.subList(1, same.size())) {
                checks.add(same(List.of(first, again)));
            }
        }
        if (byValue.size() > 1) {
            List<Figure> firsts = byValue.values().stream().map(List::getFirst).toList();
            for (int i = 1; i < firsts.size(); i++) {
                differing(sheet, firsts.getFirst(), firsts.get(i), checks);
            }
        }
    }

    private static boolean isTurned(Figure mate, Figure it) {
        return mate.metric().direction() != Direction.NONE && it.metric().direction() != Direction.NONE;
    }

    private static Check same(List<Figure> tellings) {
        String value = tellings.getFirst().amount().toPlainString();
        return Draft.plain(
                Check.Kind.SAME_FACT,
                Verdict.HOLDS,
                Severity.NONE,
                "=",
                value,
                "",
                tellings,
                new Label(
                        "{0}与另一处的" + Draft.places(1, tellings.size() - 1, "、") + "一致。",
                        "{0} is the same as " + Draft.places(1, tellings.size() - 1, ", ") + " elsewhere."));
    }

    private static void differing(Worksheet sheet, Figure first, Figure second, List<Check> checks) {
        if (first.isSameSentence(second)
                || !isSingular(sheet, first)
                || first.metric().kind() == Kind.CHANGE_PCT) {
            return;
        }
        String mine = first.metric().indicator();
        String its = second.metric().indicator();
        boolean isSameWording = mine.endsWith(its) || its.endsWith(mine);
        if (!isSameWording || first.metric().kind() == Kind.CHANGE_ABS) {
            return;
        }
        boolean isAlike = first.amount()
                        .max(second.amount())
                        .compareTo(first.amount().min(second.amount()).multiply(ALIKE))
                <= 0;
        if (!isAlike) {
            return;
        }
        Judged judged;
        if (isRounded(first, second) || isRounded(second, first)) {
            judged = new Judged(Verdict.HOLDS_WITHIN_ROUNDING, Mode.HALF_UP);
        } else if (first.isVague() || second.isVague()) {
            judged = new Judged(Verdict.NOT_DECIDABLE, Mode.VAGUE);
        } else {
            judged = new Judged(
                    isCertain(sheet, first) && isCertain(sheet, second) ? Verdict.VIOLATED : Verdict.NOT_DECIDABLE,
                    Mode.OFF);
        }
        checks.add(Draft.of(
                Check.Kind.SAME_FACT,
                judged,
                Severity.ERROR,
                first.plain() + " = " + second.plain(),
                first.amount().toPlainString(),
                second.amount().toPlainString(),
                List.of(first, second),
                new Label("{0}，另一处写的是{1#}", "{0}, elsewhere {1#}")));
    }

    /// An indicator of which a report can have one value only.
    private static boolean isSingular(Worksheet sheet, Figure it) {
        String id = it.canonical();
        return it.metric().scope().isEmpty()
                && (Set.of("fin.exp.total", "fin.exp.basic", "fin.exp.project", "fin.rev.total")
                                .contains(id)
                        || sheet.pack().isWithin(id, "fin.exp.basic")
                        || sheet.pack().isWithin(id, "fin.exp.3public") && it.isMoney()
                        || sheet.pack().isWithin(id, "org.post.total")
                        || id.equals("org.staff.onpost")
                        || id.equals("score.self"));
    }

    private static boolean isCertain(Worksheet sheet, Figure it) {
        boolean isPart = sheet.wholes().stream()
                .anyMatch(whole -> whole.members().contains(it)
                        && it.canonical().equals(whole.total().canonical()));
        boolean isPlan = PLANNED.matcher(sheet.figures().sentenceOf(it)).find();
        return !isPart
                && it.isLevel()
                && sheet.figures().sentenceOf(it).contains(it.metric().indicator())
                && !(isPlan && sheet.basis(it).equals("outturn"))
                && sheet.pack().isNamed(it.metric().indicator(), it.canonical())
                && it.metric().confidence() >= 0.5
                && it.metric().issue().isEmpty();
    }

    /// Whether one is the other with fewer digits.
    private static boolean isRounded(Figure coarse, Figure fine) {
        return coarse.place().compareTo(fine.place()) > 0
                && coarse.amount().subtract(fine.amount()).abs().compareTo(coarse.place()) < 0
                && coarse.isMoney();
    }

    /// Planned money told as budget, as funds received or as a goal: the same sum under several names.
    private static void acrossBases(Worksheet sheet, List<Check> checks) {
        List<Figure> planned = sheet.figures().all().stream()
                .filter(it -> it.isMoney() && !it.isPrevious() && isPlan(sheet.basis(it)))
                .filter(it -> it.metric().kind() == Kind.LEVEL || it.metric().kind() == Kind.TARGET)
                .toList();
        for (String canonical : List.of("fin.exp.total", "fin.exp.basic", "fin.exp.project")) {
            List<Figure> same = planned.stream()
                    .filter(it -> it.canonical().equals(canonical))
                    .toList();
            Optional<Figure> first = same.stream().findFirst();
            if (first.isEmpty()) {
                continue;
            }
            List<Figure> others = new ArrayList<>();
            for (Figure it : same) {
                boolean isOther = !sheet.basis(it).equals(sheet.basis(first.get()))
                        || it.metric().kind() != first.get().metric().kind();
                if (isOther && isSame(first.get(), it)) {
                    others.add(it);
                    checks.add(same(List.of(first.get(), it)));
                }
            }
            if (canonical.equals("fin.exp.total")) {
                balanced(sheet, planned, first.get(), same).ifPresent(checks::add);
            }
        }
    }

    /// A budget whose revenue is its expenditure.
    private static Optional<Check> balanced(Worksheet sheet, List<Figure> planned, Figure first, List<Figure> same) {
        List<Figure> tellings = new ArrayList<>(List.of(first));
        same.stream().filter(it -> isSame(first, it)).forEach(tellings::add);
        int expenditures = tellings.size();
        planned.stream()
                .filter(it -> sheet.pack().isWithin(it.canonical(), "fin.rev.total")
                        && it.amount().compareTo(first.amount()) == 0)
                .filter(it -> it.isSamePeriod(first))
                .forEach(tellings::add);
        return tellings.size() > expenditures && tellings.size() <= MOST_TELLINGS
                ? Optional.of(same(tellings))
                : Optional.empty();
    }

    private static boolean isPlan(String basis) {
        return basis.equals("budget") || basis.equals("appropriated") || basis.equals("target");
    }

    private static boolean isSame(Figure first, Figure it) {
        return it != first
                && !it.isSameSentence(first)
                && it.isSamePeriod(first)
                && it.amount().compareTo(first.amount()) == 0;
    }
}
