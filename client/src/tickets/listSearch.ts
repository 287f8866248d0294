import type { Ticket } from "../api/types";
import { CATEGORIES } from "../i18n/category";
import { trim } from "../text/text";

export const SORTS = ["newest", "startsAt", "price", "-price"] as const;
export type Sort = (typeof SORTS)[number];

/** The filters in the address; an absent one is empty. Dates are days of the browser's zone. */
export const FILTERS = ["category", "city", "from", "to", "minPrice", "maxPrice"] as const;
export type Filters = Readonly<Record<(typeof FILTERS)[number], string>>;

export const NO_FILTERS = Object.fromEntries(FILTERS.map((name) => [name, ""])) as Filters;

/** The search, order and filters in the address of the list. Values that the service would reject are left out. */
export interface ListSearch {
  q: string;
  sort: Sort;
  filters: Filters;
}

const VALID: Record<keyof Filters, (value: string) => boolean> = {
  category: (value) => CATEGORIES.some((category) => category === value),
  city: (value) => value.length <= 60,
  from: isDay,
  to: isDay,
  minPrice: isPrice,
  maxPrice: isPrice,
};

export function readSearch(address: URLSearchParams): ListSearch {
  const sort = address.get("sort");
  return {
    q: trim(address.get("q") ?? ""),
    sort: SORTS.find((known) => known === sort) ?? "newest",
    filters: Object.fromEntries(
      FILTERS.map((name) => {
        const value = normalized(name, trim(address.get(name) ?? ""));
        return [name, VALID[name](value) ? value : ""];
      }),
    ) as Record<keyof Filters, string>,
  };
}

/** Number fields also accept prices such as .5 and 1e3, which the service does not. */
function normalized(name: keyof Filters, value: string): string {
  const isNumber = (name === "minPrice" || name === "maxPrice") && value !== "";
  return isNumber ? String(Number(value)) : value;
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isPrice(value: string): boolean {
  return /^\d{1,9}(\.\d{1,3})?$/.test(value);
}

/** Returns the search for tickets of the same category in the same city; undefined if the ticket has neither. */
export function similarTo({ category = "", city = "" }: Ticket): ListSearch | undefined {
  const search = readSearch(new URLSearchParams({ category, city }));
  // a category that this page does not know is no filter
  return countFilters(search) === 0 ? undefined : search;
}

/** Returns the address of the list that shows the search. */
export function addressOf({ q, sort, filters }: ListSearch): string {
  const address = Object.entries({ q, sort: sort === "newest" ? "" : sort, ...filters });
  return `/?${new URLSearchParams(address.filter(([, value]) => value !== ""))}`;
}

export function countFilters({ filters }: ListSearch): number {
  return FILTERS.filter((name) => filters[name] !== "").length;
}

/** Returns the parameters of the request. */
export function toQuery({ q, sort, filters }: ListSearch): Record<string, string> {
  const query = {
    q,
    sort: sort === "newest" ? "" : sort,
    ...filters,
    from: filters.from && startOf(filters.from),
    to: filters.to && startOf(filters.to, 1),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}

/** Returns the instant at which a day begins, or the one some days later. */
function startOf(day: string, later = 0): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + later);
  return date.toISOString();
}
