import { type Door, dashboardDoors } from "../doors.ts";
import { guardOf, nameOf } from "../guards.ts";
import type { Insider, Role } from "../people.ts";
import { attemptsAt, type Scene, type Trial } from "./trial.ts";

/**
 * What each act of the dashboard needs, and who has it: said here once more, beside the product, so that neither can be
 * changed without the other. An act that is not named fails the build.
 */
const may: Readonly<Record<Need, readonly Role[]>> = {
  read: ["owner", "manager", "agent", "finance", "viewer"],
  note: ["owner", "manager", "agent", "finance"],
  message: ["owner", "manager", "agent"],
  decide: ["owner", "manager", "agent"],
  issue: ["owner", "manager", "agent", "finance"],
  settle: ["owner", "manager", "finance"],
  change_policy: ["owner", "manager"],
  manage_keys: ["owner", "manager"],
  export: ["owner", "manager", "finance"],
  pause_issuing: ["owner", "manager", "finance"],
  change_limits: ["owner"],
  manage_team: ["owner", "manager"],
  manage_access: ["owner"],
};
type Need =
  | "read"
  | "note"
  | "message"
  | "decide"
  | "issue"
  | "settle"
  | "change_policy"
  | "manage_keys"
  | "export"
  | "pause_issuing"
  | "change_limits"
  | "manage_team"
  | "manage_access";

const needs: Readonly<Record<string, Need>> = {
  "[shop]/credits/reconciliation/actions.ts#resolve": "settle",
  "[shop]/credits/reconciliation/actions.ts#reconcileNow": "settle",
  "[shop]/returns/[number]/actions.ts#decide": "decide",
  "[shop]/returns/[number]/actions.ts#quoteFor": "read",
  "[shop]/returns/[number]/actions.ts#issue": "issue",
  "[shop]/returns/[number]/actions.ts#decline": "decide",
  "[shop]/returns/[number]/actions.ts#override": "decide",
  "[shop]/returns/[number]/actions.ts#settle": "settle",
  "[shop]/returns/[number]/actions.ts#note": "note",
  "[shop]/returns/[number]/actions.ts#goOn": "decide",
  "[shop]/returns/[number]/goods-actions.ts#receive": "decide",
  "[shop]/returns/[number]/goods-actions.ts#track": "decide",
  "[shop]/returns/[number]/goods-actions.ts#inspect": "decide",
  "[shop]/returns/[number]/message-actions.ts#sendMessage": "message",
  "[shop]/returns/[number]/reversal/actions.ts#previewTakeBack": "settle",
  "[shop]/returns/[number]/reversal/actions.ts#takeBack": "settle",
  "[shop]/returns/[number]/reversal/actions.ts#payBack": "settle",
  "[shop]/returns/bulk/actions.ts#chooseAll": "read",
  "[shop]/returns/bulk/actions.ts#start": "decide",
  "[shop]/returns/bulk/actions.ts#steer": "issue",
  "[shop]/returns/new/actions.ts#find": "decide",
  "[shop]/returns/new/actions.ts#choose": "read",
  "[shop]/returns/new/actions.ts#create": "decide",
  "[shop]/returns/view-actions.ts#saveThisView": "decide",
  "[shop]/returns/view-actions.ts#removeSavedView": "decide",
  "[shop]/settings/api/actions.ts#create": "manage_keys",
  "[shop]/settings/api/actions.ts#revoke": "manage_keys",
  "[shop]/settings/automation/actions.ts#save": "change_policy",
  "[shop]/settings/automation/actions.ts#tryOut": "read",
  "[shop]/settings/branding/actions.ts#save": "change_policy",
  "[shop]/settings/branding/actions.ts#preview": "read",
  "[shop]/settings/emails/actions.ts#save": "change_policy",
  "[shop]/settings/emails/actions.ts#restore": "change_policy",
  "[shop]/settings/emails/actions.ts#preview": "read",
  "[shop]/settings/emails/actions.ts#sendTest": "change_policy",
  "[shop]/settings/emails/actions.ts#saveReplyTo": "change_policy",
  "[shop]/settings/fees/actions.ts#preview": "read",
  "[shop]/settings/fees/actions.ts#save": "change_policy",
  "[shop]/settings/limits/actions.ts#save": "change_limits",
  "[shop]/settings/limits/actions.ts#pause": "pause_issuing",
  "[shop]/settings/limits/actions.ts#resume": "pause_issuing",
  "[shop]/settings/policy/actions.ts#save": "change_policy",
  "[shop]/settings/portal-address/actions.ts#claim": "change_policy",
  "[shop]/settings/portal-address/actions.ts#verify": "change_policy",
  "[shop]/settings/portal-address/actions.ts#release": "change_policy",
  "[shop]/settings/portal-address/actions.ts#saveIdentity": "change_policy",
  "[shop]/settings/portal-address/actions.ts#makeLink": "read",
  "[shop]/settings/resolutions/actions.ts#preview": "read",
  "[shop]/settings/resolutions/actions.ts#save": "change_policy",
  "[shop]/settings/team/actions.ts#letIn": "manage_access",
  "[shop]/settings/team/actions.ts#askAgain": "manage_access",
  "[shop]/settings/team/actions.ts#takeBack": "manage_access",
  "[shop]/settings/team/actions.ts#changeCeiling": "manage_access",
  "[shop]/settings/team/actions.ts#revoke": "manage_access",
  "[shop]/settings/versions/actions.ts#restore": "change_policy",
  "[shop]/settings/webhooks/actions.ts#add": "manage_keys",
  "[shop]/settings/webhooks/actions.ts#turn": "manage_keys",
  "[shop]/settings/webhooks/actions.ts#remove": "manage_keys",
  "[shop]/settings/webhooks/actions.ts#rekey": "manage_keys",
  "[shop]/settings/webhooks/actions.ts#replay": "manage_keys",
  "ui/team/actions.ts#invite": "manage_team",
  "ui/team/actions.ts#inviteAgain": "manage_team",
  "ui/team/actions.ts#withdraw": "manage_team",
  "ui/team/actions.ts#giveRole": "manage_team",
  "ui/team/actions.ts#remove": "manage_team",
  "/[shop]/credits/export": "export",
  "/[shop]/returns/export": "export",
  "/[shop]/credits/journal": "export",
  "/[shop]/settings/audit/document": "export",
  "/[shop]/settings/audit/export": "export",
  "/[shop]/settings/shopify/grant": "change_policy",
  "/[shop]/find": "read",
  "/[shop]/returns/[number]/photos/[photo]": "read",
  "/[shop]/returns/bulk/[id]/now": "read",
};

