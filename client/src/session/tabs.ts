const EVENTS = ["signed-in", "signed-out", "ended", "banned", "deleted"] as const;
export type SessionEvent = (typeof EVENTS)[number];

/** Shares changes of the session with the other tabs of this browser, unless it blocks that together with the storage. */
export class Tabs {
  private readonly channel = openChannel();

  constructor(listener: (sessionEvent: SessionEvent) => void) {
    this.channel?.addEventListener("message", (event: MessageEvent<unknown>) => {
      const sessionEvent = EVENTS.find((each) => each === event.data);
      if (sessionEvent !== undefined) {
        listener(sessionEvent);
      }
    });
  }

  send(sessionEvent: SessionEvent): void {
    this.channel?.postMessage(sessionEvent);
  }

  close(): void {
    this.channel?.close();
  }
}

function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel("ticketing.session");
  } catch {
    return undefined;
  }
}
