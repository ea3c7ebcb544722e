package gewu.metrics;

import gewu.api.metric.Metric.Kind;
import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes statements into the story: once role and head are known, settles unit, period, basis, scope and wording.
final class Scribe {
    private static final Pattern LEADING = Pattern.compile(
            "^(?:其中|另外|同时|截至目前|目前|今年以来|今年来|全年|今年|本年度?|我局|我市|我区|我县|我单位|我部门|我中心|我委|我办|我校|我院|我镇|我乡|我街道|本单位|本部门|本中心|全市|全区|全县|全省|共|先后|累计|一是|二是|三是|四是|五是|第?[一二三四]季度|上半年|下半年|(?:19|20)\\d\\d年度?末?|[,:、])+");
    private static final Pattern TRAILING =
            Pattern.compile("(?:共计|合计|总计|共|计|为|达到|达|是|有|约|近|已|了|:|的|累计|\\(|“|\"|占|分别|均|都|各)+$");
    private static final Pattern SPENT = Pattern.compile("决算|执行|实际|完成|支付|拨付");
    private static final Pattern ROLLING = Pattern.compile("环比|[较比与](?:上月|上周|上季度|上一季度|上个月|上半年)");
    private static final int LONGEST_WORDING = 30;
    private static final int UNIT_REACH = 40;

    private final Pack pack;
    private final HeadFinder heads;
    private final Setting setting;
    private final List<Quantity> quantities;
    private final Periods periods;
    private final Story story;

    Scribe(Pack pack, HeadFinder heads, Setting setting, List<Quantity> quantities, Periods periods, Story story) {
        this.pack = pack;
        this.heads = heads;
        this.setting = setting;
        this.quantities = quantities;
        this.periods = periods;
        this.story = story;
    }

    /// A figure under a head of its own.
    void write(Place place, Role role, Head head, String rule, double confidence) {
        write(place, role, Optional.of(head), -1, rule, confidence);
    }

    /// A figure of which only the words are known.
    void writeOpen(Place place, Role role, String rule, double confidence) {
        write(place, role, Optional.empty(), -1, rule, confidence);
    }

    /// A figure that modifies statement `of`, -1 for none.
    void write(Place place, Role role, Optional<Head> head, int of, String rule, double confidence) {
        write(place, role, head, of, -1, rule, confidence);
    }

    /// @param at behind the name of its period; -1 if its period is that of its place
    void write(Place place, Role role, Optional<Head> head, int of, int at, String rule, double confidence) {
        Quantity it = quantities.get(place.number());
        Statement level = of >= 0 ? story.get(of) : null;
        String canonical = head.filter(_ -> level == null || role.isLevel())
                .map(Head::canonical)
                .orElse(level == null ? "" : level.canonical());
        Unit unit = unitOf(place.number(), canonical);
        if (it.unit() == Unit.NONE && head.isPresent()) {
            canonical = heads.canonical(head.get().indicator(), unit);
        }
        if (role.isMove() && level == null && head.isPresent() && head.get().end() > 0) {
            canonical = heads.canonical(head.get().indicator(), measured(place.left(), it.unit()));
        }
        Kind kind = role.isLevel() && canonical.endsWith(".share") ? Kind.SHARE : role.kind();
        String now = level != null && !role.previous()
                ? level.period()
                : flow(periods.at(place.sentence(), at < 0 ? it.start() : at), canonical);
        String period = role.previous() ? before(it, place, now) : now;
        int base = role.isChange() ? story.previousOf(of) : -1;
        String basePeriod = !role.isChange() ? "" : base >= 0 ? story.get(base).period() : compared(place, now);
        List<String> tie = head.map(Head::tie).orElse(List.of());
        story.add(new Statement(
                it,
                canonical,
                wording(head, level, place),
                unit,
                kind,
                role.direction(),
                period,
                basePeriod,
                basis(kind, place, unit, canonical),
                scope(place, canonical),
                of,
                base,
                role.previous(),
                tie.isEmpty() && it.amount() != null ? confidence : Math.min(confidence, 0.5),
                rule + "; " + role.why()
                        + head.map(found -> "; " + found.surface()).orElse(""),
                issue(it, tie)));
        setSubject(place, role, kind, canonical, of);
        settleBatches();
    }

