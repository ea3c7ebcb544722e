// One stream of events for the whole page: what changed in the store, how far jobs are, whether the server is there.

const listeners = new Map();

/** Calls `listener` with each event of this type: `changes`, `jobs`, `notice`, `lost`, or `connection` (true or false). */
export function on(type, listener) {
  listeners.set(type, [...listeners.get(type) ?? [], listener]);
}

const tell = (type, event) => (listeners.get(type) ?? []).forEach(it => it(event));

export function listen() {
  let stream = null;
  let wasOpen = false;
  const open = () => {
    stream = new EventSource("/events");
    stream.addEventListener("ready", () => {
      tell("connection", true);
      if (wasOpen) {
        // What happened in between is not known.
        tell("lost", {});
      }
      wasOpen = true;
    });
    stream.addEventListener("news", message => {
      const event = JSON.parse(message.data);
      tell(event.type, event);
    });
    stream.onerror = () => {
      tell("connection", false);
      if (stream.readyState === EventSource.CLOSED) {
        setTimeout(open, 3000);
      }
    };
  };
  open();
  addEventListener("pagehide", () => stream.close());
}
