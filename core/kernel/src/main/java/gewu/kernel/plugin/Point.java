package gewu.kernel.plugin;

import gewu.api.Label;
import gewu.api.Nearest;
import java.util.List;
import java.util.Optional;

/// An extension point as a manifest declares it: which interface, and what may stand in a contribution.
///
/// @param one    whether only the first contribution counts
/// @param isData whether a contribution is attributes and elements alone, without a class
record Point(
        String id,
        String type,
        boolean one,
        boolean isData,
        Label title,
        List<Attribute> attributes,
        List<Element> elements,
        int line) {
    Point {
        attributes = List.copyOf(attributes);
        elements = List.copyOf(elements);
    }

    /// An attribute.
    ///
    /// @param kind empty for any text, `number`, or the allowed words, parted by spaces
    record Attribute(String name, String kind, boolean required, Label title) {
        /// The allowed words; empty when any text or number will do.
        List<String> words() {
            return kind.isEmpty() || isNumber() ? List.of() : List.of(kind.split(" "));
        }

        boolean isNumber() {
            return kind.equals("number");
        }

        /// What is wrong with `value`; empty when nothing is.
        Optional<String> fault(String value) {
            if (isNumber() && !value.matches("-?\\d{1,18}")) {
                return Optional.of("takes a whole number, not “" + value + "”.");
            }
            if (!words().isEmpty() && !words().contains(value)) {
                return Optional.of("takes one of " + String.join(", ", words()) + ", not “" + value + "”. "
                        + Nearest.hint(value, words()));
            }
            return Optional.empty();
        }
    }

    /// An element inside a contribution.
    record Element(String name, boolean required, Label title, List<Attribute> attributes, List<Element> elements) {
        Element {
            attributes = List.copyOf(attributes);
            elements = List.copyOf(elements);
        }
    }
}
