"use server";
import { acceptAccess } from "@kept/domain";
import { z } from "zod";
import { heldTo } from "../../../server/held-to.ts";
import { makeSignInLink } from "../../../server/sign-in-link.ts";
import { tools } from "../../../server/tools.ts";
import { typedIn } from "../../../ui/form-state.ts";
import type { EnterState } from "../../invitation/[token]/use-entering.ts";

const Accept = z.strictObject({
  agency: z.string().max(64).default(""),
  agencyName: z.string().max(80).default(""),
  name: z.string().max(80).default(""),
});

/** Opens the shop to the agency of whoever has the letter's link, and signs them in. */
export async function acceptFor(token: string, _: EnterState, form: FormData): Promise<EnterState> {
  const typed = typedIn(form);
  const { agency, agencyName, name } = heldTo(Accept, typed);
  const accepted = await acceptAccess(await tools(), {
    token: heldTo(z.string().max(200), token),
    agencyId: agency || undefined,
    agencyName,
    name,
  });
  if (accepted.ok) return { enter: await makeSignInLink(accepted.value.email, `/${accepted.value.handle}`) };
  if (accepted.error.code === "NameMissing")
    return { typed, fields: { agencyName: "Type what your agency is called." } };
  return { typed, problem: "This invitation is over: it was used, or withdrawn meanwhile." };
}
