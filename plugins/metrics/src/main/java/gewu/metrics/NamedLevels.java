package gewu.metrics;

import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the level whose name stands beside it: right before, around, or behind the figure, or farther in its clause.
final class NamedLevels {
    private static final Pattern LINK = Pattern.compile(
            "(?:情况|数量|数|总数|总量|总额|总计|合计|共计|共|计|为|达到|达|是|有|约|近|已|了|:|的|累计|实际|完成|支付|执行"
                    + "|提升至|提高到|提升到|提高至|下降到|降至|本年支出决算|支出决算|决算数?|预算数?|金额|均|都|各|分别|支出|经费|收入|人数|总人数|全部|,其中|其中|占|约占|占比|件数|批次|人次|仅|分"
                    + "|\"|”|“|\\(|\\)|及|和|、|超过|超|突破|资金|预算|本年|全年|当年|年末|率|两批|三批|四批|五批|保持|在|至|到|控制|不超过|不低于|不少于|不高于|≥|≤|>|<|=|目标值?|力争|确保)*");
    private static final Pattern EACH = Pattern.compile(".*(?:均|都|皆|全部|同为|各)[^,，]{0,4}$");
    private static final Pattern REASON = Pattern.compile("主要|原因|由于|因为");
    private static final Pattern NOUN_TAIL = Pattern.compile("[^的中共达为有由等从上至到,:(]{3,}");
    private static final Pattern CLASS = Pattern.compile("(?:支出|经费|类|方面|渠道|人员|编制|干部|职工|工单|诉求|问题)+$");
    private static final Pattern PROJECT = Pattern.compile(
            "(?<name>[^,:;。、的()]{3,20}(?:项目|专项资金|专项经费|专项|补助资金|补贴资金|救助资金|工程))(?:资金|经费|年初|年中|年末|年终|全年|本年|年度|调整后?|财政|实际|已|共|累计)*"
                    + "(?:预算数?|执行数?|支出数?|预算安排|安排|支出|支付|拨付|到位资金|到位|使用|下达|批复|投入)+(?:资金|金额|经费)?(?:为|共|共计|达|约|近)*");
    private static final Pattern RANKING = Pattern.compile("(?:依次|居前|前[二三四五两十]位|较多|最多|突出)[^,]*$");
    private static final Pattern BARE_RATE = Pattern.compile("(?:合并|综合|总体|整体|总|任务|目标)?(?:完成率|完成比例)");
    private static final Pattern PROBLEMS = Pattern.compile("^(?:具体|突出|主要)?问题(?!线索)");
    private static final Pattern FOUND = Pattern.compile("反馈|移交|发现|查出|指出|整改|反映|查摆|巡视|巡察|审计");
    private static final Pattern OTHER_COURT =
            Pattern.compile("(?:仲裁|平台|城管|热线|刑事|行政|经济|民事|法院|执法|治安|劳动|监察机构)[^,;。]{0,4}$");
    /// 为消费者挽回经济损失862万元: no money that was found to be wrongly spent.
    private static final Pattern FOR_OTHERS = Pattern.compile(
            "(?:为|帮助|替)(?:广大)?(?:消费者|群众|农民工|劳动者|企业|当事人|百姓|受害人)[^,;。]{0,6}$|(?:为|帮助|替)(?:广大)?(?:消费者|群众|农民工|劳动者|企业|当事人|百姓|受害人)[^,;。]{0,4}挽回");

    private static final Pattern UNDER =
            Pattern.compile("(?:下设|下辖|下属|所属|直属)[^,;。:]{2,40}(?:中心|站|所|队|馆|院|校|园|单位)(?:\\([^()]*\\))?(?:共|各|等|共计)*$");
    private static final Pattern WITHIN =
            Pattern.compile("(?:内设|设有|下设)[^,;。:]{2,60}(?:科|室|股|处|部)(?:\\([^()]*\\))?(?:共|各|等|共计)*$");
    private static final Pattern BRACKET = Pattern.compile("的?\\([^()]*\\)$|的$");
    private static final int RIGHT_REACH = 9;

