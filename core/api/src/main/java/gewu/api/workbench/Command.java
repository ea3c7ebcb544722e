package gewu.api.workbench;

import gewu.api.plugin.ExtensionPoint;

/// Extension point `command`: a command of the command line.
///
/// Its name, help, arguments and options stand in the manifest, so that `gewu --help` loads no plugin. One instance
/// serves one call at a time.
public interface Command extends ExtensionPoint {
    /// Does the work; what goes wrong as a whole is thrown as a [gewu.api.WorkbenchException].
    ///
    /// @return how it went
    Exit run(CommandCall call, Output output) throws Exception;

    /// How a command ended.
    enum Exit {
        /// All is done.
        DONE(0),
        /// Done, but some items failed; each was named.
        SOME_FAILED(1);

        private final int status;

        Exit(int status) {
            this.status = status;
        }

        /// The exit status of the process.
        public int status() {
            return status;
        }
    }
}
