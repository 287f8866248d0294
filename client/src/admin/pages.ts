// one chunk, as admins who open one of these pages open the others
export { AccountsPage } from "./AccountsPage";
export { AuditPage } from "./AuditPage";
export { EvidencePage } from "./EvidencePage";
export { OverduePage } from "./OverduePage";
export { UserPage } from "./UserPage";
