package gewu.notebook;

import gewu.api.workbench.View;
import gewu.testkit.ViewContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
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
