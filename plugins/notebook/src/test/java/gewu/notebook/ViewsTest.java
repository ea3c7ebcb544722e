package gewu.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gewu.api.Label;
import gewu.api.store.Change;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.testkit.ViewContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The four views over a desk on which everything lies.
final class ViewsTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void furnish() throws Exception {
        desk = Desk.in(folder);
        desk.bringIn("a1", "一、支出情况", "三公经费支出五万元，比上年下降。", "档案保管良好。");
        desk.rows("saved", "add", "三公", "三公经费");
        desk.rows("notebook", "keep", "三公经费");
        desk.rows("note", "add", "a1", "要核对", "--paragraph=2", "--words=五万元");
        desk.rows("tag", "add", "重点", "a1", "--paragraph=3");
        desk.bringIn("a1", "一、支出情况", "三公经费支出五万多元，比上年下降。", "三公经费公开。");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void notesStandBesideTheParagraphTheirPassageIsInNow() {
        int start = "一、支出情况\n".length();

        assertThat(new MarginView(desk.store, desk.shelf, Desk.CLOCK).show(Map.of("report", "a1")))
                .isInstanceOfSatisfying(
                        Panel.Links.class,
                        it -> assertThat(it.links())
                                .extracting(Panel.Link::words, Panel.Link::to)
                                .contains(tuple(new Label("笔记：要核对", "note: 要核对"), new Panel.Place("a1", start))));
    }

    @Test
    void aNoteIsAnnouncedSoThatOpenReportsShowIt() throws Exception {
        long before = desk.store.lastChange();

        desk.rows("note", "add", "a1", "与上年口径不同", "--paragraph=3");

        assertThat(desk.store.changesAfter(before, 10))
                .extracting(Change::subject)
                .containsExactly("note");
    }

    @Nested
    class Margin extends ViewContract {
        @Override
        protected View view() {
            return new MarginView(desk.store, desk.shelf, Desk.CLOCK);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("report", "a1"));
        }
    }

    @Nested
    class NoteOfAParagraph extends ViewContract {
        @Override
        protected View view() {
            return new NoteView(desk.store, desk.shelf, Desk.CLOCK);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("passage", "a1/2"), Map.of("passage", "a1/3"), Map.of("passage", "a1"));
        }
    }

    @Nested
    class Saved extends ViewContract {
        @Override
        protected View view() {
            return new SavedView(desk.store, desk.shelf, desk.index, Desk.CLOCK);
        }
    }

    @Nested
    class Notebook extends ViewContract {
        @Override
        protected View view() {
            return new NotebookView(desk.store, desk.shelf, desk.index, Desk.CLOCK);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("entry", "1"), Map.of("entry", " "));
        }
    }

    @Nested
    class Notes extends ViewContract {
        @Override
        protected View view() {
            return new NotesView(desk.store, desk.shelf, Desk.CLOCK);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("report", "a1"), Map.of("tag", "重点"));
        }
    }

    @Nested
    class Passages extends ViewContract {
        @Override
        protected View view() {
            return new PassageView(desk.shelf, desk.store, Desk.CLOCK);
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("report", "a1", "paragraph", "2"));
        }
    }
}
