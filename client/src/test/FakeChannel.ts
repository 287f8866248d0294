type Listener = (event: MessageEvent<unknown>) => void;

/** A BroadcastChannel: a message reaches every channel of the name but its sender. */
export class FakeChannel {
  private static readonly all = new Set<FakeChannel>();
  private readonly listeners = new Set<Listener>();

  constructor(readonly name: string) {
    FakeChannel.all.add(this);
  }

  static forget(): void {
    FakeChannel.all.clear();
  }

  addEventListener(_type: "message", listener: Listener): void {
    this.listeners.add(listener);
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.all) {
      if (other !== this && other.name === this.name) {
        other.listeners.forEach((listener) => listener(new MessageEvent("message", { data })));
      }
    }
  }

  close(): void {
    FakeChannel.all.delete(this);
  }
}
