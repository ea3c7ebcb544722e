package gewu.kernel.intake;

import gewu.api.Label;
import gewu.api.intake.Brought;

/// What people call the states of a file.
final class FileStateNames {
    private FileStateNames() {}

    /// Whether a person who writes `word` means `state`.
    static boolean isNamed(Brought.State state, String word) {
        return word.equals(state.id())
                || word.equals(of(state).zh())
                || word.equalsIgnoreCase(of(state).en());
    }

    static Label of(Brought.State state) {
        return switch (state) {
            case QUEUED -> new Label("排队中", "queued");
            case PARSING -> new Label("读取中", "parsing");
            case NEEDS_OCR -> new Label("待识别", "needs OCR");
            case IMPORTED -> new Label("已导入", "imported");
            case UPDATED -> new Label("已更新", "updated");
            case DUPLICATE -> new Label("重复", "duplicate");
            case FAILED -> new Label("失败", "failed");
            case SKIPPED -> new Label("跳过", "skipped");
        };
    }
}
