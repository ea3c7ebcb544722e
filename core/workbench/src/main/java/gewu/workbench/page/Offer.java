package gewu.workbench.page;

import gewu.api.Label;

/// Something that can be done with what a page shows.
///
/// @param address where it is done
public record Offer(Label name, String address) {}
