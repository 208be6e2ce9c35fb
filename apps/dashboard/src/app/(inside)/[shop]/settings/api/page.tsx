import { allowed, apiScopes, listApiKeys } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../../server/context.ts";
import { env } from "../../../../../server/env.ts";
import { Notice } from "../../../../../ui/notice.tsx";
import { CreateKey } from "./create-key.tsx";
import { HowTo } from "./how-to.tsx";
import { KeysTable } from "./keys-table.tsx";

export const metadata: Metadata = { title: "API" };

export default async function ApiSettings({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await shopFor((await params).shop);
  const { handle, timeZone } = ctx.shop;
  const mayChange = allowed(ctx.role, "manage_keys");
  return (
    <div className="grid grid-cols-1 gap-6">
      {mayChange ? (
        <CreateKey shop={handle} scopes={apiScopes} />
      ) : (
        <Notice title="You can look, but not change">
          A key opens this shop to a program. An owner or manager of the shop can make and revoke keys.
        </Notice>
      )}
      <KeysTable keys={await listApiKeys(ctx)} shop={handle} timeZone={timeZone} mayChange={mayChange} />
      <HowTo origin={env().DASHBOARD_URL} />
    </div>
  );
}
