package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import org.junit.jupiter.api.Test;

class FileTableTest {
    @Test
    void namesFilesFromTheFolderThatHoldsThemAll() {
        FileTable table = new FileTable(Panel.Column.text("状态", "State"));
        table.add("来件/甲局/自评.doc", "failed");
        table.add("来件/乙局.zip!/乙局/自评.doc", "failed");
        table.add("来件/乙局.zip", "imported");

        Panel.Table shown = table.titled(new Label("文件 3", "3 files"));

        assertThat(shown.title().en()).isEqualTo("3 files · 来件/");
        assertThat(shown.rows())
                .extracting(row -> row.cells().getFirst().en())
                .containsExactly("甲局/自评.doc", "乙局.zip!/乙局/自评.doc", "乙局.zip");
    }

    @Test
    void filesWithoutACommonFolderKeepTheirPaths() {
        FileTable table = new FileTable(Panel.Column.text("状态", "State"));
        table.add("/来件/甲.doc", "failed");
        table.add("/收件/乙.doc", "failed");

        Panel.Table shown = table.titled(Label.same(""));

        assertThat(shown.title().en()).isEmpty();
        assertThat(shown.rows().getFirst().cells().getFirst().en()).isEqualTo("/来件/甲.doc");
    }

    @Test
    void leavesOutColumnsWithNothingInThem() {
        FileTable table = new FileTable(Panel.Column.text("状态", "State"), Panel.Column.number("页数", "Pages"));
        table.add("甲.doc", "failed", "");

        assertThat(table.titled(Label.same("")).columns())
                .extracting(column -> column.head().en())
                .containsExactly("File", "State");
    }

    @Test
    void doesNotSayTheNameTwice() {
        assertThat(FileTable.brief("a/甲.doc", "a/甲.doc: It is protected by a password."))
                .isEqualTo("It is protected by a password.");
        assertThat(FileTable.brief("a/甲.doc", "a/甲.doc is empty.")).isEqualTo("It is empty.");
        assertThat(FileTable.brief("a/甲.doc", "a/甲.docx is empty.")).isEqualTo("a/甲.docx is empty.");
    }
}
