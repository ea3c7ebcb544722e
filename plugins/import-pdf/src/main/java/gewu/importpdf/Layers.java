package gewu.importpdf;

import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/// Says which layers of a document people don't see, such as an earlier draft that was switched off.
///
/// @param states which are switched on; null if the document has no layers
record Layers(@Nullable PDOptionalContentProperties states) {
    /// Whether what belongs to this entry of a dictionary is not shown.
    boolean hide(@Nullable COSDictionary layer) {
        return states != null && layer != null && isHidden(PDPropertyList.create(layer), states);
    }

    private static boolean isHidden(PDPropertyList layer, PDOptionalContentProperties states) {
        return switch (layer) {
            case PDOptionalContentGroup group -> !states.isGroupEnabled(group);
            case PDOptionalContentMembershipDictionary several -> isHidden(several, states);
            default -> false;
        };
    }

    private static boolean isHidden(PDOptionalContentMembershipDictionary several, PDOptionalContentProperties states) {
        List<PDPropertyList> layers = several.getOCGs();
        long hidden = layers.stream().filter(it -> isHidden(it, states)).count();
        COSName policy = several.getVisibilityPolicy();
        boolean isShown = switch (policy.getName()) {
            case "AllOn" -> hidden == 0;
            case "AnyOff" -> hidden > 0;
            case "AllOff" -> hidden == layers.size();
            default -> hidden < layers.size();
        };
        return !layers.isEmpty() && !isShown;
    }
}
