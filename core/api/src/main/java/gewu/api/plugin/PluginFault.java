package gewu.api.plugin;

/// A plugin failed; the host and all others go on. The message names plugin and contribution, the cause is
/// told as text, so that nothing of the plugin is kept alive by it.
public final class PluginFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String plugin;
    private final String contribution;

    public PluginFault(String plugin, String contribution, String message) {
        super(message);
        this.plugin = plugin;
        this.contribution = contribution;
    }

    public String plugin() {
        return plugin;
    }

    /// The contribution that was called, such as `importer/pdf`; empty when the plugin as a whole failed.
    public String contribution() {
        return contribution;
    }
}
