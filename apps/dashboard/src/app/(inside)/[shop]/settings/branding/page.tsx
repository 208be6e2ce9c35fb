import { allowed, letterLanguages } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../../server/context.ts";
import { env } from "../../../../../server/env.ts";
import { Notice } from "../../../../../ui/notice.tsx";
import { BrandEditor } from "./brand-editor.tsx";
import { typedFrom } from "./brand-form.ts";
import { previewOf } from "./preview.ts";

export const metadata: Metadata = { title: "Branding" };

/** What the portal and the letters wear, and the words a shop says there itself. */
export default async function Branding({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await shopFor((await params).shop);
  const { handle, name, brand, locale } = ctx.shop;
  const saved = typedFrom(brand);
  const mayChange = allowed(ctx.role, "change_policy");
  return (
    <div className="grid gap-6">
      {!mayChange && (
        <Notice title="You can look, but not change">
          Customers see this. An owner or manager of the shop can change it.
        </Notice>
      )}
      <BrandEditor
        shop={handle}
        name={name}
        portal={`${env().PORTAL_URL}/${handle}`}
        saved={saved}
        firstPreview={previewOf(saved)}
        languages={letterLanguages}
        firstLanguage={letterLanguages.find((code) => locale.startsWith(code)) ?? "en"}
        mayChange={mayChange}
      />
    </div>
  );
}
