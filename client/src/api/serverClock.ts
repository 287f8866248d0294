/**
 * Estimates the servers' clock from the Date headers of their responses. Each header narrows the range of possible
 * offsets, and the middle of the range is used. A Date has a resolution of one second, so the first response leaves an
 * error of up to half a second, and later ones reduce it.
 */
export class ServerClock {
  private earliest = Number.NEGATIVE_INFINITY;
  private latest = Number.POSITIVE_INFINITY;

  constructor(private readonly local: () => number = () => Date.now()) {}

  /** Applies the Date header of a response to a request that was sent at this local time. */
  observe(date: string | null, sentAt: number): void {
    const second = date === null ? Number.NaN : Date.parse(date);
    if (Number.isNaN(second)) {
      return;
    }
    const earliest = second - this.local();
    const latest = second + 1000 - sentAt;
    if (earliest > this.latest || latest < this.earliest) {
      // one of the clocks was changed, so earlier observations are void
      this.earliest = earliest;
      this.latest = latest;
    } else {
      this.earliest = Math.max(this.earliest, earliest);
      this.latest = Math.min(this.latest, latest);
    }
  }

  now(): number {
    return this.local() + this.offset();
  }

  private offset(): number {
    return Number.isFinite(this.earliest) ? (this.earliest + this.latest) / 2 : 0;
  }
}

export const serverClock = new ServerClock();
