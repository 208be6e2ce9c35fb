import { allowed, readLimits, readPause } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../../server/context.ts";
import { Card } from "../../../../../ui/card.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { IssuingSwitch } from "./issuing-switch.tsx";
import { LimitsForm } from "./limits-form.tsx";

export const metadata: Metadata = { title: "Limits" };

/** How much may leave without a person looking, and the switch that stops everything. */
export default async function Limits({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await shopFor((await params).shop);
  const { handle, currency, timeZone, name } = ctx.shop;
  const { limits, mark } = await readLimits(ctx);
  const mayChange = allowed(ctx.role, "change_limits");
  return (
    <div className="grid gap-6">
      <IssuingSwitch
        shop={handle}
        name={name}
        timeZone={timeZone}
        pause={await readPause(ctx)}
        mayPause={allowed(ctx.role, "pause_issuing")}
      />
      {limits === null && (
        <Notice tone="risk" title="The limits of this shop cannot be read">
          Until they are saved anew, no money leaves this shop.
        </Notice>
      )}
      <Card title="Limits">
        <p className="mb-5 max-w-prose text-ink-2">
          A payment that would pass a limit stops, and a person decides. An empty field is no limit. Nothing
          is converted: each currency has limits of its own.
          {!mayChange && ` Only an owner of ${name} changes them.`}
        </p>
        <LimitsForm
          shop={handle}
          limits={limits ?? {}}
          mark={mark}
          currency={currency}
          mayChange={mayChange}
        />
      </Card>
    </div>
  );
}
