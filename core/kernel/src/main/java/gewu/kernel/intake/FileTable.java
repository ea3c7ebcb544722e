package gewu.kernel.intake;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.kernel.word.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Files as a table for people: named from the folder that holds them all, which stands in the title; columns with
/// nothing in them are left out.
final class FileTable {
    private static final String INSIDE = "!/";

    private final List<Panel.Column> columns;
    private final List<String> files = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();

    /// @param columns what is said of each file, its name aside
    FileTable(Panel.Column... columns) {
        this.columns = List.of(columns);
    }

    void add(String file, Object... cells) {
        files.add(file);
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// @param title empty for none
    Panel.Table titled(Label title) {
        String folder = folder();
        List<Integer> shown = IntStream.range(0, columns.size())
                .filter(at -> rows.stream()
                        .anyMatch(row -> !String.valueOf(row.get(at)).isEmpty()))
                .boxed()
                .toList();
        List<Panel.Column> heads = new ArrayList<>();
        heads.add(Panel.Column.text("文件", "File"));
        shown.forEach(at -> heads.add(columns.get(at)));
        List<Panel.Row> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Object> cells = new ArrayList<>();
            cells.add(files.get(i).substring(folder.length()));
            for (int at : shown) {
                cells.add(rows.get(i).get(at));
            }
            lines.add(Panel.Row.of(cells.toArray()));
        }
        return new Panel.Table(titled(title, folder), heads, lines);
    }

    /// A sentence as a cell; an empty one leaves it empty.
    static Object worded(Sentences sentences, String english) {
        return english.isEmpty() ? "" : sentences.label(english);
    }

    /// What is said of a file, beside its name.
    static String brief(String file, String words) {
        if (!words.startsWith(file)) {
            return words;
        }
        String rest = words.substring(file.length());
        return rest.startsWith(": ") ? rest.substring(2) : rest.startsWith(" ") ? "It" + rest : words;
    }

    private static Label titled(Label title, String folder) {
        if (folder.isEmpty()) {
            return title;
        }
        return title.zh().isEmpty()
                ? Label.same(folder)
                : new Label(title.zh() + " · " + folder, title.en() + " · " + folder);
    }

    /// The folder that holds all, with the stroke at its end; empty if there is none.
    private String folder() {
        String common = files.isEmpty() ? "" : folderOf(files.getFirst());
        for (String file : files) {
            while (!file.startsWith(common)) {
                common = folderOf(common.substring(0, common.length() - 1));
            }
        }
        return common.length() > 1 ? common : "";
    }

    private static String folderOf(String file) {
        int inside = file.indexOf(INSIDE);
        String outside = inside < 0 ? file : file.substring(0, inside);
        return outside.substring(0, Math.max(outside.lastIndexOf('/'), outside.lastIndexOf('\\')) + 1);
    }
}
