import type { Ticket } from "../api/types";

export interface StreamListener {
  onTicket: (ticket: Ticket) => void;
  /** The ticket is no longer for sale; the server sends no state with it. */
  onHidden: (ticketId: string) => void;
  /** Events may have been missed, so cached data has to be fetched again. */
  onGap: () => void;
  onState: (live: boolean) => void;
}

const FIRST_DELAY = 2_000;
const LONGEST_DELAY = 60_000;

/**
 * The event stream of ticket changes. The browser reconnects after a lost connection and resumes by Last-Event-ID. When
 * it gives up, because the response is not a stream, this class reconnects with backoff and reports the gap.
 */
export class TicketStream {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private delay = FIRST_DELAY;
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
      this.delay = FIRST_DELAY;
      // a new EventSource sends no Last-Event-ID, so events since the previous one may be missing
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
        this.timer = setTimeout(() => this.open(), this.delay);
        this.delay = Math.min(this.delay * 2, LONGEST_DELAY);
      }
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }
}
