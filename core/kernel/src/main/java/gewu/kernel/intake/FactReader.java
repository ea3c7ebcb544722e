package gewu.kernel.intake;

import gewu.api.intake.Outline;
import gewu.api.report.CleanText;
import gewu.api.report.Fact;
import gewu.api.report.Paragraph;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import gewu.kernel.report.Stated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads from a text who reports, about which year, and what kind of report it is. All threads may share
/// one instance.
///
/// Each fact is looked for where people look: the title, `单位名称：`, the first sentences, the seal at the end,
/// what the text speaks of most. A name that several places give wins over one that a single place gives.
/// What nothing supports stays empty.
final class FactReader {
    private static final int LONGEST_TITLE = 80;
    private static final int LEAD = 30;

    /// More characters never stand between `单位` and its colon.
    private static final int LONGEST_BEHIND_KEY = 16;

    /// Longer texts repeat themselves; the facts stand in their first part and at their end.
    private static final int MOST_READ = 200_000;

    private static final Pattern TITLE =
            Pattern.compile("[^。;!?]{2,80}?(报告|报告书|自评表|评价表|说明|总结|自评|评价|情况|公开|材料)(\\([^()]{1,20}\\))?[:]?"
                    + "|[^。;!?]{0,50}关于[^。;!?]{0,60}(?:绩效|自评|评价|决算|支出)[^。;!?]{0,40}的(?:函|复函|请示|通知|公告|通报)");
    private static final Pattern NO_TITLE = Pattern.compile(
            "^(附件|附表|附录|目录).{0,6}$|^.{0,12}[〔\\[(]\\d{4}[〕\\])]\\d+号.*|^第\\d+页.*|^[-—\\d ]+$|^[\\d.]+$|^(公开|密级|保密).{0,8}$");
    private static final Pattern NAMED = Pattern.compile(
            "(?<key>(?:填报|编报|报告|自评|评价|被评价|预算|申报|主管|实施|项目|项目实施|项目主管|项目承担|使用)?(?:单位|部门|机构)(?:\\(单位\\)|\\(部门\\))?(?:名称|全称)?)"
                    + "(?:\\((?:盖章|公章|签章|加盖公章)\\))?[:： ]+(?<name>[^\\s:：,;。|]{4,34})");
    private static final Pattern FOR_YEAR = Pattern.compile("(?:年度|年份|评价年度|预算年度)[:： ]+(20\\d\\d)");
    private static final Pattern SEAL = Pattern.compile("(?<name>[\\u4e00-\\u9fff()“”]{4,32}?)(?:\\((?:盖章|公章)\\))?"
            + "(?:[12]\\d{3}年\\d{1,2}月(?:\\d{1,2}日)?|[二〇○零一三四五六七八九]{4}年.{1,3}月(?:.{1,3}日)?)?");
    private static final Pattern DATED = Pattern.compile("20\\d\\d年\\d{1,2}月(\\d{1,2}日)?$");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d〔\\[(])(20\\d\\d)年(度)?(?!\\d{1,2}月|\\d{1,2}号)");
    private static final Pattern YEAR_IN_TITLE =
            Pattern.compile("(?<!\\d)(?:(?:20\\d\\d)年?[-—~至])?(20\\d\\d)(?=年|度|部门|单位|整体|项目|\\)|$)");
    private static final Pattern YEAR_IN_HAN = Pattern.compile("二[〇○零O0]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])年");
    private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(20[012]\\d)(?!\\d)");
    private static final Pattern HEADER_KEY = Pattern.compile("(?:索引号|文号|发文字号|发布机构|发布日期|发布时间|成文日期|信息来源|来源)[: ]");
    private static final Pattern EMPTY_LINE = Pattern.compile("\\n[ \\t\\u3000\\r]*\\n");
    private static final Pattern ABOUT_MONEY = Pattern.compile("预算|支出|决算|收入|绩效|资金|万元");
    private static final Pattern OWN_BUREAU = Pattern.compile("我局|本局|局党组|局机关|局领导");
    private static final Pattern BUREAU_ELSEWHERE =
            Pattern.compile("(?:国家|[省市县区])([\\u4e00-\\u9fff]{2,6}?)局(?!长|党组|机关)");

    /// The facts of a report.
    ///
    /// @param fileName the last part of the path it came from; asked last, when the text is silent
    Stated read(String fileName, SourceText source, Outline outline) {
        Words words = Words.of(source, outline);
        Map<Fact.Field, Stated.Place> places = new EnumMap<>(Fact.Field.class);
        String title = title(words, fileName, places);
        String org = org(title, fileName, words, places);
        String region = OrgNames.regionOf(org);
        Stated.Place ofOrg = places.get(Fact.Field.ORG);
        if (!region.isEmpty() && ofOrg != null) {
            places.put(Fact.Field.REGION, ofOrg);
        }
        if (region.isEmpty() && !OrgNames.isCentral(org)) {
            region = OrgNames.mostMentionedRegion(words.all());
        }
        int year = year(title, fileName, words, places);
        ReportKind kind = kind(title, words, places);
        return new Stated(new ReportFacts(title, org, region, year, kind), places);
    }

