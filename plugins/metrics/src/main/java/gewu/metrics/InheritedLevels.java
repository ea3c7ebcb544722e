package gewu.metrics;

import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the level that has no name of its own and goes on from one told before: 12466件次23212人次, 其中省部级10人, 由A降到B.
final class InheritedLevels {
    private static final Pattern FROM_HEAD = Pattern.compile("^(?<head>.*)(?:由|从|自)");
    private static final Pattern OTHERS = Pattern.compile(".*(?:其他|其它|其余)$");
    static final Pattern GENERAL = Pattern.compile(
            "(?:年初|年中|年末|年终|年底|全年|本年|调整后?|年度|财政|当年|实际|部门|单位|整体|机关|市?本级|我局|我委|我院|全局|已|共|累计|核定|追加后|截至目前)*"
                    + "(?:预算数?|决算数?|执行数?|支出数?|支付数?|完成数?|批复数?|使用数?|预算安排|安排|支出|支付|拨付|到位|使用|下达|批复|执行|发放|兑付|列支|预算)+(?:资金|金额|经费)?");
    /// 比年初预算的22万元减少5.16万元: what is compared with goes on from the level, and the level is still spoken of.
    private static final Pattern COMPARING = Pattern.compile("^(?:比|较|与|低于|高于|超出|超过)|(?:数)?的$");

    private static final Pattern DONE =
            Pattern.compile("(?:年度)?(?:实际|实际完成|实际达到|完成|完成值|达到|实际值|实际为|全年实际|现)?(?:完成|达到|值|为|支出|发生|执行|使用)*");
    private static final Pattern PER_TIME = Pattern.compile(".*(?:平均每[天日月年]|日均|月均|年均|每[天日月]|^[日月周])$");
    private static final Pattern OF_PARTS = Pattern.compile("其中|包括|包含|分别|含|即");
    private static final Pattern DEED =
            Pattern.compile("^(?:移送|追责|追究|建立|制定|救助|解决|推动|召开|开展|组织|完成|发放|新建|帮助|培训|表彰|查处|下达|督办|防止|招聘|引进|受理|办理)");
    private static final Pattern ARRIVED =
            Pattern.compile("(?:同比)?(?:上升|下降|增加|减少|提高|降低|提升|增长|压减|压缩|缩短|升|降|增|减)(?:至|到|为)");
    private static final Pattern SUM = Pattern.compile("[,、]?(?:以上|上述|两项|三项|四项|各项|两者|三者)?(?:合计|共计|总计|总共)(?:为|达)?");
    private static final Pattern ENTERTAINED = Pattern.compile("(?:全年|共|累计|国内|公务)*(?:接待|保有量?|公务用车)?(?:来宾|来访)?");
    private static final Pattern OF_WHOLE = Pattern.compile("[,、(]?(?:约)?占(?!用|地|领)");
    private static final int LONGEST_CLASS = 14;
    private static final int SHARE_REACH = 6;
    private static final Pattern WHOLE_BUDGET =
            Pattern.compile("(?:(?:19|20)\\d\\d年度?|年初|全年|本年|部门|市?本级)*(?:预算|预算数|预算安排)(?:为|共)?");
    private static final int BUDGET_REACH = 16;
    private static final int PARTS_REACH = 400;

    private final Pack pack;
    private final HeadFinder heads;
    private final Story story;
    private final Roles roles;
    private final Respectively respectively;
    private final Scribe scribe;
    private final String text;
    private final List<Quantity> quantities;

    InheritedLevels(
            Pack pack,
            HeadFinder heads,
            Story story,
            Roles roles,
            Respectively respectively,
            Scribe scribe,
            String text,
            List<Quantity> quantities) {
        this.pack = pack;
        this.heads = heads;
        this.story = story;
        this.roles = roles;
        this.respectively = respectively;
        this.scribe = scribe;
        this.text = text;
        this.quantities = quantities;
    }

    boolean readReached(Quantity it, Place place, Role role) {
        if (story.isEmpty() || !story.last().previous() || !roles.isReached(place)) {
            return false;
        }
        inherit(it, role, story.lastNumber(), place);
        return true;
    }

