package gewu.api.store;

import gewu.api.plugin.ExtensionPoint;

/// Extension point `tables`: a plugin's own tables, made by numbered SQL scripts.
///
/// The manifest names the scripts in order (`<script file="tables/1-ledger.sql"/>`); each runs once, in one
/// transaction, and is never edited after release. There is nothing to implement: the point is data.
public interface Tables extends ExtensionPoint {}
