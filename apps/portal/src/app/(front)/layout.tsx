import { headers } from "next/headers";
import type { ReactNode } from "react";
import { preferredLanguage } from "../../server/language.ts";
import { PageShell } from "../../ui/page-shell.tsx";

export const dynamic = "force-dynamic";

export default async function FrontLayout({ children }: { children: ReactNode }) {
  const language = preferredLanguage((await headers()).get("accept-language")) ?? "en";
  return (
    <PageShell language={language} brand={{}}>
      <main className="mx-auto w-full max-w-2xl flex-1 px-5 py-16">{children}</main>
    </PageShell>
  );
}
