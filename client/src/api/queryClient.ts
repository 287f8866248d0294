import { QueryClient } from "@tanstack/react-query";
import { ApiError, NetworkError } from "./errors";

const RETRIES = 3;

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // a retry helps with a lost connection or an overloaded server, but not with a rejected request or a mistake
        retry: (failures, error) => failures < RETRIES && mayPass(error),
      },
      // offline, an action fails at once instead of being executed later
      mutations: { networkMode: "always" },
    },
  });
}

function mayPass(error: Error): boolean {
  return error instanceof NetworkError || (error instanceof ApiError && error.status >= 500);
}
