export { POLL_INTERVAL, useLive, useTicketChanges } from "./context";
export { LiveProvider } from "./LiveProvider";
