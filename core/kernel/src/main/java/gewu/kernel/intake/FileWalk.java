package gewu.kernel.intake;

import gewu.api.intake.Brought;
import gewu.kernel.report.Likeness;
import gewu.kernel.rule.FolderRules;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the files below the paths a person gave, in the order of their names. Hidden files and litter are passed
/// over unless named outright; each folder is entered once, whatever links lead to it; a folder that can't be
/// opened is told and passed.
final class FileWalk {
    private final Path workspace;
    private final List<Stop> stops = new ArrayList<>();
    private final Set<Path> entered = new HashSet<>();

    /// One thing found.
    sealed interface Stop {
        /// The path as given, or below what was given.
        Path path();

        /// A file to bring in.
        record File(Path path) implements Stop {}

        /// A file of rules for the folder it stands in; no report.
        record Rules(Path path) implements Stop {}

        /// Something that can't be brought in, and why.
        record Trouble(Path path, Brought.State state, String reason) implements Stop {}
    }

    private FileWalk(Path workspace) {
        this.workspace = workspace;
    }

    /// @param workspace never entered: its originals are no new reports
    static List<Stop> through(List<Path> paths, Path workspace) {
        FileWalk walk = new FileWalk(workspace);
        for (Path path : paths) {
            walk.entered.clear();
            walk.visit(path);
        }
        return List.copyOf(walk.stops);
    }

    private void visit(Path path) {
        if (Files.isDirectory(path)) {
            enter(path);
        } else if (Files.isRegularFile(path)) {
            boolean isRules = FolderRules.NAME.equals(String.valueOf(path.getFileName()));
            stops.add(isRules ? new Stop.Rules(path) : new Stop.File(path));
        } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            String reason = Files.isSymbolicLink(path)
                    ? path + " is a link that leads nowhere. Mend or remove the link."
                    : path + " is neither a file nor a folder. Leave it out.";
            stops.add(new Stop.Trouble(path, Brought.State.SKIPPED, reason));
        } else {
            stops.add(new Stop.Trouble(path, Brought.State.FAILED, missing(path)));
        }
    }

    private void enter(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (real.equals(workspace)) {
                stops.add(new Stop.Trouble(
                        folder, Brought.State.SKIPPED, folder + " is the workspace itself; its originals are known."));
                return;
            }
            if (entered.add(real)) {
                for (Path child : childrenOf(folder)) {
                    visit(child);
                }
            }
        } catch (AccessDeniedException denied) {
            stops.add(new Stop.Trouble(
                    folder,
                    Brought.State.FAILED,
                    "You have no rights to open the folder " + folder + ". Ask its owner for the right to read it."));
        } catch (IOException unreadable) {
            stops.add(new Stop.Trouble(
                    folder,
                    Brought.State.FAILED,
                    "The folder " + folder + " can't be read: " + unreadable.getMessage()
                            + ". See to the disk or the network, then import it again."));
        }
    }

    private static List<Path> childrenOf(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!Files.isHidden(entry) && !isLitter(String.valueOf(entry.getFileName()))) {
                    children.add(entry);
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        children.sort(Comparator.comparing(path -> String.valueOf(path.getFileName())));
        return children;
    }

    /// What Windows and Office programs leave beside files: nobody wrote it. Named outright, it is tried all the same.
    private static boolean isLitter(String name) {
        return name.startsWith("~$") || name.equalsIgnoreCase("Thumbs.db") || name.equalsIgnoreCase("desktop.ini");
    }

    private static String missing(Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        List<String> near = List.of();
        if (folder != null && Files.isDirectory(folder)) {
            try {
                near = Likeness.nearest(
                        String.valueOf(path.getFileName()),
                        childrenOf(folder).stream()
                                .map(it -> String.valueOf(it.getFileName()))
                                .toList(),
                        1);
            } catch (IOException unreadable) {
                return path + " can't be looked for: " + unreadable.getMessage() + ". See to the rights of " + folder
                        + ".";
            }
        }
        return path + " does not exist."
                + (near.isEmpty() ? " Check the path." : " Did you mean “" + near.getFirst() + "”?");
    }
}
