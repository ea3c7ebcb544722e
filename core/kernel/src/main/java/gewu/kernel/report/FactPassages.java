package gewu.kernel.report;

import gewu.api.report.CleanText;
import gewu.api.report.Fact;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows for each fact of a report which passage says so, and reads the document number and the date, which stand on
/// lines of their own above the text and below it. What neither text nor file name supports is left out.
///
/// All threads may share one instance.
final class FactPassages {
    private static final double IN_TITLE = 0.95;
    private static final double ALONE_ON_ITS_LINE = 0.9;
    private static final double WHERE_IT_WAS_READ = 0.85;
    private static final double SOMEWHERE = 0.7;
    private static final double IN_FILE_NAME = 0.5;

    /// Longer texts repeat themselves; what tells facts stands in their first part and at their end.
    private static final int MOST_READ = 200_000;

    private static final int HEADER = 12;
    private static final int TAIL = 5;
    private static final int LONGEST_LINE = 50;
    private static final int LONGEST_KEYED = 400;

    // 临财绩〔2022〕5号; numbers of other documents, in brackets in a sentence, do not stand alone
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?:发文字号|发文号|文号|编号):)?(?<word>[\\u4e00-\\u9fff]{2,12})[〔\\[(【](?<year>(?:19|20)\\d\\d)[〕\\])】]"
                    + "(?:第)?(?<count>\\d{1,5})号(?: ?签发人.*)?");
    // 索引号：… 发文字号：临财绩〔2022〕5号 发布日期：2022-03-01, as web pages have it above the title
    private static final Pattern KEYED_NUMBER =
            Pattern.compile("(?:发文字号|发文号|文号|文件编号)[: ]{0,2}(?<word>[\\u4e00-\\u9fff]{2,12})"
                    + "[〔\\[(【](?<year>(?:19|20)\\d\\d)[〕\\])】](?:第)?(?<count>\\d{1,5})号");
    private static final Pattern SEALED =
            Pattern.compile("[\\u4e00-\\u9fff()“”,: ]{0,36}?(?<date>" + WrittenDate.SHAPE + ")(?:印发)?[)]?");
    private static final Pattern KEYED =
            Pattern.compile("(?:发布|公开|印发|填报|报送|成文|编制|发文|生成)(?:时间|日期)[: ]{0,2}(?<date>" + WrittenDate.SHAPE + ")");

    private final Places places = new Places();

    /// @param stated   the facts as text and file name state them
    /// @param fileName the last part of the path it came from
    List<Fact> of(Report report, Stated read, String fileName) {
        ReportFacts stated = read.facts();
        Sight sight = Sight.of(report, read, fileName);
        List<Fact> facts = new ArrayList<>();
        sight.fact(Fact.Field.TITLE, stated.title()).ifPresent(facts::add);
        Optional<Fact> org = sight.fact(Fact.Field.ORG, stated.org())
                .or(() -> stated.org().isEmpty()
                        ? Optional.empty()
                        : Optional.of(concluded(
                                Fact.Field.ORG, stated.org(), sight.passage(Pattern.quote(stated.region())))));
        org.ifPresent(facts::add);
        Optional<Fact> region = sight.fact(Fact.Field.REGION, stated.region());
        region.ifPresent(facts::add);
        region.ifPresent(it -> facts.addAll(places(it)));
        year(stated.year(), sight).ifPresent(facts::add);
        kind(stated.kind(), sight).ifPresent(facts::add);
        number(report).ifPresent(facts::add);
        date(report).ifPresent(facts::add);
        return List.copyOf(facts);
    }

    /// The parts of a region; those it does not name itself follow from the others.
    List<Fact> places(Fact region) {
        List<Fact> parts = new ArrayList<>();
        for (Map.Entry<Fact.Field, String> part : places.of(region.value()).entrySet()) {
            boolean isNamed = region.value().contains(part.getValue());
            boolean isSaid = region.origin() != Fact.Origin.TEXT && region.origin() != Fact.Origin.FILE_NAME;
            parts.add(
                    isNamed && !isSaid
                            ? new Fact(
                                    part.getKey(),
                                    part.getValue(),
                                    region.origin(),
                                    region.passage(),
                                    region.confidence())
                            : concluded(part.getKey(), part.getValue(), region.passage()));
        }
        return parts;
    }

    private static Fact concluded(Fact.Field field, String value, Optional<Passage> from) {
        return new Fact(field, value, Fact.Origin.CONCLUDED, from, SOMEWHERE);
    }

    /// The words of a report from which facts are looked up, and where its title stands in them.
    private record Sight(
            Report report,
            CleanText clean,
            int titleStart,
            int titleEnd,
            Map<Fact.Field, Stated.Place> places,
            String fileName) {
        static Sight of(Report report, Stated read, String fileName) {
            String title = read.facts().title();
            CleanText clean = CleanText.of(
                    report.text(), 0, Math.min(MOST_READ, report.text().length()));
            int at = title.isEmpty() ? -1 : clean.text().indexOf(title);
            return new Sight(report, clean, Math.max(at, 0), at < 0 ? 0 : at + title.length(), read.places(), fileName);
        }

        /// A fact whose words one of `patterns` finds, the first of them that finds any.
        Optional<Fact> fact(Fact.Field field, String value, List<String> patterns) {
            Optional<Fact> found = Optional.empty();
            for (String pattern : patterns) {
                found = found.or(() -> fact(field, value, pattern));
            }
            return found;
        }

        Optional<Fact> fact(Fact.Field field, String value) {
            return value.isEmpty() ? Optional.empty() : fact(field, value, Pattern.quote(value));
        }

        /// A fact whose words `pattern` finds: where it was read, else in the title, else elsewhere in the
        /// text, else in the file name.
        Optional<Fact> fact(Fact.Field field, String value, String pattern) {
            Stated.Place place = places.get(field);
            if (place != null && !place.isInText()) {
                return Optional.of(new Fact(field, value, Fact.Origin.FILE_NAME, Optional.empty(), IN_FILE_NAME));
            }
            if (place != null) {
                Optional<Fact> there = there(field, value, pattern, place);
                if (there.isPresent()) {
                    return there;
                }
            }
            Matcher matcher = Pattern.compile(pattern).matcher(clean.text());
            if (matcher.region(titleStart, titleEnd).useTransparentBounds(true).find()) {
                return Optional.of(inText(field, value, matcher, IN_TITLE));
            }
            if (matcher.region(0, clean.text().length()).find()) {
                return Optional.of(inText(field, value, matcher, SOMEWHERE));
            }
            return Pattern.compile(pattern)
                                    .matcher(CleanText.of(fileName).text())
                                    .find()
                            || fileName.contains(value)
                    ? Optional.of(new Fact(field, value, Fact.Origin.FILE_NAME, Optional.empty(), IN_FILE_NAME))
                    : Optional.empty();
        }

        private Optional<Fact> there(Fact.Field field, String value, String pattern, Stated.Place place) {
            CleanText stretch = CleanText.of(report.text(), place.start(), place.end());
            Matcher matcher = Pattern.compile(pattern).matcher(stretch.text());
            if (!matcher.find()) {
                return Optional.empty();
            }
            Passage passage = report.passage(stretch.sourceStart(matcher.start()), stretch.sourceEnd(matcher.end()));
            boolean isTitle = place.equals(places.get(Fact.Field.TITLE));
            return Optional.of(new Fact(
                    field, value, Fact.Origin.TEXT, Optional.of(passage), isTitle ? IN_TITLE : WHERE_IT_WAS_READ));
        }

        Optional<Passage> passage(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(clean.text());
            return matcher.find() ? Optional.of(passage(matcher)) : Optional.empty();
        }

        private Fact inText(Fact.Field field, String value, Matcher matcher, double confidence) {
            return new Fact(field, value, Fact.Origin.TEXT, Optional.of(passage(matcher)), confidence);
        }

        private Passage passage(Matcher matcher) {
            return report.passage(clean.sourceStart(matcher.start()), clean.sourceEnd(matcher.end()));
        }
    }

    private static Optional<Fact> year(int year, Sight sight) {
        if (year == 0) {
            return Optional.empty();
        }
        String digits = Integer.toString(year);
        StringBuilder han = new StringBuilder();
        for (char c : digits.toCharArray()) {
            han.append(c == '0' ? "[〇○零O0]" : "一二三四五六七八九".charAt(c - '1'));
        }
        String plain = "(?<!\\d)" + digits + "(?!\\d)";
        return sight.fact(
                Fact.Field.YEAR,
                digits,
                List.of(plain + "年(?!\\d{1,2}月)(?:度(?!假))?|" + han + "年(?!.{1,2}月)(?:度)?", plain + "(?:年度?)?"));
    }

    private static Optional<Fact> kind(ReportKind kind, Sight sight) {
        return switch (kind) {
            case WHOLE_DEPARTMENT -> sight.fact(Fact.Field.KIND, kind.id(), "整体支出|整体绩效|部门整体|单位整体");
            case PROJECT -> sight.fact(Fact.Field.KIND, kind.id(), List.of("项目支出|项目概况|项目名称|专项资金", "项目|专项|资金"));
            case FINAL_ACCOUNTS -> sight.fact(Fact.Field.KIND, kind.id(), "决算");
            case OTHER -> Optional.empty();
        };
    }

    private static Optional<Fact> number(Report report) {
        for (Paragraph line : first(report.paragraphs())) {
            CleanText clean = report.clean(line);
            Optional<Fact> found = numbered(report, clean, alone(clean, NUMBER))
                    .or(() -> numbered(report, clean, keyed(clean, KEYED_NUMBER)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fact> numbered(Report report, CleanText clean, Optional<Matcher> found) {
        return found.map(it -> {
            String number = it.group("word") + "〔" + it.group("year") + "〕" + it.group("count") + "号";
            return fact(report, clean, Fact.Field.NUMBER, number, it.start("word"), it.end("count") + 1);
        });
    }

    /// The seal's date, the last one below the text; else the one printed above it.
    private static Optional<Fact> date(Report report) {
        List<Paragraph> all = report.paragraphs();
        for (Paragraph line :
                all.subList(Math.max(0, all.size() - TAIL), all.size()).reversed()) {
            Optional<Fact> sealed = dated(report, line);
            if (sealed.isPresent()) {
                return sealed;
            }
        }
        for (Paragraph line : first(all)) {
            Optional<Fact> above = dated(report, line);
            if (above.isPresent()) {
                return above;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fact> dated(Report report, Paragraph line) {
        CleanText clean = report.clean(line);
        return alone(clean, SEALED)
                .or(() -> keyed(clean, KEYED))
                .flatMap(found -> WrittenDate.iso(found.group("date"))
                        .map(iso -> fact(report, clean, Fact.Field.DATE, iso, found.start("date"), found.end("date"))));
    }

    private static Fact fact(Report report, CleanText clean, Fact.Field field, String value, int from, int to) {
        return new Fact(
                field,
                value,
                Fact.Origin.TEXT,
                Optional.of(report.passage(clean.sourceStart(from), clean.sourceEnd(to))),
                ALONE_ON_ITS_LINE);
    }

    private static List<Paragraph> first(List<Paragraph> paragraphs) {
        return paragraphs.subList(0, Math.min(HEADER, paragraphs.size()));
    }

    /// What stands alone on a short line.
    private static Optional<Matcher> alone(CleanText clean, Pattern pattern) {
        Matcher matcher = pattern.matcher(clean.text());
        return clean.text().length() <= LONGEST_LINE && matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /// What stands behind its key, on a line of keys.
    private static Optional<Matcher> keyed(CleanText clean, Pattern pattern) {
        Matcher matcher = pattern.matcher(clean.text());
        return clean.text().length() <= LONGEST_KEYED && matcher.find() ? Optional.of(matcher) : Optional.empty();
    }
}
