"use server";
import { writeMessage } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";
import { returnFor } from "./return-for.ts";

const Typed = z.object({ text: z.string().max(10_000) });

/** A message to the customer; it appears on the return's private page. */
export async function sendMessage(
  shop: string,
  number: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const ctx = await returnFor(shop, number);
  const typed = heldTo(Typed, typedIn(form));
  const sent = await writeMessage(ctx, { which: { number }, text: typed.text });
  if (!sent.ok) return { typed, problem: problems[sent.error.code] ?? sayTo(sent.error) };
  revalidatePath(`/${shop}/returns/${number}`);
  return { done: `Sent ${new Date().toISOString()}` };
}

const problems: Record<string, string> = {
  Empty: "Write something first.",
  TooLong: "Use at most 2,000 characters.",
};
