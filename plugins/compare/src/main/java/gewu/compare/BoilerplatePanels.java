package gewu.compare;

import gewu.api.Label;
import gewu.api.report.Mark;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Shows people the map of boilerplate: what was carried over first, because it is a mistake; then how much is copied,
/// which paragraphs, and which sentences stand everywhere.
final class BoilerplatePanels {
    private static final double HUNDRED = 100;

    private final Boilerplate boilerplate;

    BoilerplatePanels(Boilerplate boilerplate) {
        this.boilerplate = boilerplate;
    }

    /// @param limit how many of each kind at most
    Panel of(Boilerplate.Question question, Boilerplate.Findings found, Optional<Sheets.Missing> missing, int limit) {
        List<Panel> panels = new ArrayList<>();
        missing.ifPresent(it -> panels.add(Similarities.behind(it)));
        panels.add(summary(found));
        carried(found.carried(), limit, panels);
        shares(found.shares(), limit).ifPresent(panels::add);
        found.longest().ifPresent(it -> panels.add(longest(it)));
        copied(found, question, limit, panels);
        if (question.report().isBlank()) {
            sentences(found.map(), limit).ifPresent(panels::add);
        }
        panels.add(next(question, found));
        return new Panel.Stack(panels);
    }

    private static Panel summary(Boilerplate.Findings found) {
        long signals = found.shares().stream().filter(CopyMap.Share::isSignal).count();
        long others = found.copied().stream().filter(it -> !it.isOwn()).count();
        return new Panel.Text(new Label(
                "对照了 " + found.map().reports() + " 份报告：" + found.map().sharedSentences() + " 句话不止一份报告有；"
                        + signals + " 份报告与其他单位相同的文字达到 5%；" + others + " 个段落抄自其他单位或与其相同；"
                        + found.carried().size() + " 段带着旧年度或别家名称。",
                found.map().reports() + " reports compared: " + found.map().sharedSentences()
                        + " sentences stand in more than one; " + signals
                        + " reports share 5% or more with other organisations; " + others
                        + " paragraphs stood in another organisation's report first; "
                        + found.carried().size() + " hold an old year or another's name."));
    }

    private static void carried(List<Carried> carried, int limit, List<Panel> panels) {
        if (carried.isEmpty()) {
            return;
        }
        panels.add(new Panel.Text(new Label(
                "▍照搬后忘了改（" + carried.size() + " 段）", "▍Carried over and not changed (" + carried.size() + ")")));
        for (Carried one : carried.subList(0, Math.min(limit, carried.size()))) {
            String mine = Places.name(one.head().facts());
            String its = Places.name(one.from().facts());
            panels.add(new Panel.Document(
                    new Label(
                            mine + " · 第 " + one.passage().page() + " 页第 " + one.paragraph() + " 段 · "
                                    + one.kind().label().zh() + "“"
                                    + one.passage().text() + "” · 与 " + its + " 第 "
                                    + one.fromParagraph() + " 段相同",
                            mine + " · page " + one.passage().page() + ", paragraph " + one.paragraph() + " · "
                                    + one.kind().label().en() + " “"
                                    + one.passage().text() + "” · as in " + its
                                    + ", paragraph " + one.fromParagraph()),
                    one.head().report(),
                    one.sentence().start(),
                    one.sentence().text(),
                    List.of(new Mark(one.passage().start(), one.passage().end()))));
        }
    }

