package gewu.importweb;

/// A page as it was saved.
///
/// @param location where it came from; empty if unknown
/// @param id       what other pages of the file call it, without angle brackets; empty if nothing
/// @param charset  what stands beside it about its encoding; empty if nothing
/// @param bytes    never written to
record SavedPage(
        String location,
        String id,
        String charset,
        @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {
    /// Whether a frame that shows `source` shows this page. Programs write the address relative, absolute, or as an id.
    boolean isShownBy(String source) {
        if (source.isEmpty()) {
            return false;
        }
        if (source.startsWith("cid:")) {
            return source.substring(4).equals(id);
        }
        return source.equals(location)
                || (!fileName(source).isEmpty() && fileName(source).equals(fileName(location)));
    }

    /// Whether it only draws the tabs with the names of sheets.
    boolean isTabStrip() {
        return fileName(location).startsWith("tabstrip.");
    }

    private static String fileName(String address) {
        return address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('\\')) + 1);
    }
}
