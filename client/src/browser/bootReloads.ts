/** Forgets how often public/boot.js has reloaded the page, so that it can do so again after the next release. */
export function forgetBootReloads(): void {
  const state = window.history.state as { bootReloads?: number } | null;
  if (state?.bootReloads !== undefined) {
    window.history.replaceState({ ...state, bootReloads: undefined }, "");
  }
}