    /// The period that a change is compared with: the year before, or the month or week before (环比).
    private static String compared(Place place, String now) {
        return ROLLING.matcher(place.clause()).find() ? Periods.justBefore(now) : Periods.yearBefore(now);
    }

    private void setSubject(Place place, Role role, Kind kind, String canonical, int of) {
        boolean execution = canonical.equals("fin.rate.exec") && story.hasSubject(place.open());
        boolean namedShare = kind == Kind.SHARE && canonical.endsWith(".share") && of < 0;
        boolean stands = namedShare || kind == Kind.LEVEL || kind == Kind.SCORE || kind == Kind.RANK;
        if (!role.previous() && !execution && stands) {
            story.speaksOf(place.open());
        }
    }

    private static String issue(Quantity it, List<String> tie) {
        if (it.amount() == null) {
            return "malformed number" + (it.candidates().isEmpty() ? "" : ": " + String.join(" or ", it.candidates()));
        }
        return tie.isEmpty() ? "" : "ambiguous: " + String.join(", ", tie);
    }

    /// The unit that a measure word names (批次同比下降); the figure's own if there is none.
    static Unit measured(String left, Unit own) {
        if (left.contains("批次")) {
            return new Unit("批次", "count", "batch", "批次", "");
        }
        if (left.contains("人次") || left.contains("人数")) {
            return new Unit("人次", "count", "person", "人次", "");
        }
        return left.contains("件次") || left.contains("件数") ? new Unit("件", "count", "case", "件", "") : own;
    }

    /// What is counted up to a day is a flow since New Year; staff, assets and carry-over are as of that day.
    private static String flow(String period, String canonical) {
        boolean stock = canonical.isEmpty() || canonical.startsWith("org.") || canonical.startsWith("fin.asset");
        if (stock || period.length() != 10 || !Character.isDigit(period.charAt(0))) {
            return period;
        }
        String year = period.substring(0, 4);
        return period.endsWith("-12-31") ? year : year + "-01-01/" + period;
    }

    /// 12466件次23212人次: of petitions, what is counted before persons is batches.
    private void settleBatches() {
        if (story.lastNumber() < 1) {
            return;
        }
        Statement now = story.last();
        Statement before = story.get(story.lastNumber() - 1);
        if (before.unit().surface().equals("件次")
                && now.unit().surface().equals("人次")
                && before.quantity().end() == now.quantity().start()
                && before.canonical().endsWith(".case")) {
            String id = before.canonical().substring(0, before.canonical().length() - ".case".length()) + ".batch";
            if (pack.find(id).isPresent()) {
                story.replaceBeforeLast(
                        before.counting(id, new Unit("件次", "count", "batch", "件次", ""), "件次 before 人次 counts batches"));
            }
        }
    }

    private String before(Quantity it, Place place, String now) {
        return periods.yearBeside(it.start())
                .or(() -> periods.yearNamed(Math.max(place.from(), it.start() - 16), it.start())
                        .filter(named -> !now.startsWith(named)))
                .orElseGet(() -> {
                    String before = Periods.yearBefore(now);
                    boolean wholeYear = place.clause().contains("平均") && before.length() > 4;
                    return wholeYear ? before.substring(0, 4) : before;
                });
    }

    /// The unit, or what a number without one measures by its head: 96.16万 of money, 788 among 人次.
    private Unit unitOf(int at, String canonical) {
        Quantity it = quantities.get(at);
        if (it.unit() != Unit.NONE) {
            return it.unit();
        }
        String dimension = pack.find(canonical).map(Indicator::dimension).orElse("");
        if (dimension.equals("money")) {
            return new Unit("", "money", "", "元", "");
        }
        if (it.form() == Form.ZERO && pack.find(canonical + ".person").isPresent()) {
            return new Unit("", "count", "person", "人次", "");
        }
        for (int i = story.lastNumber(); i >= story.reach() && canonical.endsWith(".person"); i--) {
            if (story.get(i).unit().measure().equals("person")) {
                return story.get(i).unit();
            }
        }
        for (int i = story.lastNumber(); i >= story.reach(); i--) {
            if (story.get(i).unit().isCount()) {
                return story.get(i).unit();
            }
        }
        for (int i = at + 1; i < Math.min(quantities.size(), at + UNIT_REACH); i++) {
            if (quantities.get(i).unit().isCount()) {
                return quantities.get(i).unit();
            }
        }
        return Unit.NONE;
    }

