package gewu.kernel.read;

/// What a worker is asked.
sealed interface WorkerRequest permits ReadRequest, DrawRequest {}
