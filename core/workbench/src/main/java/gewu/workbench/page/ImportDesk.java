package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Jobs;
import gewu.api.plugin.PluginScope;
import gewu.api.workbench.DataRow;
import gewu.workbench.json.JsonLines;
import gewu.workbench.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the files that are dropped onto the workbench: lays them into a folder of the workspace, one a day, and has
/// them brought in as a job, so that nobody waits at a page. Safe for all threads.
final class ImportDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
    private static final int MOST_YEAR = 2200;

    private final Intake intake;
    private final Jobs jobs;
    private final PluginScope scope;
    private final Clock clock;
    private CompletableFuture<?> running = CompletableFuture.completedFuture(true);

    ImportDesk(Intake intake, Jobs jobs, PluginScope scope, Clock clock) {
        this.intake = intake;
        this.jobs = jobs;
        this.scope = scope;
        this.clock = clock;
    }

    /// Takes the files that came along; with the field `retry`, tries those again that failed before.
    ///
    /// @return how many were taken, as JSON
    /// @throws WorkbenchException if nothing came along
    /// @throws Refused if the person may not
    Reply take(Ask ask) {
        if (!ask.person().isAtLeast(Person.Standing.ADMINISTRATOR)) {
            throw new Refused(
                    403,
                    new Label("只有管理员可以导入报告。", "Only administrators bring reports in."),
                    new Label("把文件交给管理员。", "Hand the files to an administrator."));
        }
        boolean isRetry = !ask.parameter("retry").isEmpty();
        List<Path> files = isRetry ? List.of() : laid(ask.uploads());
        if (files.isEmpty() && !isRetry) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    ask.say("没有收到文件。", "No file came along."),
                    ask.say("把文件或文件夹拖到页面上，或按“选择文件”。", "Drop files or a folder onto the page, or choose some."));
        }
        Intake.Order order = Intake.Order.of(files)
                .with(new Intake.Overrides(ask.parameter("org"), ask.number("year", MOST_YEAR)))
                .with(isRetry ? Intake.Which.FAILED : Intake.Which.ALL);
        begin(order);
        return Reply.json(JsonLines.object(DataRow.of("taken").with("files", files.size())));
    }

    /// How many files stand where.
    Map<Brought.State, Integer> counts() {
        Map<Brought.State, Integer> counts = new EnumMap<>(Brought.State.class);
        intake.files().forEach(it -> counts.merge(it.state(), 1, Integer::sum));
        return counts;
    }

    private synchronized void begin(Intake.Order order) {
        // One order at a time: what is dropped while another is under way waits for it.
        running = running.handle((all, failed) -> true).thenCompose(before -> start(order));
    }

    private CompletableFuture<List<Brought>> start(Intake.Order order) {
        return jobs.start(scope, new Label("导入", "Import"), progress -> intake.bringIn(order, progress, brought -> {}))
                .whenComplete((all, failed) -> {
                    if (failed != null) {
                        LOG.warn("The files that were dropped could not be brought in.", failed);
                    }
                });
    }

    /// Each upload under its own name in a folder of the day; two of one name do not meet.
    private List<Path> laid(List<Upload> uploads) {
        try {
            List<Path> files = new ArrayList<>();
            for (Upload upload : uploads) {
                Path day = scope.dataFolder()
                        .resolve("inbox")
                        .resolve(LocalDate.now(clock).toString());
                Path place = day.resolve(String.valueOf(upload.file().getFileName()));
                if (Files.exists(place) && Files.mismatch(place, upload.file()) >= 0) {
                    place = day.resolve(UUID.randomUUID().toString().substring(0, 8))
                            .resolve(place.getFileName());
                }
                Files.createDirectories(place.getParent());
                Files.copy(upload.file(), place, StandardCopyOption.REPLACE_EXISTING);
                files.add(place);
            }
            return files;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
