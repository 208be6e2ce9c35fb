import type { Metadata } from "next";
import { headers } from "next/headers";
import { preferredLanguage } from "../../server/language.ts";
import { wordsIn } from "../../server/words.ts";
import { MessagePage } from "../../ui/message-page.tsx";

export const metadata: Metadata = { title: "Returns" };

/** Nobody's shop: a customer gets here only by cutting an address short. */
export default async function FrontPage() {
  const say = wordsIn(preferredLanguage((await headers()).get("accept-language")) ?? "en");
  return (
    <MessagePage status={200} title={say("pages.frontTitle")}>
      {say("pages.frontBody")}
    </MessagePage>
  );
}