    private final Pack pack;
    private final HeadFinder heads;
    private final Story story;
    private final Scribe scribe;

    NamedLevels(Pack pack, HeadFinder heads, Story story, Scribe scribe) {
        this.pack = pack;
        this.heads = heads;
        this.story = story;
        this.scribe = scribe;
    }

    /// The names before a figure that may head it, in reading order.
    List<Head> before(Quantity it, String left) {
        List<Head> found = heads.in(left, 0, left.length(), it.unit()).stream()
                .filter(head -> !head.surface().startsWith("涉") || tellsProblems(left))
                .filter(head -> !head.canonical().equals("disc.case")
                        || !OTHER_COURT.matcher(left.substring(0, head.start())).find())
                .filter(head -> !head.surface().startsWith("挽回")
                        || !FOR_OTHERS.matcher(left).find())
                .map(head -> ofPetitions(head, it))
                .toList();
        return generalised(specific(spoken(found, left)), left);
    }

    /// 热线工单3128件;受理信访事项118件,办结115件: after petitions a name means what it means of petitions.
    private Head ofPetitions(Head head, Quantity it) {
        if (!head.canonical().startsWith("hot.") || !it.unit().isCount()) {
            return head;
        }
        for (int i = story.lastNumber(); i >= story.reach(); i--) {
            Statement before = story.get(i);
            if (before.isLevel() && before.unit().isCount()) {
                boolean petitions = before.canonical().startsWith("pet.total")
                        || before.canonical().startsWith("case.");
                return pack.called(head.surface()).stream()
                        .filter(other -> petitions && other.id().startsWith("case.") && heads.fits(other, it.unit()))
                        .findFirst()
                        .map(other -> new Head(other, other.id(), head.surface(), head.start(), head.end(), List.of()))
                        .orElse(head);
            }
        }
        return head;
    }

    /// 查出问题14个,涉及资金628万元: only of problems is the money concerned an amount in question.
    private boolean tellsProblems(String left) {
        if (left.contains("问题") || left.contains("违规") || left.contains("违纪")) {
            return true;
        }
        for (int i = story.lastNumber(); i >= story.reach(); i--) {
            String id = story.get(i).canonical();
            if (id.startsWith("problem") || id.startsWith("fin.audit") || id.startsWith("audit")) {
                return true;
            }
        }
        return false;
    }

    /// 信访总量1203件; 40件信访积案; 反馈的18个问题: the name stands right before the figure, behind it, or around it.
    boolean readNamed(Quantity it, Place place, Role role, List<Head> named) {
        String left = place.left();
        boolean ownNoun = it.form() == Form.WORDS && !place.right().isEmpty();
        boolean near = !named.isEmpty()
                && !ownNoun
                && LINK.matcher(left.substring(named.getLast().end())).matches();
        Optional<Head> listed = listed(place, named);
        if (listed.isPresent()) {
            scribe.write(place, role, listed.get(), "head goes on behind 依次为", 0.85);
            return true;
        }
        Optional<Head> rate = bareRate(it, place);
        if (rate.isPresent()) {
            scribe.write(place, role, rate.get(), "the rate of what was told before", 0.85);
            return true;
        }
        Optional<Head> project = project(it, place);
        if (project.isPresent()) {
            scribe.write(place, role, project.get(), "a project by its name", 0.88);
            return true;
        }
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
        if (behind.isPresent()) {
            return true;
        }
        Optional<Head> body = named.isEmpty() || place.left().endsWith(")") ? body(it, place) : Optional.empty();
        body.ifPresent(head -> scribe.write(place, role, head, "bodies by their names", 0.85));
        return body.isPresent();
    }

