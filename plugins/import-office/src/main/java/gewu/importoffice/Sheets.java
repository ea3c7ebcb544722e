package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;

/// The sheets of a workbook on their way into one text, each a page. For one thread.
final class Sheets {
    private final Flow flow = new Flow();
    private final boolean keepsHidden;
    private int formulasWithoutResult;
    private int hidden;

    Sheets(SourceFile file) {
        this.keepsHidden = file.option("hidden").orElse("skip").equals("keep");
    }

    /// Whether hidden sheets, rows and columns are read like others.
    boolean keepsHidden() {
        return keepsHidden;
    }

    /// Whether a sheet is to be read.
    boolean takes(boolean isHidden) {
        hidden += isHidden && !keepsHidden ? 1 : 0;
        return !isHidden || keepsHidden;
    }

    /// Counts a formula whose result is not in the file.
    void missResult() {
        formulasWithoutResult++;
    }

    void add(Sheet sheet) throws Unreadable {
        int before = flow.length();
        sheet.writeTo(flow);
        if (flow.length() > before) {
            flow.endPage();
        }
    }

    /// Says what people should know beside the text.
    void remark(String sentences) {
        flow.remark(sentences);
    }

    Reading reading() {
        if (formulasWithoutResult > 0) {
            return new Reading.Refused(
                    "The workbook has " + formulasWithoutResult
                            + " formulas without results: the program that wrote it did not work them out.",
                    "Open it in Excel or WPS, save it, then import that copy.");
        }
        if (flow.hasWords()) {
            return flow.reading();
        }
        return new Reading.Refused(
                hidden > 0
                        ? "The workbook shows nothing: what it holds is on hidden sheets."
                        : "The workbook is empty.",
                hidden > 0
                        ? "Unhide the sheets in Excel or WPS, or set the option hidden to keep, then import it again."
                        : "Check that the right file was saved, then import it again.");
    }
}