    private String wording(Optional<Head> head, @Nullable Statement level, Place place) {
        String words = stripped(place.clause());
        if (head.isPresent()) {
            String surface = head.get().surface();
            return words.endsWith(surface) && words.length() <= LONGEST_WORDING ? words : surface;
        }
        if (level != null) {
            return level.wording();
        }
        if (words.length() < 2 && !place.right().isEmpty()) {
            words = place.right();
        }
        if (words.length() < 2 && !setting.headings().isEmpty()) {
            words = setting.headings();
        }
        if (words.isBlank()) {
            String unit = quantities.get(place.number()).wording();
            return unit.isEmpty() ? "数值" : unit;
        }
        return words.length() > LONGEST_WORDING ? words.substring(words.length() - LONGEST_WORDING) : words;
    }

    /// The noun of a clause, without the words that only lead to it or on to its figure.
    static String stripped(String clause) {
        String words = TRAILING.matcher(clause.strip()).replaceAll("");
        words = words.substring(words.lastIndexOf('、') + 1);
        return LEADING.matcher(words).replaceAll("").strip();
    }

    /// A clause without the words that lead to its noun.
    static String led(String clause) {
        String words = clause.strip();
        words = words.substring(words.lastIndexOf('、') + 1);
        return LEADING.matcher(words).replaceAll("").strip();
    }

    private String basis(Kind kind, Place place, Unit unit, String canonical) {
        if (kind == Kind.TARGET) {
            return "target";
        }
        if (!unit.isMoney()) {
            return "";
        }
        String words = place.clause();
        if (words.contains("预算") || words.contains("目标") || words.contains("年初")) {
            return "budget";
        }
        if (words.contains("拨款") || words.contains("安排") || words.contains("到位")) {
            return "appropriated";
        }
        return !SPENT.matcher(words).find() && isPartOfBudget(canonical, place) ? "budget" : "outturn";
    }

    /// 年初预算1200万元,其中基本支出800万元: a part of a budget is budget too.
    private boolean isPartOfBudget(String canonical, Place place) {
        String whole = pack.find(canonical).map(Indicator::parent).orElse("");
        for (int i = story.lastNumber(); i >= story.reach() && story.isIn(place.sentence(), i); i--) {
            Statement it = story.get(i);
            if (it.isLevel() && it.canonical().equals(whole)) {
                return it.basis().equals("budget");
            }
        }
        return false;
    }

    /// The population that the clause names; for a part of spending, the spending it was listed under.
    private String scope(Place place, String canonical) {
        List<Words.Hit<Cue>> found =
                pack.scopes().in(place.clause(), 0, place.clause().length());
        if (!found.isEmpty()) {
            return found.getLast().surface();
        }
        if (!canonical.startsWith("fin.econ.") && !canonical.startsWith("fin.exp.3public.")) {
            return "";
        }
        for (int i = story.lastNumber(); i >= 0; i--) {
            String id = story.get(i).canonical();
            if (id.equals("fin.exp.total") || id.equals("fin.exp.3public")) {
                return "";
            }
            if (story.get(i).isLevel() && (id.startsWith("fin.exp.basic") || id.equals("fin.exp.project"))) {
                return id.equals("fin.exp.project") ? "项目支出" : "基本支出";
            }
            if (i < story.reach()) {
                return story.get(i).scope();
            }
        }
        // 三公经费 as a whole is spent from both: a heading above does not make it a part of one.
        return canonical.equals("fin.exp.3public") ? "" : headed();
    }

    /// The spending that the innermost headings name: 基本支出情况.
    private String headed() {
        String headings = setting.headings();
        int basic = headings.lastIndexOf("基本支出");
        int project = headings.lastIndexOf("项目支出");
        return basic == project ? "" : basic > project ? "基本支出" : "项目支出";
    }
}
