export { scanRoutes } from "./routes";
