package gewu.metrics;

import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a level, score, rank or target is a figure of. The rules are tried from the nearest evidence to the
/// farthest; the first that answers decides.
final class Levels {
    private static final Pattern LINK = Pattern.compile(
            "(?:情况|数量|数|总数|总量|总额|总计|合计|共计|共|计|为|达到|达|是|有|约|近|已|了|:|的|累计|实际|完成|支付|执行"
                    + "|提升至|提高到|提升到|提高至|下降到|降至|本年支出决算|支出决算|决算数?|预算数?|金额|均|都|各|分别|支出|经费|收入|人数|总人数|全部|,其中|其中|占|约占|占比|件数|批次|人次|仅|分"
                    + "|\"|”|“|\\(|\\)|及|和|、|超过|超|突破|资金|预算|本年|全年|当年|年末|率|保持|在|至|到|控制|不超过|不低于|不少于|不高于|≥|≤|>|<|=|目标值?|力争|确保)*");
    private static final Pattern EACH = Pattern.compile(".*(?:均|都|皆|全部|同为|各)[^,，]{0,4}$");
    private static final Pattern REASON = Pattern.compile("主要|原因|由于|因为");
    private static final Pattern PROJECT_NAME = Pattern.compile(".{2,}(?:经费|资金|专项|项目|工程|建设|费)$");
    private static final Pattern FROM_HEAD = Pattern.compile("^(?<head>.*)(?:由|从|自)");
    private static final Pattern OTHERS = Pattern.compile(".*(?:其他|其它|其余)$");
    private static final Pattern GENERAL = Pattern.compile(
            "(?:年初|全年|本年|调整后?|年度|财政|当年|实际|部门)*(?:预算数?|决算数?|执行数?|支出数?|支付数?|完成数?|预算安排|安排|支出|支付|到位|使用|下达|批复|执行|预算)+");
    private static final Pattern DONE =
            Pattern.compile("(?:年度)?(?:实际|实际完成|实际达到|完成|完成值|达到|实际值|实际为|全年实际|现)?(?:完成|达到|值|为)*");
    private static final Pattern PER_TIME = Pattern.compile(".*(?:平均每[天日月年]|日均|月均|年均|每[天日月])$");
    private static final Pattern OF_PARTS = Pattern.compile("其中|包括|包含|分别|含|即");
    private static final Pattern DEED =
            Pattern.compile("^(?:移送|追责|追究|建立|制定|救助|解决|推动|召开|开展|组织|完成|发放|新建|帮助|培训|表彰|查处|下达|督办|防止|招聘|引进|受理|办理)");
    private static final Pattern NOUN_TAIL = Pattern.compile("[^的中共达为有由等从上至到,:(]{3,}");
    private static final Pattern CLASS = Pattern.compile("(?:支出|经费|类|方面|渠道|人员|编制|干部|职工|工单|诉求|问题)+$");
    private static final int RIGHT_REACH = 9;
    private static final int PARTS_REACH = 400;

    private final Pack pack;
    private final HeadFinder heads;
    private final Setting setting;
    private final Clauses clauses;
    private final Story story;
    private final Roles roles;
    private final Respectively respectively;
    private final Scribe scribe;
    private final String text;
    private final List<Quantity> quantities;

    Levels(
            Pack pack,
            HeadFinder heads,
            Setting setting,
            Clauses clauses,
            Story story,
            Roles roles,
            Respectively respectively,
            Scribe scribe,
            String text,
            List<Quantity> quantities) {
        this.pack = pack;
        this.heads = heads;
        this.setting = setting;
        this.clauses = clauses;
        this.story = story;
        this.roles = roles;
        this.respectively = respectively;
        this.scribe = scribe;
        this.text = text;
        this.quantities = quantities;
    }

    void read(Quantity it, Place place, Role role) {
        if (role.previous()) {
            readPrevious(it, place, role);
            return;
        }
        String left = place.left();
        List<Head> named = generalised(specific(spoken(heads.in(left, 0, left.length(), it.unit()), left)), left);
        if (readNamed(it, place, role, named)) {
            return;
        }
        if (it.form() == Form.WORDS || it.form() == Form.BARE && !isListed(it, place)) {
            return;
        }
        boolean decided = readReached(it, place, role)
                || readBudgetOfRate(it, place, role)
                || readInClause(it, place, role, named)
                || readInherited(it, place, role)
                || readFarther(it, place, role, named)
                || readScore(it, place, role)
                || readHeading(it, place, role)
                || readProject(it, place, role)
                || readWhole(it, place, role);
        boolean measures = it.unit() != Unit.NONE
                && !it.unit().dimension().equals("duration")
                && !it.unit().dimension().equals("multiple");
        if (!decided && measures) {
            scribe.writeOpen(place, role, "open indicator", 0.5);
        }
    }

