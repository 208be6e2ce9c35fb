export { type AuditEntry, audit, auditFor, auditInShopsOf } from "./audit.ts";
export { type AuditRow, exportAudit, readAudit } from "./read-audit.ts";
export { auditAlert, readWholeness, type Wholeness, walkAuditLogs } from "./wholeness.ts";
