package gewu.metrics;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the statements of one paragraph: which role each quantity plays in its clause, and what it is about.
///
/// One reader serves one paragraph; it goes once from the first quantity to the last.
final class ClauseReader {
    private static final String LAST_YEAR = "(?:上年度?|去年|上一年度?|往年|前一年)";
    private static final Pattern COMPARED = Pattern.compile("(?:比|较|同|与|对比|相比|低于|高于)(?:" + LAST_YEAR
            + "|(?:19|20)\\d\\d年度?)(?:同期|同口径|同比口径)?(?:的|数|为|水平|决算数?|预算数?|支出|执行数|完成)*$");
    private static final Pattern LAST_YEARS_OWN =
            Pattern.compile(LAST_YEAR + "(?:同期)?(?:数|为|是|的|决算数?|支出|同期数)*(?:为|是)?$");
    private static final Pattern BEHIND_CHANGE = Pattern.compile("(?:了|约|近|超|超过|将近|大约|各|均|都|分别|幅度|幅|率|比例|比率|额|数|分别为|达|达到|为|是|有)*$");
    private static final Pattern REACHED = Pattern.compile("(?:至|到|为|达|达到|成|于)(?:了|约|近)?$");
    private static final Pattern NOUN = Pattern.compile("(?:幅|率|幅度|比例|比率|额|数)(?:约)?(?:为|达|达到|是)?(?:约|近)?$");
    private static final Pattern CONNECTOR = Pattern.compile("(?:[、,;]|和|及|与|以及|或|至|约)?");
    private static final Pattern LINK = Pattern.compile("(?:情况|数量|数|总数|总量|总额|总计|合计|共计|共|计|为|达到|达|是|有|约|近|已|了|:|的|累计|实际|完成|支付|执行"
            + "|提升至|提高到|提升到|提高至|下降到|降至|本年支出决算|支出决算|决算数?|预算数?|金额|均|都|各|分别|支出|经费|收入|人数|总人数|全部|,其中|其中|占|约占|占比|件数|批次|人次|仅|分"
            + "|\"|”|“|\\(|\\)|及|和|、|超过|超|突破|资金|预算|本年|全年|当年|年末|率|保持|在|至|到)*");
    private static final Pattern EACH = Pattern.compile(".*(?:均|都|皆|全部|同为|各)[^,，]{0,4}$");
    private static final Pattern FROM = Pattern.compile(".*(?:由|从|自)[^,，。;]{0,10}$");
    private static final Pattern TWO_MEASURES = Pattern.compile("(批次|件次|件数)[、和与及](人次|人数)(?:同比|环比|均|也)*$");
    private static final Pattern REASON = Pattern.compile("主要|原因|由于|因为");
    private static final Pattern PROJECT_NAME = Pattern.compile(".{2,}(?:经费|资金|专项|项目|工程|建设|费)$");
    private static final Pattern FROM_HEAD = Pattern.compile("^(?<head>.*)(?:由|从|自)");
    private static final Pattern TO = Pattern.compile("[^,，。;]{0,12}(?:至|到|为|成)[^,，。;]{0,4}$");
    private static final Pattern MEASURE = Pattern.compile("(批次|人次|件次|件数|批数|人数)(?:同比|环比|分别|均|数量)*$");
    private static final Pattern OTHERS = Pattern.compile(".*(?:其他|其它|其余)$");
    private static final Pattern GENERAL = Pattern.compile(
            "(?:年初|全年|本年|调整后?|年度|财政|当年|实际|部门)*(?:预算数?|决算数?|执行数?|支出数?|支付数?|完成数?|预算安排|安排|支出|支付|到位|使用|下达|批复)+");
    private static final Pattern PER_TIME = Pattern.compile(".*(?:平均每[天日月年]|日均|月均|年均|每[天日月])$");
    private static final Pattern OF_PARTS = Pattern.compile("其中|包括|包含|分别|含|即");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:其中|另外|同时|截至目前|目前|今年以来|今年来|全年|今年|本年度?|我局|我市|我区|我县|全市|全区|全县|全省|共|先后|累计|一是|二是|三是|四是|五是|(?:19|20)\\d\\d年度?末?|[,:、])+");
    private static final Pattern TRAILING = Pattern.compile("(?:共计|合计|总计|共|计|为|达到|达|是|有|约|近|已|了|:|的|累计|\\(|“|\"|占|分别|均|都|各)+$");
    private static final int LONGEST_WORDING = 30;
    private static final int RIGHT_REACH = 9;

    private final Pack pack;
    private final HeadFinder heads;
    private final Setting setting;
    private final String text;
    private final List<Quantity> quantities;
    private final Periods periods;
    private final int[] group;
    private final int[] sentence;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<Integer, Integer> current = new HashMap<>();
    private final Map<Integer, Integer> total = new HashMap<>();
    private final Map<Integer, Assigned> assigned = new HashMap<>();

    /// What 分别 gave to a quantity ahead.
    private record Assigned(Optional<Head> head, int of, Kind kind, Direction direction) {}

    /// Where a clause stands.
    private record Place(int number, int open, int sentence, int from, String left, String clause, String right) {}

    private record Role(Kind kind, Direction direction, boolean previous, String why) {}

    ClauseReader(Pack pack, Setting setting, String text, List<Quantity> quantities) {
        this.pack = pack;
        this.heads = new HeadFinder(pack);
        this.setting = setting;
        this.text = text;
        this.quantities = quantities;
        this.periods = new Periods(text, setting.year());
        this.group = groups();
        this.sentence = sentences();
    }

    List<Statement> read() {
        for (int i = 0; i < quantities.size(); i++) {
            read(i);
        }
        return List.copyOf(statements);
    }

    /// For each character the open bracket around it, -1 outside; brackets without quantities don't count.
    private int[] groups() {
        int[] group = new int[text.length()];
        int[] stack = new int[text.length() + 1];
        int depth = 0;
        stack[0] = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' && holdsQuantity(i)) {
                depth++;
                stack[depth] = i;
            }
            group[i] = stack[depth];
            if (c == ')' && depth > 0 && closes(i, stack[depth])) {
                depth--;
            }
        }
        return group;
    }

    private boolean holdsQuantity(int open) {
        int close = closing(open);
        return quantities.stream().anyMatch(it -> it.start() > open && it.end() <= close);
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    private boolean closes(int close, int open) {
        return closing(open) == close;
    }

    private int[] sentences() {
        int[] begins = new int[text.length() + 1];
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            begins[i] = begin;
            char c = text.charAt(i);
            if (c == '。' || c == '!' || c == '?' || c == '!') {
                begin = i + 1;
            }
        }
        begins[text.length()] = begin;
        return begins;
    }

    private Place place(int number) {
        Quantity it = quantities.get(number);
        int open = group[it.start()];
        int from = Math.max(sentence[it.start()], open + 1);
        for (int i = number - 1; i >= 0; i--) {
            Quantity before = quantities.get(i);
            if (before.end() <= from) {
                break;
            }
            if (group[before.start()] == open) {
                from = before.end();
                break;
            }
        }
        StringBuilder left = new StringBuilder();
        for (int i = from; i < it.start(); i++) {
            if (group[i] == open && !(text.charAt(i) == ')' && group[i] != open)) {
                left.append(text.charAt(i));
            }
        }
        String words = left.toString();
        int cut = words.lastIndexOf(';');
        if (cut >= 0) {
            words = words.substring(cut + 1);
        }
        int right = it.end();
        int next = number + 1 < quantities.size() ? quantities.get(number + 1).start() : text.length();
        while (right < next && "。;,)(!:、".indexOf(text.charAt(right)) < 0) {
            right++;
        }
        return new Place(
                number,
                open,
                sentence[it.start()],
                from,
                words,
                lastClause(words),
                text.substring(it.end(), right));
    }

    private static String lastClause(String left) {
        int at = left.length() - 1;
        while (at >= 0 && ",:、 ".indexOf(left.charAt(at)) >= 0) {
            at--;
        }
        int cut = Math.max(left.lastIndexOf(',', at), left.lastIndexOf(':', at));
        return left.substring(cut + 1);
    }

    private void read(int number) {
        Quantity it = quantities.get(number);
        Place place = place(number);
        Assigned given = assigned.get(number);
        if (given != null) {
            Role role = new Role(given.kind(), given.direction(), false, "分别");
            add(it, role, given.head(), given.of(), place, "value " + "by order of 分别", 0.93);
            return;
        }
        Role role = roleOf(it, place);
        if (place.clause().contains("分别") && distribute(number, place, role)) {
            read(number);
            return;
        }
        switch (role.kind()) {
            case CHANGE_ABS, CHANGE_PCT, CHANGE_PP -> readChange(it, place, role);
            case SHARE -> readShare(it, place, role);
            default -> readLevel(it, place, role);
        }
    }

    // Roles

    private Role roleOf(Quantity it, Place place) {
        Unit unit = it.unit();
        String clause = place.clause();
        if (it.form() == Form.ORDINAL) {
            return new Role(Kind.RANK, Direction.NONE, false, "第…位");
        }
        Optional<Cue> change = change(clause);
        if (unit.dimension().equals("pp")) {
            return new Role(Kind.CHANGE_PP, change.or(() -> anyChange(place.left())).map(Cue::direction).orElse(beside(clause)), false, "个百分点");
        }
        if (unit.dimension().equals("score") && change.isEmpty()) {
            return new Role(Kind.SCORE, Direction.NONE, false, "分");
        }
        if (isTarget(clause, place.right())) {
            return new Role(Kind.TARGET, Direction.NONE, false, "target cue");
        }
        if (change.isPresent() && !change.get().words().equals("新增")) {
            Kind kind = unit.isRatio() || unit.dimension().equals("multiple") ? Kind.CHANGE_PCT : Kind.CHANGE_ABS;
            return new Role(kind, change.get().direction(), false, change.get().words());
        }
        if (COMPARED.matcher(clause).find() || LAST_YEARS_OWN.matcher(clause).find()) {
            return new Role(Kind.LEVEL, Direction.NONE, true, "compared with the year before");
        }
        if (isFrom(place)) {
            return new Role(Kind.LEVEL, Direction.NONE, true, "由…到");
        }
        Optional<Role> continued = continued(it, place);
        if (continued.isPresent()) {
            return continued.get();
        }
        if (unit.isRatio() && isShare(clause)) {
            return new Role(Kind.SHARE, Direction.NONE, false, "占");
        }
        return new Role(Kind.LEVEL, Direction.NONE, false, "level");
    }

    /// The change cue that stands right before the quantity: 减少了, 增幅为; not one that tells a new level: 提升至.
    private Optional<Cue> change(String clause) {
        List<Words.Hit<Cue>> cues = pack.changes().in(clause, 0, clause.length());
        if (cues.isEmpty()) {
            return Optional.empty();
        }
        Words.Hit<Cue> last = cues.getLast();
        String behind = clause.substring(last.end());
        boolean isNoun = NOUN.matcher(last.surface() + behind).find();
        if (!isNoun && REACHED.matcher(behind).find()) {
            return Optional.empty();
        }
        return BEHIND_CHANGE.matcher(behind).matches() ? Optional.of(last.meanings().getFirst()) : Optional.empty();
    }

    /// The indicator of another measure: the batches of what was told in persons.
    private String sibling(String canonical, Unit unit) {
        int point = canonical.lastIndexOf('.');
        boolean measured = canonical.endsWith(".batch") || canonical.endsWith(".person") || canonical.endsWith(".case");
        if (!measured || !unit.isCount()) {
            return canonical;
        }
        String id = canonical.substring(0, point + 1) + unit.measure();
        return pack.find(id).isPresent() ? id : canonical;
    }

    private static Direction beside(String clause) {
        if (clause.contains("高于") || clause.contains("高出") || clause.contains("超出") || clause.contains("超过")) {
            return Direction.UP;
        }
        return clause.contains("低于") ? Direction.DOWN : Direction.NONE;
    }

    private Optional<Cue> anyChange(String left) {
        List<Words.Hit<Cue>> cues = pack.changes().in(left, 0, left.length());
        return cues.isEmpty() ? Optional.empty() : Optional.of(cues.getLast().meanings().getFirst());
    }

    private boolean isTarget(String clause, String right) {
        if (right.startsWith("控制线") || right.startsWith("以上的目标") || right.startsWith("的目标")
                || right.startsWith("的控制线")) {
            return true;
        }
        List<Words.Hit<Cue>> cues = pack.targets().in(clause, 0, clause.length());
        if (cues.isEmpty()) {
            return false;
        }
        Words.Hit<Cue> last = cues.getLast();
        return clause.length() - last.end() <= 4 && !clause.substring(last.end()).contains("完成")
                || last.surface().equals("力争") || last.surface().equals("确保");
    }

    private static boolean isShare(String clause) {
        int at = clause.lastIndexOf('占');
        return at >= 0 && clause.length() - at <= 18;
    }

    private boolean isFrom(Place place) {
        if (!FROM.matcher(place.clause()).matches() || place.number() + 1 >= quantities.size()) {
            return false;
        }
        int end = quantities.get(place.number()).end();
        int next = quantities.get(place.number() + 1).start();
        return next - end <= 16 && TO.matcher(text.substring(end, next)).matches();
    }

    /// 下降38.9%和42.6%: the second has the role of the first.
    private Optional<Role> continued(Quantity it, Place place) {
        if (statements.isEmpty() || !place.left().matches("|和|及|与|、|以及")) {
            return Optional.empty();
        }
        Statement last = statements.getLast();
        boolean change = last.kind() == Kind.CHANGE_ABS || last.kind() == Kind.CHANGE_PCT && !place.left().isEmpty();
        return change && last.quantity().unit().dimension().equals(it.unit().dimension())
                ? Optional.of(new Role(last.kind(), last.direction(), false, "goes on after " + place.left()))
                : Optional.empty();
    }

    // 分别

    /// Gives the values behind 分别 to the heads before it, by order; refuses when their numbers differ.
    private boolean distribute(int number, Place place, Role role) {
        int count = 1;
        while (number + count < quantities.size()) {
            Quantity before = quantities.get(number + count - 1);
            Quantity next = quantities.get(number + count);
            String between = text.substring(before.end(), next.start());
            boolean alike = before.unit().dimension().equals(next.unit().dimension());
            if (!alike || !CONNECTOR.matcher(between).matches() && !between.matches("[,、和](?:上升|下降|增长|减少|增加|降低)")) {
                break;
            }
            count++;
        }
        int mark = place.left().lastIndexOf("分别");
        Unit unit = role.kind() == Kind.LEVEL || role.kind() == Kind.SHARE ? quantities.get(number).unit() : Unit.NONE;
        List<Head> named = HeadFinder.joined(
                heads.in(place.left(), 0, mark, unit, setting), place.left());
        List<Optional<Head>> all = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        Matcher measures = TWO_MEASURES.matcher(place.left().substring(0, mark));
        if (count == 2 && measures.find()) {
            Optional<Indicator> subject = named.isEmpty()
                    ? base(currentOf(place))
                    : Optional.of(named.getLast().indicator());
            if (subject.isEmpty()) {
                return false;
            }
            for (int i = 1; i <= 2; i++) {
                Indicator found = subject.get();
                String id = heads.canonical(found, measured(measures.group(i), Unit.NONE));
                all.add(Optional.of(new Head(found, id, found.zh(), 0, 0, List.of())));
                of.add(levelWith(id, place));
            }
        } else if (named.size() == count && count > 1) {
            for (Head head : named) {
                String id = role.kind() == Kind.LEVEL || role.kind() == Kind.SHARE
                        ? head.canonical()
                        : heads.canonical(head.indicator(), measured(place.left(), unit));
                all.add(Optional.of(new Head(head.indicator(), id, head.surface(), 0, 0, head.tie())));
                of.add(-1);
            }
        } else {
            List<Integer> levels = lastLevels(place, count);
            if (count < 2 || levels.size() != count || role.kind() == Kind.LEVEL) {
                return false;
            }
            levels.forEach(it -> {
                all.add(Optional.empty());
                of.add(it);
            });
        }
        for (int i = 0; i < count; i++) {
            Role own = i == 0 ? role : roleOf(quantities.get(number + i), place(number + i));
            Direction direction = own.direction() == Direction.NONE ? role.direction() : own.direction();
            assigned.put(number + i, new Assigned(all.get(i), of.get(i), role.kind(), direction));
        }
        return true;
    }

    /// The indicator that a statement's is a variant of.
    private Optional<Indicator> base(int of) {
        if (of < 0) {
            return Optional.empty();
        }
        String id = statements.get(of).canonical();
        int point = id.lastIndexOf('.');
        return point < 0 ? Optional.empty() : pack.find(id.substring(0, point)).or(() -> pack.find(id));
    }

    private int levelWith(String canonical, Place place) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement it = statements.get(i);
            if (it.isLevel() && it.canonical().equals(canonical) && it.quantity().start() >= place.sentence()) {
                return i;
            }
        }
        return -1;
    }

    /// The last `count` levels of the sentence, in order.
    private List<Integer> lastLevels(Place place, int count) {
        List<Integer> found = new ArrayList<>();
        for (int i = statements.size() - 1; i >= 0 && found.size() < count; i--) {
            Statement it = statements.get(i);
            if (it.isLevel() && it.quantity().start() >= place.sentence()) {
                found.addFirst(i);
            } else if (!it.isLevel()) {
                break;
            }
        }
        return found;
    }

    // Changes and shares

    private void readChange(Quantity it, Place place, Role role) {
        int of = changed(it, place, role);
        Unit wanted = role.kind() == Kind.CHANGE_PCT ? Unit.NONE : it.unit();
        Matcher measure = MEASURE.matcher(beforeCue(place.clause()));
        if (measure.find() && of >= 0) {
            int level = levelOf(measure.group(1), of, place);
            if (level >= 0) {
                add(it, role, Optional.empty(), level, place, "the level in " + measure.group(1), 0.93);
                return;
            }
        }
        List<Head> own = heads.in(place.clause(), 0, beforeCue(place.clause()).length(), wanted, setting).stream()
                .filter(head -> role.kind() != Kind.CHANGE_PCT || isCore(head.indicator()))
                .toList();
        if (!own.isEmpty() && (of < 0 || !isSame(own.getLast(), statements.get(of)))) {
            Head head = own.getLast();
            int level = levelNamed(head, place);
            add(it, role, Optional.of(head), level, place, "named in its own clause", 0.9);
            return;
        }
        if (of >= 0) {
            add(it, role, Optional.empty(), of, place, "change of the level before", 0.95);
            return;
        }
        if (!statements.isEmpty() && statements.getLast().quantity().start() >= place.sentence()) {
            Statement last = statements.getLast();
            Optional<Head> head = pack.find(sibling(last.canonical(), measured(beforeCue(place.clause()), it.unit())))
                    .map(found -> new Head(found, found.id(), last.wording(), 0, 0, List.of()));
            if (head.isPresent()) {
                add(it, role, head, -1, place, "change against the figure before", 0.9);
                return;
            }
        }
        List<Head> any = heads.in(place.left(), 0, place.left().length(), wanted, setting);
        add(it, role, last(any), -1, place, "change without a level", 0.75);
    }

    /// The level that a change belongs to: that of the change before, or the last one it can be a difference of.
    private int changed(Quantity it, Place place, Role role) {
        if (!statements.isEmpty()) {
            Statement last = statements.getLast();
            boolean goesOn = last.kind() == Kind.CHANGE_ABS || last.kind() == Kind.CHANGE_PCT;
            if (goesOn && last.of() >= 0 && last.quantity().start() >= place.sentence() && place.open() == group[last.quantity().start()]) {
                return last.of();
            }
        }
        int of = currentOf(place);
        if (of < 0 || role.kind() == Kind.CHANGE_PCT) {
            return of;
        }
        for (int i = of; i >= 0; i--) {
            Statement level = statements.get(i);
            if (level.quantity().start() < statements.get(of).quantity().start() - 200) {
                break;
            }
            boolean fits = role.kind() == Kind.CHANGE_PP
                    ? level.unit().isRatio()
                    : HeadFinder.alike(level.unit(), it.unit()) || level.kind() == Kind.RANK && it.unit().measure().equals("person");
            if (fits && (level.isLevel() || level.kind() == Kind.RANK || level.kind() == Kind.SHARE) && (i == of || group[level.quantity().start()] == place.open())) {
                return i;
            }
        }
        return of;
    }

    private boolean isCore(Indicator indicator) {
        return !indicator.id().startsWith("act.") && !indicator.id().startsWith("org.") && !indicator.id().startsWith("case");
    }

    private String beforeCue(String clause) {
        List<Words.Hit<Cue>> cues = pack.changes().in(clause, 0, clause.length());
        return cues.isEmpty() ? clause : clause.substring(0, cues.getLast().start());
    }

    private static boolean isSame(Head head, Statement level) {
        return level.canonical().equals(head.canonical())
                || level.canonical().startsWith(head.indicator().id() + ".");
    }

    private int levelNamed(Head head, Place place) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement it = statements.get(i);
            if (it.quantity().start() < place.sentence()) {
                break;
            }
            if (it.isLevel() && isSame(head, it)) {
                return i;
            }
        }
        return -1;
    }

    private int levelOf(String measure, int of, Place place) {
        String wanted = measure.startsWith("批") ? "batch" : measure.startsWith("人") ? "person" : "case";
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement it = statements.get(i);
            if (it.quantity().start() < place.sentence()) {
                break;
            }
            if (it.isLevel() && it.unit().measure().equals(wanted)) {
                return i;
            }
        }
        return of;
    }

    private void readShare(Quantity it, Place place, Role role) {
        int mark = place.clause().lastIndexOf('占');
        String part = place.clause().substring(0, mark);
        Matcher rate = Pattern.compile("[^,]*占(?:比|比率|比重)率?.{0,3}$").matcher(place.clause());
        List<Head> shares = heads.in(place.clause(), 0, place.clause().length(), it.unit(), setting);
        if (rate.matches() && !shares.isEmpty() && shares.getLast().canonical().endsWith(".share")) {
            add(it, role, last(shares), -1, place, "a share by name", 0.95);
            return;
        }
        int of = currentOf(place);
        Unit unit = of >= 0 ? statements.get(of).unit() : Unit.NONE;
        List<Head> own = heads.in(part, 0, part.length(), unit, setting);
        if (!own.isEmpty() && (of < 0 || !isSame(own.getLast(), statements.get(of)))) {
            int level = levelNamed(own.getLast(), place);
            add(it, role, last(own), level, place, "share of the part named before 占", 0.85);
            return;
        }
        String words = stripped(part).replaceAll("(?:约|的|同比)+$", "");
        if (of >= 0 && words.length() < 2) {
            add(it, role, Optional.empty(), of, place, "share of the level before", 0.95);
            return;
        }
        Optional<Indicator> open = statements.isEmpty()
                ? Optional.empty()
                : pack.find(domain(statements.getLast().canonical()) + ".share");
        Optional<Head> head = open.map(found ->
                new Head(found, found.id(), words + "占比", 0, 0, List.of()));
        add(it, role, head, -1, place, "share of a class without a name", 0.7);
    }

    private static String domain(String id) {
        int point = id.indexOf('.');
        return point < 0 ? id : id.substring(0, point);
    }

    // Levels

    private void readLevel(Quantity it, Place place, Role role) {
        if (role.previous()) {
            readPrevious(it, place, role);
            return;
        }
        Unit unit = it.unit();
        String left = place.left();
        List<Head> before = generalised(specific(heads.in(left, 0, left.length(), unit, setting)), left);
        boolean near = !before.isEmpty() && isLinked(left.substring(before.getLast().end()));
        if (near) {
            List<Head> shared = HeadFinder.joined(before, left);
            boolean each = EACH.matcher(left).matches() || unit.isRatio();
            if (shared.size() > 1 && each && unit.isRatio() | EACH.matcher(left).matches()) {
                for (Head head : shared) {
                    add(it, role, Optional.of(head), -1, place, "one value for several heads", 0.92);
                }
                return;
            }
            add(it, role, last(before), -1, place, "named right before it", 0.97);
            return;
        }
        Optional<Head> behind = behind(it, place);
        if (behind.isPresent()) {
            add(it, role, behind, -1, place, "named right behind it", 0.9);
            return;
        }
        if (it.form() == Form.WORDS || it.form() == Form.BARE) {
            return;
        }
        if (!statements.isEmpty() && statements.getLast().previous() && isReached(place)) {
            addInherited(it, role, statements.size() - 1, place);
            return;
        }
        Optional<Integer> parent = inherited(it, place, role);
        if (isBudgetOfRate(it, place)) {
            int of = currentOf(place);
            Kind kind = place.clause().contains("占") ? Kind.SHARE : Kind.LEVEL;
            Optional<Head> rate = kind == Kind.SHARE
                    ? Optional.empty()
                    : pack.find("fin.rate.exec").map(found -> new Head(found, found.id(), found.zh(), 0, 0, List.of()));
            assigned.put(place.number() + 1, new Assigned(rate, kind == Kind.SHARE ? of : -1, kind, Direction.NONE));
            addInherited(it, role, of, place);
            return;
        }
        Optional<Indicator> framed = framed(it, place);
        if (framed.isPresent()) {
            Indicator found = framed.get();
            add(it, role, Optional.of(new Head(found, heads.canonical(found, unit), stripped(place.clause()), 0, 0, List.of())),
                    -1, place, "short name under the total", 0.85);
            return;
        }
        boolean inClause = !before.isEmpty() && !lastPiece(left).isEmpty() && before.getLast().end() > left.lastIndexOf(',');
        boolean inSegment = !before.isEmpty() && !REASON.matcher(left).find() && it.unit().isMoney();
        if (inClause || inSegment) {
            add(it, role, last(before), -1, place, "named in its clause", 0.85);
            return;
        }
        if (parent.isPresent()) {
            addInherited(it, role, parent.get(), place);
            return;
        }
        if (!before.isEmpty()) {
            add(it, role, last(before), -1, place, "named before it", 0.7);
            return;
        }
        if (unit.dimension().equals("score")) {
            String id = scoreOf(stripped(place.clause()));
            Optional<Head> head = pack.find(id).map(found -> new Head(found, id, found.zh(), 0, 0, List.of()));
            add(it, role, head, -1, place, "a score without a name", 0.7);
            return;
        }
        List<Head> heading = heads.in(setting.headings(), 0, setting.headings().length(), unit, setting);
        if (unit.isMoney() && !heading.isEmpty() && stripped(place.clause()).length() < 4) {
            add(it, role, last(heading), -1, place, "named in the heading", 0.6);
            return;
        }
        int listed = currentOf(place);
        if (unit.isMoney()
                && listed >= 0
                && statements.get(listed).canonical().startsWith("fin.exp.project")
                && PROJECT_NAME.matcher(stripped(place.clause())).matches()) {
            Optional<Head> item = pack.find("fin.exp.project.item")
                    .map(found -> new Head(found, found.id(), stripped(place.clause()), 0, 0, List.of()));
            add(it, role, item, -1, place, "one of the projects", 0.8);
            return;
        }
        if (unit.isMoney() && GENERAL.matcher(stripped(place.clause())).matches()) {
            Optional<Head> whole = pack.find("fin.exp.total")
                    .map(found -> new Head(found, found.id(), stripped(place.clause()), 0, 0, List.of()));
            add(it, role, whole, -1, place, "a budget without a name is the whole one", 0.6);
            return;
        }
        if (unit == Unit.NONE || unit.dimension().equals("duration") || unit.dimension().equals("multiple")) {
            return;
        }
        add(it, role, Optional.empty(), -1, place, "open indicator", 0.5);
    }

    /// The whole score, the full marks, or the score of a part.
    private static String scoreOf(String words) {
        if (words.contains("满分") || words.contains("总分")) {
            return "score.full";
        }
        boolean part = words.endsWith("指标") || words.endsWith("情况") || words.endsWith("方面");
        return part ? "score" : "score.self";
    }

    private boolean isReached(Place place) {
        return REACHED.matcher(place.clause()).find()
                && !pack.changes().in(place.clause(), 0, place.clause().length()).isEmpty();
    }

    /// 完成年初预算1500万元的95%: the budget of what was just told, and its rate.
    private boolean isBudgetOfRate(Quantity it, Place place) {
        if (place.number() + 1 >= quantities.size() || currentOf(place) < 0 || !it.unit().isMoney()) {
            return false;
        }
        Quantity next = quantities.get(place.number() + 1);
        return next.unit().isRatio()
                && text.substring(it.end(), next.start()).equals("的")
                && place.clause().contains("预算")
                && statements.get(currentOf(place)).unit().isMoney();
    }

    private static String lastPiece(String left) {
        return left.substring(Math.max(left.lastIndexOf(','), left.lastIndexOf('、')) + 1);
    }

    private static boolean isLinked(String between) {
        return LINK.matcher(between).matches();
    }

    /// 公务接待费:本年支出总额为: the label before the colon is what is counted.
    private List<Head> generalised(List<Head> found, String left) {
        List<Head> named = new ArrayList<>(found);
        while (named.size() > 1
                && pack.isGeneric(named.getLast().surface())
                && isLabelled(named.get(named.size() - 2), named.getLast(), left)) {
            named.removeLast();
        }
        if (named.size() < found.size()) {
            named.set(named.size() - 1, moved(named.getLast(), found.getLast().end()));
            return named;
        }
        int colon = left.lastIndexOf(':');
        boolean labelOnly = colon >= 0
                && !found.isEmpty()
                && found.getLast().end() == colon
                && left.length() - colon <= 12
                && pack.names().in(left, colon, left.length()).isEmpty();
        if (labelOnly) {
            named.set(named.size() - 1, moved(named.getLast(), left.length()));
        }
        return named;
    }

    /// Whether a general word belongs to the name before it: right behind it, behind its colon, or another general word.
    private boolean isLabelled(Head label, Head general, String left) {
        return left.startsWith(":", label.end()) || label.end() >= general.start() || pack.isGeneric(label.surface());
    }

    /// 上级转办信访事项: a name right behind its own part is only the noun of that part.
    private List<Head> specific(List<Head> found) {
        List<Head> kept = new ArrayList<>();
        for (Head head : found) {
            Head before = kept.isEmpty() ? null : kept.getLast();
            if (before != null
                    && before.end() == head.start()
                    && before.indicator().parent().equals(head.indicator().id())) {
                kept.set(kept.size() - 1, moved(before, head.end()));
            } else {
                kept.add(head);
            }
        }
        return kept;
    }

    private static Head moved(Head head, int end) {
        return new Head(head.indicator(), head.canonical(), head.surface(), head.start(), end, head.tie());
    }

    private Optional<Head> behind(Quantity it, Place place) {
        String right = place.right();
        if (right.isEmpty() || it.unit().isRatio() || it.unit() == Unit.NONE) {
            return Optional.empty();
        }
        List<Head> found = heads.in(right, 0, right.length(), it.unit(), setting);
        return found.stream()
                .filter(head -> head.start() <= (it.form() == Form.WORDS ? 4 : RIGHT_REACH + 6))
                .findFirst();
    }

    /// The statement whose head goes on: 来访12466件次23212人次, 省部级10人.
    private Optional<Integer> inherited(Quantity it, Place place, Role role) {
        int of = currentOf(place);
        if (of < 0) {
            return Optional.empty();
        }
        String words = stripped(place.clause());
        if (OTHERS.matcher(words).matches()) {
            Integer whole = total.get(-1);
            return Optional.of(whole == null ? of : whole);
        }
        Statement latest = statements.getLast();
        boolean withoutLevel = latest.kind() == Kind.CHANGE_PCT || latest.kind() == Kind.CHANGE_ABS;
        if (withoutLevel
                && latest.of() < 0
                && latest.quantity().start() >= place.sentence()
                && words.isEmpty()
                && pack.find(latest.canonical()).filter(found -> heads.fits(found, it.unit())).isPresent()) {
            return Optional.of(statements.size() - 1);
        }
        boolean general = it.unit().isMoney() && GENERAL.matcher(words).matches();
        while (general && of > 0 && !isBudget(statements.get(of), place)) {
            of--;
        }
        Statement level = statements.get(of);
        if (level.quantity().start() < place.sentence()) {
            return Optional.empty();
        }
        boolean sameDimension = level.unit().dimension().equals(it.unit().dimension());
        boolean bare = words.isEmpty();
        boolean part = HeadFinder.alike(level.unit(), it.unit())
                && it.unit().isCount()
                && words.length() <= 8
                && (place.open() >= 0
                        || level.why().startsWith("head goes on")
                        || PER_TIME.matcher(words).matches()
                        || OF_PARTS.matcher(text.substring(level.quantity().end(), it.start())).find());
        boolean target = role.kind() == Kind.TARGET && HeadFinder.alike(level.unit(), it.unit());
        return sameDimension && (bare || part || general || target) || it.form() == Form.ZERO ? Optional.of(of) : Optional.empty();
    }

    private static boolean isBudget(Statement it, Place place) {
        return it.isLevel() && it.unit().isMoney() && !it.canonical().isEmpty()
                || it.quantity().start() < place.sentence();
    }

    private Optional<Indicator> framed(Quantity it, Place place) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement total = statements.get(i);
            if (total.isLevel() && total.unit().isMoney() && !pack.frame(total.canonical()).isEmpty()) {
                return heads.framed(total.canonical(), stripped(place.clause()), it);
            }
        }
        return Optional.empty();
    }

    private void addInherited(Quantity it, Role role, int of, Place place) {
        Statement level = statements.get(of);
        String canonical = level.canonical();
        Optional<Indicator> base = pack.find(canonical);
        if (base.isPresent() && it.unit().isCount() && !level.unit().measure().equals(it.unit().measure())) {
            int point = canonical.lastIndexOf('.');
            String sibling = canonical.substring(0, point + 1) + it.unit().measure();
            canonical = pack.find(sibling).isPresent() ? sibling : pack.find(canonical.substring(0, point))
                    .map(parent -> heads.canonical(parent, it.unit()))
                    .filter(id -> id.contains("."))
                    .orElse(canonical);
        }
        List<Head> same = HeadFinder.alike(level.unit(), it.unit())
                ? List.of()
                : heads.in(level.wording(), 0, level.wording().length(), it.unit(), setting);
        if (!same.isEmpty()) {
            canonical = same.getLast().canonical();
        }
        String words = stripped(place.clause());
        Optional<Indicator> found = pack.find(canonical);
        String id = canonical;
        Optional<Head> head = found.map(
                indicator -> new Head(indicator, id, words.isEmpty() ? level.wording() : words, 0, 0, List.of()));
        add(it, role, head, -1, place, "head goes on from the level before", 0.85);
    }

    private void readPrevious(Quantity it, Place place, Role role) {
        int of = currentOf(place);
        List<Head> own = heads.in(place.left(), 0, place.left().length(), it.unit(), setting);
        boolean other = !own.isEmpty() && (of < 0 || !isSame(own.getLast(), statements.get(of)));
        Matcher subject = FROM_HEAD.matcher(place.clause());
        boolean unnamed = own.isEmpty() && role.why().equals("由…到") && subject.find() && stripped(subject.group("head")).length() > 2;
        if (unnamed) {
            add(it, role, Optional.empty(), -1, place, "open indicator", 0.5);
            return;
        }
        if (of < 0 || other || statements.get(of).quantity().start() < place.sentence()) {
            add(it, role, last(own), -1, place, role.why(), 0.85);
            return;
        }
        add(it, role, Optional.empty(), of, place, role.why(), 0.95);
    }

    // Making statements

    private int currentOf(Place place) {
        Integer at = current.get(place.open());
        if (at != null) {
            return at;
        }
        int open = place.open();
        while (open >= 0) {
            int outer = open == 0 ? -1 : group[open - 1];
            if (text.charAt(Math.max(open - 1, 0)) == ')' && open > 0) {
                outer = -1;
            }
            Integer found = lastBefore(open, outer);
            if (found != null) {
                return found;
            }
            open = outer;
        }
        return -1;
    }

    private Integer lastBefore(int position, int open) {
        Integer at = current.get(open);
        return at != null && statements.get(at).quantity().end() <= position ? at : Integer.valueOf(-1);
    }

    private void add(
            Quantity it, Role role, Optional<Head> head, int of, Place place, String rule, double confidence) {
        Statement level = of >= 0 ? statements.get(of) : null;
        String canonical = head.map(Head::canonical).orElse(level == null ? "" : level.canonical());
        if (head.isPresent() && level != null && role.kind() != Kind.LEVEL) {
            canonical = level.canonical();
        }
        String wording = wording(head, level, place);
        Unit unit = unitOf(it, canonical);
        if (it.unit() == Unit.NONE && head.isPresent()) {
            canonical = heads.canonical(head.get().indicator(), unit);
        }
        Kind kind = role.kind();
        if (kind == Kind.LEVEL && canonical.endsWith(".share")) {
            kind = Kind.SHARE;
        }
        boolean moved = kind == Kind.CHANGE_ABS || kind == Kind.CHANGE_PCT;
        if (moved && level == null && head.isPresent() && head.get().end() > 0) {
            canonical = heads.canonical(head.get().indicator(), measured(place.left(), it.unit()));
        }
        String now = flow(periods.at(place.sentence(), it.start()), canonical);
        if (level != null && !role.previous()) {
            now = level.period();
        }
        boolean change = kind == Kind.CHANGE_ABS || kind == Kind.CHANGE_PCT || kind == Kind.CHANGE_PP;
        String period = role.previous() ? before(it, place, now) : now;
        int base = change ? baseOf(of) : -1;
        String basePeriod = !change ? "" : base >= 0 ? statements.get(base).period() : Periods.yearBefore(now);
        List<String> tie = head.map(Head::tie).orElse(List.of());
        String issue = it.amount() == null
                ? "malformed number" + (it.candidates().isEmpty() ? "" : ": " + String.join(" or ", it.candidates()))
                : tie.isEmpty() ? "" : "ambiguous: " + String.join(", ", tie);
        statements.add(new Statement(
                it,
                canonical,
                wording,
                unit,
                kind,
                role.direction(),
                period,
                basePeriod,
                basis(kind, place, unit),
                scope(place),
                of,
                base,
                role.previous(),
                tie.isEmpty() && it.amount() != null ? confidence : Math.min(confidence, 0.5),
                rule + "; " + role.why() + head.map(found -> "; " + found.surface()).orElse(""),
                issue));
        int number = statements.size() - 1;
        boolean execution = canonical.equals("fin.rate.exec") && current.containsKey(place.open());
        boolean namedShare = kind == Kind.SHARE && canonical.endsWith(".share") && of < 0;
        if (!role.previous() && !execution && (namedShare || kind == Kind.LEVEL || kind == Kind.SCORE || kind == Kind.RANK)) {
            current.put(place.open(), number);
            total.putIfAbsent(-1, number);
        }
        settleBatches(number);
    }

    /// The unit that a measure word names: 批次同比下降; the figure's own if there is none.
    private static Unit measured(String left, Unit own) {
        if (left.contains("批次")) {
            return new Unit("批次", "count", "batch", "批次", "");
        }
        if (left.contains("人次")) {
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
    private void settleBatches(int number) {
        if (number == 0) {
            return;
        }
        Statement now = statements.get(number);
        Statement before = statements.get(number - 1);
        if (before.unit().surface().equals("件次")
                && now.unit().surface().equals("人次")
                && before.quantity().end() == now.quantity().start()
                && before.canonical().endsWith(".case")) {
            String id = before.canonical().substring(0, before.canonical().length() - ".case".length()) + ".batch";
            if (pack.find(id).isPresent()) {
                Unit batch = new Unit("件次", "count", "batch", "件次", "");
                statements.set(
                        number - 1,
                        new Statement(
                                before.quantity(), id, before.wording(), batch, before.kind(), before.direction(),
                                before.period(), before.basePeriod(), before.basis(), before.scope(), before.of(),
                                before.base(), before.previous(), before.confidence(),
                                before.why() + "; 件次 before 人次 counts batches", before.issue()));
            }
        }
    }

    private String before(Quantity it, Place place, String now) {
        return periods.yearNamed(Math.max(place.from(), it.start() - 16), it.start())
                .filter(named -> !now.startsWith(named))
                .orElse(Periods.yearBefore(now));
    }

    private int baseOf(int of) {
        for (int i = statements.size() - 1; i > of && of >= 0; i--) {
            Statement it = statements.get(i);
            if (it.previous() && it.of() == of) {
                return i;
            }
        }
        return -1;
    }

    /// The unit, or what a number without one measures by its head: 96.16万 of money, 788 among 人次.
    private Unit unitOf(Quantity it, String canonical) {
        if (it.unit() != Unit.NONE) {
            return it.unit();
        }
        String dimension = pack.find(canonical).map(Indicator::dimension).orElse("");
        if (dimension.equals("money")) {
            return new Unit("", "money", "", "元", "");
        }
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (statements.get(i).unit().isCount()) {
                return statements.get(i).unit();
            }
        }
        for (Quantity other : quantities) {
            if (other.start() > it.start() && other.unit().isCount()) {
                return other.unit();
            }
        }
        return Unit.NONE;
    }

    private String wording(Optional<Head> head, @org.jspecify.annotations.Nullable Statement level, Place place) {
        if (head.isPresent()) {
            String words = stripped(place.clause());
            String surface = head.get().surface();
            return words.endsWith(surface) && words.length() <= LONGEST_WORDING ? words : surface;
        }
        if (level != null) {
            return level.wording();
        }
        String words = stripped(place.clause());
        if (words.length() < 2 && !place.right().isEmpty()) {
            words = place.right();
        }
        if (words.length() < 2 && !setting.headings().isEmpty()) {
            words = setting.headings();
        }
        if (words.isBlank()) {
            return quantities.get(place.number()).wording().isEmpty() ? "数值" : quantities.get(place.number()).wording();
        }
        return words.length() > LONGEST_WORDING ? words.substring(words.length() - LONGEST_WORDING) : words;
    }

    private static String stripped(String clause) {
        String words = TRAILING.matcher(clause.strip()).replaceAll("");
        int cut = words.lastIndexOf('、');
        if (cut >= 0) {
            words = words.substring(cut + 1);
        }
        return LEADING.matcher(words).replaceAll("").strip();
    }

    private String basis(Kind kind, Place place, Unit unit) {
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
        return words.contains("拨款") || words.contains("安排") || words.contains("到位") ? "appropriated" : "outturn";
    }

    private String scope(Place place) {
        List<Words.Hit<Cue>> found = pack.scopes().in(place.clause(), 0, place.clause().length());
        return found.isEmpty() ? "" : found.getLast().surface();
    }

    private static Optional<Head> last(List<Head> heads) {
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.getLast());
    }
}
