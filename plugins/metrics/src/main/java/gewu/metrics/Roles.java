package gewu.metrics;

import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells from the words around a quantity whether it is a level, last year's level, a change, a share, a rank, a score
/// or a target.
final class Roles {
    private static final String LAST_YEAR = "(?:上年度?|去年|上一年度?|往年|前一年|前年)";
    private static final Pattern COMPARED = Pattern.compile("(?:比|较|同|与|对比|相比|低于|高于)(?:" + LAST_YEAR
            + "|(?:19|20)\\d\\d年度?)(?:同期|同口径|同比口径)?(?:的|数|为|水平|决算数?|预算数?|支出|执行数|完成)*$");
    private static final Pattern LAST_YEARS_OWN =
            Pattern.compile(LAST_YEAR + "(?:同期|同口径|同比口径)?(?:数|为|是|的|平均|约|决算数?|支出|同期数)*(?:为|是)?$");
    private static final Pattern BEHIND_CHANGE =
            Pattern.compile("(?:了|约|近|超|超过|将近|大约|各|均|都|分别|资金|支出|经费|金额|费用|幅度|幅|率|比例|比率|额|数|分别为|达|达到|为|是|有|:|-)*$");
    private static final Pattern REACHED =
            Pattern.compile("(?:至|到|为|达|达到|成|于)(?:了|约|近|(?:19|20)\\d\\d年度?的?|今年的?|目前的?)*$");
    private static final Pattern NOUN = Pattern.compile("(?:幅|率|幅度|比例|比率|额|数)(?:约)?(?:为|达|达到|是)?(?:约|近)?$");
    private static final Pattern FROM = Pattern.compile("(?:由|从|自)[^,，。;]{0,12}$");
    private static final Pattern NEXT_FROM = Pattern.compile("[、,](?:(?:19|20)\\d\\d年度?|" + LAST_YEAR + "|前年)的?");
    private static final Pattern TO =
            Pattern.compile("[^,，。;]{0,14}(?:至|到|为|成)(?:了|约|近|(?:19|20)\\d\\d年度?的?|今年的?|目前的?|现在的?)*");
    private static final Pattern OF_BUDGET = Pattern.compile("占(?:年初|调整后?|全年|年度|当年)?预算数?的?$");
    private static final Pattern RISES =
            Pattern.compile("(?:逐步|稳步|又)?(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|压缩|缩短|压减|缩减|升|增|降|减)(?:至|到|为)了?");
    private static final Pattern BESIDE = Pattern.compile("(?<up>高于|高出|超出|超过|[多高超]$)|(?<down>低于|[低少]$)");
    private static final Pattern TARGET_BEHIND = Pattern.compile("^(?:以上|以内|以下|左右)?的?(?:控制线|目标|控制目标|任务|要求|标准).*|^以内$");
    private static final Pattern SHARE_BEFORE = Pattern.compile("占比(?:最高|最大|最多|最低|居首|较高|较大),(?:为|达到?|是|约)?$");
    private static final Set<String> CUTS = Set.of("压减", "压缩", "压降", "削减", "缩减", "核减", "节约", "节省");
    private static final Pattern COUNTING = Pattern.compile("^了|(?:共|共计|约|近|达|为)+$");
    private static final int SHARE_REACH = 18;

    private final Pack pack;
    private final Clauses clauses;
    private final Story story;
    private final String text;
    private final List<Quantity> quantities;

    Roles(Pack pack, Clauses clauses, Story story, String text, List<Quantity> quantities) {
        this.pack = pack;
        this.clauses = clauses;
        this.story = story;
        this.text = text;
        this.quantities = quantities;
    }

