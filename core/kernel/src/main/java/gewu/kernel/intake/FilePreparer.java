package gewu.kernel.intake;

import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import gewu.kernel.read.FileReader;
import gewu.kernel.read.ReadRequest;
import gewu.kernel.read.ReadResult;
import gewu.kernel.workspace.Originals;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does for one file all that can be done before its turn: looks whether it is known, copies it into the workspace, and
/// has it read. Safe for all threads.
final class FilePreparer {
    private static final Logger LOG = LoggerFactory.getLogger(FilePreparer.class);

    /// Deeper archives in archives are not opened.
    private static final int DEEPEST = 8;

    private final Path scratch;
    private final Extensions extensions;
    private final FileReader reader;
    private final FileStates states;
    private final Originals originals;
    private final Repeats repeats;
    private final Intake.Order order;
    private final BooleanSupplier canRecognise;

    /// Whether a content needs no reading, because it is in the workspace.
    interface Repeats {
        /// What becomes of a file whose content is there already; empty if it is news.
        Optional<Outcome> of(String sha256, Source source);
    }

    /// @param scratch      a folder of this import, for what is taken out of archives
    /// @param canRecognise whether a text recogniser is ready
    FilePreparer(
            Path scratch,
            Extensions extensions,
            FileReader reader,
            FileStates states,
            Originals originals,
            Repeats repeats,
            Intake.Order order,
            BooleanSupplier canRecognise) {
        this.scratch = scratch;
        this.extensions = extensions;
        this.reader = reader;
        this.states = states;
        this.originals = originals;
        this.repeats = repeats;
        this.order = order;
        this.canRecognise = canRecognise;
    }

    /// A file ends in one state, whatever happens to it; only a workspace that can't be used ends the import.
    ///
    /// @throws WorkbenchException of kind `WORKSPACE` if it can't be used
    Prepared prepare(Source source) {
        try {
            return prepareNow(source);
        } catch (WorkbenchException refused) {
            if (refused.kind() == WorkbenchException.Kind.WORKSPACE) {
                throw refused;
            }
            return failed(source, String.valueOf(refused.getMessage()), refused.remedy());
        } catch (PluginFault fault) {
            return failed(
                    source,
                    source.file() + " could not be read: " + fault.getMessage(),
                    "Tell the author of that plugin, and keep the file.");
        } catch (AccessDeniedException denied) {
            return failed(
                    source,
                    "You have no rights to read " + source.file() + ".",
                    "Ask its owner for the right to read it.");
        } catch (NoSuchFileException gone) {
            return failed(source, source.file() + " is gone.", "If it was moved, import it from its new place.");
        } catch (IOException unreadable) {
            return failed(
                    source,
                    source.file() + " can't be read: " + unreadable.getMessage() + ".",
                    "See to the disk or the network, then import it again.");
        } catch (OutOfMemoryError tooLarge) {
            return failed(
                    source,
                    source.file() + " needs more memory than this program has.",
                    "Split the file, or give more memory with the Java option -Xmx.");
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.debug("{} could not be read; the other files go on.", source.file(), unexpected);
            return failed(
                    source,
                    source.file() + " could not be brought in: " + unexpected + ".",
                    "This is a fault of the program; gewu doctor looks whether all is whole.");
        }
    }

    /// A failure before the content was read; size and time still tell whether it is worth another try.
    private static Prepared failed(Source source, String why, String remedy) {
        Optional<FileStates.Content> content = source.attributes().map(it -> new FileStates.Content(it, ""));
        return new Prepared.Settled(Outcome.failed(why, remedy), content, false);
    }

