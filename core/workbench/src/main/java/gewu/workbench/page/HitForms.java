package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What can be done with a question and its answer, as forms of the commands that do it. Safe for
/// all threads.
final class HitForms {
    private final Extensions extensions;

    HitForms(Extensions extensions) {
        this.extensions = extensions;
    }

    /// Those whose command there is.
    List<Panel.Form> of(Question question) {
        Map<String, String> options = options(question);
        Field words = new Field("WORDS", new Label("检索式", "Question"), Field.Kind.LINE)
                .holding(question.words())
                .required();
        List<Panel.Form> forms = new ArrayList<>();
        forms.add(new Panel.Form(
                new Label("保存检索", "Save the search"),
                "saved",
                List.of("add"),
                options,
                List.of(
                        new Field("NAME", new Label("名称", "Name"), Field.Kind.LINE)
                                .holding(question.words())
                                .required(),
                        words),
                new Label("保存；以后的新命中会提醒", "Save; later hits are told")));
        forms.add(new Panel.Form(
                new Label("记入笔记本", "Into the notebook"),
                "notebook",
                List.of("keep"),
                options,
                List.of(words, new Field("--remark", new Label("说明", "Remark"), Field.Kind.LINE)),
                new Label("冻结今天的结果", "Freeze today's answer")));
        return forms.stream()
                .filter(it -> extensions.find(Command.class, it.command()).isPresent())
                .toList();
    }

    private static Map<String, String> options(Question question) {
        Map<String, String> options = new LinkedHashMap<>();
        Question.LIMITS.stream()
                .filter(it -> !question.value(it).isEmpty())
                .forEach(it -> options.put("--" + it, question.value(it)));
        Stream.of("exact", "one-script", "synonyms", "lookalikes")
                .filter(question::isOn)
                .forEach(it -> options.put("--" + it, ""));
        return options;
    }
}
