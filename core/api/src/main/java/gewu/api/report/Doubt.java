package gewu.api.report;

import java.util.List;

/// Words that a recogniser (OCR) is not sure of. People see them marked; figures in them need a second look.
///
/// @param start      first UTF-16 unit in the source text
/// @param end        end, exclusive
/// @param confidence from 0 to 1
public record Doubt(int start, int end, double confidence) {
    /// What people see behind doubtful words where there is neither colour nor underline.
    public static final String SIGN = "〔?〕";

    /// Those of `doubts` that touch the words from `start` to `end`.
    public static List<Doubt> between(List<Doubt> doubts, int start, int end) {
        return doubts.stream()
                .filter(doubt -> doubt.start() < end && start < doubt.end())
                .toList();
    }
}
