package gewu.importofd;

import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fonts, pictures, groups and ways of drawing that pages refer to by id.
///
/// @param losses what could not be read; it matters only to those who miss something
record Resources(
        Map<String, Typeface> fonts,
        Map<String, Picture> pictures,
        Map<String, List<Item>> groups,
        Map<String, Param> params,
        List<String> losses) {
    static final Resources NONE = new Resources(Map.of(), Map.of(), Map.of(), Map.of(), List.of());
    private static final int MOST_PARAMS_IN_PARAMS = 8;

    Resources {
        fonts = Map.copyOf(fonts);
        pictures = Map.copyOf(pictures);
        groups = Map.copyOf(groups);
        params = Map.copyOf(params);
        losses = List.copyOf(losses);
    }

    /// @param part where its letters are drawn; empty if every computer is expected to have it
    record Typeface(String name, boolean isSaidBold, String part) {
        boolean isBold() {
            String lower = name.toLowerCase(Locale.ROOT);
            return isSaidBold || Stream.of("bold", "heavy", "black", "粗体", "大黑").anyMatch(lower::contains);
        }
    }

    /// @param format as the file says, such as `JB2`; may be empty
    record Picture(String part, String format) {}

    /// A way of drawing.
    ///
    /// @param relative where to look for what is not said here
    record Param(
            String relative,
            double width,
            @Nullable Color fill,
            @Nullable Color stroke) {}

    Optional<List<Item>> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    Optional<Picture> picture(String id) {
        return Optional.ofNullable(pictures.get(id));
    }

    Optional<Typeface> font(String id) {
        return Optional.ofNullable(fonts.get(id));
    }

    /// @throws IOException if something could not be read, so that what is not here may have been there
    void tellLosses() throws IOException {
        if (!losses.isEmpty()) {
            throw new IOException(losses.getFirst());
        }
    }

    /// All ways of drawing that count, nearest first.
    List<Param> params(List<String> ids) {
        List<Param> found = new ArrayList<>();
        for (String id : ids) {
            Param param = params.get(id);
            for (int i = 0; param != null && i < MOST_PARAMS_IN_PARAMS; i++) {
                found.add(param);
                param = params.get(param.relative());
            }
        }
        return found;
    }

    /// These and those of more parts; the later ones win.
    ///
    /// @param folders where else pictures and fonts may be
    Resources and(Parts parts, List<String> more, List<String> folders) throws IOException {
        Gathering gathering = new Gathering(parts, folders, this);
        for (String part : more) {
            gathering.read(part);
        }
        return gathering.done();
    }

    private static final class Gathering {
        private final Parts parts;
        private final List<String> folders;
        private final Map<String, Typeface> fonts;
        private final Map<String, Picture> pictures;
        private final Map<String, List<Item>> groups;
        private final Map<String, Param> params;
        private final List<String> losses;

        Gathering(Parts parts, List<String> folders, Resources before) {
            this.parts = parts;
            this.folders = folders;
            this.fonts = new HashMap<>(before.fonts);
            this.pictures = new HashMap<>(before.pictures);
            this.groups = new HashMap<>(before.groups);
            this.params = new HashMap<>(before.params);
            this.losses = new ArrayList<>(before.losses);
        }

        Resources done() {
            return new Resources(fonts, pictures, groups, params, losses);
        }

        void read(String part) throws IOException {
            try (Xml xml = parts.xml(part)) {
                xml.root();
                List<String> places = places(part, xml.attribute("BaseLoc"));
                while (xml.descendant(1)) {
                    switch (xml.name()) {
                        case "Font" -> font(xml, places);
                        case "MultiMedia" -> picture(xml, places);
                        case "CompositeGraphicUnit" -> group(xml);
                        case "DrawParam" -> param(xml);
                        default -> {}
                    }
                }
            } catch (Unreadable reason) {
                losses.add(OfdImporter.told(reason));
            }
        }

        /// Where the files of a list of resources may be; programs disagree.
        private List<String> places(String part, String base) {
            String folder = Parts.folder(part);
            List<String> places = new ArrayList<>();
            String own = base.replace('\\', '/');
            places.add((own.startsWith("/") ? own.substring(1) : folder + own) + "/");
            places.add(folder);
            for (String other : folders) {
                places.add(other + own + "/");
                places.add(other + "Res/");
                places.add(other);
            }
            return places;
        }

        private void font(Xml xml, List<String> places) throws IOException {
            String id = xml.attribute("ID");
            String name = xml.attribute("FontName") + " " + xml.attribute("FamilyName");
            boolean isBold = Values.isTrue(xml.attribute("Bold"), false);
            fonts.put(id, new Typeface(name.strip(), isBold, file(xml, "FontFile", places)));
        }

        private void picture(Xml xml, List<String> places) throws IOException {
            String id = xml.attribute("ID");
            String format = xml.attribute("Format");
            pictures.put(id, new Picture(file(xml, "MediaFile", places), format));
        }

        private String file(Xml xml, String name, List<String> places) throws IOException {
            int depth = xml.depth();
            StringBuilder path = new StringBuilder();
            while (xml.child(depth)) {
                if (xml.name().equals(name)) {
                    xml.words(path);
                }
            }
            return path.toString().isBlank() ? "" : parts.find(path.toString(), places);
        }

        private void group(Xml xml) throws IOException {
            String id = xml.attribute("ID");
            groups.put(id, ItemReader.read(xml));
        }

        private void param(Xml xml) throws IOException {
            int depth = xml.depth();
            String id = xml.attribute("ID");
            String relative = xml.attribute("Relative");
            double width = Math.max(0, Values.one(xml.attribute("LineWidth"), 0));
            Color fill = null;
            Color stroke = null;
            while (xml.child(depth)) {
                switch (xml.name()) {
                    case "FillColor" -> fill = Colour.of(xml);
                    case "StrokeColor" -> stroke = Colour.of(xml);
                    default -> {}
                }
            }
            params.put(id, new Param(relative, width, fill, stroke));
        }
    }
}
