package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import gewu.api.search.SearchField;
import gewu.api.search.SearchFunction;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The search page while nothing is asked: what was asked before, what is kept, and what can be
/// asked. Safe for all threads.
final class StartDesk {
    /// The setting in which a browser keeps what a person asked last: addresses of the search page,
    /// one a line.
    private static final String RECENT = "searches";

    private static final int MOST_RECENT = 10;

    private final Extensions extensions;
    private final Settings settings;

    StartDesk(Extensions extensions, Settings settings) {
        this.extensions = extensions;
        this.settings = settings;
    }

    StartPage answer(Ask ask) {
        Optional<Panel> saved =
                extensions.find(View.class, "saved").map(it -> it.instance().show(Map.of("forms", "no")));
        return new StartPage(recent(ask), saved, examples(ask));
    }

    private List<StartPage.Recent> recent(Ask ask) {
        return settings.of(ask.person())
                .getOrDefault(RECENT, "")
                .lines()
                .filter(it -> it.startsWith("/search?"))
                .limit(MOST_RECENT)
                .flatMap(it -> recent(it).stream())
                .toList();
    }

    private static Optional<StartPage.Recent> recent(String address) {
        Map<String, String> asked = Link.parameters(address);
        String words = asked.getOrDefault("q", "");
        List<String> limits = Stream.concat(Question.LIMITS.stream(), Question.SWITCHES.stream())
                .filter(asked::containsKey)
                .map(it -> asked.getOrDefault(it, ""))
                .filter(it -> !it.equals("yes"))
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new StartPage.Recent(words, String.join(" · ", limits), address));
    }

    private List<StartPage.Example> examples(Ask ask) {
        List<StartPage.Example> all = new ArrayList<>();
        add(all, "三公经费 压减", new Label("空格：两个词都要有", "a space: both words"), ask);
        add(all, "会议费|接待费 上升 -培训", new Label("| 为“或”，- 为“不含”", "| means or, - means without"), ask);
        add(all, "“绩效目标不够细化”", new Label("引号：逐字一致", "quotes: exactly these words"), ask);
        add(all, "公务*费", new Label("* 代表同一句里的若干字，? 代表一个字", "* stands for some characters, ? for one"), ask);
        add(
                all,
                "\"财政 资金\"~10",
                new Label("两词相隔不超过 10 个字；~s 为同一句", "at most 10 characters between; ~s: one sentence"),
                ask);
        add(
                all,
                "三公经费 year:2021..2023",
                new Label("年度；另有 org: region: kind: section: title:", "years; also org: region: kind: section: title:"),
                ask);
        add(all, "目标 role:存在问题", new Label("只在这一类章节里找", "only in sections of this kind"), ask);
        add(all, "SU='三公经费' AND YE='2021'", new Label("知网专业检索式", "CNKI's professional syntax"), ask);
        contributed(SearchField.class, all, ask);
        contributed(SearchFunction.class, all, ask);
        return all;
    }

    private <T extends ExtensionPoint> void contributed(Class<T> point, List<StartPage.Example> all, Ask ask) {
        for (Extension<T> it : extensions.of(point)) {
            it.attribute("example").ifPresent(words -> add(all, words, it.title(), ask));
        }
    }

    private static void add(List<StartPage.Example> all, String words, Label means, Ask ask) {
        all.add(new StartPage.Example(words, means.in(ask.language()), Link.with("/search", Map.of(), "q", words)));
    }
}
