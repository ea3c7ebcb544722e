package gewu.importoffice;

import org.jspecify.annotations.Nullable;

/// What holds between two braces; a group inside begins with the same.
final class RtfGroup {
    /// Where words go.
    enum Place {
        /// Into the text.
        TEXT,
        /// Into the label of a list item.
        LABEL,
        /// Into the table of fonts.
        FONTS,
        /// Into the code of a field.
        CODE,
        /// Nowhere, but a group inside may be text.
        AROUND,
        /// Nowhere, and neither do those of a group inside unless it is the other way to say the same.
        TWICE,
        /// Nowhere.
        MUTED
    }

    /// What a group is, so that something happens when it ends.
    enum Opened {
        NOTHING,
        LABEL,
        BRACKETS,
        PICTURE,
        BOX,
        FOOTNOTE,
        ENDNOTE
    }

    Place place = Place.TEXT;
    boolean isOptional;
    boolean isHidden;
    boolean isDeleted;
    boolean isContents;
    boolean isInTable;
    boolean breaksPage;
    int font = -1;
    int alternates = 1;
    Opened opened = Opened.NOTHING;

    /// Where words go in the other way to say the same.
    @Nullable
    Place behindTwice;

    /// The code of the field around, as far as it is read.
    @Nullable
    StringBuilder code;

    /// Whether the shape around is seen.
    boolean isSeen;

    RtfGroup inside() {
        RtfGroup inside = new RtfGroup();
        inside.place = place == Place.TWICE ? Place.MUTED : place;
        inside.isHidden = isHidden;
        inside.isDeleted = isDeleted;
        inside.isContents = isContents;
        inside.isInTable = isInTable;
        inside.breaksPage = breaksPage;
        inside.font = font;
        inside.alternates = alternates;
        inside.behindTwice = behindTwice;
        inside.code = code;
        inside.isSeen = isSeen;
        return inside;
    }

    /// Whether its words are seen.
    boolean isHeard() {
        return place == Place.TEXT && !isHidden && !isDeleted && !isContents;
    }

    void plainParagraph() {
        isInTable = false;
        breaksPage = false;
    }

    void plainWords(int defaultFont) {
        isHidden = false;
        isDeleted = false;
        font = defaultFont;
    }
}
