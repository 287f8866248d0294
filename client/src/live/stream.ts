import type { Ticket } from "../api/types";

export interface StreamListener {
  onTicket: (ticket: Ticket) => void;
  /** The ticket is no longer for sale; the server sends no state with it. */
  onHidden: (ticketId: string) => void;
  /** The stream is open for the first time: changes from before have caused no event. */
  onFirstOpen: () => void;
  /** Events may have been missed, so cached data has to be fetched again. */
  onGap: () => void;
  onState: (live: boolean) => void;
}

/** After this time without any event a connection is half-open: an idle server sends a heartbeat every 15 seconds. */
const SILENCE = 40_000;
const FIRST_DELAY = 2_000;
const LONGEST_DELAY = 60_000;

/**
 * The event stream of ticket changes. The browser reconnects after a lost connection and resumes by Last-Event-ID. When
 * it gives up, because the response is not a stream, or when the connection is silent, this class reconnects with backoff
 * and reports the gap.
 */
export class TicketStream {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
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
    this.listen();
    source.addEventListener("open", () => {
      this.listen();
      this.delay = FIRST_DELAY;
      // a new EventSource sends no Last-Event-ID, so events since the previous one may be missing
      if (!this.opened) {
        this.listener.onFirstOpen();
      } else if (first) {
        this.listener.onGap();
      }
      first = false;
      this.opened = true;
      this.listener.onState(true);
    });
    source.addEventListener("heartbeat", () => this.listen());
    source.addEventListener("ticket", (event: MessageEvent<string>) => {
      this.listen();
      this.listener.onTicket(JSON.parse(event.data) as Ticket);
    });
    source.addEventListener("hidden", (event: MessageEvent<string>) => {
      this.listen();
      this.listener.onHidden((JSON.parse(event.data) as Pick<Ticket, "id">).id);
    });
    source.addEventListener("reset", () => {
      this.listen();
      this.listener.onGap();
    });
    source.addEventListener("error", () => {
      this.listener.onState(false);
      if (source.readyState === EventSource.CLOSED) {
        this.reconnect();
      }
    });
  }

  /** Expects the next event. */
  private listen(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.listener.onState(false);
      this.reconnect();
    }, SILENCE);
  }

  private reconnect(): void {
    this.close();
    this.timer = setTimeout(() => this.open(), this.delay);
    this.delay = Math.min(this.delay * 2, LONGEST_DELAY);
  }

  close(): void {
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    this.source?.close();
    this.source = undefined;
  }
}
