package gewu.testkit;

import gewu.testkit.Phrasebook.Part;
import gewu.testkit.Phrasebook.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// One generated report on its way to paper. Serves one thread, once.
final class Composition {
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};

    private final Phrasebook phrases;
    private final SplittableRandom random;
    private final String city;
    private final String bureau;
    private final int year;
    private final Layout layout;
    private final List<String> paragraphs = new ArrayList<>();
    private final Map<String, List<Phrase>> unused = new HashMap<>();
    private final StringBuilder sentence = new StringBuilder();
    private int sections;
    private Figures figures;

    Composition(Phrasebook phrases, long seed, int n) {
        this.phrases = phrases;
        this.random = new SplittableRandom(seed * 1_000_003L + n);
        this.city = plain("first") + plain("second") + plain("rank");
        this.bureau = plain("bureau");
        this.year = 2015 + random.nextInt(11);
        this.figures = new Figures(random);
        this.layout = new Layout(random);
    }

    String org() {
        return city + bureau;
    }

    int year() {
        return year;
    }

    /// The whole text.
    String write() {
        paragraphs.add(year + "年度" + org() + "部门整体支出绩效自评报告");
        paragraphs.add("单位名称（盖章）：" + org());
        section("overview", "overview", 3, 2, 3);
        section("budget", "budget", 4, 2, 4);
        section("project", "project_text", 2, 3, 3);
        empty();
        section("performance", "performance", 4, 3, 4);
        plainSection("experience", 2, 2);
        numbered("problems", 4);
        numbered("remedies", 4);
        plainSection("results", 2, 2);
        plainSection("other", 1, 1);
        paragraphs.add(org() + " " + (year + 1) + "年" + (1 + random.nextInt(6)) + "月" + (1 + random.nextInt(28)) + "日");
        return layout.print(paragraphs);
    }

    private void section(String head, String body, int subsections, int least, int sentences) {
        heading(head);
        List<Phrase> titles = phrases.list("sub." + head);
        int first = random.nextInt(titles.size());
        for (int i = 0; i < subsections; i++) {
            paragraphs.add(layout.second(i) + fill(titles.get((first + i) % titles.size())));
            int count = least + random.nextInt(2);
            for (int j = 0; j < count; j++) {
                paragraphs.add((random.nextInt(3) > 0 ? layout.third(j) : "") + sentences(body, sentences));
            }
        }
    }

    private void plainSection(String name, int count, int sentences) {
        heading(name);
        for (int i = 0; i < count; i++) {
            paragraphs.add(sentences(name, sentences));
        }
    }

    private void numbered(String name, int count) {
        heading(name);
        for (int i = 0; i < count; i++) {
            paragraphs.add(layout.third(i) + sentences(name, 2));
        }
    }

    private void empty() {
        for (Phrase head : phrases.list("head.none")) {
            paragraphs.add(NUMERALS[sections++] + "、" + fill(head));
            paragraphs.add(sentences("none", 1));
        }
    }

    private void heading(String name) {
        paragraphs.add(NUMERALS[sections++] + "、" + fill(pick("head." + name)));
    }

    private String sentences(String list, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            figures = new Figures(random);
            words.append(fill(next(list)));
        }
        return words.toString();
    }

    /// The next phrase of a list in an order of this report's own, so that none comes again before all have come.
    private Phrase next(String list) {
        List<Phrase> left = unused.computeIfAbsent(list, _ -> new ArrayList<>());
        if (left.isEmpty()) {
            left.addAll(phrases.list(list));
        }
        return left.remove(random.nextInt(left.size()));
    }

    private Phrase pick(String list) {
        List<Phrase> choices = phrases.list(list);
        return choices.get(random.nextInt(choices.size()));
    }

    private String plain(String list) {
        return pick(list).parts().getFirst().text();
    }

    private String fill(Phrase phrase) {
        sentence.setLength(0);
        append(phrase);
        return sentence.toString();
    }

    private void append(Phrase phrase) {
        for (Part part : phrase.parts()) {
            if (part.isName()) {
                append(part.text());
            } else {
                sentence.append(part.text());
            }
        }
    }

    private void append(String name) {
        switch (name) {
            case "org" -> sentence.append(city).append(bureau);
            case "city" -> sentence.append(city);
            case "tier" -> sentence.append(city.charAt(city.length() - 1));
            case "year" -> sentence.append(year);
            case "last" -> sentence.append(year - 1);
            case "next" -> sentence.append(year + 1);
            default -> figures.find(name).ifPresentOrElse(sentence::append, () -> append(pick(name)));
        }
    }
}
