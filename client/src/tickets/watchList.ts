import { useMemo, useSyncExternalStore } from "react";
import { settings } from "../browser/storage";

/** A ticket whose availability a visitor is notified of. */
export interface Watch {
  id: string;
  title: string;
  /** Whether the visitor was notified that it is available. */
  available: boolean;
}

/** Each watched ticket is fetched when the page starts. */
const MOST = 20;

/** The name of visitors who are not signed in. */
export const GUEST = "guest";

const listeners = new Set<() => void>();

const keyOf = (visitor: string) => `ticketing.watched.${visitor}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // the other tabs
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function parse(stored: string | null): Watch[] {
  return stored === null ? [] : (JSON.parse(stored) as Watch[]);
}

function change(visitor: string, next: (watches: Watch[]) => Watch[]): void {
  const key = keyOf(visitor);
  const watches = next(parse(settings.get(key))).slice(-MOST);
  settings.set(key, watches.length === 0 ? null : JSON.stringify(watches));
  listeners.forEach((listener) => listener());
}

/** Returns the visitor's watched tickets; they outlast the page. */
export function useWatches(visitor: string): readonly Watch[] {
  const stored = useSyncExternalStore(subscribe, () => settings.get(keyOf(visitor)));
  return useMemo(() => parse(stored), [stored]);
}

export function watch(visitor: string, { id, title }: Pick<Watch, "id" | "title">): void {
  change(visitor, (watches) => [...watches.filter((each) => each.id !== id), { id, title, available: false }]);
}

/** Moves what the user watched before signing in to the user's own list. */
export function moveGuestWatches(userId: string): void {
  const moved = parse(settings.get(keyOf(GUEST)));
  if (moved.length > 0) {
    change(userId, (watches) => [...watches, ...moved.filter(({ id }) => watches.every((each) => each.id !== id))]);
    change(GUEST, () => []);
  }
}

export function unwatch(visitor: string, id: string): void {
  change(visitor, (watches) => watches.filter((each) => each.id !== id));
}

export function setAvailable(visitor: string, id: string, available: boolean): void {
  change(visitor, (watches) => watches.map((each) => (each.id === id ? { ...each, available } : each)));
}
