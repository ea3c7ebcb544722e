package gewu.kernel.read;

import gewu.api.WorkbenchException;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.Unpacker;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads files in worker processes, so that a file that hangs, breaks its reader or wants too much memory
/// costs only itself. Workers live long; one that was ended is replaced by the next file. Importers that say
/// `isolated="false"` are asked in this process.
public final class WorkerReader implements FileReader {
    private static final int USUAL_SECONDS = 120;

    /// After so many files a worker makes room for a fresh one, whatever its libraries have kept.
    private static final int MOST_FILES = 500;

    private final WorkerSetup setup;
    private final Extensions extensions;
    private final FileReader inHouse;
    private final Semaphore places;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();

    /// @param inHouse reads what needs no worker; closed with this
    public WorkerReader(WorkerSetup setup, Extensions extensions, FileReader inHouse) {
        this.setup = setup;
        this.extensions = extensions;
        this.inHouse = inHouse;
        this.places = new Semaphore(setup.count());
    }

    @Override
    public int atOnce() {
        return setup.count();
    }

    @Override
    public ReadResult read(ReadRequest request) {
        Optional<Extension<? extends ExtensionPoint>> reader = reader(request.importer());
        boolean isIsolated = !reader.flatMap(it -> it.attribute("isolated"))
                .filter("false"::equals)
                .isPresent();
        if (!isIsolated) {
            return inHouse.read(request);
        }
        int seconds = reader.flatMap(it -> it.attribute("seconds"))
                .map(Integer::parseInt)
                .orElse(USUAL_SECONDS);
        WorkerProcess worker = null;
        try {
            places.acquire();
            try {
                worker = take();
                return worker.read(request, seconds);
            } finally {
                giveBack(worker);
                places.release();
            }
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            return new ReadResult.Refused("Reading it was cancelled.", "Import it again.", 0);
        }
    }

    private Optional<Extension<? extends ExtensionPoint>> reader(String name) {
        List<Extension<? extends ExtensionPoint>> all = new ArrayList<>(extensions.of(ReportImporter.class));
        all.addAll(extensions.of(Unpacker.class));
        return all.stream()
                .filter(it -> (it.plugin() + "/" + it.id()).equals(name))
                .findFirst();
    }

    private WorkerProcess take() throws InterruptedException {
        synchronized (idle) {
            WorkerProcess worker = idle.poll();
            if (worker != null && worker.isAlive()) {
                return worker;
            }
        }
        Path folder = setup.folder().resolve(UUID.randomUUID().toString());
        try {
            return WorkerProcess.start(setup, folder);
        } catch (InterruptedException | WorkbenchException without) {
            sweep(folder);
            throw without;
        }
    }

    /// A worker that is still in the middle of a file, because nobody wants it any more, is ended.
    private void giveBack(@Nullable WorkerProcess worker) throws InterruptedException {
        if (worker == null) {
            return;
        }
        boolean isDone = worker.isAlive() && !Thread.currentThread().isInterrupted() && worker.isFree();
        if (isDone && worker.files() < MOST_FILES) {
            synchronized (idle) {
                idle.push(worker);
            }
        } else {
            retire(worker);
        }
    }

    static void retire(WorkerProcess worker) {
        boolean isInterrupted = Thread.interrupted();
        try {
            worker.end();
            sweep(worker.folder());
        } catch (InterruptedException again) {
            isInterrupted = true;
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Removes what workers left in a folder.
    public static void sweep(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stuck) {
            throw new UncheckedIOException("The folder of a worker can't be removed: " + folder, stuck);
        }
    }

    /// Ends all workers. No file may be on its way.
    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(WorkerReader::retire);
            idle.clear();
        }
        inHouse.close();
    }
}
