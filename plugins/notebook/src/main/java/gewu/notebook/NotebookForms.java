package gewu.notebook;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The forms by which people keep, change and take away what is in the notebook.
final class NotebookForms {
    private static final Label REMARK = new Label("说明", "Remark");

    private NotebookForms() {}

    static Panel save() {
        return new Panel.Form(
                new Label("保存一个检索", "Save a search"),
                "saved",
                List.of("add"),
                List.of(line("NAME", new Label("名称", "Name")).required(), words()),
                new Label("保存", "Save"));
    }

    /// Nothing when no search is saved.
    static List<Panel> change(List<SavedSearch> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Field which = Field.choice(
                        "NAME",
                        new Label("名称", "Name"),
                        all.stream()
                                .map(it -> new Panel.Choice(it.name(), Label.same(it.name())))
                                .toList())
                .required();
        return List.of(
                new Panel.Form(
                        new Label("新命中", "New hits"),
                        "alerts",
                        List.of("list"),
                        List.of(),
                        new Label("看新命中，并记住已看过", "See new hits, and remember that they were told")),
                new Panel.Form(
                        new Label("改名", "Rename"),
                        "saved",
                        List.of("rename"),
                        List.of(which, line("NEW", new Label("新名称", "New name")).required()),
                        new Label("改名", "Rename")),
                new Panel.Form(
                        new Label("删除", "Remove"),
                        "saved",
                        List.of("remove"),
                        List.of(which),
                        new Label("删除（可恢复）", "Remove (can be restored)")));
    }

    static Panel keep() {
        return new Panel.Form(
                new Label("冻结一次检索的结果", "Freeze the answer to a question"),
                "notebook",
                List.of("keep"),
                List.of(words(), line("--remark", REMARK)),
                new Label("冻结", "Freeze"));
    }

    /// What can be done with an entry.
    static List<Panel> of(Entry entry) {
        String number = String.valueOf(entry.number());
        return List.of(
                new Panel.Links(
                        Label.same(""),
                        List.of(
                                new Panel.Link(
                                        new Label("现在再查一次", "Ask it again now"),
                                        entry.question().again()),
                                new Panel.Link(new Label("全部条目", "All entries"), new Panel.Target("notebook")))),
                new Panel.Form(
                        Label.same(""),
                        "notebook",
                        List.of("remove", number),
                        List.of(),
                        new Label("删除这一条（可恢复）", "Remove this entry (can be restored)")));
    }

    /// A note and a tag on a paragraph.
    static List<Panel> on(String report, int paragraph) {
        Field place = new Field(
                "--words", new Label("只针对其中的哪几个字（可不填）", "Only these of its words (may stay empty)"), Field.Kind.LINE);
        return List.of(
                new Panel.Form(
                        new Label("写笔记", "Write a note"),
                        "note",
                        List.of("add", report),
                        Map.of("--paragraph", String.valueOf(paragraph)),
                        List.of(new Field("NOTE", new Label("笔记", "Note"), Field.Kind.WORDS).required(), place),
                        new Label("记下", "Write it down")),
                new Panel.Form(
                        new Label("贴标签", "Tag it"),
                        "tag",
                        List.of("add"),
                        Map.of("--paragraph", String.valueOf(paragraph)),
                        List.of(
                                line("TAG", new Label("标签", "Tag")).required(),
                                line("REPORT", new Label("报告", "Report"))
                                        .holding(report)
                                        .required()),
                        new Label("贴上", "Tag")));
    }

    /// How one of these is taken away again; nothing without any.
    static List<Panel> remove(List<Annotation> all) {
        return Stream.of(Annotation.Kind.values())
                .flatMap(kind -> remove(
                        kind, all.stream().filter(it -> it.kind() == kind).toList())
                        .stream())
                .toList();
    }

    private static List<Panel> remove(Annotation.Kind kind, List<Annotation> some) {
        return some.isEmpty()
                ? List.of()
                : List.of(new Panel.Form(
                        new Label(
                                "删除" + kind.label().zh(),
                                "Remove a " + kind.label().en()),
                        kind.id(),
                        List.of("remove"),
                        List.of(Field.choice(
                                        "NUMBER",
                                        kind.label(),
                                        some.stream()
                                                .map(it -> new Panel.Choice(
                                                        String.valueOf(it.number()),
                                                        Label.same(it.number() + " " + it.words())))
                                                .toList())
                                .required()),
                        new Label("删除（可恢复）", "Remove (can be restored)")));
    }

    private static Field words() {
        return line("WORDS", new Label("检索式", "Question")).required();
    }

    private static Field line(String name, Label title) {
        return new Field(name, title, Field.Kind.LINE);
    }
}
