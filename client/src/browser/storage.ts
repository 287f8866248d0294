/**
 * An area of the browser's storage. Where it is blocked, unavailable or full, values last as long as the page: reading and
 * writing never fail.
 */
class Store {
  private readonly unstored = new Map<string, string | null>();

  constructor(private readonly area: () => Storage) {}

  get(key: string): string | null {
    const unstored = this.unstored.get(key);
    if (unstored !== undefined) {
      return unstored;
    }
    try {
      return this.area().getItem(key);
    } catch {
      return null;
    }
  }

  /** Stores a value, or removes it for null. */
  set(key: string, value: string | null): void {
    try {
      if (value === null) {
        this.area().removeItem(key);
      } else {
        this.area().setItem(key, value);
      }
      this.unstored.delete(key);
    } catch {
      this.unstored.set(key, value);
    }
  }
}

/** Shared by all tabs, and kept when the browser ends. */
export const settings = new Store(() => localStorage);

/** Of this tab: kept when the page is loaded again, but not when the tab is closed. */
export const tabStorage = new Store(() => sessionStorage);