    /// A paragraph, clean, and where it stands in the source.
    private record Piece(String words, Stated.Place place) {}

    /// The parts of a text that tell facts, clean.
    ///
    /// @param lead paragraphs before the first heading, the cover among them
    /// @param body the first paragraphs behind it
    /// @param tail the last paragraphs
    private record Words(List<Piece> lead, List<Piece> body, List<Piece> tail, String all) {
        static Words of(SourceText source, Outline outline) {
            List<Piece> lead = new ArrayList<>();
            List<Piece> body = new ArrayList<>();
            StringBuilder all = new StringBuilder();
            for (Paragraph paragraph : outline.paragraphs()) {
                Piece piece = clean(source, paragraph);
                if (paragraph.section() == 0 && lead.size() < LEAD) {
                    lead.addAll(parted(source, piece));
                } else {
                    body.add(piece);
                }
                all.append(piece.words()).append('\n');
                if (all.length() > MOST_READ) {
                    break;
                }
            }
            List<Piece> tail = new ArrayList<>();
            int count = outline.paragraphs().size();
            for (Paragraph paragraph : outline.paragraphs().subList(Math.max(0, count - 5), count)) {
                tail.add(clean(source, paragraph));
            }
            return new Words(lead, body, tail, all.toString());
        }

        /// The header of a web page, in one paragraph with the title below it, is parted from it where a line is empty.
        private static List<Piece> parted(SourceText source, Piece piece) {
            if (!HEADER_KEY.matcher(piece.words()).find()) {
                return List.of(piece);
            }
            List<Piece> parts = new ArrayList<>();
            Matcher empty = EMPTY_LINE.matcher(source.text());
            empty.region(piece.place().start(), piece.place().end());
            int from = piece.place().start();
            while (empty.find()) {
                parts.add(piece(source, from, empty.start()));
                from = empty.end();
            }
            parts.add(piece(source, from, piece.place().end()));
            return parts;
        }

        private static Piece clean(SourceText source, Paragraph paragraph) {
            int end = Math.min(paragraph.end(), paragraph.start() + MOST_READ);
            return piece(source, paragraph.start(), end);
        }

        private static Piece piece(SourceText source, int start, int end) {
            return new Piece(CleanText.of(source.text(), start, end).text(), new Stated.Place(start, end));
        }
    }

    // ---- title

    private static String title(Words words, String fileName, Map<Fact.Field, Stated.Place> places) {
        List<Piece> lines = words.lead().isEmpty()
                ? words.body().subList(0, Math.min(3, words.body().size()))
                : words.lead();
        for (int i = 0; i < lines.size(); i++) {
            String line = plain(lines.get(i).words());
            if (isTitle(line)) {
                return joined(lines, i, line, places);
            }
        }
        for (Piece line : lines) {
            String plain = plain(line.words());
            if (isTitlePart(plain)) {
                places.put(Fact.Field.TITLE, line.place());
                return plain;
            }
        }
        places.put(Fact.Field.TITLE, Stated.Place.FILE_NAME);
        return fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    }

    /// A title printed over several lines is one: `青山市档案局` above `2023年度部门整体支出` above `绩效自评报告`.
    private static String joined(List<Piece> lines, int last, String line, Map<Fact.Field, Stated.Place> places) {
        String title = line;
        int first = last;
        for (int i = last - 1; i >= 0 && i >= last - 3; i--) {
            String above = plain(lines.get(i).words());
            boolean isWhole = OrgNames.inTitle(title).isPresent()
                    && !YEAR_IN_TITLE.matcher(above).find();
            if (isWhole || !isTitlePart(above) || above.length() + title.length() > LONGEST_TITLE) {
                break;
            }
            title = above + title;
            first = i;
        }
        places.put(
                Fact.Field.TITLE,
                new Stated.Place(
                        lines.get(first).place().start(),
                        lines.get(last).place().end()));
        return title;
    }

    private static boolean isTitle(String line) {
        return line.length() <= LONGEST_TITLE
                && line.length() >= 4
                && TITLE.matcher(line).matches()
                && !NO_TITLE.matcher(line).find()
                && line.indexOf(':') < 0
                && line.chars().filter(c -> c == ',').count() < 2;
    }

    private static boolean isTitlePart(String line) {
        return line.length() >= 4
                && line.length() <= 40
                && !NO_TITLE.matcher(line).find()
                && !DATED.matcher(line).find()
                && line.chars().noneMatch(c -> ":;。!?,|".indexOf(c) >= 0);
    }

