import type { AuditRow } from "@kept/domain";
import { letterName } from "../../../../../ui/letter-name.ts";

/** What one can filter by: the nouns acts begin with. */
export const nouns: Record<string, string> = {
  "return.": "Returns",
  "policy.": "Rules",
  "key.": "API keys",
  "webhook.": "Webhooks",
  "role.": "Roles",
  "member.": "Members",
  "access.": "Agency access",
  "settings.": "Settings",
  "privacy.": "Personal data",
  "export.": "Exports",
};

/** An act as a sentence that begins with who did it. Acts without words of their own read as they are called. */
export function sayAct({ act, detail, subject }: Pick<AuditRow, "act" | "detail" | "subject">): string {
  const words = sentences[act]?.(detail, subject ?? "");
  if (words) return words;
  const [noun = "", what = ""] = act.split(".");
  return `${what.replaceAll("_", " ")} (${noun.replaceAll("_", " ")})`;
}

type Detail = AuditRow["detail"];

const sentences: Record<string, (detail: Detail, subject: string) => string> = {
  "policy.saved": ({ changes }) => `changed the rules (${changes} ${changes === 1 ? "change" : "changes"})`,
  "policy.restored": () => "restored earlier rules",
  "key.created": ({ prefix }) => `made the API key ${prefix}…`,
  "key.revoked": ({ prefix }) => (prefix ? `revoked the API key ${prefix}…` : "revoked an API key"),
  "webhook.added": () => "added a webhook endpoint",
  "webhook.changed": ({ parts }) =>
    String(parts).includes("secret")
      ? "changed the secret of a webhook endpoint"
      : "changed a webhook endpoint",
  "webhook.removed": () => "removed a webhook endpoint",
  "role.changed": ({ name, from, to }) =>
    `changed ${name ? `the role of ${name}` : "a role"} from ${from} to ${to}`,
  "member.removed": ({ name, leaving }) => (leaving ? "left the team" : `removed ${name ?? "a member"}`),
  "access.granted": ({ name, role }) => `accepted access${name ? ` for ${name}` : ""} as ${role}`,
  "access.changed": ({ role }) => `changed an agency's access to ${role}`,
  "access.revoked": () => "took an agency's access away",
  "privacy.document_taken": () => "took a customer's document",
  "export.credits": () => "exported credits",
  "export.returns": () => "exported returns",
  "export.journal": ({ from, to }) => `exported the journal from ${from} to ${to}`,
  "settings.limits_changed": () => "changed the limits",
  "settings.issuing_paused": () => "paused issuing",
  "settings.issuing_resumed": () => "resumed issuing",
  "settings.brand_changed": () => "changed the portal's looks",
  "settings.letter_changed": (_, kind) => `changed the e-mail “${letterName(kind)}”`,
  "settings.currency_followed": ({ from, to }) => `changed the shop's currency from ${from} to ${to}`,
  "settings.time_zone_followed": ({ from, to }) => `changed the shop's time zone from ${from} to ${to}`,
  "settings.reply_to_changed": () => "changed where answers go",
  "export.audit": () => "exported this log",
  "return.requested": () => "made a return for a customer",
  "return.mirrored": () => "wrote a return into Shopify",
  "return.mirror_ended": () => "closed a return in Shopify",
  "return.approved": () => "approved a return",
  "return.declined": () => "declined a return",
  "return.cancelled": () => "cancelled a return",
  "return.issuing_started": () => "issued a credit or a refund",
  "return.settled_by_person": () => "settled a payment in review",
  "return.send_again_proposed": () => "said yes to sending a payment again",
  "return.resolution_overridden": () => "changed what a customer gets",
  "return.reversal_started": () => "took a credit back",
  "return.repayment_started": () => "paid a credit back as money",
  "return.decided_to_go_on": () => "went on after an act in Shopify",
  "return.received": () => "received a return's goods",
  "return.inspected": () => "inspected a return's goods",
  "return.note": () => "added a note to a return",
  "return.waits_for_permission": () => "issued a credit that waits for a permission",
  "return.stopped_waiting": () => "called off a credit that waited for a permission",
};