    private static Optional<Panel> shares(List<CopyMap.Share> shares, int limit) {
        List<CopyMap.Share> told = shares.stream()
                .filter(it -> it.other() > 0 || it.own() > 0)
                .limit(limit)
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Panel.Table(
                new Label("各报告相同文字的比例", "How much of each report stands elsewhere"),
                List.of(
                        Panel.Column.text("单位与年度", "Whose"),
                        Panel.Column.report("报告", "Report"),
                        Panel.Column.number("字数", "Words"),
                        Panel.Column.number("同其他单位", "Others'"),
                        Panel.Column.number("其中一字不改", "word for word"),
                        Panel.Column.number("只改数字", "figures changed"),
                        Panel.Column.number("仅同本单位", "Own only"),
                        Panel.Column.text("提示", "Remark")),
                told.stream()
                        .map(it -> Panel.Row.of(
                                Places.name(it.head().facts()),
                                it.head().report(),
                                it.words(),
                                percent(it.other()),
                                percent(part(it.otherExactly(), it.words())),
                                percent(part(it.otherFigures(), it.words())),
                                percent(it.own()),
                                it.isSignal() ? new Label("值得细看", "look closer") : Label.same("")))
                        .toList()));
    }

    private static Panel longest(Boilerplate.Longest longest) {
        String mine = Places.name(longest.mine().facts());
        String its = Places.name(longest.its().facts());
        return new Panel.Document(
                new Label(
                        "最长的一段相同文字：" + longest.run().words() + " 字 · " + mine + " 第 "
                                + longest.run().mine().page() + " 页 ＝ " + its + " 第 "
                                + longest.run().its().page() + " 页",
                        "The longest run in common: " + longest.run().words() + " words · " + mine + ", page "
                                + longest.run().mine().page() + " = " + its + ", page "
                                + longest.run().its().page()),
                longest.mine().report(),
                longest.run().mine().start(),
                longest.run().mine().text(),
                List.of());
    }

    private void copied(Boilerplate.Findings found, Boilerplate.Question question, int limit, List<Panel> panels) {
        List<CopyMap.Copied> told = found.copied().stream()
                .filter(it -> !it.isOwn() || !question.report().isBlank())
                .toList();
        if (told.isEmpty()) {
            return;
        }
        panels.add(new Panel.Text(new Label(
                "▍别处也有的段落（" + told.size() + " 段）", "▍Paragraphs that stand elsewhere too (" + told.size() + ")")));
        List<CopyMap.Elsewhere> elsewhere = found.map().elsewhere();
        boilerplate.read(told.subList(0, Math.min(limit, told.size())), (copied, wording) -> {
            String mine = Places.name(copied.head().facts());
            String its = Places.name(copied.from().facts());
            Label place = Places.place(wording.report(), wording.paragraph());
            Label how = copied.exactly() == copied.words()
                    ? new Label("一字不改", "word for word")
                    : new Label("只改数字", "figures changed");
            Label where = copied.isLater() ? new Label("先见于", "first in") : new Label("同见于", "also in");
            panels.add(DifferencePanels.document(
                    new Label(
                            mine + " · " + place.zh() + " · " + copied.words() + " 字" + how.zh() + " · " + where.zh()
                                    + " " + its,
                            mine + " · " + place.en() + " · " + copied.words() + " words, " + how.en() + " · "
                                    + where.en() + " " + its),
                    wording,
                    Boilerplate.marks(elsewhere, copied.paragraph())));
        });
    }

    private Optional<Panel> sentences(CopyMap map, int limit) {
        List<CopyMap.Spread> widest = map.sentences().stream().limit(limit).toList();
        if (widest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Panel.Table(
                new Label("流传最广的句子", "The most widespread sentences"),
                List.of(
                        Panel.Column.number("单位", "Organisations"),
                        Panel.Column.number("报告", "Reports"),
                        Panel.Column.number("年度", "Years"),
                        Panel.Column.report("先见于", "First in"),
                        Panel.Column.text("句子", "Sentence")),
                widest.stream()
                        .map(it -> Panel.Row.of(
                                it.orgs(), it.reports(), years(it), it.head().report(), boilerplate.words(it)))
                        .toList()));
    }

    static String years(CopyMap.Spread spread) {
        return spread.firstYear() == spread.lastYear()
                ? spread.firstYear() == 0 ? "" : "" + spread.firstYear()
                : spread.firstYear() + "–" + spread.lastYear();
    }

    private static Panel next(Boilerplate.Question question, Boilerplate.Findings found) {
        boolean isNothing = found.copied().isEmpty()
                && found.carried().isEmpty()
                && found.map().sharedSentences() == 0;
        if (isNothing) {
            return new Panel.Text(new Label(
                    "没有发现照搬的文字：没有一句 " + Sheet.FEWEST_WORDS + " 字以上的话重复出现。",
                    "Nothing copied: no sentence of " + Sheet.FEWEST_WORDS
                            + " characters or more stands in two reports."));
        }
        return question.report().isBlank()
                ? Panel.Advice.way(
                        new Label("看一份报告的细节：gewu boilerplate 报告", "The details of one report: gewu boilerplate REPORT"),
                        new Label("写一份报告，看它的细节。", "Name a report to see its details."))
                : Panel.Advice.way(
                        new Label("看谁还写了相近的段落：gewu similar 报告", "Who else says nearly the same: gewu similar REPORT"),
                        Label.same(""),
                        new Panel.Link(
                                new Label("看谁还写了相近的段落", "Who else says nearly the same"),
                                new Panel.Target("similar", Map.of("report", question.report()))));
    }

    private static double part(long words, int all) {
        return all == 0 ? 0 : (double) words / all;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * HUNDRED);
    }
}