    private static String plain(String line) {
        return line.replaceAll("^[#*>\\- ]+|[*# ]+$", "");
    }

    // ---- organisation

    /// Names with how much speaks for each, and the best place that names it.
    private static final class Support {
        private final Map<String, Double> sums = new LinkedHashMap<>();
        private final Map<String, Double> best = new HashMap<>();
        private final Map<String, Stated.Place> places = new HashMap<>();

        void add(String name, double weight, Stated.@Nullable Place place) {
            sums.merge(name, weight, Double::sum);
            if (place != null && weight > best.getOrDefault(name, 0.0)) {
                best.put(name, weight);
                places.put(name, place);
            }
        }
    }

    private static String org(String title, String fileName, Words words, Map<Fact.Field, Stated.Place> places) {
        Support support = new Support();
        Stated.Place ofTitle = places.get(Fact.Field.TITLE);
        OrgNames.inTitle(title)
                .ifPresent(name -> support.add(name, 6.0, Stated.Place.FILE_NAME.equals(ofTitle) ? null : ofTitle));
        for (Piece line : words.lead()) {
            named(line, support);
        }
        for (Piece line : words.body().subList(0, Math.min(40, words.body().size()))) {
            named(line, support);
            opening(line, support);
        }
        for (Piece line : words.tail()) {
            named(line, support);
            seal(line, support);
        }
        OrgNames.inText(words.all()).forEach((name, count) -> support.add(name, Math.min(count, 10) * 0.3, null));
        OrgNames.inTitle(fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceFirst("^[\\d_\\-. ]+", ""))
                .ifPresent(name -> support.add(name, 2.0, null));
        Optional<String> best = best(support.sums);
        best.map(support.places::get).ifPresent(place -> places.put(Fact.Field.ORG, place));
        return best.orElseGet(() -> likelyBureau(title, words));
    }

