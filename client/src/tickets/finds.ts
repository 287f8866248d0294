import type { Ticket } from "../api/types";
import { fold } from "../text/folding";
import { matches } from "../text/search";
import { type ListSearch, toQuery } from "./listSearch";

/** Returns whether the service would find the ticket. */
export function finds(search: ListSearch, ticket: Ticket): boolean {
  const { category, city, minPrice, maxPrice } = search.filters;
  const { from, to } = toQuery(search);
  const start = ticket.startsAt === undefined ? undefined : Date.parse(ticket.startsAt);
  return (
    matches(ticket.title, search.q) &&
    (category === "" || ticket.category === category) &&
    (city === "" || fold(ticket.city ?? "") === fold(city)) &&
    (minPrice === "" || ticket.price >= Number(minPrice)) &&
    (maxPrice === "" || ticket.price <= Number(maxPrice)) &&
    (from === undefined || (start !== undefined && start >= Date.parse(from))) &&
    (to === undefined || (start !== undefined && start < Date.parse(to)))
  );
}
