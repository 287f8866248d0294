import type { Ticket } from "../api/types";

export interface StreamListener {
  onTicket: (ticket: Ticket) => void;
  /** The ticket is no longer for sale, and the server does not say more. */
  onHidden: (ticketId: string) => void;
  /** Something may have been missed: what is shown has to be fetched again. */
  onGap: () => void;
  onState: (live: boolean) => void;
}

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

/**
 * The stream of ticket changes. The browser itself connects again after a lost connection and says by Last-Event-ID
 * where it was; when it gives up (an answer that is no stream), this asks anew after a pause, and tells of the gap.
 */
export class TicketStream {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = FIRST_PAUSE;
  private opened = false;

  constructor(
    private readonly url: string,
    private readonly listener: StreamListener,
  ) {}

  open(): void {
    if (this.source !== undefined) {
      return;
    }
    const source = new EventSource(this.url);
    this.source = source;
    let first = true;
    source.addEventListener("open", () => {
      this.pause = FIRST_PAUSE;
      // a stream of one's own that follows another one knows nothing of what was between them
      if (first && this.opened) {
        this.listener.onGap();
      }
      first = false;
      this.opened = true;
      this.listener.onState(true);
    });
    source.addEventListener("ticket", (event: MessageEvent<string>) => {
      this.listener.onTicket(JSON.parse(event.data) as Ticket);
    });
    source.addEventListener("hidden", (event: MessageEvent<string>) => {
      this.listener.onHidden((JSON.parse(event.data) as Pick<Ticket, "id">).id);
    });
    source.addEventListener("reset", () => this.listener.onGap());
    source.addEventListener("error", () => {
      this.listener.onState(false);
      if (source.readyState === EventSource.CLOSED) {
        this.close();
        this.timer = setTimeout(() => this.open(), this.pause);
        this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      }
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }
}
