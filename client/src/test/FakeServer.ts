import { vi } from "vitest";

export interface Call {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

type Handler = (call: Call, match: RegExpMatchArray) => Response | Promise<Response>;

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", Date: new Date().toUTCString(), ...headers },
  });
}

/** An error as a service sends it: the page matches its code and never shows its message. */
export function error(status: number, code: string, rest: Record<string, unknown> = {}): Response {
  return json(status, { errors: [{ message: `The service's message for ${code}`, code }], ...rest });
}

/** Responds as the services do; a request without a route fails the test. */
export class FakeServer {
  readonly calls: Call[] = [];
  private readonly routes: { method: string; pattern: RegExp; handler: Handler }[] = [];

  constructor() {
    vi.stubGlobal("fetch", (input: string, init: RequestInit = {}) => this.answer(input, init));
    this.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
    this.on("GET", "/api/users/config", () => json(200, { passwordReset: false, receipts: false }));
    this.on("HEAD", "/", () => new Response());
    this.on("GET", "/api/payments", () => json(200, []));
    this.on("GET", /^\/api\/tickets\/[^/]+\/delivery$/, () => json(200, { state: "awaited" }));
    this.on("GET", /^\/api\/orders\/([^/]+)\/pass$/, (_, [, id]) =>
      json(200, { pass: "header.payload.signature", serial: id }),
    );
    this.on("GET", "/api/payments/config", () => json(200, { currency: "usd" }));
  }

  /** Adds a route; later ones take precedence. The path is matched without its query. */
  on(method: string, path: string | RegExp, handler: Handler): this {
    const pattern = typeof path === "string" ? new RegExp(`^${path.replaceAll(".", "\\.")}$`) : path;
    this.routes.unshift({ method, pattern, handler });
    return this;
  }

  signedIn(roles: string[] = []): this {
    const now = Math.floor(Date.now() / 1000);
    return this.on("GET", "/api/users/currentuser", () =>
      json(200, { currentUser: { id: "me", email: "me@example.com", roles, iat: now, exp: now + 900 } }),
    );
  }

  count(method: string, path: string): number {
    return this.calls.filter((call) => call.method === method && call.path.split("?")[0] === path).length;
  }

  last(method: string): Call {
    const call = this.calls.filter((each) => each.method === method).at(-1);
    if (call === undefined) {
      throw new Error(`No ${method} request was made`);
    }
    return call;
  }

  private async answer(path: string, init: RequestInit): Promise<Response> {
    const method = init.method ?? "GET";
    const call = {
      method,
      path,
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : (init.body ?? undefined),
    };
    this.calls.push(call);
    for (const route of this.routes) {
      const match = route.method === method ? path.split("?")[0]?.match(route.pattern) : null;
      if (match) {
        return route.handler(call, match);
      }
    }
    throw new Error(`No route for ${method} ${path}`);
  }
}
