import { env } from "../../../server/env.ts";
import type { Visit } from "../../../server/visit.ts";
import { LinkButton } from "../../../ui/button.tsx";

/** The other way to say who one is: the account at the shop, for those who have one. By the portal's own host, where they come back to. */
export function SignInChoice({ visit: { say, shop, shopName } }: { visit: Visit }) {
  if (!shop.portal.signIn) return null;
  return (
    <section className="mt-10 border-line border-t pt-6">
      <h2 className="font-semibold">{say("account.title", { shop: shopName })}</h2>
      <p className="mt-1 text-soft">{say("account.lead")}</p>
      <LinkButton look="quiet" href={`${env().portalUrl}/${shop.handle}/sign-in`} className="mt-4 w-full">
        {say("account.submit")}
      </LinkButton>
    </section>
  );
}

/** Why signing in led back here. */
export function signInProblem({ say }: Visit, code: string | string[] | undefined): string | null {
  if (typeof code !== "string") return null;
  return say(code === "NotBelieved" ? "account.refused" : "account.unreachable");
}
