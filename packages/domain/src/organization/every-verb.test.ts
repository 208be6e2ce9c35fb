import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveAccess, revokeAccess } from "../access/index.ts";
import { copyIntoShop, takeBackFromShop } from "../all-shops/copy-into-shop.ts";
import { createApiKey, revokeApiKey } from "../api-key/index.ts";
import { readAudit } from "../audit/index.ts";
import { changeBrand } from "../brand/index.ts";
import { startBatch, steerBatch } from "../bulk/index.ts";
import type { ShopContext } from "../context.ts";
import { issueCredit, pauseIssuing, saveLimits, settleLeg } from "../issuance/index.ts";
import { writeMessage } from "../message/index.ts";
import { changeReplyTo, restoreLetter, sendTestLetter } from "../notification/index.ts";
import { addEndpoint, replayDelivery } from "../outgoing/index.ts";
import { currentPolicy, savePolicy } from "../policy/index.ts";
import { changePortalSettings, claimDomain, releaseDomain, verifyDomain } from "../portal-address/index.ts";
import { takeDocument } from "../privacy/index.ts";
import { resolveDifference, startReconciliation } from "../reconciliation/index.ts";
import { exportCredits, exportReturns } from "../report/index.ts";
import {
  addNote,
  approveReturn,
  createReturn,
  declineReturn,
  dismissAttention,
  inspectReturn,
  openOrder,
  overrideResolution,
  receiveReturn,
  saveView,
  sendParcel,
  tryPolicy,
} from "../return/index.ts";
import { previewReversal, repayReversal } from "../reversal/index.ts";
import { openWorld, type TestWorld } from "../testing/index.ts";
import { changeRole, inviteMember, type OrganizationContext, organizationContext } from "./index.ts";
import { acts, allowed, type Role, roles } from "./roles.ts";

let world: TestWorld;
let organization: OrganizationContext;
beforeAll(async () => {
  world = await openWorld({ orders: [] });
  const { owner, tools } = world;
  const userId = owner.actor.kind === "member" ? owner.actor.userId : "";
  const input = { userId, organizationId: owner.organization.id, requestId: "test" };
  const ctx = await organizationContext(tools, input);
  if (!ctx) throw new Error("The owner belongs to nothing");
  organization = ctx;
});
afterAll(() => world.close());

type Answer = { readonly ok: boolean; readonly error?: { readonly code: string } };
type Call = (ctx: ShopContext, role: Role) => Promise<Answer>;

const id = "00000000-0000-7000-8000-000000000000";
const number = 1;
const none = { number };

