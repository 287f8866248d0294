import { describe, expect, it } from "vitest";
import { aTicket } from "../test/renderPage";
import { finds } from "./finds";
import { addressOf, countFilters, readSearch, similarTo, toQuery } from "./listSearch";

const read = (address: string) => readSearch(new URLSearchParams(address));

describe("the address of the list", () => {
  it.each([
    ["", {}],
    ["q=+jazz+&sort=newest", { q: "jazz" }],
    ["sort=price", { sort: "price" }],
    ["sort=-price&category=music&city=Graz", { sort: "-price", category: "music", city: "Graz" }],
    ["sort=cheapest&category=opera&minPrice=much&maxPrice=1.2345&from=soon&to=2027-13-01", {}],
    ["minPrice=5&maxPrice=20.50", { minPrice: "5", maxPrice: "20.5" }],
    ["minPrice=.5&maxPrice=1e3", { minPrice: "0.5", maxPrice: "1000" }],
    ["minPrice=-1&maxPrice=1e21", {}],
  ])("%s is the request %o", (address, query) => {
    expect(toQuery(read(address))).toEqual(query);
  });

  it("names days, of which the last one is included", () => {
    const { from, to } = toQuery(read("from=2027-06-12&to=2027-06-12"));
    expect(new Date(from ?? "")).toEqual(new Date(2027, 5, 12));
    expect(new Date(to ?? "")).toEqual(new Date(2027, 5, 13));
  });

  it("counts the filters only", () => {
    expect(countFilters(read("q=jazz&sort=price"))).toBe(0);
    expect(countFilters(read("city=Graz&minPrice=5"))).toBe(2);
  });
});

describe("similar tickets", () => {
  it.each([
    [{ category: "music", city: "Graz" }, "/?category=music&city=Graz"],
    [{ city: "Köln" }, "/?city=K%C3%B6ln"],
    [{ category: "sport" }, "/?category=sport"],
  ] as const)("of a ticket with %j are at %s", (facts, address) => {
    const search = similarTo(aTicket(facts));
    expect(search && addressOf(search)).toBe(address);
  });

  it("need a category or a city", () => {
    expect(similarTo(aTicket())).toBeUndefined();
  });

  it("of an unknown category need a city", () => {
    const category = "opera" as "music";
    expect(similarTo(aTicket({ category }))).toBeUndefined();
    expect(similarTo(aTicket({ category, city: "Graz" }))?.filters).toMatchObject({ category: "", city: "Graz" });
  });
});

it("is the search that its address shows", () => {
  const search = read("q=jazz&sort=-price&category=music&city=Graz&from=2027-06-12&minPrice=5");
  expect(read(addressOf(search).slice("/?".length))).toEqual(search);
});

describe("a new ticket", () => {
  const ticket = aTicket({
    price: 20,
    city: "Köln",
    category: "music",
    startsAt: new Date(2027, 5, 12, 19, 30).toISOString(),
  });

  it.each([
    ["", true],
    ["q=jazz&city=koln&category=music&minPrice=20&maxPrice=20&from=2027-06-12&to=2027-06-12", true],
    ["q=rock", false],
    ["city=Graz", false],
    ["category=sport", false],
    ["minPrice=20.01", false],
    ["maxPrice=19.99", false],
    ["from=2027-06-13", false],
    ["to=2027-06-11", false],
  ])("is found by %s: %s", (address, found) => {
    expect(finds(read(address), ticket)).toBe(found);
  });

  it("without a date is not found by one", () => {
    expect(finds(read("from=2027-06-12"), aTicket())).toBe(false);
    expect(finds(read("to=2027-06-12"), aTicket())).toBe(false);
  });
});
