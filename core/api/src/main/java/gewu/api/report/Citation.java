package gewu.api.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a text needs that cites a report: who wrote it, its title and year, page and paragraph, the
/// words, and an anchor by which the place is found again. Citations are in Chinese, as the reports
/// are.
///
/// @param number    the document number; empty for none
/// @param date      when the report is dated, such as `2022-03-15` or `2022-03`; empty when unknown
/// @param place     the town of the organisation, such as `长沙`; empty when unknown
/// @param page      the page on which the words begin
/// @param lastPage  the page on which they end
/// @param paragraph the paragraph's number
/// @param words     whole sentences, as a reader understands them
/// @param anchor    the place of these sentences
/// @param address   where the report stands in the web; empty for nowhere
/// @param visited   when it was looked up there, as `2022-03-15`; empty without an address
public record Citation(
        ReportFacts facts,
        String number,
        String date,
        String place,
        int page,
        int lastPage,
        int paragraph,
        String words,
        Anchor anchor,
        String address,
        String visited) {
    private static final String SENTENCE_ENDS = "。!?;；…";
    private static final String BEHIND_AN_END = "”’」』）)》";
    private static final String MARKDOWN_SIGNS = "\\`*_[]<>#|~";

    /// How a citation is written.
    public enum Style {
        /// One line for notes and letters.
        PLAIN,
        /// The reference as GB/T 7714—2015 has it for reports, and a second line with the place and the words.
        GBT7714,
        /// A quotation and its source.
        MARKDOWN;

        /// The name used on the command line: `plain`, `gbt7714`, `markdown`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The style that `word` names.
        public static Optional<Style> named(String word) {
            String name = word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            return Stream.of(values()).filter(it -> it.name().equals(name)).findFirst();
        }
    }

    /// Cites the sentences of one paragraph that hold the passage from `start` to `end` of the source text.
    ///
    /// @param known what is known of the report; date, document number and city are taken from it
    /// @throws IllegalArgumentException if no paragraph stands at or behind `start`
    public static Citation of(Report report, List<Fact> known, int start, int end) {
        Paragraph paragraph = report.paragraphs().stream()
                .filter(it -> it.end() > start)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No paragraph of " + report.id() + " stands at or behind the offset " + start + "."));
        CleanText clean = report.clean(paragraph);
        int from = sentenceStart(
                clean.text(), Math.min(clean.cleanAt(start), clean.text().length()));
        int to = sentenceEnd(clean.text(), Math.max(from, clean.cleanAt(Math.min(end, paragraph.end()))));
        int first = from == 0 ? paragraph.start() : clean.sourceStart(from);
        int last = Math.max(first, clean.sourceEnd(to));
        return new Citation(
                report.facts(),
                value(known, Fact.Field.NUMBER),
                value(known, Fact.Field.DATE),
                town(report.facts(), known),
                report.source().pageAt(first),
                report.source().pageAt(Math.max(first, last - 1)),
                paragraph.number(),
                clean.text().substring(from, to),
                Anchor.of(report, first, last),
                "",
                "");
    }

    /// The same for a report that also stands in the web.
    public Citation withAddress(String where, LocalDate seen) {
        return new Citation(
                facts, number, date, place, page, lastPage, paragraph, words, anchor, where, seen.toString());
    }

    /// The citation in a style; lines are parted by `\n`, and none ends the last.
    public String written(Style style) {
        return switch (style) {
            case PLAIN ->
                author() + "：《" + title() + "》" + yearUnlessInTitle() + "，" + where() + "：“" + words + "”〔" + anchor
                        + "〕";
            case GBT7714 -> reference() + "\n" + where() + "：“" + words + "”〔" + anchor + "〕";
            case MARKDOWN ->
                "> " + inMarkdown(words) + "\n>\n> ——" + inMarkdown(author()) + "：《" + inMarkdown(title()) + "》"
                        + yearUnlessInTitle() + "，" + where() + (address.isEmpty() ? "" : "，<" + webAddress() + ">")
                        + "，`"
                        + anchor + "`";
        };
    }

    /// The entry in a list of references, as GB/T 7714—2015 has it for reports:
    /// `长沙市信访局. 2021年度绩效自评报告[R]. 长沙: 长沙市信访局, 2022: 3.`
    ///
    /// With an address it is one of `[R/OL]`, its date behind the page, then the day it was looked up, and the
    /// address. Where the report is not dated, the year is an estimate and stands in brackets: the one behind the
    /// year that is reported on.
    public String reference() {
        boolean isOnline = !address.isEmpty();
        String dated = isOnline && date.length() > 4 ? "(" + date + ")" : "";
        return author() + ". " + title() + (number.isEmpty() ? "" : ": " + number) + (isOnline ? "[R/OL]. " : "[R]. ")
                + imprint() + ", " + issued() + ": " + pages() + dated
                + (isOnline ? "[" + visited + "]. " + webAddress() + "." : ".");
    }

    /// Whether the year of issue in [#reference] is an estimate.
    public boolean isYearEstimated() {
        return date.length() < 4;
    }

    /// The page and the paragraph, such as `第 3 页第 12 段`.
    public String where() {
        return "第 " + pages() + " 页第 " + paragraph + " 段";
    }

    private String author() {
        return facts.org().isBlank() ? "佚名" : facts.org();
    }

    private String title() {
        return facts.title().isBlank() ? "（无题名）" : facts.title();
    }

    private String yearUnlessInTitle() {
        boolean isMissing = facts.year() > 0 && !title().contains(String.valueOf(facts.year()));
        return isMissing ? "（" + facts.year() + " 年度）" : "";
    }

    private String imprint() {
        if (place.isBlank() && facts.org().isBlank()) {
            return "[出版地不详: 出版者不详]";
        }
        return (place.isBlank() ? "[出版地不详]" : place) + ": " + (facts.org().isBlank() ? "[出版者不详]" : facts.org());
    }

    private String issued() {
        if (!isYearEstimated()) {
            return date.substring(0, 4);
        }
        return facts.year() == 0 ? "[日期不详]" : "[" + (facts.year() + 1) + "]";
    }

    private String pages() {
        return page == lastPage ? String.valueOf(page) : page + "-" + lastPage;
    }

    /// Without white space and brackets, which would end it.
    private String webAddress() {
        return address.replaceAll("[\\s<>]", "");
    }

    /// A county or a town of its own; a district stands in its city.
    private static String town(ReportFacts facts, List<Fact> known) {
        String county = value(known, Fact.Field.COUNTY);
        String city = value(known, Fact.Field.CITY);
        String town = county.isEmpty() || county.endsWith("区") ? city : county;
        String name = town.isEmpty() ? facts.region() : town;
        return name.length() > 2 && name.endsWith("市") ? name.substring(0, name.length() - 1) : name;
    }

    private static String value(List<Fact> known, Fact.Field field) {
        return known.stream()
                .filter(it -> it.field() == field)
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    private static int sentenceStart(String words, int at) {
        int start = at;
        while (start > 0 && !endsSentence(words, start)) {
            start--;
        }
        return start;
    }

    private static int sentenceEnd(String words, int at) {
        int end = Math.min(Math.max(at, 1), words.length());
        while (end < words.length() && !endsSentence(words, end)) {
            end++;
        }
        return end;
    }

    /// Whether a sentence ends before `at`, its closing quotes and brackets included.
    private static boolean endsSentence(String words, int at) {
        if (at < words.length() && (isAny(BEHIND_AN_END, words.charAt(at)) || isAny(SENTENCE_ENDS, words.charAt(at)))) {
            return false;
        }
        int last = at - 1;
        while (last > 0 && isAny(BEHIND_AN_END, words.charAt(last))) {
            last--;
        }
        return isAny(SENTENCE_ENDS, words.charAt(last));
    }

    private static boolean isAny(String signs, char c) {
        return signs.indexOf(c) >= 0;
    }

    /// The words with nothing in them that Markdown would take for a sign.
    private static String inMarkdown(String words) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            if (isAny(MARKDOWN_SIGNS, words.charAt(i))) {
                plain.append('\\');
            }
            plain.append(words.charAt(i));
        }
        return plain.toString();
    }
}
