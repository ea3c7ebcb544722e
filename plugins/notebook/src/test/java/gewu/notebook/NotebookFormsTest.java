package gewu.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import gewu.testkit.Shown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each form of the notebook, filled in and sent: it is a call that its command understands.
final class NotebookFormsTest {
    @TempDir
    private Path folder;

    @AutoClose
    private Desk desk;

    @BeforeEach
    void furnish() {
        desk = Desk.in(folder);
        desk.bringIn("a1", "一、支出情况", "三公经费支出五万元，比上年下降。", "档案保管良好。");
    }

    @Test
    void aSearchIsSavedRenamedAndRemoved() throws Exception {
        assertThat(NotebookForms.change(List.of())).as("without any").isEmpty();

        send(NotebookForms.save(), "NAME", "三公", "WORDS", "三公经费");
        assertThat(named("saved")).containsExactly("三公");

        send(form("改名"), "NAME", "三公", "NEW", "三公经费下降");
        assertThat(named("saved")).containsExactly("三公经费下降");
        assertThat(field(form("删除"), "NAME").choices())
                .extracting(Panel.Choice::value)
                .containsExactly("三公经费下降");

        send(form("删除"), "NAME", "三公经费下降");
        assertThat(named("saved")).isEmpty();
    }

    @Test
    void newHitsAreSeenByAButtonAlone() throws Exception {
        send(NotebookForms.save(), "NAME", "档案", "WORDS", "档案");
        desk.bringIn("a2", "一、档案", "档案数量增加。");

        assertThat(form("新命中").fields()).isEmpty();
        assertThat(send(form("新命中"))).isNotEmpty();
    }

    @Test
    void anAnswerIsFrozenWithItsRemarkAndTakenAway() throws Exception {
        send(NotebookForms.keep(), "WORDS", "三公经费", "--remark", "年中稿");
        assertThat(desk.rows("notebook").toString()).contains("三公经费", "年中稿");

        Panel.Form remove = Shown.all(Panel.Form.class, view(Map.of("entry", "1"))).stream()
                .filter(it -> it.arguments().contains("remove"))
                .findFirst()
                .orElseThrow();
        assertThat(remove.fields()).as("a button alone").isEmpty();
        send(remove);
        assertThat(desk.rows("notebook")).isEmpty();
    }

    @Test
    void aNoteAndATagAreWrittenOnAParagraphAndTakenAwayByTheirNumbers() throws Exception {
        List<Panel.Form> forms =
                NotebookForms.on("a1", 2).stream().map(Panel.Form.class::cast).toList();
        send(forms.getFirst(), "NOTE", "要核对", "--words", "五万元");
        send(forms.getLast(), "TAG", "重点");
        assertThat(desk.rows("note").toString()).contains("要核对", "五万元");
        assertThat(desk.rows("tag", "list").toString()).contains("重点");

        List<Panel.Form> removing = Shown.all(
                        Panel.Form.class,
                        new NotesView(desk.store, desk.shelf, Desk.CLOCK).show(Map.of("report", "a1")))
                .stream()
                .filter(it -> it.arguments().contains("remove"))
                .toList();
        assertThat(removing).extracting(Panel.Form::command).containsExactlyInAnyOrder("note", "tag");
        for (Panel.Form form : removing) {
            send(form, "NUMBER", field(form, "NUMBER").choices().getFirst().value());
        }
        assertThat(desk.rows("note")).isEmpty();
    }

    private Panel view(Map<String, String> parameters) {
        return new NotebookView(desk.store, desk.shelf, desk.index, Desk.CLOCK).show(parameters);
    }

    private Panel.Form form(String title) {
        return Shown.all(Panel.Form.class, new SavedView(desk.store, desk.shelf, desk.index, Desk.CLOCK).show(Map.of()))
                .stream()
                .filter(it -> it.title().zh().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Panel.Field field(Panel.Form form, String name) {
        return form.fields().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> named(String command) throws Exception {
        return desk.rows(command).stream()
                .map(it -> String.valueOf(it.values().get("name")))
                .toList();
    }

    /// Fills fields in as a page does, the others with what they hold, and sends the form.
    private List<DataRow> send(Panel panel, String... filled) throws Exception {
        Panel.Form form = (Panel.Form) panel;
        List<String> words = new ArrayList<>(form.arguments());
        form.options().forEach((name, value) -> words.add(value.isEmpty() ? name : name + "=" + value));
        for (Panel.Field field : form.fields()) {
            int at = List.of(filled).indexOf(field.name());
            String value = at < 0 ? field.value() : filled[at + 1];
            assertThat(field.isRequired() && value.isEmpty()).as(field.name()).isFalse();
            if (!value.isEmpty()) {
                words.add(field.name().startsWith("--") ? field.name() + "=" + value : value);
            }
        }
        return desk.rows(form.command(), words.toArray(String[]::new));
    }
}