    Role of(Place place) {
        Quantity it = quantities.get(place.number());
        Unit unit = it.unit();
        String clause = place.clause();
        if (it.form() == Form.ORDINAL) {
            return new Role(Kind.RANK, Direction.NONE, false, "第…位");
        }
        Optional<Cue> change = change(clause).or(() -> cut(clause, unit));
        if (unit.dimension().equals("pp")) {
            return points(place, change);
        }
        if (unit.dimension().equals("score") && change.isEmpty()) {
            return new Role(Kind.SCORE, Direction.NONE, false, "分");
        }
        if (isTarget(clause, place.right())) {
            return new Role(Kind.TARGET, Direction.NONE, false, "target cue");
        }
        if (change.isPresent() && !change.get().words().equals("新增")) {
            Direction direction =
                    clause.endsWith("-") ? Direction.DOWN : change.get().direction();
            Kind kind = unit.isRatio() || unit.dimension().equals("multiple") ? Kind.CHANGE_PCT : Kind.CHANGE_ABS;
            return new Role(kind, direction, false, change.get().words());
        }
        if (isMoreOrLess(clause)) {
            Direction direction = clause.startsWith("多") ? Direction.UP : Direction.DOWN;
            return new Role(unit.isRatio() ? Kind.CHANGE_PCT : Kind.CHANGE_ABS, direction, false, clause);
        }
        if (COMPARED.matcher(clause).find() || LAST_YEARS_OWN.matcher(clause).find()) {
            return Role.previous("compared with the year before");
        }
        if (isFrom(place)) {
            return Role.previous("由…到");
        }
        Optional<Role> continued = continued(it, place);
        if (continued.isPresent()) {
            return continued.get();
        }
        if (unit.isRatio() && (isShare(clause) && !OF_BUDGET.matcher(clause).find() || isInBracketAlone(it, place))) {
            return new Role(Kind.SHARE, Direction.NONE, false, "占");
        }
        if (unit.isRatio() && isShareBefore(place)) {
            return new Role(Kind.SHARE, Direction.NONE, false, "占比最高");
        }
        return Role.level("level");
    }

    /// 比上年同期748件少136件.
    private boolean isMoreOrLess(String clause) {
        return !story.isEmpty() && story.last().previous() && (clause.matches("[多少]了?"));
    }

    /// 咨询5.1万件(51.7%): a percentage alone in the bracket behind a figure.
    private boolean isInBracketAlone(Quantity it, Place place) {
        return place.open() >= 0
                && it.start() == place.open() + 1
                && text.startsWith(")", it.end())
                && !story.isEmpty()
                && story.last().quantity().end() == place.open()
                && !story.last().unit().isRatio();
    }

    private Role points(Place place, Optional<Cue> change) {
        Direction direction =
                change.or(() -> lastChange(place.left())).map(Cue::direction).orElseGet(() -> beside(place.clause()));
        return new Role(Kind.CHANGE_PP, direction, false, "个百分点");
    }

