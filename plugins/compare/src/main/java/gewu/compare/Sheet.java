package gewu.compare;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.Section;
import gewu.api.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a report has that can stand in another one: sketches of its paragraphs, and its sentences. Headings, rows of
/// tables, sentences that mainly cite laws and documents, and short ones are left out: they are alike by their nature.
///
/// @param words     how many words stand in sentences that count, and in those too short to tell
/// @param sketches  of paragraphs that are long enough to tell
/// @param sentences in reading order
record Sheet(Report report, int words, List<Sketched> sketches, List<Sentence> sentences) {
    /// Fewer words in a row are shared by chance: unrelated offices share runs of up to 24, some of 13.
    static final int FEWEST_WORDS = 13;

    private static final int LONGEST_HEADING = 30;
    private static final String SENTENCE_ENDS = "。；;！!？?\t\n";
    private static final Pattern CITED = Pattern.compile("《[^》]*》|[\\(〔\\[][^\\)〕\\]]*[〕\\]号][^\\)〕\\]]*[\\)〕\\]]?号?");
    private static final Pattern CITING =
            Pattern.compile("根据|依据|按照|依照|遵照|参照|贯彻|落实|执行|遵守|符合|严格|有关|相关|规定|要求|精神|文件|通知|办法|制度|法律|法规"
                    + "|规章|条例|细则|意见|方案|等|和|及|与|的|以及|结合|实际|我局|本局|我单位|本单位|我部门|中华人民共和国|[\\p{P}\\p{S}\\s]");

    Sheet {
        sketches = List.copyOf(sketches);
        sentences = List.copyOf(sentences);
    }

    /// A paragraph's sketch.
    record Sketched(int paragraph, Sketch sketch) {}

    static Sheet of(Report report) {
        List<Sketched> sketches = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        int words = 0;
        for (Paragraph paragraph : report.paragraphs()) {
            if (isTable(report, paragraph)) {
                continue;
            }
            Wording wording = body(report, paragraph);
            words += wording.size();
            if (wording.size() >= FEWEST_WORDS) {
                sketches.add(new Sketched(paragraph.number(), Sketch.of(Shingles.of(wording.tokens()))));
                addSentences(wording, sentences);
            }
        }
        return new Sheet(report, words, sketches, sentences);
    }

    /// A paragraph without a heading that it begins with; without words if it is one.
    static Wording body(Report report, Paragraph paragraph) {
        Wording whole = Wording.of(report, paragraph);
        int behind = headingEnd(report, paragraph);
        if (paragraph.section() == 0 && isFrontMatter(whole)) {
            return new Wording(report, paragraph, whole.clean(), List.of());
        }
        List<Token> body = whole.tokens().stream()
                .filter(it -> whole.clean().sourceStart(it.start()) >= behind)
                .toList();
        return new Wording(report, paragraph, whole.clean(), body);
    }

    /// Titles, names and dates before the first heading.
    private static boolean isFrontMatter(Wording wording) {
        return wording.clean().text().indexOf('。') < 0;
    }

    private static int headingEnd(Report report, Paragraph paragraph) {
        int end = paragraph.start();
        for (int number = paragraph.section(); number > 0; number--) {
            Section section = report.sections().get(number - 1);
            if (section.start() < paragraph.start()) {
                break;
            }
            boolean isHeading = section.headingEnd() - section.start() <= LONGEST_HEADING;
            end = isHeading && section.start() < paragraph.end() ? Math.max(end, section.headingEnd()) : end;
        }
        return end;
    }

    static boolean isTable(Report report, Paragraph paragraph) {
        String text = report.text();
        int tab = text.indexOf('\t', paragraph.start());
        if (tab >= 0 && tab < paragraph.end()) {
            return true;
        }
        for (Table table : report.source().tables()) {
            if (table.start() < paragraph.end() && paragraph.start() < table.end()) {
                return true;
            }
        }
        return false;
    }

    /// Where sentences begin, in words, and behind them the number of words.
    static List<Integer> cuts(Wording wording) {
        List<Integer> cuts = new ArrayList<>();
        cuts.add(0);
        String text = wording.clean().text();
        for (int i = 1; i < wording.size(); i++) {
            int from = wording.tokens().get(i - 1).end();
            int to = wording.tokens().get(i).start();
            for (int at = from; at < to; at++) {
                if (SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0) {
                    cuts.add(i);
                    break;
                }
            }
        }
        cuts.add(wording.size());
        return cuts;
    }

    private static void addSentences(Wording wording, List<Sentence> sentences) {
        List<Integer> cuts = cuts(wording);
        for (int i = 1; i < cuts.size(); i++) {
            int from = cuts.get(i - 1);
            int to = cuts.get(i);
            if (to - from >= FEWEST_WORDS && !isCitation(wording, from, to)) {
                sentences.add(new Sentence(
                        Shingles.hash(wording.tokens(), from, to),
                        Shingles.exactHash(wording.tokens(), from, to),
                        wording.paragraph().number(),
                        wording.start(from),
                        wording.end(to),
                        to - from,
                        signs(wording, from, to)));
            }
        }
    }

    private static boolean isCitation(Wording wording, int from, int to) {
        String text = wording.clean()
                .text()
                .substring(
                        wording.tokens().get(from).start(),
                        wording.tokens().get(to - 1).end());
        if (text.indexOf('《') < 0 && text.indexOf('〔') < 0) {
            return false;
        }
        String rest = CITED.matcher(text).replaceAll("");
        return CITING.matcher(rest).replaceAll("").length() < FEWEST_WORDS;
    }

    private static int signs(Wording wording, int from, int to) {
        ReportFacts facts = wording.report().facts();
        List<Token> sentence = wording.tokens().subList(from, to);
        int signs = 0;
        for (int i = 0; i < sentence.size(); i++) {
            if (facts.year() > 0 && sentence.get(i).year() == facts.year()) {
                signs |= Sentence.OWN_YEAR;
            }
            if (StrangeYear.isAt(wording.clean().text(), wording.tokens(), sentence, i, facts.year())) {
                signs |= Sentence.STRANGE_YEAR;
            }
        }
        String text = wording.clean()
                .text()
                .substring(sentence.getFirst().start(), sentence.getLast().end());
        if (Names.isNamed(facts.region(), text)) {
            signs |= Sentence.OWN_REGION;
        }
        if (facts.org().length() > 3 && text.contains(facts.org())) {
            signs |= Sentence.OWN_ORG;
        }
        return signs;
    }
}
