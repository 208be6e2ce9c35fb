import type { AuditRow } from "@kept/domain";
import { stringify } from "csv-stringify/sync";

/** One row an entry. Texts that a spreadsheet would take for a formula are made harmless. */
export function auditCsv(rows: readonly AuditRow[]): string {
  return stringify(
    rows.map(({ seq, at, act, actor, ip, subject, returnNumber, detail, hash }) => ({
      number: seq,
      at: at.toISOString(),
      who: "name" in actor ? actor.name : "",
      email: "email" in actor ? actor.email : "",
      act,
      return: returnNumber === null ? "" : `R-${returnNumber}`,
      subject,
      detail: JSON.stringify(detail),
      from: ip,
      fingerprint: hash,
    })),
    { header: true, bom: true, escape_formulas: true },
  );
}
