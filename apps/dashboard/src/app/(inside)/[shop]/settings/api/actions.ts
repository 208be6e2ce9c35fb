"use server";
import { apiScopes, type CreateApiKeyRefusal, createApiKey, revokeApiKey } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";

/** The secret travels once, in the answer to the form that made it. */
export interface CreateState extends FormState {
  readonly made?: { readonly name: string; readonly secret: string };
}

const Typed = z.object({ name: z.string().max(1000) });

export async function create(shop: string, _: CreateState, form: FormData): Promise<CreateState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const { name } = heldTo(Typed, typed);
  const scopes = apiScopes.filter((scope) => `scope:${scope}` in typed);
  if (scopes.length === 0) return { typed, fields: { scopes: "Choose at least one thing it may do." } };
  const created = await createApiKey(ctx, { name, scopes });
  if (!created.ok) return { typed, ...problemOf(created.error) };
  revalidatePath(`/${shop}/settings/api`);
  return { made: { name: created.value.key.name, secret: created.value.secret } };
}

export async function revoke(shop: string, id: string): Promise<FormState> {
  const revoked = await revokeApiKey(await shopFor(shop), { id: heldTo(z.string().max(64), id) });
  revalidatePath(`/${shop}/settings/api`);
  if (revoked.ok) return { done: `“${revoked.value.name}” is revoked` };
  return {
    problem: revoked.error.code === "NotFound" ? "This key is not there any more." : sayTo(revoked.error),
  };
}

function problemOf(refusal: CreateApiKeyRefusal): FormState {
  switch (refusal.code) {
    case "NameMissing":
      return { fields: { name: "Give the key a name, so that you know later what uses it." } };
    case "NameTooLong":
      return { fields: { name: `Use at most ${refusal.most} characters.` } };
    case "TooManyKeys":
      return {
        problem: `A shop can have ${refusal.most} keys in use. Revoke one that nothing uses any more.`,
      };
    case "NotAllowed":
      return { problem: sayTo(refusal) };
  }
}
