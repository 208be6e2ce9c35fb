"use server";
import { listChoosable, startBatch, steerBatch } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";
import { readAddress, wantedOf } from "../list-address.ts";
import { type Ticked, tickedOf } from "./ticked.ts";

const Start = z.object({
  act: z.enum(["approve", "decline", "issue", "approve_and_issue"]),
  /** "1001 <quote>,1002 <quote>": each return with the quote whose amount was seen. */
  chosen: z
    .string()
    .transform((text) => text.split(",").map((each) => each.split(" ")))
    .transform((pairs) => pairs.map(([number, quoteId]) => ({ number: Number(number), quoteId })))
    .pipe(z.array(z.object({ number: z.int().positive(), quoteId: z.uuid() })).min(1)),
  reason: z.string().max(500).optional(),
});
const Steer = z.object({ id: z.uuid(), to: z.enum(["pause", "resume", "cancel", "retry"]) });

/** Puts the batch into the database; from there on it needs no tab. */
export async function start(shop: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const started = await startBatch(ctx, heldTo(Start, typed));
  if (!started.ok) {
    revalidatePath(`/${shop}/returns`);
    return started.error.code === "ReasonMissing"
      ? { typed, fields: { reason: sayTo(started.error) } }
      : { typed, problem: sayTo(started.error) };
  }
  revalidatePath(`/${shop}/returns`);
  return { done: started.value.id };
}

/** Everything the list at this address shows, to be ticked: each with its amount, in minor units as text. */
export async function chooseAll(shop: string, query: string): Promise<{ rows: Ticked[]; more: boolean }> {
  const ctx = await shopFor(shop);
  const address = readAddress(Object.fromEntries(new URLSearchParams(heldTo(z.string().max(1000), query))));
  const { rows, more } = await listChoosable(ctx, wantedOf(address));
  return { rows: rows.map(tickedOf), more };
}

export async function steer(
  shop: string,
  input: { id: string; to: string },
): Promise<{ problem: string | null }> {
  const ctx = await shopFor(shop);
  const steered = await steerBatch(ctx, heldTo(Steer, input));
  return { problem: steered.ok ? null : sayTo(steered.error) };
}