    // Names

    /// 信访总量1203件; 40件信访积案; 反馈的18个问题: the name stands right before the figure, behind it, or around it.
    private boolean readNamed(Quantity it, Place place, Role role, List<Head> named) {
        String left = place.left();
        boolean near = !named.isEmpty()
                && LINK.matcher(left.substring(named.getLast().end())).matches();
        Optional<Head> frame = frame(it, place);
        if (frame.isPresent()
                && (!near
                        || frame.get().surface().length()
                                >= named.getLast().surface().length())) {
            scribe.write(place, role, frame.get(), "short name under the total", 0.88);
            return true;
        }
        if (near) {
            List<Head> shared = HeadFinder.joined(named, left);
            if (shared.size() > 1 && (it.unit().isRatio() || EACH.matcher(left).matches())) {
                shared.forEach(head -> scribe.write(place, role, head, "one value for several heads", 0.92));
            } else {
                scribe.write(place, role, named.getLast(), "named right before it", 0.97);
            }
            return true;
        }
        Optional<Head> around = around(it, place);
        around.ifPresent(head -> scribe.write(place, role, head, "named around it", 0.9));
        if (around.isPresent()) {
            return true;
        }
        Optional<Head> behind = behind(it, place);
        behind.ifPresent(head -> scribe.write(place, role, head, "named right behind it", 0.9));
        return behind.isPresent();
    }

    /// 下属两个事业单位: a name parted by its figure.
    private Optional<Head> around(Quantity it, Place place) {
        String before = Scribe.stripped(place.clause());
        String right = place.right();
        if (!it.unit().isCount() || before.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        String tail = before.substring(Math.max(0, before.length() - 6));
        String joined = tail + right.substring(0, Math.min(right.length(), 8));
        return heads.in(joined, 0, joined.length(), it.unit()).stream()
                .filter(head -> head.start() < tail.length() && head.end() > tail.length())
                .filter(head -> head.start() > 0 || tail.length() < 6 || before.length() == 6)
                .findFirst();
    }

    /// 40件信访积案; 3个正在推进. A deed right behind its object counts what was done: 2000余件突出问题化解.
    private Optional<Head> behind(Quantity it, Place place) {
        String right = place.right();
        if (right.isEmpty() || it.unit().isRatio() || it.unit() == Unit.NONE) {
            return Optional.empty();
        }
        if (it.form() != Form.WORDS) {
            Optional<Head> framed = framed(it, place, Scribe.stripped(right));
            if (framed.isPresent()) {
                return framed;
            }
        }
        int reach = it.form() == Form.WORDS ? 4 : RIGHT_REACH + 6;
        Head found = null;
        for (Head head : heads.in(right, 0, right.length(), it.unit())) {
            if (found == null ? head.start() <= reach : head.start() == found.end()) {
                found = head;
            }
        }
        return Optional.ofNullable(found);
    }

    /// A类(已解决)289件: what a bracket adds to a name is no name of its own.
    private static List<Head> spoken(List<Head> found, String left) {
        if (left.indexOf('(') < 0) {
            return found;
        }
        List<Head> outside = found.stream()
                .filter(it -> left.lastIndexOf('(', it.start()) <= left.lastIndexOf(')', it.start()))
                .toList();
        return outside.isEmpty() ? found : outside;
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
            named.set(named.size() - 1, named.getLast().endingAt(found.getLast().end()));
            return named;
        }
        int colon = left.lastIndexOf(':');
        boolean labelOnly = colon >= 0
                && !found.isEmpty()
                && found.getLast().end() == colon
                && left.length() - colon <= 12
                && pack.names().in(left, colon, left.length()).isEmpty();
        if (labelOnly) {
            named.set(named.size() - 1, named.getLast().endingAt(left.length()));
        }
        return named;
    }

    /// Whether a general word belongs to the name before it: right behind it, behind its colon, or another general
    /// word.
    private boolean isLabelled(Head label, Head general, String left) {
        return left.startsWith(":", label.end()) || label.end() >= general.start() || pack.isGeneric(label.surface());
    }

