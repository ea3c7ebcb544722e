package gewu.kernel.plugin;

import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import java.util.ArrayList;
import java.util.List;

/// Tells which plugins can't work, and which somebody switched off.
final class PluginHealth implements HealthCheck {
    private final Plugins plugins;

    PluginHealth(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public List<HealthFinding> check() {
        List<PluginReport> all = plugins.list();
        List<HealthFinding> findings = new ArrayList<>();
        for (PluginReport it : all) {
            switch (it.state()) {
                case RESOLVED, ACTIVE -> {}
                case DISABLED ->
                    findings.add(finding(
                            it,
                            HealthFinding.State.WARNING,
                            "It is switched off.",
                            "`gewu plugins enable " + it.id() + "` switches it on."));
                case PAUSED -> findings.add(finding(it, HealthFinding.State.WARNING, it.reason(), more(it)));
                case FAILED -> findings.add(finding(it, HealthFinding.State.BROKEN, it.reason(), more(it)));
            }
        }
        if (findings.isEmpty()) {
            findings.add(new HealthFinding(
                    "plugins", HealthFinding.State.WELL, all.size() + " plugins, all ready or at work.", ""));
        }
        return findings;
    }

    private static HealthFinding finding(PluginReport it, HealthFinding.State state, String detail, String remedy) {
        return new HealthFinding("plugins/" + it.id(), state, detail.replace('\n', ' '), remedy);
    }

    private static String more(PluginReport it) {
        return "`gewu plugins why " + it.id() + "` tells more.";
    }
}
