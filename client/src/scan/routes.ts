import type { RouteObject } from "react-router";
import { lazyPage } from "../ui/lazyPage";

export const scanRoutes: RouteObject[] = [
  {
    path: "scan",
    ...lazyPage(
      () => import("./ScanPage"),
      ({ ScanPage }) => ScanPage,
    ),
  },
];
