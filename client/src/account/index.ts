export { accountRoutes, publicAccountRoutes } from "./routes";
