import { en, type MessageKey } from "./en";

export const CATEGORIES = ["music", "theatre", "sport", "comedy", "festival", "conference", "family", "other"] as const;

/** Returns the name of a category; undefined for one that this page does not know. */
export function categoryName(category: string | undefined): MessageKey | undefined {
  const key = `category.${category ?? ""}`;
  return Object.hasOwn(en, key) ? (key as MessageKey) : undefined;
}
