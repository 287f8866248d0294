// one chunk: who opens one of these pages opens the others
export { AccountsPage } from "./AccountsPage";
export { AuditPage } from "./AuditPage";
export { EvidencePage } from "./EvidencePage";
export { OverduePage } from "./OverduePage";
export { UserPage } from "./UserPage";