    /// The change cue right before the quantity (减少了, 增幅为); not one that tells a new level (提升至).
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
        return BEHIND_CHANGE.matcher(behind).matches()
                ? Optional.of(last.meanings().getFirst())
                : Optional.empty();
    }

    /// 压减一般性支出1.32亿元: what was cut stands between the deed and the figure.
    private Optional<Cue> cut(String clause, Unit unit) {
        List<Words.Hit<Cue>> cues = pack.changes().in(clause, 0, clause.length());
        if (!unit.isMoney() || cues.isEmpty() || !CUTS.contains(cues.getLast().surface())) {
            return Optional.empty();
        }
        String behind = COUNTING.matcher(clause.substring(cues.getLast().end())).replaceAll("");
        boolean named =
                pack.called(behind).stream().anyMatch(it -> it.dimension().equals("money"));
        return named ? Optional.of(cues.getLast().meanings().getFirst()) : Optional.empty();
    }

    /// The last change cue of some words.
    private Optional<Cue> lastChange(String words) {
        List<Words.Hit<Cue>> cues = pack.changes().in(words, 0, words.length());
        return cues.isEmpty()
                ? Optional.empty()
                : Optional.of(cues.getLast().meanings().getFirst());
    }

    /// The words of a clause before its last change cue; all if there is none.
    String beforeChange(String clause) {
        List<Words.Hit<Cue>> cues = pack.changes().in(clause, 0, clause.length());
        return cues.isEmpty() ? clause : clause.substring(0, cues.getLast().start());
    }

    private static Direction beside(String clause) {
        Direction found = Direction.NONE;
        for (Matcher it = BESIDE.matcher(clause); it.find(); ) {
            found = it.group("up") != null ? Direction.UP : Direction.DOWN;
        }
        return found;
    }

    private boolean isTarget(String clause, String right) {
        if (TARGET_BEHIND.matcher(right).matches() && !right.equals("以内")) {
            return true;
        }
        List<Words.Hit<Cue>> cues = pack.targets().in(clause, 0, clause.length());
        if (cues.isEmpty()) {
            return false;
        }
        Words.Hit<Cue> last = cues.getLast();
        return clause.length() - last.end() <= 4
                        && !clause.substring(last.end()).contains("完成")
                || last.surface().equals("力争")
                || last.surface().equals("确保");
    }

    private static boolean isShare(String clause) {
        int at = clause.lastIndexOf('占');
        return at >= 0 && clause.length() - at <= SHARE_REACH;
    }

    /// 住房类占比最高,达19.7%: the clause before says that it is a share.
    private static boolean isShareBefore(Place place) {
        return SHARE_BEFORE.matcher(place.left()).find();
    }

    /// 由2019年的A、2020年的B降至C: A and B are old levels.
    private boolean isFrom(Place place) {
        if (rises(place)) {
            return true;
        }
        boolean goesOn = !story.isEmpty()
                && story.last().previous()
                && story.last().why().contains("由…到")
                && NEXT_FROM.matcher(place.left()).matches();
        if (!goesOn && !FROM.matcher(place.clause()).find()) {
            return false;
        }
        for (int i = place.number(); i + 1 < quantities.size(); i++) {
            int end = quantities.get(i).end();
            int next = quantities.get(i + 1).start();
            if (next - end > 24) {
                return false;
            }
            String between = text.substring(end, next);
            if (TO.matcher(between).matches()) {
                return true;
            }
            if (!NEXT_FROM.matcher(between).matches()) {
                return false;
            }
        }
        return false;
    }

    /// 标准5640元提高到6000元: the old level and right behind it the new one.
    private boolean rises(Place place) {
        if (place.number() + 1 >= quantities.size()) {
            return false;
        }
        Quantity it = quantities.get(place.number());
        Quantity next = quantities.get(place.number() + 1);
        return it.unit().dimension().equals(next.unit().dimension())
                && next.start() - it.end() <= 8
                && RISES.matcher(text.substring(it.end(), next.start())).matches();
    }

    /// Whether a new level is told: 提升至, 降到.
    boolean isReached(Place place) {
        return REACHED.matcher(place.clause()).find();
    }

    /// 下降38.9%和42.6%: the second has the role of the first.
    private Optional<Role> continued(Quantity it, Place place) {
        if (story.isEmpty() || !place.left().matches("|和|及|与|、|以及")) {
            return Optional.empty();
        }
        Statement last = story.last();
        boolean pair = last.previous()
                && it.unit().isCount()
                && last.unit().isCount()
                && !last.unit().measure().equals(it.unit().measure());
        if (pair) {
            return Optional.of(Role.previous("goes on after last year's"));
        }
        boolean change = last.kind() == Kind.CHANGE_ABS
                || last.kind() == Kind.CHANGE_PCT && !place.left().isEmpty();
        return change && last.quantity().unit().dimension().equals(it.unit().dimension())
                ? Optional.of(new Role(last.kind(), last.direction(), false, "goes on after " + place.left()))
                : Optional.empty();
    }
}
