package gewu.metrics;

import gewu.metrics.HeadFinder.Head;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what a level, score, rank or target is a figure of. The rules are tried from the nearest evidence to the
/// farthest; the first that answers decides.
final class Levels {
    private static final Pattern PROJECT_NAME = Pattern.compile(".{2,}(?:经费|资金|专项|项目|工程|建设|费)(?:支出)?$");
    private static final Pattern OF_ALL = Pattern.compile("考核|综合|满意|测评|评比");
    private static final Pattern SCORED = Pattern.compile("[,()]{0,2}(?:自评|实际|实)?得(?:分)?(?:为)?");

    private final Pack pack;
    private final HeadFinder heads;
    private final Setting setting;
    private final Story story;
    private final Scribe scribe;
    private final String text;
    private final List<Quantity> quantities;
    private final NamedLevels named;
    private final InheritedLevels inherited;

    Levels(
            Pack pack,
            HeadFinder heads,
            Setting setting,
            Story story,
            Scribe scribe,
            String text,
            List<Quantity> quantities,
            NamedLevels named,
            InheritedLevels inherited) {
        this.pack = pack;
        this.heads = heads;
        this.setting = setting;
        this.story = story;
        this.scribe = scribe;
        this.text = text;
        this.quantities = quantities;
        this.named = named;
        this.inherited = inherited;
    }

    void read(Quantity it, Place place, Role role) {
        if (role.previous()) {
            inherited.readPrevious(it, place, role);
            return;
        }
        String left = place.left();
        List<Head> names = isOfProject(it, place) ? List.of() : named.before(it, left);
        if (it.unit().dimension().equals("score") && isScoredOf(place)) {
            write(place, role, "score.full", Scribe.stripped(place.clause()), "marks that can be had", 0.85);
            return;
        }
        if (inherited.readSum(it, place, role) || readRankOfProgress(place, role, names)) {
            return;
        }
        if (named.readNamed(it, place, role, names)) {
            return;
        }
        if (it.form() == Form.WORDS || it.form() == Form.BARE && !inherited.isListed(it, place)) {
            return;
        }
        boolean decided = inherited.readReached(it, place, role)
                || inherited.readBudgetOfRate(it, place, role)
                || inherited.readBudgetOfWhole(it, place, role)
                || inherited.readCounted(it, place, role)
                || named.readInClause(it, place, role, names)
                || inherited.readInherited(it, place, role)
                || named.readFarther(it, place, role, names)
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

    /// 改造项目批复资金120万元,全年实际支出113.7万元: what was spent on the project, not in all.
    private boolean isOfProject(Quantity it, Place place) {
        int of = story.current(place);
        return it.unit().isMoney()
                && of >= 0
                && story.isIn(place.sentence(), of)
                && story.get(of).canonical().equals("fin.exp.project.item")
                && InheritedLevels.GENERAL
                        .matcher(Scribe.stripped(place.clause()))
                        .matches();
    }

    /// 支出进度88.6%,在全省排名第6位: the rank of the progress told before.
    private boolean readRankOfProgress(Place place, Role role, List<Head> names) {
        boolean ranks = !names.isEmpty()
                && names.getLast().canonical().equals("rank.order")
                && !OF_ALL.matcher(place.clause()).find();
        for (int i = story.lastNumber(); ranks && i >= story.reach() && story.isIn(place.sentence(), i); i--) {
            if (story.get(i).isLevel()) {
                return story.get(i).canonical().equals("fin.rate.exec")
                        && write(place, role, "rank.progress", names.getLast().surface(), "rank of the progress", 0.8);
            }
        }
        return false;
    }

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
        if (words.contains("满分") || words.contains("总分") || isScoredOf(place)) {
            return "score.full";
        }
        if (words.endsWith("得") && !story.isEmpty() && story.last().canonical().equals("score.full")) {
            return "score.self"; // 过程(30分)得28.6分
        }
        boolean part = words.endsWith("指标") || words.endsWith("情况") || words.endsWith("方面");
        boolean underTotal = !words.isEmpty()
                && !words.equals("得")
                && (story.levelOf("score.self", place.sentence()) >= 0 || isScored(place));
        return part || underTotal ? "score" : "score.self";
    }

    /// 投入指标20分,得19.2分: the marks that can be had.
    private boolean isScoredOf(Place place) {
        if (place.number() + 1 >= quantities.size()) {
            return false;
        }
        Quantity it = quantities.get(place.number());
        Quantity next = quantities.get(place.number() + 1);
        return next.unit().dimension().equals("score")
                && next.start() - it.end() <= 8
                && SCORED.matcher(text.substring(it.end(), next.start())).matches();
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
                && (story.get(listed).canonical().startsWith("fin.exp.project")
                        || story.get(listed).canonical().equals("fin.exp.total")
                                && PROJECT_NAME.matcher(words).matches()
                                && inherited.isListedPart(it, place))
                && (PROJECT_NAME.matcher(words).matches()
                        || words.length() > 1 && words.length() <= 12 && inherited.isListedPart(it, place));
        return project && write(place, role, "fin.exp.project.item", words, "one of the projects", 0.8);
    }

    private boolean readWhole(Quantity it, Place place, Role role) {
        String words = Scribe.stripped(place.clause());
        boolean whole =
                it.unit().isMoney() && InheritedLevels.GENERAL.matcher(words).matches();
        return whole && write(place, role, "fin.exp.total", words, "a budget without a name is the whole one", 0.6);
    }

    private boolean write(Place place, Role role, String id, String words, String rule, double confidence) {
        Optional<Head> head = pack.find(id).map(found -> Head.of(found, words));
        scribe.write(place, role, head, -1, rule, confidence);
        return true;
    }
}