    /// 下设信访接待服务中心1个, 内设办公室和督查科2个: bodies told by their names.
    private Optional<Head> body(Quantity it, Place place) {
        boolean counted = it.unit().base().equals("个") || it.unit().base().equals("家");
        if (!counted || !place.right().isEmpty()) {
            return Optional.empty();
        }
        String left = place.left();
        String id =
                UNDER.matcher(left).find() ? "org.unit" : WITHIN.matcher(left).find() ? "org.dept" : "";
        return pack.find(id).map(found -> Head.of(found, Scribe.stripped(place.clause())));
    }

    /// 来访居前两位的依次是:住建386批、人社241批: classes of what is named before the colon.
    private static Optional<Head> listed(Place place, List<Head> named) {
        String left = place.left();
        int colon = left.lastIndexOf(':');
        boolean ranked = colon > 0 && RANKING.matcher(left.substring(0, colon)).find();
        return ranked && !named.isEmpty() && named.getLast().end() <= colon
                ? Optional.of(named.getLast())
                : Optional.empty();
    }

    /// 支出3661万元,完成率99.9%; 整改27个,完成率93%: a rate that only says of what by the figure before it.
    private Optional<Head> bareRate(Quantity it, Place place) {
        if (!it.unit().isRatio()
                || !BARE_RATE.matcher(Scribe.stripped(place.clause())).matches()) {
            return Optional.empty();
        }
        for (int i = story.lastNumber(); i >= story.reach() && story.isIn(place.sentence(), i); i--) {
            Statement before = story.get(i);
            if (before.isLevel() && !before.unit().isRatio()) {
                String id = before.unit().isMoney()
                        ? "fin.rate.exec"
                        : before.canonical().startsWith("problem") ? "rate.rectify" : "";
                return pack.find(id).map(found -> Head.of(found, found.zh()));
            }
        }
        return Optional.empty();
    }

    /// 农机补贴项目到位资金1150万元: what was granted to or spent by one project.
    private Optional<Head> project(Quantity it, Place place) {
        if (!it.unit().isMoney()) {
            return Optional.empty();
        }
        Matcher words = PROJECT.matcher(Scribe.led(place.clause()));
        if (!words.matches()) {
            return Optional.empty();
        }
        String name = words.group("name");
        boolean other = heads.in(name, 0, name.length(), it.unit()).stream()
                .anyMatch(head -> head.end() == name.length()
                        && (head.start() == 0 || !head.canonical().startsWith("fin.exp.project")));
        return other ? Optional.empty() : pack.find("fin.exp.project.item").map(found -> Head.of(found, name));
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
        if (PROBLEMS.matcher(right).find()
                && it.unit().measure().equals("thing")
                && FOUND.matcher(place.left() + right).find()) {
            return pack.find("problem.found").map(found -> Head.of(found, "问题"));
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
                .or(() -> framed(it, place, CLASS.matcher(words).replaceAll("")))
                .or(() -> framed(it, place, BRACKET.matcher(words).replaceAll("")));
    }

    private Optional<Head> framed(Quantity it, Place place, String words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        for (int i = story.lastNumber(); i >= story.reach(); i--) {
            Statement total = story.get(i);
            boolean goesOn = total.unit().isMoney() || total.canonical().startsWith("prop.");
            if (total.quantity().start() < place.sentence() && !goesOn) {
                return Optional.empty();
            }
            boolean bare = it.form() == Form.BARE && total.unit().isCount();
            if (total.isLevel()
                    && (bare || total.unit().dimension().equals(it.unit().dimension()))) {
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

    boolean readInClause(Quantity it, Place place, Role role, List<Head> named) {
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
    boolean readFarther(Quantity it, Place place, Role role, List<Head> named) {
        if (named.isEmpty()
                || it.unit().isCount() && Scribe.stripped(place.clause()).length() > 2) {
            return false;
        }
        scribe.write(place, role, named.getLast(), "named before it", 0.7);
        return true;
    }
}