    /// 完成年初预算1500万元的95%: the budget of what was just told, and its rate.
    boolean readBudgetOfRate(Quantity it, Place place, Role role) {
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

    /// 公务接待费0.3万元,接待9批次62人次: what money was spent on, counted.
    boolean readCounted(Quantity it, Place place, Role role) {
        int of = story.current(place);
        if (of < 0
                || !it.unit().isCount()
                || !story.get(of).unit().isMoney()
                || !ENTERTAINED.matcher(Scribe.stripped(place.clause())).matches()) {
            return false;
        }
        Optional<Indicator> counted = pack.hinted(story.get(of).canonical(), it.unit());
        counted.ifPresent(found ->
                scribe.write(place, role, Head.of(found, found.zh()), "counted where the money was spent", 0.85));
        return counted.isPresent();
    }

    /// 行政编制22名、事业编制6名,合计28名: what the figures before are parts of.
    boolean readSum(Quantity it, Place place, Role role) {
        if (!SUM.matcher(place.clause()).matches()) {
            return false;
        }
        Set<String> parts = new LinkedHashSet<>();
        for (int i = story.lastNumber(); i >= story.reach() && story.isIn(place.sentence(), i); i--) {
            Statement part = story.get(i);
            if (part.isLevel() && HeadFinder.alike(part.unit(), it.unit())) {
                parts.add(part.canonical());
            }
        }
        if (parts.size() < 2) {
            return false;
        }
        Optional<Head> whole = whole(parts, it.unit());
        scribe.write(place, role, whole, -1, "sum of the figures before", 0.8);
        return true;
    }

    /// The nearest indicator above all of several.
    private Optional<Head> whole(Set<String> parts, Unit unit) {
        String at = parent(parts.iterator().next());
        while (!at.isEmpty()) {
            String id = at;
            if (parts.stream().allMatch(part -> pack.isWithin(part, id))) {
                return pack.find(id)
                        .filter(found -> heads.fits(found, unit))
                        .map(found -> Head.of(found, found.zh()).as(heads.canonical(found, unit)));
            }
            at = parent(at);
        }
        return Optional.empty();
    }

    private String parent(String id) {
        return pack.base(id).map(Indicator::parent).orElse("");
    }

    /// 年初预算3664万元,年终支出3661万元: the budget right before the whole spending is that of the whole.
    boolean readBudgetOfWhole(Quantity it, Place place, Role role) {
        String clause = place.clause();
        if (!it.unit().isMoney()
                || place.number() + 1 >= quantities.size()
                || !WHOLE_BUDGET
                        .matcher(clause.substring(clause.lastIndexOf('的') + 1))
                        .matches()) {
            return false;
        }
        int next = quantities.get(place.number() + 1).start();
        List<Head> spent = heads.in(text, it.end(), next, it.unit());
        boolean whole = next - it.end() <= BUDGET_REACH
                && !spent.isEmpty()
                && spent.getLast().canonical().equals("fin.exp.total");
        if (whole) {
            scribe.write(place, role, spent.getLast().as("fin.exp.total"), "budget of the whole spending", 0.8);
        }
        return whole;
    }

    boolean readInherited(Quantity it, Place place, Role role) {
        Optional<Integer> from = inherited(it, place, role);
        from.ifPresent(of -> {
            inherit(it, role, of, place);
            if (place.clause().startsWith("比") || place.clause().startsWith("较")) {
                story.returnTo(place.open(), of);
            }
        });
        return from.isPresent();
    }

    /// The statement whose head goes on: 来访12466件次23212人次, 省部级10人.
    private Optional<Integer> inherited(Quantity it, Place place, Role role) {
        String words = Scribe.stripped(place.clause());
        if (isDoneOfTarget(it, place, words)) {
            return Optional.of(story.lastNumber());
        }
        if (isReachedByChange(it, place, words)) {
            return Optional.of(story.lastNumber());
        }
        int of = story.current(place);
        if (of < 0) {
            return Optional.empty();
        }
        if (OTHERS.matcher(words).matches()) {
            return Optional.of(story.first() < 0 ? of : story.first());
        }
        boolean target =
                role.kind() == Kind.TARGET && HeadFinder.alike(story.get(of).unit(), it.unit());
        if (target) {
            return Optional.of(of);
        }
        boolean general = it.unit().isMoney()
                && GENERAL.matcher(COMPARING.matcher(words).replaceAll("")).matches();
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
        if (it.unit().isCount() && isClass(it, place, words)) {
            return Optional.of(story.first());
        }
        boolean sameDimension = level.unit().dimension().equals(it.unit().dimension());
        boolean goesOn = sameDimension && (words.isEmpty() || isPart(it, place, words, level) || general);
        return goesOn || it.form() == Form.ZERO && !place.right().isEmpty() || it.form() == Form.BARE
                ? Optional.of(of)
                : Optional.empty();
    }

    /// 运行经费下降8.4%,降至126.3万元: the level that a change told before it has led to.
    private boolean isReachedByChange(Quantity it, Place place, String words) {
        return story.endsWithMove(place.sentence())
                && story.last().of() < 0
                && (words.isEmpty() || ARRIVED.matcher(words).matches())
                && pack.find(story.last().canonical())
                        .filter(found -> heads.fits(found, it.unit()))
                        .isPresent();
    }

    /// 检举控告类241件、占75.8%: a class with its share is a part of what the paragraph counts first.
    private boolean isClass(Quantity it, Place place, String words) {
        int whole = story.first();
        return whole >= 0
                && !words.isEmpty()
                && words.length() <= LONGEST_CLASS
                && !story.get(whole).canonical().isEmpty()
                && HeadFinder.alike(story.get(whole).unit(), it.unit())
                && OF_WHOLE.matcher(text)
                        .region(it.end(), Math.min(text.length(), it.end() + SHARE_REACH))
                        .lookingAt();
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
        boolean measured = HeadFinder.alike(level.unit(), it.unit())
                || isListedPart(it, place) && !inMeasure(level, it).equals(level.canonical());
        if (!measured || !it.unit().isCount() || words.length() > 8) {
            return false;
        }
        return !DEED.matcher(words).find()
                && (place.open() >= 0
                        || level.why().startsWith("head goes on")
                        || PER_TIME.matcher(words).matches()
                        || isListedPart(it, place));
    }

    /// Whether 其中 or the like stands before, and no semicolon between.
    boolean isListedPart(Quantity it, Place place) {
        String before = text.substring(Math.max(place.sentence(), it.start() - PARTS_REACH), it.start());
        return OF_PARTS.matcher(before.substring(before.lastIndexOf(';') + 1)).find();
    }

    private static boolean isBudget(Statement it, Place place) {
        return it.isLevel() && it.unit().isMoney() && !it.canonical().isEmpty()
                || it.quantity().start() < place.sentence();
    }

    /// A number without a unit that stands where its sisters have one: 63批214,301批876人次.
    boolean isListed(Quantity it, Place place) {
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

    void readPrevious(Quantity it, Place place, Role role) {
        if (role.why().startsWith("goes on") && !story.isEmpty()) {
            Statement last = story.last();
            if (last.of() >= 0) {
                scribe.write(place, role, Optional.empty(), alike(last.of(), it, place), role.why(), 0.9);
            } else {
                inherit(it, role, story.lastNumber(), place);
            }
            return;
        }
        int of = spokenOf(it, place);
        Matcher subject = FROM_HEAD.matcher(place.clause());
        boolean fromTo = role.why().equals("由…到");
        boolean hasSubject = fromTo
                && subject.find()
                && Scribe.stripped(subject.group("head")).length() > 2;
        String words = hasSubject ? place.clause() : place.left();
        List<Head> own = heads.in(words, 0, words.length(), it.unit());
        boolean other = !own.isEmpty() && (of < 0 || !own.getLast().isOf(story.get(of)));
        if (own.isEmpty() && hasSubject) {
            scribe.writeOpen(place, role, "open indicator", 0.5);
            return;
        }
        if (fromTo && own.isEmpty() && !story.isEmpty() && story.last().previous()) {
            inherit(it, role, story.lastNumber(), place);
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
        scribe.write(place, role, Optional.empty(), alike(of, it, place), role.why(), 0.95);
    }

    /// What is spoken of, unless it is measured quite otherwise: no rate goes with a count.
    private int spokenOf(Quantity it, Place place) {
        int of = story.current(place);
        return of >= 0 && story.get(of).unit().dimension().equals(it.unit().dimension()) ? of : -1;
    }

    /// 到省8批96人次,去年同期13批187人次: the level in the measure of what is told of the year before.
    private int alike(int of, Quantity it, Place place) {
        if (HeadFinder.alike(story.get(of).unit(), it.unit())) {
            return of;
        }
        Optional<Indicator> subject = pack.base(story.get(of).canonical());
        for (int i = of - 1; i >= story.reach() && story.isIn(place.sentence(), i); i--) {
            Statement level = story.get(i);
            if (level.isLevel()
                    && HeadFinder.alike(level.unit(), it.unit())
                    && pack.base(level.canonical()).equals(subject)) {
                return i;
            }
        }
        return of;
    }
}
