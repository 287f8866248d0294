import { type Answer, request } from "./client";
import type { Paths } from "./generated/paths";

/** A route of any service. The compiler rejects unknown routes, wrong bodies and fields that responses do not have. */
export type Route = keyof Paths;
type Method = "get" | "post" | "put" | "delete";
type Operation<P extends keyof Paths, M extends Method> = M extends keyof Paths[P] ? Paths[P][M] : never;
type PathOf<M extends Method> = {
  [P in keyof Paths]: Operation<P, M> extends { responses: unknown } ? P : never;
}[keyof Paths];

type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : never;
type Good = 200 | 201 | 202;
type DataOf<O> = O extends { responses: infer R } ? { [S in keyof R & Good]: Json<R[S]> }[keyof R & Good] : never;
type ConflictOf<O> = O extends { responses: { 409: infer R } }
  ? Json<R> extends { current: infer C }
    ? C
    : never
  : never;
type Body<O> = O extends { requestBody?: infer R } ? Json<NonNullable<R>> : never;
type PathValues<O> = O extends { parameters: { path: infer V } } ? V : never;
type Query<O> = O extends { parameters: { query?: infer V } } ? NonNullable<V> : never;

type Parts<O> = ([PathValues<O>] extends [never] ? unknown : { path: PathValues<O> }) &
  ([Body<O>] extends [never] ? unknown : { body: Body<O> }) &
  ([Query<O>] extends [never] ? unknown : { query?: Query<O> }) & {
    signal?: AbortSignal;
    refresh?: boolean;
    idempotencyKey?: string;
    traceparent?: string;
  };

/** The body of a successful response. */
export type Data<M extends Method, P extends PathOf<M>> = DataOf<Operation<P, M>>;
/** The current state that a route sends with a 409. */
export type Conflict<M extends Method, P extends PathOf<M>> = ConflictOf<Operation<P, M>>;

/** A parameter with several values is repeated. */
type QueryValues = Record<string, string | number | boolean | readonly string[]>;

interface AnyParts {
  path?: Record<string, string>;
  query?: QueryValues;
  body?: unknown;
  signal?: AbortSignal;
  refresh?: boolean;
  idempotencyKey?: string;
  traceparent?: string;
}

export async function call<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  parts: Parts<Operation<P, M>>,
): Promise<Answer<Data<M, P>>> {
  const { path: values, query, ...rest } = parts as AnyParts;
  return request(address(path, values, query), { method: upper(method), ...rest });
}

/** Sends a file as the part `file` of a form. */
export async function upload(
  path: PathOf<"put">,
  values: Record<string, string>,
  file: File,
): Promise<Answer<unknown>> {
  const body = new FormData();
  body.append("file", file);
  return request(address(path, values), { method: "PUT", body });
}

/** Fetches the page of a list at the address that the previous page named. */
export async function follow<P extends PathOf<"get">>(
  _route: P,
  address: string,
  signal: AbortSignal,
): Promise<Answer<Data<"get", P>>> {
  return request(address, { signal });
}

/** Returns the address of the first page of a list. */
export function firstPage<P extends PathOf<"get">>(
  path: P,
  query: Query<Operation<P, "get">>,
  values?: Record<string, string>,
): string {
  return address(path, values, query);
}

function address(path: string, values: Record<string, string> = {}, query: QueryValues = {}): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)])),
  ).toString();
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  return search === "" ? filled : `${filled}?${search}`;
}

function upper(method: Method) {
  return method.toUpperCase() as Uppercase<Method>;
}
