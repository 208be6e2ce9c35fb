export { type AuditEntry, audit, auditFor, auditInShopsOf } from "./audit.ts";
export { type AuditRow, exportAudit, firstBadEntry, readAudit } from "./read-audit.ts";
