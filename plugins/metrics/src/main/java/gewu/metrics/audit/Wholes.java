package gewu.metrics.audit;

import gewu.api.metric.Metric.Kind;
import gewu.metrics.Pack;
import gewu.metrics.Relation;
import gewu.metrics.audit.Whole.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the totals of a report and their parts: told by words such as 其中, by the relations of the pack, by numbered
/// items, or by sentences behind a total.
final class Wholes {
    private static final Pattern CLOSED = Pattern.compile("分别(?:是|为)|分为|分成|由.{0,6}(?:组成|构成)|[,，(]即|分开(?:来)?看");
    private static final Pattern OPEN = Pattern.compile("其中|包括|包含|内含|[,，(;]含");
    private static final Pattern BRACKET = Pattern.compile("\\([^()]*\\)");
    private static final Pattern ITEM_HEAD =
            Pattern.compile("^[-－·●*\\s]*(?:[(]?[0-9一二三四五六七八九十]{1,3}[)、.．,:]|[一二三四五六七八九十]是).*", Pattern.DOTALL);
    private static final Pattern TOGETHER = Pattern.compile("(?:共计?|合计|总计|累计|总共)[^,，。;]{0,8}$");
    /// A total smaller than this, in steps of its last place, may be met by chance.
    private static final BigDecimal LEAST_STEPS = BigDecimal.valueOf(20);
    private static final int ITEM_REACH = 40;
    private static final int MOST_ITEMS = 40;
    private static final int RELATION_REACH = 8;
    private static final int MOST_CHOICES = 256;

    private final Pack pack;
    private final Figures figures;

    Wholes(Pack pack, Figures figures) {
        this.pack = pack;
        this.figures = figures;
    }

    List<Whole> find() {
        Map<Set<Figure>, Whole> found = new LinkedHashMap<>();
        byRelations(found);
        for (int paragraph : figures.paragraphs()) {
            byWords(paragraph, found);
        }
        for (int paragraph : figures.paragraphs()) {
            byItems(paragraph, found);
            bySentences(paragraph, found);
            byRuns(paragraph, found);
        }
        return List.copyOf(found.values());
    }

    private static void keep(Whole whole, Map<Set<Figure>, Whole> found) {
        Set<Figure> key = new HashSet<>(whole.parts());
        key.add(whole.total());
        found.putIfAbsent(key, whole);
    }

    private void byRelations(Map<Set<Figure>, Whole> found) {
        for (Relation.Sum sum : pack.relations().sums()) {
            List<Figure> totals = figures.all().stream()
                    .filter(it -> it.canonical().equals(sum.total()) && isValue(it) && !it.isPrevious())
                    .toList();
            for (Figure total : totals) {
                byRelation(sum, total, found);
            }
        }
    }

    private static boolean isValue(Figure it) {
        Kind kind = it.metric().kind();
        return kind == Kind.LEVEL || kind == Kind.SCORE;
    }

    private void byRelation(Relation.Sum sum, Figure total, Map<Set<Figure>, Whole> found) {
        List<Figure> parts = new ArrayList<>();
        int missing = 0;
        for (String term : sum.parts()) {
            Optional<Figure> told = term(total, term);
            if (told.isPresent()) {
                parts.add(told.get());
                continue;
            }
            List<Figure> below = pack.indicators().stream()
                    .filter(it -> it.parent().equals(term))
                    .map(it -> term(total, it.id()))
                    .flatMap(Optional::stream)
                    .filter(it -> it.isMoney() == total.isMoney())
                    .toList();
            parts.addAll(below);
            missing += below.isEmpty() ? 1 : 0;
        }
        if (parts.size() >= 2) {
            parts.sort(java.util.Comparator.comparingInt(Figure::number));
            if (parts.stream().allMatch(it -> isSameMeasure(it, total))) {
                Form form = missing == 0 ? Form.RELATION : Form.PARTIAL;
                keep(new Whole(total, parts, parts, form, sum.weight()), found);
            }
        }
    }

