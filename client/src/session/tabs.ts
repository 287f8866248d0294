export type SessionNews = "signed-in" | "signed-out" | "banned";

/** Tells the other tabs of this browser what happened to the session that they share. */
export class Tabs {
  private readonly channel = new BroadcastChannel("ticketing.session");

  constructor(listener: (news: SessionNews) => void) {
    this.channel.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (event.data === "signed-in" || event.data === "signed-out" || event.data === "banned") {
        listener(event.data);
      }
    });
  }

  tell(news: SessionNews): void {
    this.channel.postMessage(news);
  }

  close(): void {
    this.channel.close();
  }
}
