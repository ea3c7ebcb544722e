package gewu.compare;

import gewu.api.report.Fact;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.Reports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Asks the words of the reports whether what may have been carried over was. Reads one suspected report at a time.
final class CarriedCheck {
    private static final Set<Fact.Field> PLACES =
            Set.of(Fact.Field.PROVINCE, Fact.Field.CITY, Fact.Field.COUNTY, Fact.Field.REGION);

    private final Reports reports;

    CarriedCheck(Reports reports) {
        this.reports = reports;
    }

    /// What a paragraph is blamed for; once for each kind.
    private record Blame(int paragraph, Carried.Kind kind) {}

    /// Hands over what was carried over, report by report.
    void check(List<CopyMap.Suspect> suspects, Consumer<Carried> each) {
        Map<String, List<CopyMap.Suspect>> byReport = new LinkedHashMap<>();
        suspects.forEach(it -> byReport.computeIfAbsent(it.head().report(), _ -> new ArrayList<>())
                .add(it));
        byReport.forEach((id, ofReport) -> reports.find(id).ifPresent(report -> check(report, ofReport, each)));
    }

    private void check(Report report, List<CopyMap.Suspect> suspects, Consumer<Carried> each) {
        Set<Blame> told = new HashSet<>();
        Map<String, Boolean> ownNames = new HashMap<>();
        for (CopyMap.Suspect suspect : suspects) {
            Optional<Carried> carried = suspect.sign() == Sentence.OWN_YEAR
                    ? oldYear(report, suspect)
                    : otherName(
                            report,
                            suspect,
                            stem -> ownNames.computeIfAbsent(stem, it -> isItsOwn(report, it, suspects)));
            carried.filter(it -> told.add(new Blame(it.paragraph(), name(it.kind()))))
                    .ifPresent(each);
        }
    }

    /// A place and an organisation of that place are one mistake.
    private static Carried.Kind name(Carried.Kind kind) {
        return kind == Carried.Kind.OTHER_REGION ? Carried.Kind.OTHER_ORG : kind;
    }

    private Optional<Carried> oldYear(Report report, CopyMap.Suspect suspect) {
        Optional<Report> from = reports.find(suspect.from().report());
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Wording mine = wording(report, suspect.sentence());
        List<Token> words = sentence(mine, suspect.sentence());
        Wording its = wording(from.get(), suspect.pattern());
        List<Token> pattern = sentence(its, suspect.pattern());
        int own = report.facts().year();
        for (int i = 0; i < words.size() && i < pattern.size(); i++) {
            boolean isItsOwn = pattern.get(i).year() == from.get().facts().year();
            if (isItsOwn && StrangeYear.isAt(mine.clean().text(), mine.tokens(), words, i, own)) {
                Token year = words.get(i);
                return Optional.of(
                        carried(Carried.Kind.OLD_YEAR, report, mine, year.start(), year.end(), suspect, from.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Carried> otherName(Report report, CopyMap.Suspect suspect, Predicate<String> isItsOwn) {
        ReportFacts own = report.facts();
        ReportFacts its = suspect.from().facts();
        boolean isOrg = suspect.sign() == Sentence.OWN_ORG;
        String name = isOrg ? its.org() : its.region();
        String stem = isOrg && its.region().equals(own.region()) ? name : Names.stem(its.region());
        boolean knowsItself = !own.org().isEmpty() || !own.region().isEmpty();
        if (!knowsItself
                || stem.length() < 2
                || own.org().contains(stem)
                || own.region().contains(stem)
                || own.title().contains(stem)
                || isItsOwn.test(stem)) {
            return Optional.empty();
        }
        Wording mine = wording(report, suspect.sentence());
        String text = mine.clean().text();
        int from = mine.clean().cleanAt(suspect.sentence().start());
        int at = text.indexOf(name, from);
        String found = at >= 0 ? name : stem;
        int start = at >= 0 ? at : text.indexOf(stem, from);
        if (start < 0 || mine.clean().sourceStart(start) >= suspect.sentence().end()) {
            return Optional.empty();
        }
        return reports.find(suspect.from().report())
                .map(pattern -> carried(
                        isOrg ? Carried.Kind.OTHER_ORG : Carried.Kind.OTHER_REGION,
                        report,
                        mine,
                        start,
                        start + found.length(),
                        suspect,
                        pattern));
    }

    /// Whether the report has to do with a name; asked once for each name, because it reads all of the report.
    private boolean isItsOwn(Report report, String stem, List<CopyMap.Suspect> suspects) {
        return isAround(report.id(), stem) || isNamedElsewhere(report, stem, suspects);
    }

    /// Whether the report lies in that place: a district speaks of its city.
    private boolean isAround(String report, String stem) {
        return reports.facts(report).stream()
                .anyMatch(it -> PLACES.contains(it.field()) && it.value().contains(stem));
    }

    /// Whether the report speaks of that place also where nothing was copied: it has to do with it, then.
    private static boolean isNamedElsewhere(Report report, String stem, List<CopyMap.Suspect> suspects) {
        Set<Integer> copied = new HashSet<>();
        suspects.forEach(it -> copied.add(it.sentence().paragraph()));
        return report.paragraphs().stream()
                .filter(it -> !copied.contains(it.number()))
                .anyMatch(it -> report.clean(it).text().contains(stem));
    }

    private static Carried carried(
            Carried.Kind kind, Report report, Wording mine, int start, int end, CopyMap.Suspect suspect, Report from) {
        Passage passage =
                report.passage(mine.clean().sourceStart(start), mine.clean().sourceEnd(end));
        return new Carried(
                kind,
                suspect.head(),
                suspect.sentence().paragraph(),
                passage,
                report.passage(suspect.sentence().start(), suspect.sentence().end()),
                suspect.from(),
                suspect.pattern().paragraph(),
                from.passage(suspect.pattern().start(), suspect.pattern().end()));
    }

    private static Wording wording(Report report, Sentence sentence) {
        Paragraph paragraph = report.paragraphs().get(sentence.paragraph() - 1);
        return Wording.of(report, paragraph);
    }

    private static List<Token> sentence(Wording wording, Sentence sentence) {
        return wording.tokens().stream()
                .filter(it -> wording.clean().sourceStart(it.start()) >= sentence.start()
                        && wording.clean().sourceStart(it.start()) < sentence.end())
                .toList();
    }
}