/** Acts and files of a shop and its organization of which nobody has said what they need. */
export function withoutNeed(doors: readonly Door[] = dashboardDoors()): string[] {
  return doors
    .filter((door) => door.kind !== "page" && ["shop", "organization"].includes(guardOf(door) ?? ""))
    .map(nameOf)
    .filter((name) => !needs[name]);
}

/**
 * Somebody of the shop at everything their role does not include: refused in so many words, which shows that what was
 * sent was good enough to be done. A guest is nobody in the shop's organization, and told so.
 */
export function roleTrials(scene: Scene, { role, guest, ...who }: Insider): Trial[] {
  return scene.doors.flatMap((door) => {
    const need = needs[nameOf(door)];
    if (!need || may[need].includes(role)) return [];
    const stranger = guest && guardOf(door) === "organization";
    return attemptsAt(scene, door, who).map((attempt) => ({
      says: `${who.name} ${nameOf(door)}`,
      async problem() {
        const { status, body } = await attempt(scene.names);
        if (status >= 500) return `a fault, ${status}`;
        if (door.kind === "route") return status === 403 || status === 404 ? null : `answers ${status}`;
        if (stranger) return status === 404 ? null : `answers ${status}`;
        return body.includes("Your role does not include this")
          ? null
          : `was not refused for it: ${status} ${said(body)}`;
      },
    }));
  });
}

/** What an action answered, out of all that a page is. */
function said(body: string): string {
  const line = body.split("\n").find((each) => /^1:/.test(each)) ?? body;
  return line.slice(0, 160);
}
