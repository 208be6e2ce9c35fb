import { allowed, checkShop } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../../server/context.ts";
import { sayTo } from "../../../../../server/words.ts";
import { GrantButton } from "../../../../../ui/grant-button.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { moment } from "../../../../../ui/when.tsx";
import { CheckAgain } from "./check-again.tsx";
import { Checklist } from "./checklist.tsx";

export const metadata: Metadata = { title: "Shopify" };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<{ granted?: string }>;
}

/** Asks Shopify each time it is opened: what is shown is what is so. */
export default async function ShopifySettings({ params, searchParams }: Props) {
  const ctx = await shopFor((await params).shop);
  const { granted } = await searchParams;
  const checked = await checkShop(ctx);
  const complete = checked.ok && checked.value.scopes.every(({ granted }) => granted);
  return (
    <div className="grid gap-5">
      {granted === "yes" && complete && (
        <Notice tone="good" title="Shopify granted the permissions" announced />
      )}
      {granted === "no" && (
        <Notice tone="person" title="Shopify did not grant the permissions" announced>
          Nothing was changed. Try again, or ask somebody who may install apps in this shop.
        </Notice>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-2">
          {checked.ok
            ? `Checked with ${ctx.shop.domain} on ${moment(checked.value.checkedAt, ctx.shop.timeZone)}`
            : "The connection with Shopify"}
        </p>
        <CheckAgain />
      </div>
      {checked.ok ? (
        <Checklist readiness={checked.value} shop={ctx.shop} />
      ) : (
        <Trouble
          code={checked.error.code}
          shop={ctx.shop.handle}
          mayConnect={allowed(ctx.role, "change_policy")}
        />
      )}
    </div>
  );
}

interface TroubleProps {
  readonly code: "ShopifyUnreachable" | "Disconnected";
  readonly shop: string;
  readonly mayConnect: boolean;
}

function Trouble({ code, shop, mayConnect }: TroubleProps) {
  if (code === "ShopifyUnreachable")
    return (
      <Notice tone="risk" title="Shopify could not be asked">
        {sayTo({ code })}
      </Notice>
    );
  return (
    <Notice
      tone="risk"
      title="Kept is not connected with this shop any more"
      action={mayConnect && <GrantButton shop={shop} words="Connect again" />}
    >
      It was uninstalled in Shopify, or its access ran out. Nothing is lost: once it is connected again, what
      was under way goes on by itself.
    </Notice>
  );
}