    private Prepared prepareNow(Source source) throws IOException {
        BasicFileAttributes now = Files.readAttributes(source.path(), BasicFileAttributes.class);
        if (now.size() == 0) {
            throw new WorkbenchException(
                    source.file() + " is empty.", "Save it again in the program that made it, or leave it out.");
        }
        Optional<FileStates.Known> known = states.find(source.absolute());
        if (!source.again() && source.depth() == 0 && known.isPresent()) {
            Optional<Prepared> settled = unchanged(source, known.get(), now);
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        FileKind kind = FileKind.of(source.path());
        Door door = Door.of(source.file(), kind, extensions);
        if (door.isArchive() && source.depth() >= DEEPEST) {
            throw new WorkbenchException(
                    source.file() + " stands in " + DEEPEST + " archives, one in another, and is an archive itself.",
                    "Unpack it, then import what is in it.");
        }
        Originals.Staged staged = stage(source, door);
        boolean isHeld = false;
        try {
            FileStates.Content content = new FileStates.Content(now, staged.sha256());
            Optional<Outcome> repeated =
                    readsAgain(source, known) ? Optional.empty() : repeats.of(staged.sha256(), source);
            if (repeated.isPresent()) {
                return new Prepared.Settled(repeated.get(), Optional.of(content), false);
            }
            ReadResult result = read(source, kind, door, staged);
            isHeld = true;
            return new Prepared.Read(kind, door, staged, content, result);
        } finally {
            if (!isHeld) {
                staged.drop();
            }
        }
    }

    /// What a file that has not changed needs no reading for.
    private Optional<Prepared> unchanged(Source source, FileStates.Known known, BasicFileAttributes now) {
        boolean isSame = known.isUnchanged(now);
        Brought.State state = known.record().state();
        if (!isSame || !known.isSettled()) {
            return Optional.empty();
        }
        if (state == Brought.State.NEEDS_OCR) {
            return canRecognise.getAsBoolean() || order.ocr() == Intake.Ocr.NEVER
                    ? Optional.empty()
                    : Optional.of(kept(state, known));
        }
        if (state == Brought.State.FAILED) {
            return order.which() == Intake.Which.NEWS ? Optional.of(kept(state, known)) : Optional.empty();
        }
        if (!state.isWell() || (known.wantsOcr() && canRecognise.getAsBoolean())) {
            return Optional.empty();
        }
        if (known.record().report().isEmpty()) {
            return isDone(source)
                    ? Optional.of(settled(
                            Outcome.of(Brought.State.DUPLICATE, "", "It is an archive; all its files are known.")))
                    : Optional.empty();
        }
        return order.ocr() == Intake.Ocr.ALWAYS
                ? Optional.empty()
                : repeats.of(known.sha256(), source).map(FilePreparer::settled);
    }

    private static Prepared kept(Brought.State state, FileStates.Known known) {
        return settled(new Outcome(
                state,
                known.record().report(),
                known.record().reason(),
                known.record().remedy(),
                known.record().page(),
                0,
                0,
                known.wantsOcr()));
    }

    private static Prepared settled(Outcome outcome) {
        return new Prepared.Settled(outcome, Optional.empty(), true);
    }

    /// Whether every file of an archive ended well, so that it need not be opened again.
    private boolean isDone(Source archive) {
        return states.inside(archive.absolute(), Brought.State.QUEUED).isEmpty()
                && states.inside(archive.absolute(), Brought.State.PARSING).isEmpty()
                && states.inside(archive.absolute(), Brought.State.NEEDS_OCR).isEmpty()
                && states.inside(archive.absolute(), Brought.State.FAILED).isEmpty();
    }

    /// Whether a file is read although its content is known: because more can be recognised now than then.
    private boolean readsAgain(Source source, Optional<FileStates.Known> known) {
        return source.again()
                || order.ocr() == Intake.Ocr.ALWAYS
                || known.filter(FileStates.Known::wantsOcr)
                        .filter(_ -> canRecognise.getAsBoolean())
                        .isPresent();
    }

    private Originals.Staged stage(Source source, Door door) throws IOException {
        return originals
                .stage(source.path(), door.limit())
                .orElseThrow(() -> new WorkbenchException(
                        source.file() + " has "
                                + megabytes(source.path().toFile().length()) + "; " + door.name() + " takes at most "
                                + megabytes(door.limit()) + ".",
                        "Split the file into its reports, or leave out what is no report."));
    }

    private ReadResult read(Source source, FileKind kind, Door door, Originals.Staged staged) throws IOException {
        Path room = scratch.resolve(staged.file().getFileName() + "-files");
        if (door.isArchive()) {
            Files.createDirectories(room);
        }
        return reader.read(new ReadRequest(
                Path.of(source.file()),
                staged.file(),
                kind.mediaType(),
                door.name(),
                ReadRequest.Ocr.valueOf(order.ocr().name()),
                room));
    }

    private static String megabytes(long bytes) {
        return bytes < 1_000_000 ? bytes + " bytes" : (bytes + 50_000) / 100_000 / 10.0 + " MB";
    }
}
