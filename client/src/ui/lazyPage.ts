import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { loadChunk } from "../browser/chunks";

/** The component of a route, loaded on demand. */
export function lazyPage<Module>(load: () => Promise<Module>, component: (module: Module) => ComponentType) {
  return {
    lazy: async () => ({ Component: component(await loadChunk(load)) }),
  } satisfies RouteObject;
}
