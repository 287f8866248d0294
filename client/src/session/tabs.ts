export type SessionEvent = "signed-in" | "signed-out" | "banned";

/** Shares changes of the session with the other tabs of this browser, unless it blocks that together with the storage. */
export class Tabs {
  private readonly channel = openChannel();

  constructor(listener: (sessionEvent: SessionEvent) => void) {
    this.channel?.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (event.data === "signed-in" || event.data === "signed-out" || event.data === "banned") {
        listener(event.data);
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
