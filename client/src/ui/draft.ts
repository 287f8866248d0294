import { tabStorage } from "../browser/storage";

/** The values typed into a form, by the names of its fields. */
export type Draft = Readonly<Record<string, string>>;

const key = (name: string) => `ticketing.draft.${name}`;

export function readDraft(name: string): Draft | undefined {
  const stored = tabStorage.get(key(name));
  return stored === null ? undefined : (JSON.parse(stored) as Draft);
}

export function saveDraft(name: string, draft: Draft): void {
  tabStorage.set(key(name), JSON.stringify(draft));
}

export function discardDraft(name: string): void {
  tabStorage.set(key(name), null);
}
