import type { MemberContext, Refusal, Result } from "@kept/domain";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";
import { problemsOf } from "./forms.ts";
import { returnFor } from "./return-for.ts";

/** Reads a form, does the one thing it asks for, and says what came of it. What was typed comes back with every refusal. */
export async function act<Input extends object>(
  shop: string,
  number: number,
  form: FormData,
  shape: z.ZodType<Input>,
  verb: (ctx: MemberContext, input: Input & { number: number }) => Promise<Result<unknown, Refusal<string>>>,
): Promise<FormState> {
  const ctx = await returnFor(shop, number);
  const typed = typedIn(form);
  const input = shape.safeParse(typed);
  if (!input.success) return { typed, fields: problemsOf(input.error) };
  const came = await verb(ctx, { number, ...input.data });
  return came.ok ? done(shop, number) : { typed, ...failed(shop, number, came.error) };
}

/** The page is read anew either way: what others did meanwhile is the best explanation of a refusal. */
export function done(shop: string, number: number): FormState {
  revalidatePath(`/${shop}/returns/${number}`);
  return { done: new Date().toISOString() };
}

export function failed(shop: string, number: number, refusal: { readonly code: string }): FormState {
  revalidatePath(`/${shop}/returns/${number}`);
  return { problem: sayTo(refusal) };
}
