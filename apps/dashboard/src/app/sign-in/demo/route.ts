import { demoPeople } from "@kept/domain";
import { env } from "../../../server/env.ts";
import { makeSignInLink } from "../../../server/sign-in-link.ts";
import { tools } from "../../../server/tools.ts";

/** The demo's one-click sign-in: goes through the same door as a letter's link. Exists only on one's own machine. */
export async function POST(request: Request): Promise<Response> {
  if (env().KEPT_ENV !== "local") return new Response("Not found", { status: 404 });
  const form = await request.formData().catch(() => null);
  const email = String(form?.get("email") ?? "");
  const known = (await demoPeople(await tools())).some((person) => person.email === email);
  if (!known) return new Response("Not found", { status: 404 });
  return new Response(null, { status: 303, headers: { location: await makeSignInLink(email, "/") } });
}
