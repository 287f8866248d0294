import { request } from "./client";

/*
 * The descriptions of the services lack these routes, because they exist only where emails are sent.
 */

export async function requestPasswordReset(email: string): Promise<void> {
  await request("/api/users/password/forgotten", { method: "POST", body: { email }, refresh: false });
}

export async function resetPassword(token: string, password: string): Promise<void> {
  await request("/api/users/password/reset", { method: "POST", body: { token, password }, refresh: false });
}
