package gewu.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;

/// The index's files: opening, reading and writing them, and what its last commit says of itself.
///
/// Readers see commits only, and all threads may read; writing is for one thread at a time.
final class Shelf implements AutoCloseable {
    private static final String SEQUENCE = "sequence";
    private static final String MADE_WITH = "made with";
    /// Fits the processor's cache: a larger buffer is slower, not faster.
    private static final double BUFFER_MEGABYTES = 32;

    /// Mapping files pays for a process that lives on; its first file costs as much as a whole short command.
    private static final boolean IS_BRIEF = Boolean.getBoolean("gewu.brief");

    private final Directory directory;
    private final Path folder;
    private @Nullable ReaderManager readers;
    private @Nullable IndexWriter writer;

    Shelf(Path folder) throws IOException {
        this.folder = folder;
        this.directory = IS_BRIEF ? new NIOFSDirectory(folder) : FSDirectory.open(folder);
    }

    /// How far the last commit is.
    Standing standing() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return new Standing.Missing();
        }
        try {
            Map<String, String> said = SegmentInfos.readLatestCommit(directory).getUserData();
            if (!Fields.FINGERPRINT.equals(said.get(MADE_WITH))) {
                return new Standing.Unusable("The way of analysing has changed since the index was made.");
            }
            reader().release();
            return new Standing.Holds(Long.parseLong(said.getOrDefault(SEQUENCE, "0")));
        } catch (IOException fault) {
            if (isDamage(fault)) {
                return new Standing.Unusable("The index is damaged: " + fault.getMessage());
            }
            throw fault;
        }
    }

    /// The last commit; give it back with [Reading#release].
    synchronized Reading reader() throws IOException {
        ReaderManager manager = readers;
        if (manager == null) {
            manager = new ReaderManager(DirectoryReader.open(directory));
            readers = manager;
        } else {
            manager.maybeRefreshBlocking();
        }
        return new Reading(manager, manager.acquire());
    }

    /// A state of the index that stays while it is read.
    record Reading(ReaderManager manager, DirectoryReader reader) {
        void release() throws IOException {
            manager.release(reader);
        }
    }

    /// The writer, opened when first asked for.
    ///
    /// @throws NotWritableException if this process can't write
    IndexWriter writer() throws IOException {
        IndexWriter open = writer;
        if (open == null) {
            open = open(OpenMode.CREATE_OR_APPEND);
            writer = open;
        }
        return open;
    }

    /// A writer for an index that begins empty; what was there stays readable until the first commit, unless it is
    /// damaged.
    IndexWriter freshWriter(boolean isDamaged) throws IOException {
        abandon();
        if (isDamaged) {
            clear();
        }
        IndexWriter open = open(OpenMode.CREATE);
        writer = open;
        return open;
    }

    /// Makes what was written permanent, as holding every change up to `sequence`.
    void commit(long sequence) throws IOException {
        IndexWriter open = writer();
        open.setLiveCommitData(Map.of(SEQUENCE, Long.toString(sequence), MADE_WITH, Fields.FINGERPRINT)
                .entrySet());
        open.commit();
    }

    /// Waits until what was written in bulk is merged, and makes that permanent.
    void tidy(long sequence) throws IOException {
        commit(sequence);
        if (writer().getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler merges) {
            merges.sync();
        }
        commit(sequence);
    }

    /// Forgets what was written since the last commit, and lets others write.
    void abandon() throws IOException {
        IndexWriter open = writer;
        writer = null;
        if (open != null) {
            open.rollback();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        abandon();
        closeReaders();
        directory.close();
    }

    /// How the index is written.
    static IndexWriterConfig writing() {
        return new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES).setCommitOnClose(false);
    }

    static boolean isDamage(IOException fault) {
        return fault instanceof CorruptIndexException
                || fault instanceof IndexFormatTooOldException
                || fault instanceof IndexFormatTooNewException
                || fault instanceof EOFException
                || fault instanceof FileNotFoundException
                || fault instanceof NoSuchFileException;
    }

    private IndexWriter open(OpenMode mode) throws IOException {
        try {
            return new IndexWriter(directory, writing().setOpenMode(mode));
        } catch (LockObtainFailedException held) {
            throw held(held);
        } catch (NoSuchFileException damage) {
            throw damage;
        } catch (FileSystemException refused) {
            throw new NotWritableException(
                    "The folder " + folder + " can't be written: " + refused.getMessage(), refused);
        }
    }

    private synchronized void clear() throws IOException {
        closeReaders();
        try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        } catch (LockObtainFailedException held) {
            throw held(held);
        }
    }

    private NotWritableException held(LockObtainFailedException held) {
        return new NotWritableException("Another process is writing the index in " + folder + ".", held);
    }

    private synchronized void closeReaders() throws IOException {
        ReaderManager manager = readers;
        readers = null;
        if (manager != null) {
            manager.close();
        }
    }
}