/** One call for every file that asks for a right: about something that is not there, so that a yes does nothing. */
const calls: Record<string, Call> = {
  "all-shops/copy-into-shop.ts change_policy": async (ctx) =>
    alike([
      await copyIntoShop(ctx, { from: null as never, sections: [], basedOn: "" }),
      await takeBackFromShop(ctx, { versionAfter: 99 }),
    ]),
  "access/change-access.ts manage_access": (ctx) => revokeAccess(ctx, { organizationId: id }),
  "access/give-access.ts manage_access": (ctx) => giveAccess(ctx, { email: "", role: "viewer" }),
  "api-key/create-api-key.ts manage_keys": (ctx) => createApiKey(ctx, { name: "" }),
  "api-key/revoke-api-key.ts manage_keys": (ctx) => revokeApiKey(ctx, { id }),
  "audit/read-audit.ts export": (ctx) => readAudit(ctx),
  "brand/change-brand.ts change_policy": (ctx) => changeBrand(ctx, { brand: 1 }),
  "bulk/start-batch.ts decide": (ctx) => startBatch(ctx, { act: "decline", chosen: [] as never }),
  "bulk/start-batch.ts issue": (ctx) => startBatch(ctx, { act: "issue", chosen: [] as never }),
  "bulk/steer-batch.ts decide": (ctx, role) =>
    allowed(role, "issue") ? asIf(role, "decide") : steerBatch(ctx, { id, to: "stop" as never }),
  "bulk/steer-batch.ts issue": (ctx, role) =>
    allowed(role, "decide") ? asIf(role, "issue") : steerBatch(ctx, { id, to: "stop" as never }),
  "issuance/issue-credit.ts issue": (ctx) => issueCredit(ctx, none),
  "issuance/pause-issuing.ts pause_issuing": (ctx) => pauseIssuing(ctx, { reason: "" }),
  "issuance/settle-leg.ts settle": (ctx) =>
    settleLeg(ctx, { legId: id, exit: { kind: "send_again" }, reason: "" }),
  "issuance/shop-limits.ts change_limits": (ctx) => saveLimits(ctx, { limits: {}, basedOn: "" }),
  "message/write-message.ts message": (ctx) => writeMessage(ctx, { which: none, text: "Hello" }),
  "notification/change-reply-to.ts change_policy": (ctx) => changeReplyTo(ctx, { replyTo: "nobody" }),
  "notification/letter-settings.ts change_policy": (ctx) =>
    restoreLetter(ctx, { kind: "return_received", version: 99, basedOn: 0 } as never),
  "notification/try-letter.ts change_policy": (ctx) =>
    sendTestLetter(ctx, {
      kind: "return_received",
      language: "en",
      wording: { subject: "{{nothing}}" },
    } as never),
  "organization/change-team.ts manage_team": (_, role) =>
    changeRole({ ...organization, role }, { userId: id, role: "viewer" }),
  "organization/invite-member.ts manage_team": (_, role) =>
    inviteMember({ ...organization, role }, { email: "", role: "viewer" }),
  "outgoing/delivery-log.ts manage_keys": (ctx) => replayDelivery(ctx, { id }),
  "outgoing/manage-endpoints.ts manage_keys": (ctx) => addEndpoint(ctx, { url: "", topics: [] }),
  "policy/save-policy.ts change_policy": async (ctx) =>
    savePolicy(ctx, { policy: (await currentPolicy(ctx)).policy, basedOn: 99 }),
  "portal-address/change-portal-settings.ts change_policy": (ctx) =>
    changePortalSettings(ctx, ctx.shop.portal),
  "portal-address/own-domain.ts change_policy": async (ctx) =>
    alike([await claimDomain(ctx, { domain: "" }), await verifyDomain(ctx), await releaseDomain(ctx)]),
  "privacy/data-requests.ts export": (ctx) => takeDocument(ctx, { id }),
  "reconciliation/resolve-difference.ts settle": (ctx) =>
    resolveDifference(ctx, { id, action: "accept" as never, reason: "" }),
  "reconciliation/run.ts settle": (ctx) => startReconciliation(ctx),
  "report/csv.ts export": async (ctx) => exportCredits(ctx, {}),
  "report/returns-csv.ts export": async (ctx) => exportReturns(ctx, { view: "all" }),
  "return/add-note.ts note": (ctx) => addNote(ctx, { number, text: "" }),
  "return/approve-return.ts decide": (ctx) => approveReturn(ctx, none),
  "return/attention.ts decide": (ctx) => dismissAttention(ctx, { number, reason: "" }),
  "return/create-return.ts decide": async (ctx) => {
    const made = await createReturn(ctx, {
      key: id,
      resolution: "store_credit",
      fingerprint: "",
      approve: false,
    });
    const opened = await openOrder(ctx, { orderName: "#0" });
    return made.ok ? opened : made;
  },
  "return/decline-return.ts decide": (ctx) => declineReturn(ctx, { number, reason: "" }),
  "return/inspect-return.ts decide": (ctx) => inspectReturn(ctx, { number, findings: [] }),
  "return/override-resolution.ts decide": (ctx) =>
    overrideResolution(ctx, { number, resolution: "store_credit", reason: "" }),
  "return/parcels.ts decide": (ctx) => sendParcel(ctx, { number, tracking: "" }),
  "return/receive-return.ts decide": (ctx) => receiveReturn(ctx, none),
  "return/saved-views.ts decide": (ctx) =>
    saveView(ctx, { name: "", filters: {} as never, forEverybody: true }),
  "return/try-policy.ts read": (ctx) => tryPolicy(ctx, { orderName: "#0", reason: null }),
  "reversal/preview-reversal.ts settle": (ctx) => previewReversal(ctx, { number, units: "all" }),
  "reversal/repay-reversal.ts settle": (ctx) => repayReversal(ctx, { number, reason: "" }),
};

/** Several verbs of one file, which all ask or are all allowed. */
function alike(answers: readonly Answer[]): Answer {
  const refusals = answers.filter(({ error }) => error?.code === "NotAllowed");
  if (refusals.length > 0 && refusals.length < answers.length)
    throw new Error("Not every verb of a file asks");
  return refusals[0] ?? { ok: true };
}

/** Where one of two rights is enough, each is told apart only where the other is missing. */
function asIf(role: Role, act: (typeof acts)[number]): Promise<Answer> {
  return Promise.resolve(allowed(role, act) ? { ok: true } : { ok: false, error: { code: "NotAllowed" } });
}

test("every file of a verb that asks for a right is tried here, and nothing is tried that asks for none", () => {
  const src = join(import.meta.dirname, "..");
  const asked = globSync("**/*.ts", { cwd: src })
    .filter((file) => !/\.test\.ts$|^testing\/|queries\.ts$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(src, file), "utf8");
      if (!text.includes('refused("NotAllowed")')) return [];
      const rights = text.matchAll(/(?:allowed\(ctx\.role|mayDo\(ctx), "(\w+)"\)/g);
      return [...rights].map(([, act]) => `${file} ${act}`);
    });
  expect([...new Set(asked)].sort()).toEqual(Object.keys(calls).sort());
});

test("every act is asked for by some verb", () => {
  const tried = new Set(Object.keys(calls).map((key) => key.split(" ")[1]));
  expect(acts.filter((act) => !tried.has(act))).toEqual([]);
});

test.each(Object.entries(calls))("%s: each role may exactly what the table says", async (key, call) => {
  const act = key.split(" ")[1] as (typeof acts)[number];
  for (const role of roles) {
    const answer = await call({ ...world.owner, role }, role);
    const refused = answer.error?.code === "NotAllowed";
    // Of who asks about a team, the role is looked at again when their turn comes.
    const demoted = key.startsWith("organization/change-team") && role !== organization.role;
    if (!demoted) expect({ role, refused }).toEqual({ role, refused: !allowed(role, act) });
    else if (!allowed(role, act)) expect(refused).toBe(true);
  }
});
