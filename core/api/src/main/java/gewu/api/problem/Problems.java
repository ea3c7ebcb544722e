package gewu.api.problem;

import gewu.api.job.Progress;
import gewu.api.report.ReportFilter;
import java.util.List;
import java.util.function.Consumer;

/// The problems and remedies of the workspace as finders found them: kept with each report, in its transaction; read
/// anew when what finds them has become another. Always those of the newest version of a report. All of them are
/// proposals; what people decide is kept elsewhere. Safe for all threads.
///
/// The same words give the same findings with the same ids. When a report comes in changed, its findings are found
/// anew, with ids of their own; who keeps decisions matches them with the former by their words.
public interface Problems {
    /// What was found in one report, an answer for each finder that found something.
    List<StoredFindings> of(String report);

    /// Hands over report after report, by organisation, year and id, without keeping them; those in which nothing was
    /// found are left out.
    void forEach(ReportFilter reports, Consumer<StoredFindings> each);

    /// How many reports were read by other finders, or other editions of them, than are at work now.
    int outdated();

    /// Reads the outdated reports again, one after another, each in a transaction of its own. Reports
    /// change nothing but their findings.
    ReadAgain readAgain(Progress progress);

    /// What another reading changed; problems and remedies are compared by their places.
    ///
    /// @param reports how many were read again
    /// @param same    problems and remedies that stayed as they were
    /// @param added   those at places where none was found before
    /// @param gone    those that are no longer found
    /// @param changed those found at the same place but read otherwise
    /// @param faults  what went wrong, each sentence naming its report
    record ReadAgain(int reports, long same, long added, long gone, long changed, List<String> faults) {
        public ReadAgain {
            faults = List.copyOf(faults);
        }
    }
}
