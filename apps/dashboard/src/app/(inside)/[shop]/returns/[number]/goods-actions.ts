"use server";
import { inspectReturn, receiveReturn, sendParcel } from "@kept/domain";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";
import { act, done, failed } from "./answers.ts";
import { Inspect, Parcel } from "./forms.ts";
import { returnFor } from "./return-for.ts";

/** The parcel is here. */
export async function receive(shop: string, number: number): Promise<FormState> {
  const received = await receiveReturn(await returnFor(shop, number), { number });
  return received.ok ? done(shop, number) : failed(shop, number, received.error);
}

/** A parcel is on its way, with the carrier's number. */
export async function track(shop: string, number: number, _: FormState, form: FormData): Promise<FormState> {
  return act(shop, number, form, Parcel, sendParcel);
}

/** What was found when it was opened. */
export async function inspect(
  shop: string,
  number: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const ctx = await returnFor(shop, number);
  const typed = typedIn(form);
  const input = heldTo(Inspect, typed);
  const inspected = await inspectReturn(ctx, { number, ...input });
  if (inspected.ok) return done(shop, number);
  const { error } = inspected;
  if ("lineId" in error) {
    const field = error.code === "LocationMissing" ? "locationId" : "received";
    return { typed, fields: { [`${field}.${error.lineId}`]: sayTo(error) } };
  }
  const again = { typed, ...failed(shop, number, error) };
  return error.code === "Differs" ? { ...again, fields: { difference: "differs" } } : again;
}
