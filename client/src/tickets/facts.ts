import type { Ticket } from "../api/types";

/** The optional statements of a ticket, as the services name them. */
export const FACTS = ["startsAt", "timeZone", "venue", "city", "category", "seat", "description"] as const;

export type FactName = (typeof FACTS)[number];

/** The facts of a ticket; an empty text is an absent fact. */
export type Facts = Readonly<Record<FactName, string>>;

export function factsOf(ticket: Partial<Pick<Ticket, FactName>>): Facts {
  return Object.fromEntries(FACTS.map((name) => [name, ticket[name] ?? ""])) as Record<FactName, string>;
}

/** Returns the facts that a request has to contain to turn one ticket into another; an empty text removes a fact. */
export function changedFacts(before: Facts, after: Facts): Partial<Facts> {
  const changed = FACTS.filter((name) => before[name] !== after[name]);
  // the service accepts a zone only together with its start
  const names = changed.includes("timeZone") ? [...new Set<FactName>([...changed, "startsAt"])] : changed;
  return Object.fromEntries(names.map((name) => [name, after[name]]));
}

export const NO_FACTS = factsOf({});