    /// 上级转办信访事项: a name right behind its own part is only the noun of that part.
    private static List<Head> specific(List<Head> found) {
        List<Head> kept = new ArrayList<>();
        for (Head head : found) {
            boolean nounOfPart = !kept.isEmpty()
                    && kept.getLast().end() == head.start()
                    && kept.getLast()
                            .indicator()
                            .parent()
                            .equals(head.indicator().id());
            if (nounOfPart) {
                kept.set(kept.size() - 1, kept.getLast().endingAt(head.end()));
            } else {
                kept.add(head);
            }
        }
        return kept;
    }

    /// 支出合计1198万元,其中基本856万元; 来访2356批,其中到省48批: a short name that holds under what was told before.
    private Optional<Head> frame(Quantity it, Place place) {
        String clause = place.clause();
        String words = Scribe.stripped(clause);
        return framed(it, place, words)
                .or(() -> framed(it, place, Scribe.led(clause)))
                .or(() -> framed(it, place, CLASS.matcher(words).replaceAll("")));
    }

    private Optional<Head> framed(Quantity it, Place place, String words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        for (int i = story.lastNumber(); i >= story.reach(); i--) {
            Statement total = story.get(i);
            if (total.quantity().start() < place.sentence() && !total.unit().isMoney()) {
                return Optional.empty();
            }
            if (total.isLevel() && total.unit().dimension().equals(it.unit().dimension())) {
                Optional<Head> found = heads.framed(total.canonical(), words, it.unit());
                if (found.isPresent()
                        || !it.unit().isMoney()
                                && !pack.frame(total.canonical()).isEmpty()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private boolean readInClause(Quantity it, Place place, Role role, List<Head> named) {
        String left = place.left();
        String piece = left.substring(Math.max(left.lastIndexOf(','), left.lastIndexOf('、')) + 1);
        boolean inClause = !named.isEmpty()
                && !piece.isEmpty()
                && named.getLast().end() > left.lastIndexOf(',')
                && !(it.unit().isCount()
                        && NOUN_TAIL
                                .matcher(left.substring(named.getLast().end()))
                                .matches());
        boolean inSegment =
                !named.isEmpty() && !REASON.matcher(left).find() && it.unit().isMoney();
        if (inClause || inSegment) {
            scribe.write(place, role, named.getLast(), "named in its clause", 0.85);
            return true;
        }
        return false;
    }

    /// A name farther away, unless a count has a noun of its own.
    private boolean readFarther(Quantity it, Place place, Role role, List<Head> named) {
        if (named.isEmpty()
                || it.unit().isCount() && Scribe.stripped(place.clause()).length() > 2) {
            return false;
        }
        scribe.write(place, role, named.getLast(), "named before it", 0.7);
        return true;
    }

    // What goes on

    private boolean readReached(Quantity it, Place place, Role role) {
        if (story.isEmpty() || !story.last().previous() || !roles.isReached(place)) {
            return false;
        }
        inherit(it, role, story.lastNumber(), place);
        return true;
    }

    /// 完成年初预算1500万元的95%: the budget of what was just told, and its rate.
    private boolean readBudgetOfRate(Quantity it, Place place, Role role) {
        int of = story.current(place);
        if (place.number() + 1 >= quantities.size() || of < 0 || !it.unit().isMoney()) {
            return false;
        }
        Quantity next = quantities.get(place.number() + 1);
        boolean rated = next.unit().isRatio()
                && next.start() - it.end() == 1
                && text.charAt(it.end()) == '的'
                && place.clause().contains("预算")
                && story.get(of).unit().isMoney();
        if (!rated) {
            return false;
        }
        boolean share = place.clause().contains("占");
        Optional<Head> rate =
                share ? Optional.empty() : pack.find("fin.rate.exec").map(found -> Head.of(found, found.zh()));
        respectively.give(
                place.number() + 1,
                new Respectively.Given(rate, share ? of : -1, share ? Kind.SHARE : Kind.LEVEL, Direction.NONE));
        inherit(it, role, of, place);
        return true;
    }

    private boolean readInherited(Quantity it, Place place, Role role) {
        Optional<Integer> from = inherited(it, place, role);
        from.ifPresent(of -> inherit(it, role, of, place));
        return from.isPresent();
    }

    /// The statement whose head goes on: 来访12466件次23212人次, 省部级10人.
    private Optional<Integer> inherited(Quantity it, Place place, Role role) {
        String words = Scribe.stripped(place.clause());
        if (isDoneOfTarget(it, place, words)) {
            return Optional.of(story.lastNumber());
        }
        int of = story.current(place);
        if (of < 0) {
            return Optional.empty();
        }
        if (OTHERS.matcher(words).matches()) {
            return Optional.of(story.first() < 0 ? of : story.first());
        }
        Statement latest = story.last();
        boolean withoutLevel = latest.kind() == Kind.CHANGE_PCT || latest.kind() == Kind.CHANGE_ABS;
        if (withoutLevel
                && latest.of() < 0
                && story.isIn(place.sentence(), story.lastNumber())
                && words.isEmpty()
                && pack.find(latest.canonical())
                        .filter(found -> heads.fits(found, it.unit()))
                        .isPresent()) {
            return Optional.of(story.lastNumber());
        }
        boolean target =
                role.kind() == Kind.TARGET && HeadFinder.alike(story.get(of).unit(), it.unit());
        if (target) {
            return Optional.of(of);
        }
        boolean general = it.unit().isMoney() && GENERAL.matcher(words).matches();
        while (general && of > story.reach() && !isBudget(story.get(of), place)) {
            of--;
        }
        if (general) {
            of = wholeOf(of);
        }
        Statement level = story.get(of);
        if (level.quantity().start() < place.sentence()) {
            return Optional.empty();
        }
        boolean sameDimension = level.unit().dimension().equals(it.unit().dimension());
        boolean goesOn = sameDimension && (words.isEmpty() || isPart(it, place, words, level) || general);
        return goesOn || it.form() == Form.ZERO || it.form() == Form.BARE ? Optional.of(of) : Optional.empty();
    }

    /// 整体支出A,其中基本支出B、项目支出C;实际支出D: after several parts a word for all of them means their whole.
    private int wholeOf(int part) {
        String parent =
                pack.find(story.get(part).canonical()).map(Indicator::parent).orElse("");
        boolean several = false;
        for (int i = part - 1; i >= story.reach() && !parent.isEmpty(); i--) {
            String id = story.get(i).canonical();
            if (id.equals(parent) && story.get(i).isLevel()) {
                return several ? i : part;
            }
            several |= !id.equals(story.get(part).canonical())
                    && pack.find(id).map(Indicator::parent).orElse("").equals(parent);
        }
        return part;
    }

    /// 满意度不低于85%,实际91.7%: what was done of the target told right before.
    private boolean isDoneOfTarget(Quantity it, Place place, String words) {
        return !story.isEmpty()
                && story.last().kind() == Kind.TARGET
                && story.isIn(place.sentence(), story.lastNumber())
                && HeadFinder.alike(story.last().unit(), it.unit())
                && DONE.matcher(words).matches();
    }

    private boolean isPart(Quantity it, Place place, String words, Statement level) {
        if (!HeadFinder.alike(level.unit(), it.unit()) || !it.unit().isCount() || words.length() > 8) {
            return false;
        }
        return !DEED.matcher(words).find()
                && (place.open() >= 0
                        || level.why().startsWith("head goes on")
                        || PER_TIME.matcher(words).matches()
                        || isListedPart(it, place));
    }

    /// Whether 其中 or the like stands before, and no semicolon between.
    private boolean isListedPart(Quantity it, Place place) {
        String before = text.substring(Math.max(place.sentence(), it.start() - PARTS_REACH), it.start());
        return OF_PARTS.matcher(before.substring(before.lastIndexOf(';') + 1)).find();
    }

    private static boolean isBudget(Statement it, Place place) {
        return it.isLevel() && it.unit().isMoney() && !it.canonical().isEmpty()
                || it.quantity().start() < place.sentence();
    }

    /// A number without a unit that stands where its sisters have one: 63批214,301批876人次.
    private boolean isListed(Quantity it, Place place) {
        int of = story.lastNumber();
        return of >= 0
                && place.left().isEmpty()
                && story.get(of).quantity().end() == it.start()
                && story.get(of).unit().isCount();
    }

    private void inherit(Quantity it, Role role, int of, Place place) {
        Statement level = story.get(of);
        String id = inMeasure(level, it);
        String words = Scribe.stripped(place.clause());
        Optional<Head> head = pack.find(id)
                .map(found -> Head.of(found, words.isEmpty() ? level.wording() : words)
                        .as(id));
        scribe.write(place, role, head, -1, "head goes on from the level before", 0.85);
    }

    /// The indicator of a level, in the measure of another figure.
    private String inMeasure(Statement level, Quantity it) {
        String id = level.canonical();
        Unit unit = it.form() == Form.BARE ? new Unit("", "count", "person", "人次", "") : it.unit();
        if (!HeadFinder.alike(level.unit(), unit)) {
            List<Head> same = heads.in(level.wording(), 0, level.wording().length(), unit);
            if (!same.isEmpty()) {
                return same.getLast().canonical();
            }
        }
        if (pack.find(id).isEmpty() || !unit.isCount() || level.unit().measure().equals(unit.measure())) {
            return id;
        }
        int point = id.lastIndexOf('.');
        String sibling = id.substring(0, point + 1) + unit.measure();
        if (pack.find(sibling).isPresent()) {
            return sibling;
        }
        return pack.find(id.substring(0, Math.max(point, 0)))
                .map(parent -> heads.canonical(parent, unit))
                .filter(found -> found.contains("."))
                .orElse(id);
    }

    private void readPrevious(Quantity it, Place place, Role role) {
        int of = story.current(place);
        List<Head> own = heads.in(place.left(), 0, place.left().length(), it.unit());
        boolean other = !own.isEmpty() && (of < 0 || !own.getLast().isOf(story.get(of)));
        boolean fromTo = role.why().equals("由…到");
        if (fromTo && own.isEmpty() && !story.isEmpty() && story.last().previous()) {
            inherit(it, role, story.lastNumber(), place);
            return;
        }
        Matcher subject = FROM_HEAD.matcher(place.clause());
        boolean unnamed = own.isEmpty()
                && fromTo
                && subject.find()
                && Scribe.stripped(subject.group("head")).length() > 2;
        if (unnamed) {
            scribe.writeOpen(place, role, "open indicator", 0.5);
            return;
        }
        if (of < 0
                || other
                || fromTo && !own.isEmpty()
                || story.get(of).quantity().start() < place.sentence()) {
            Optional<Head> head = own.isEmpty() ? Optional.empty() : Optional.of(own.getLast());
            scribe.write(place, role, head, -1, role.why(), 0.85);
            return;
        }
        scribe.write(place, role, Optional.empty(), of, role.why(), 0.95);
    }

    // The last resorts

    private boolean readScore(Quantity it, Place place, Role role) {
        if (!it.unit().dimension().equals("score")) {
            return false;
        }
        String id = scoreOf(place, Scribe.stripped(place.clause()));
        Optional<Head> head = pack.find(id).map(found -> Head.of(found, found.zh()));
        scribe.write(place, role, head, -1, "a score without a name", 0.7);
        return true;
    }

    /// The whole score, the full marks, or the score of a part.
    private String scoreOf(Place place, String words) {
        if (words.contains("满分") || words.contains("总分")) {
            return "score.full";
        }
        boolean part = words.endsWith("指标") || words.endsWith("情况") || words.endsWith("方面");
        boolean underTotal = !words.isEmpty()
                && !words.equals("得")
                && (story.levelOf("score.self", place.sentence()) >= 0 || isScored(place));
        return part || underTotal ? "score" : "score.self";
    }

    private boolean isScored(Place place) {
        for (int i = story.lastNumber(); i >= story.reach() && story.isIn(place.sentence(), i); i--) {
            if (story.get(i).canonical().equals("score.self")) {
                return true;
            }
        }
        return false;
    }

    private boolean readHeading(Quantity it, Place place, Role role) {
        String headings = setting.headings();
        List<Head> heading = heads.in(headings, 0, headings.length(), it.unit());
        if (!it.unit().isMoney()
                || heading.isEmpty()
                || Scribe.stripped(place.clause()).length() >= 4) {
            return false;
        }
        scribe.write(place, role, heading.getLast(), "named in the heading", 0.6);
        return true;
    }

    private boolean readProject(Quantity it, Place place, Role role) {
        int listed = story.current(place);
        String words = Scribe.stripped(place.clause());
        boolean project = it.unit().isMoney()
                && listed >= 0
                && story.get(listed).canonical().startsWith("fin.exp.project")
                && (PROJECT_NAME.matcher(words).matches()
                        || words.length() > 1 && words.length() <= 12 && isListedPart(it, place));
        return project && write(place, role, "fin.exp.project.item", words, "one of the projects", 0.8);
    }

    private boolean readWhole(Quantity it, Place place, Role role) {
        String words = Scribe.stripped(place.clause());
        boolean whole = it.unit().isMoney() && GENERAL.matcher(words).matches();
        return whole && write(place, role, "fin.exp.total", words, "a budget without a name is the whole one", 0.6);
    }

    private boolean write(Place place, Role role, String id, String words, String rule, double confidence) {
        Optional<Head> head = pack.find(id).map(found -> Head.of(found, words));
        scribe.write(place, role, head, -1, rule, confidence);
        return true;
    }
}
