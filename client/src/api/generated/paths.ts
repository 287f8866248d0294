// From docs/openapi by `npm run types`.

import type { paths as auth } from "./auth";
import type { paths as orders } from "./orders";
import type { paths as payments } from "./payments";
import type { paths as tickets } from "./tickets";

export type Paths = auth & orders & payments & tickets;
