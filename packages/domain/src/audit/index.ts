export { type AuditEntry, audit, auditFor, auditInShopsOf } from "./audit.ts";
export { type AuditRow, firstBadEntry, readAudit } from "./read-audit.ts";