    private static Optional<String> best(Map<String, Double> support) {
        Map<String, Integer> places = new HashMap<>();
        support.keySet().forEach(name -> places.put(name, places.size()));
        String best = "";
        double most = 0;
        for (Map.Entry<String, Double> name : support.entrySet()) {
            double sum = name.getValue();
            for (String other : shortFor(name.getKey(), places)) {
                sum += support.getOrDefault(other, 0.0);
            }
            if (sum > most) {
                most = sum;
                best = name.getKey();
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /// The names that are short for this one, in the order of the text: 市档案局 is short for 青山市档案局.
    private static Collection<String> shortFor(String name, Map<String, Integer> places) {
        Map<Integer, String> found = new TreeMap<>();
        for (int from = 1; from < name.length(); from++) {
            String end = name.substring(from);
            Integer place = places.get(end);
            if (place != null && OrgNames.regionOf(end).isEmpty()) {
                found.put(place, end);
            }
        }
        return found.values();
    }

    private static void named(Piece line, Support support) {
        if (line.words().length() > 400 || !mayName(line.words())) {
            return;
        }
        Matcher matcher = NAMED.matcher(line.words());
        while (matcher.find()) {
            String key = matcher.group("key");
            boolean isAbove = key.contains("主管") || key.contains("评价");
            OrgNames.whole(matcher.group("name"))
                    .ifPresent(name -> support.add(name, isAbove ? 2.0 : 6.0, line.place()));
        }
    }

    /// Whether a colon or a space stands shortly behind what can end `单位`, `部门` or `机构`, as in `单位名称（盖章）：`.
    private static boolean mayName(String line) {
        int key = -LONGEST_BEHIND_KEY;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '位' || c == '门' || c == '构') {
                key = i;
            } else if ((c == ':' || c == '：' || c == ' ') && i - key < LONGEST_BEHIND_KEY) {
                return true;
            }
        }
        return false;
    }

    private static void opening(Piece line, Support support) {
        OrgNames.openingOf(line.words())
                .filter(name -> !OrgNames.regionOf(name).isEmpty() || name.length() >= 6)
                .ifPresent(name -> support.add(name, 3.0, line.place()));
    }

    private static void seal(Piece line, Support support) {
        if (line.words().length() <= 50) {
            Matcher matcher = SEAL.matcher(line.words());
            if (matcher.matches()) {
                OrgNames.whole(matcher.group("name")).ifPresent(name -> support.add(name, 5.0, line.place()));
            }
        }
    }

    /// A bureau that never gives its name in full: it says `我局`, reports on the matter of a bureau of another
    /// tier, and speaks of one region. Bureaus of one matter are called alike at each tier.
    private static String likelyBureau(String title, Words words) {
        String region = OrgNames.mostMentionedRegion(words.all());
        if (region.isEmpty() || !OWN_BUREAU.matcher(words.all()).find()) {
            return "";
        }
        Matcher elsewhere = BUREAU_ELSEWHERE.matcher(words.all());
        while (elsewhere.find()) {
            if (title.contains(elsewhere.group(1))) {
                return region + elsewhere.group(1) + "局";
            }
        }
        return "";
    }

    // ---- year

    private static int year(String title, String fileName, Words words, Map<Fact.Field, Stated.Place> places) {
        Stated.Place ofTitle = places.get(Fact.Field.TITLE);
        int inTitle = yearIn(title);
        if (inTitle > 0) {
            put(places, Fact.Field.YEAR, ofTitle);
            return inTitle;
        }
        for (Piece line : words.lead()) {
            Matcher forYear = FOR_YEAR.matcher(line.words());
            if (forYear.find()) {
                places.put(Fact.Field.YEAR, line.place());
                return Integer.parseInt(forYear.group(1));
            }
        }
        int spokenOf = mostSpokenOf(words);
        Matcher inName = YEAR_IN_NAME.matcher(fileName);
        if (spokenOf > 0) {
            firstToSpeakOf(spokenOf, words).ifPresent(place -> places.put(Fact.Field.YEAR, place));
            return spokenOf;
        }
        if (inName.find()) {
            places.put(Fact.Field.YEAR, Stated.Place.FILE_NAME);
            return Integer.parseInt(inName.group(1));
        }
        return 0;
    }

    private static int yearIn(String title) {
        Matcher digits = YEAR_IN_TITLE.matcher(title);
        if (digits.find()) {
            return Integer.parseInt(digits.group(1));
        }
        Matcher han = YEAR_IN_HAN.matcher(title);
        return han.find() ? 2000 + 10 * hanDigit(han.group(1)) + hanDigit(han.group(2)) : 0;
    }

    private static void put(Map<Fact.Field, Stated.Place> places, Fact.Field field, Stated.@Nullable Place place) {
        if (place != null) {
            places.put(field, place);
        }
    }

    private static Optional<Stated.Place> firstToSpeakOf(int year, Words words) {
        return Stream.concat(words.lead().stream(), words.body().stream())
                .filter(it -> YEAR.matcher(it.words())
                        .results()
                        .anyMatch(found -> found.group(1).equals(Integer.toString(year))))
                .map(Piece::place)
                .findFirst();
    }

    /// The year that sentences about money and results name most; dates do not count, least of all the
    /// seal's.
    private static int mostSpokenOf(Words words) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (String line : words.all().split("\n")) {
            if (!line.contains("20")) {
                continue;
            }
            if (line.length() <= 60 && DATED.matcher(line).find()) {
                continue;
            }
            Matcher matcher = YEAR.matcher(line);
            int weight = 0;
            while (matcher.find()) {
                weight = weight > 0 ? weight : ABOUT_MONEY.matcher(line).find() ? 2 : 1;
                int year = Integer.parseInt(matcher.group(1));
                counts.merge(year, matcher.group(2) == null ? weight : weight * 2, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static int hanDigit(String digit) {
        return Math.max(0, "一二三四五六七八九".indexOf(digit) + 1);
    }

    // ---- kind

    private static ReportKind kind(String title, Words words, Map<Fact.Field, Stated.Place> places) {
        Optional<ReportKind> said = kindIn(title);
        if (said.isPresent()) {
            put(places, Fact.Field.KIND, places.get(Fact.Field.TITLE));
        }
        for (Piece line : words.lead()) {
            if (said.isEmpty() && line.words().length() <= LONGEST_TITLE) {
                said = kindIn(line.words());
                said.ifPresent(_ -> places.put(Fact.Field.KIND, line.place()));
            }
        }
        if (said.isPresent()) {
            return said.get();
        }
        String beginning = words.all().substring(0, Math.min(3_000, words.all().length()));
        if (beginning.contains("整体支出")) {
            return ReportKind.WHOLE_DEPARTMENT;
        }
        if (beginning.contains("项目支出绩效") || beginning.contains("项目概况") || beginning.contains("项目名称")) {
            return ReportKind.PROJECT;
        }
        return beginning.contains("部门决算") ? ReportKind.FINAL_ACCOUNTS : ReportKind.OTHER;
    }

    private static Optional<ReportKind> kindIn(String words) {
        if (words.contains("整体支出") || words.contains("整体绩效") || words.contains("部门整体") || words.contains("单位整体")) {
            return Optional.of(ReportKind.WHOLE_DEPARTMENT);
        }
        if (words.contains("决算")) {
            return Optional.of(ReportKind.FINAL_ACCOUNTS);
        }
        boolean isProject = words.contains("项目") || words.contains("专项") || words.contains("资金");
        return isProject && !words.contains("部门预算") ? Optional.of(ReportKind.PROJECT) : Optional.empty();
    }
}
