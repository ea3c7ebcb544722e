package gewu.kernel.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's machine code. It lies inside its jar, from where each process would have to unpack it into a temporary
/// file; a process that is told `org.sqlite.lib.path` takes it from there.
public final class NativeLibrary {
    private NativeLibrary() {}

    /// Unpacks the library for this machine into a folder; does nothing where the jar holds none for it.
    public static void keepIn(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String place = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(place)) {
            if (library != null) {
                Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
