export { useSession } from "./context";
export { passwordProblem } from "./password";
export { RequireSignIn } from "./RequireSignIn";
export { signInRoutes } from "./routes";
export { SessionProvider } from "./SessionProvider";
