import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { newQueryClient } from "../api/queryClient";
import type { Order, Ticket } from "../api/types";
import { Providers } from "../app/Providers";
import { routes } from "../app/routes";
import { en } from "../i18n/en";

/** Renders the whole page at an address; only the browser and the services are replaced. */
export function renderPage(address: string) {
  const queryClient = newQueryClient();
  const defaults = queryClient.getDefaultOptions();
  queryClient.setDefaultOptions({ ...defaults, queries: { ...defaults.queries, retry: false } });
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const view = render(
    <Providers queryClient={queryClient} initial={{ language: "en", catalogue: en }}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...view, router, queryClient, user: userEvent.setup() };
}

export function aTicket(more: Partial<Ticket> = {}): Ticket {
  return { id: "t1", title: "Jazz in the park", price: 19.99, userId: "seller", version: 0, ...more };
}

export function anOrder(more: Partial<Order> = {}): Order {
  return {
    id: "o1",
    status: "created",
    userId: "me",
    expiresAt: "2026-11-24T12:00:00Z",
    version: 0,
    ticket: { id: "t1", title: "Jazz in the park", price: 19.99, version: 0 },
    ...more,
  };
}