    /// The figure of an indicator that goes with a total: in its sentence, else behind it before the total is told
    /// again.
    private Optional<Figure> term(Figure total, String canonical) {
        int section = figures.section(total.paragraph());
        for (Figure it : figures.all()) {
            boolean isBehind = it.number() > total.number();
            if (isBehind && it.canonical().equals(total.canonical()) && isValue(it) && !it.isPrevious()) {
                break;
            }
            boolean isNear = it.isSameSentence(total)
                    || (isBehind
                            && it.paragraph() - total.paragraph() <= RELATION_REACH
                            && (section == 0
                                    ? it.paragraph() == total.paragraph()
                                    : figures.isInSection(it.paragraph(), section)));
            if (isNear && it.canonical().equals(canonical) && isValue(it) && isPart(it, total)) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    private static boolean isPart(Figure it, Figure total) {
        return it != total && !it.isPrevious() && it.isSamePeriod(total);
    }

    private static boolean isSameMeasure(Figure it, Figure total) {
        return it.measure().equals(total.measure());
    }

    private void byWords(int paragraph, Map<Set<Figure>, Whole> found) {
        List<Figure> mates = figures.in(paragraph);
        String text = figures.text(paragraph);
        for (int i = 0; i < mates.size(); i++) {
            Figure total = mates.get(i);
            if (!isValue(total) || total.isPrevious() || total.isRatio()) {
                continue;
            }
            int next = i + 1;
            while (next < mates.size() && isAttached(mates.get(next), total)) {
                next++;
            }
            if (next == mates.size()) {
                continue;
            }
            Figure first = mates.get(next);
            String gap = text.substring(Math.min(mates.get(next - 1).to(), first.from()), first.from());
            String whole = BRACKET.matcher(text.substring(Math.min(total.to(), first.from()), first.from()))
                    .replaceAll("");
            boolean isOpen = OPEN.matcher(whole).find();
            boolean isClosed = CLOSED.matcher(gap).find();
            boolean isBracket = first.depth() == total.depth() + 1 && gap.contains("(");
            if ((isOpen || isClosed) && isNextSentence(total, first, text) && isValue(first)) {
                List<Figure> members = list(mates, next, total, first, isBracket);
                List<Figure> parts = chosen(total, members);
                if (!parts.isEmpty() && (parts.size() > 1 || !isClosed)) {
                    keep(new Whole(total, parts, members, isOpen ? Form.OPEN : Form.CLOSED), found);
                }
            }
        }
    }

    /// Changes, shares and last year's level told between a total and its list.
    private static boolean isAttached(Figure it, Figure total) {
        return it.metric().of().equals(total.id())
                || it.isRatio()
                || it.metric().dimension().equals("pp")
                || (it.isPrevious() && it.metric().of().equals(total.id()));
    }

    private static boolean isNextSentence(Figure total, Figure first, String text) {
        long ends = text.substring(total.to(), first.from())
                .chars()
                .filter(c -> Figures.isEnd((char) c))
                .count();
        return ends == 0
                || (ends == 1 && text.startsWith("其中", first.sentence()))
                || (ends == 1 && text.startsWith("包括", first.sentence()))
                || (ends == 1 && text.startsWith("主要包括", first.sentence()));
    }

    private List<Figure> list(List<Figure> mates, int next, Figure total, Figure first, boolean isBracket) {
        List<Figure> members = new ArrayList<>();
        Figure holder = first;
        boolean isNested = false;
        boolean parted = false;
        for (int i = next; i < mates.size() && mates.get(i).isSameSentence(first); i++) {
            Figure it = mates.get(i);
            if (isBracket && it.depth() < first.depth()) {
                break;
            }
            if (it.depth() > first.depth() || !isValue(it) || !isPart(it, total)) {
                continue;
            }
            String gap = figures.between(mates.get(i - 1), it);
            if (i > next && OPEN.matcher(BRACKET.matcher(gap).replaceAll("")).find()) {
                isNested = true;
            } else if (gap.contains(";") || (isNested && isOutside(it, holder, total))) {
                isNested = false;
            }
            boolean isBelow = !it.canonical().equals(holder.canonical())
                    && !holder.canonical().isEmpty()
                    && pack.isWithin(it.canonical(), holder.canonical());
            if (!isNested && !(i > next && isBelow)) {
                if (isEndOfList(it, total)
                        || isComplete(it, total, members)
                        || isBeyond(it, total, members, gap, parted)) {
                    break;
                }
                parted |= gap.contains(";") && !members.isEmpty();
                members.add(it);
                holder = it;
            }
        }
        return members;
    }

    private boolean isOutside(Figure it, Figure holder, Figure total) {
        return !it.canonical().isEmpty()
                && !pack.isWithin(it.canonical(), holder.canonical())
                && pack.isWithin(it.canonical(), total.canonical());
    }

    /// Whether a figure belongs to the total's list no more: all before it are parts by the taxonomy and it is none, or
    /// it stands behind the first semicolon of a list that was parted by commas.
    private boolean isBeyond(Figure it, Figure total, List<Figure> members, String gap, boolean parted) {
        if (members.isEmpty() || it.canonical().isEmpty() || total.canonical().isEmpty()) {
            return false;
        }
        boolean isPart = pack.isWithin(it.canonical(), total.canonical());
        boolean arePartsAll = members.stream().allMatch(mate -> pack.isWithin(mate.canonical(), total.canonical()));
        long heads = members.stream().map(Figure::family).distinct().count();
        boolean isBehindList = gap.contains(";") && !parted && heads > 1;
        return !isPart && ((arePartsAll && !it.isMoney()) || isBehindList);
    }

    /// Whether the parts so far come to the total, so that what follows is something else.
    private static boolean isComplete(Figure it, Figure total, List<Figure> members) {
        return members.size() > 1
                && it.amount().signum() != 0
                && Judged.sum(chosen(total, members)).compareTo(total.amount()) == 0;
    }

    /// Another whole of the same rank, or a thing of quite another kind, ends a list.
    private boolean isEndOfList(Figure it, Figure total) {
        boolean isAbove = it.canonical().contains(".")
                && !total.canonical().isEmpty()
                && pack.isWithin(total.canonical(), it.canonical());
        return isAbove
                && (!it.canonical().equals(total.canonical()) || it.amount().compareTo(total.amount()) >= 0);
    }

    /// One figure for each part, in the measure of the total where there is a choice.
    private static List<Figure> chosen(Figure total, List<Figure> members) {
        Map<String, List<Figure>> heads = new LinkedHashMap<>();
        for (Figure it : members) {
            if (it.isMoney() == total.isMoney() && it.isCount() == total.isCount()) {
                String head = it.isCount()
                                && !it.canonical().isEmpty()
                                && !it.family().equals(it.canonical())
                        ? it.family()
                        : it.id();
                List<Figure> mates = heads.getOrDefault(head, List.of());
                boolean isTold = mates.stream().anyMatch(mate -> mate.measure().equals(it.measure()));
                heads.computeIfAbsent(isTold ? it.id() : head, _ -> new ArrayList<>())
                        .add(it);
            }
        }
        List<List<Figure>> choices = heads.values().stream()
                .map(them -> fitting(total, them))
                .filter(them -> !them.isEmpty())
                .toList();
        List<Figure> preferred = choices.stream().map(List::getFirst).toList();
        if (Judged.sum(preferred).compareTo(total.amount()) == 0) {
            return preferred;
        }
        return exact(total, choices).orElse(preferred);
    }

    private static List<Figure> fitting(Figure total, List<Figure> head) {
        List<String> order = switch (total.measure()) {
            case "mixed" -> List.of("mixed", "person", "case", "batch");
            case "case" -> List.of("case", "batch", "person");
            case "batch" -> List.of("batch", "case");
            case "person" -> List.of("person", "case");
            default -> List.of(total.measure());
        };
        List<Figure> fitting = new ArrayList<>();
        for (String measure : order) {
            head.stream().filter(it -> it.measure().equals(measure)).forEach(fitting::add);
        }
        return fitting;
    }

    private static Optional<List<Figure>> exact(Figure total, List<List<Figure>> choices) {
        int combinations = 1;
        for (List<Figure> choice : choices) {
            combinations *= choice.size();
            if (combinations > MOST_CHOICES) {
                return Optional.empty();
            }
        }
        for (int n = 1; n < combinations; n++) {
            List<Figure> parts = new ArrayList<>();
            int rest = n;
            for (List<Figure> choice : choices) {
                parts.add(choice.get(rest % choice.size()));
                rest /= choice.size();
            }
            if (Judged.sum(parts).compareTo(total.amount()) == 0) {
                return Optional.of(parts);
            }
        }
        return Optional.empty();
    }

    /// Numbered paragraphs below a total, each with its amount.
    private void byItems(int paragraph, Map<Set<Figure>, Whole> found) {
        Optional<Figure> total = firstMoney(paragraph);
        if (total.isEmpty() || isItem(figures.text(paragraph), total.get())) {
            return;
        }
        int section = figures.section(paragraph);
        List<Figure> items = new ArrayList<>();
        int last =
                Math.min(paragraph + MOST_ITEMS, figures.report().paragraphs().size());
        for (int next = paragraph + 1; next <= last; next++) {
            if (section > 0 && !figures.isInSection(next, section)) {
                break;
            }
            Optional<Figure> item = firstMoney(next);
            if (item.isPresent() && !isItem(figures.text(next), item.get())) {
                break;
            }
            item.filter(it -> isPart(it, total.get())
                            && !it.canonical().equals(total.get().canonical()))
                    .ifPresent(items::add);
        }
        if (items.size() >= 2) {
            keep(new Whole(total.get(), items, items, Form.ITEMS), found);
        }
    }

    private Optional<Figure> firstMoney(int paragraph) {
        return figures.in(paragraph).stream().findFirst().filter(it -> it.isMoney() && it.isLevel());
    }

    private static boolean isItem(String text, Figure first) {
        return first.from() <= ITEM_REACH
                && ITEM_HEAD.matcher(text.substring(0, first.from())).matches();
    }

    /// Sentences behind a total that each begin with another amount.
    private void bySentences(int paragraph, Map<Set<Figure>, Whole> found) {
        Optional<Figure> total = firstMoney(paragraph).filter(it -> pack.isWithin(it.canonical(), "fin.exp.total"));
        if (total.isEmpty()) {
            return;
        }
        List<Figure> parts = new ArrayList<>();
        Set<Integer> begun = new HashSet<>(Set.of(total.get().sentence()));
        for (Figure it : figures.in(paragraph)) {
            if (begun.add(it.sentence()) && it.isMoney() && it.isLevel() && isPart(it, total.get())) {
                if (it.canonical().equals(total.get().canonical())
                        || pack.isWithin(total.get().canonical(), it.canonical())) {
                    return;
                }
                parts.add(it);
            }
        }
        BigDecimal sum = Judged.sum(parts);
        if (parts.size() >= 3 || (parts.size() == 2 && sum.compareTo(total.get().amount()) == 0)) {
            keep(new Whole(total.get(), parts, parts, Form.SENTENCES), found);
        }
    }

    /// Figures told in a row that come to a total in front of them, or to one behind them that is said to be theirs.
    private void byRuns(int paragraph, Map<Set<Figure>, Whole> found) {
        List<Figure> mates =
                figures.in(paragraph).stream().filter(Wholes::isValue).toList();
        for (int i = 0; i < mates.size(); i++) {
            Figure total = mates.get(i);
            if (total.isPrevious()
                    || total.isRatio()
                    || total.isVague()
                    || total.place().multiply(LEAST_STEPS).compareTo(total.amount()) > 0) {
                continue;
            }
            for (int from = i + 1; from < mates.size(); from++) {
                run(mates, from, 1, total)
                        .filter(parts -> isNews(total, parts, found))
                        .ifPresent(parts -> keep(new Whole(total, parts, parts, Form.RUN), found));
            }
            if (TOGETHER.matcher(figures.before(total, 12)).find()) {
                run(mates, i - 1, -1, total)
                        .ifPresent(
                                parts -> keep(new Whole(total, parts.reversed(), parts.reversed(), Form.RUN), found));
            }
        }
    }

    private Optional<List<Figure>> run(List<Figure> mates, int from, int step, Figure total) {
        List<Figure> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int at = from; at >= 0 && at < mates.size() && parts.size() < MOST_ITEMS; at += step) {
            Figure it = mates.get(at);
            if (it.isPrevious() || isBeside(it, parts)) {
                continue;
            }
            boolean isOther = !isSameMeasure(it, total) || !it.isSamePeriod(total) || it.isVague();
            if (isOther || it.amount().compareTo(total.amount()) >= 0) {
                return Optional.empty();
            }
            parts.add(it);
            sum = sum.add(it.amount());
            int compared = sum.compareTo(total.amount());
            if (compared == 0 && parts.size() >= 2) {
                return Optional.of(parts);
            }
            if (compared > 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Whether no list that comes to the total holds some of the parts already.
    private static boolean isNews(Figure total, List<Figure> parts, Map<Set<Figure>, Whole> found) {
        return found.values().stream()
                .filter(it -> it.total() == total && it.form() != Form.SENTENCES)
                .filter(it -> Judged.sum(it.parts()).compareTo(total.amount()) == 0)
                .noneMatch(it -> it.parts().stream().anyMatch(parts::contains));
    }

    /// Whether a figure measures the last part a second time: 人次 behind 批.
    private boolean isBeside(Figure it, List<Figure> parts) {
        return !parts.isEmpty()
                && it.isCount()
                && !it.measure().equals(parts.getLast().measure())
                && it.number() == parts.getLast().number() + 1
                && figures.between(parts.getLast(), it).length() <= 1;
    }

    /// Money that is planned, by figure: the parts of a planned whole are planned too.
    static Map<Figure, String> bases(List<Whole> wholes) {
        Map<Figure, String> bases = new HashMap<>();
        for (Whole whole : wholes) {
            String basis = whole.total().metric().basis();
            BigDecimal rest = whole.total().amount().subtract(Judged.sum(whole.parts()));
            boolean isSure = Judged.residual(rest, SumRule.operands(whole.total(), whole.parts()))
                    .isFine();
            if (isSure && (basis.equals("budget") || basis.equals("appropriated"))) {
                whole.members().forEach(it -> bases.putIfAbsent(it, basis));
                whole.parts().forEach(it -> bases.putIfAbsent(it, basis));
            }
        }
        return bases;
    }
}
