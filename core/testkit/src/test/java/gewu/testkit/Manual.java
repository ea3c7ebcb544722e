package gewu.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The manual for plugin authors, taken apart into what stands between its fences.
final class Manual {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)( test)?\\n(.*?)^```$");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:final )?class (\\w+)");
    private static final Pattern SCRIPT = Pattern.compile("<script file=\"([^\"]+)\"");

    private final String text;

    Manual(Path file) throws IOException {
        this.text = Files.readString(file);
    }

    String text() {
        return text;
    }

    /// What stands between two fences.
    record Block(String language, boolean isTest, String words) {
        String inPackage() {
            return group(PACKAGE);
        }

        String className() {
            return inPackage() + "." + group(TYPE);
        }

        /// Writes the words to a file below `folder`.
        Path writeTo(Path folder, String file) throws IOException {
            Path place = folder.resolve(file);
            Files.createDirectories(place.getParent());
            return Files.writeString(place, words);
        }

        private String group(Pattern pattern) {
            Matcher matcher = pattern.matcher(words);
            if (!matcher.find()) {
                throw new IllegalStateException("No " + pattern + " in the example:\n" + words);
            }
            return matcher.group(1);
        }
    }

    /// A whole plugin: its manifest, its classes, its scripts.
    record Example(Block manifest, List<Block> sources, List<Block> scripts) {
        String id() {
            return manifest.group(Pattern.compile("<plugin id=\"([^\"]+)\""));
        }

        String script() {
            return manifest.group(SCRIPT);
        }

        @Override
        public String toString() {
            return id();
        }
    }

    List<Block> blocks() {
        return FENCE.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2) != null, found.group(3)))
                .toList();
    }

    /// The examples whose id begins with `demo-`.
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Block block : blocks()) {
            if (block.language().equals("xml") && block.words().startsWith("<plugin id=\"demo-")) {
                examples.add(new Example(block, new ArrayList<>(), new ArrayList<>()));
            } else if (!examples.isEmpty() && !block.isTest()) {
                List<Block> kin = block.language().equals("java")
                        ? examples.getLast().sources()
                        : examples.getLast().scripts();
                kin.add(block);
            }
        }
        return examples;
    }

    List<Block> tests() {
        return blocks().stream().filter(Block::isTest).toList();
    }
}
