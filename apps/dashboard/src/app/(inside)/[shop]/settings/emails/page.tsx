import { allowed, letterSettings } from "@kept/domain";
import type { Metadata } from "next";
import Link from "next/link";
import { shopFor } from "../../../../../server/context.ts";
import { Badge } from "../../../../../ui/badge.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { languageName, letterWords } from "./letter-words.ts";
import { ReplyToForm } from "./reply-to-form.tsx";

export const metadata: Metadata = { title: "E-mails" };

/** Every e-mail customers can get: whether it goes out, and whose words it is in. */
export default async function Emails({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await shopFor((await params).shop);
  const { handle, replyTo, contactEmail } = ctx.shop;
  const mayChange = allowed(ctx.role, "change_policy");
  return (
    <div className="grid gap-6">
      {!mayChange && (
        <Notice title="You can look, but not change">
          Customers read these. An owner or manager of the shop can change them.
        </Notice>
      )}
      <Card title="E-mails to customers" aside="Sent once for each event, in the customer's language" flush>
        <ul>
          {(await letterSettings(ctx)).map(({ kind, enabled, wordings }) => {
            const { name, when } = letterWords[kind];
            const own = Object.keys(wordings);
            return (
              <li key={kind} className="border-b border-line last:border-0">
                <Link
                  href={`/${handle}/settings/emails/${kind}`}
                  className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-4 hover:bg-hover sm:px-5"
                >
                  <span className="min-w-0 flex-1 basis-72">
                    <span className="font-medium">{name}</span>
                    <span className="mt-0.5 block text-sm text-ink-2">{when}</span>
                  </span>
                  <span className="text-sm text-ink-2">
                    {own.length === 0 ? "Kept's words" : `Your words: ${own.map(languageName).join(", ")}`}
                  </span>
                  <Badge tone={enabled ? "good" : "quiet"} dot>
                    {enabled ? "On" : "Off"}
                  </Badge>
                </Link>
              </li>
            );
          })}
        </ul>
      </Card>
      <Card title="Answers">
        <ReplyToForm shop={handle} replyTo={replyTo} contactEmail={contactEmail} mayChange={mayChange} />
      </Card>
    </div>
  );
}
