import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { preferredLanguage } from "../../server/language.ts";
import { visitTo } from "../../server/visit.ts";
import { wordsIn } from "../../server/words.ts";
import { MessagePage } from "../../ui/message-page.tsx";
import { PageShell } from "../../ui/page-shell.tsx";
import { ShopFrame } from "../../ui/shop-frame.tsx";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: LayoutProps<"/[shop]">): Promise<Metadata> {
  const visit = await visitTo((await params).shop);
  if (!visit) return { title: "Returns" };
  const { shopName, say } = visit;
  return { title: { default: `${say("shell.title")} · ${shopName}`, template: `%s · ${shopName}` } };
}

export default async function ShopLayout({
  params,
  children,
}: LayoutProps<"/[shop]"> & { children: ReactNode }) {
  const visit = await visitTo((await params).shop);
  if (!visit) return <NoSuchShop />;
  return (
    <PageShell language={visit.language} brand={visit.shop.brand}>
      <ShopFrame visit={visit}>{children}</ShopFrame>
    </PageShell>
  );
}

async function NoSuchShop() {
  const language = preferredLanguage((await headers()).get("accept-language")) ?? "en";
  const say = wordsIn(language);
  return (
    <PageShell language={language} brand={{}}>
      <main className="mx-auto w-full max-w-2xl flex-1 px-5 py-16">
        <MessagePage status={404} title={say("pages.shopMissingTitle")}>
          {say("pages.shopMissingBody")}
        </MessagePage>
      </main>
    </PageShell>
  );
}
