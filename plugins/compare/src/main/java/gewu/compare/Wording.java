package gewu.compare;

import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a paragraph says, word by word, without the number it may begin with; able to lead back to the source text.
record Wording(Report report, Paragraph paragraph, CleanText clean, List<Token> tokens) {
    /// `- `, `（1）`, `1.`, `一、`, `①` and several of them.
    private static final Pattern LABEL = Pattern.compile(
            "(?:[-*•●#]+ ?|\\([一二三四五六七八九十\\d]{1,3}\\)|[一二三四五六七八九十]{1,3}、|\\d{1,2}(?:、|\\.(?!\\d)|\\))|[①-⑳])+");

    Wording {
        tokens = List.copyOf(tokens);
    }

    static Wording of(Report report, Paragraph paragraph) {
        CleanText clean = report.clean(paragraph);
        List<Token> tokens = Token.of(clean.text());
        Matcher label = LABEL.matcher(clean.text());
        int behind = label.lookingAt() ? label.end() : 0;
        List<Token> said = tokens.stream().filter(it -> it.start() >= behind).toList();
        return new Wording(report, paragraph, clean, said.isEmpty() ? tokens : said);
    }

    int size() {
        return tokens.size();
    }

    /// Where the word `from` begins in the source text.
    int start(int from) {
        return from == tokens.size()
                ? paragraph.end()
                : clean.sourceStart(tokens.get(from).start());
    }

    /// Where the words before `to` end in the source text.
    int end(int to) {
        return to == 0 ? start(0) : clean.sourceEnd(tokens.get(to - 1).end());
    }

    /// The words from `from` to `to`, exclusive, as they stand in the source text.
    Passage passage(int from, int to) {
        int start = start(from);
        return report.passage(start, Math.max(start, from == to ? start : end(to)));
    }

    /// The whole paragraph as it stands in the source text.
    String text() {
        return report.textOf(paragraph);
    }
}
