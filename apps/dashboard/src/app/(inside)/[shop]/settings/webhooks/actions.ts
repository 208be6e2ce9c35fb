"use server";
import {
  addEndpoint,
  changeEndpoint,
  changeSecret,
  type EndpointRefusal,
  removeEndpoint,
  replayDelivery,
  topics,
} from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";
import { urlWords } from "../../../../api/v1/webhook-endpoints/url-words.ts";

/** The secret travels once, in the answer to what made it. */
export interface SecretState extends FormState {
  readonly made?: { readonly url: string; readonly secret: string };
}

const Typed = z.object({ url: z.string().max(4000), description: z.string().max(1000).default("") });
const id = z.string().max(64);

export async function add(shop: string, _: SecretState, form: FormData): Promise<SecretState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const { url, description } = heldTo(Typed, typed);
  const wanted = topics.filter((topic) => `topic:${topic}` in typed);
  const added = await addEndpoint(ctx, { url, description, topics: wanted });
  if (!added.ok) return { typed, ...problemOf(added.error) };
  revalidatePath(`/${shop}/settings/webhooks`, "layout");
  return { made: { url: added.value.endpoint.url, secret: added.value.secret } };
}

export async function turn(shop: string, endpoint: string, enabled: boolean): Promise<FormState> {
  const changed = await changeEndpoint(await shopFor(shop), { id: heldTo(id, endpoint), enabled });
  revalidatePath(`/${shop}/settings/webhooks`, "layout");
  return changed.ok
    ? { done: enabled ? "It is told again" : "It is told nothing more" }
    : problemOf(changed.error);
}

export async function remove(shop: string, endpoint: string): Promise<FormState> {
  const removed = await removeEndpoint(await shopFor(shop), { id: heldTo(id, endpoint) });
  revalidatePath(`/${shop}/settings/webhooks`, "layout");
  return removed.ok ? { done: "Removed" } : problemOf(removed.error);
}

export async function rekey(shop: string, endpoint: string): Promise<SecretState> {
  const changed = await changeSecret(await shopFor(shop), { id: heldTo(id, endpoint) });
  revalidatePath(`/${shop}/settings/webhooks`, "layout");
  if (!changed.ok) return problemOf(changed.error);
  return { made: { url: changed.value.endpoint.url, secret: changed.value.secret } };
}

export async function replay(shop: string, delivery: string): Promise<FormState> {
  const replayed = await replayDelivery(await shopFor(shop), { id: heldTo(id, delivery) });
  revalidatePath(`/${shop}/settings/webhooks`, "layout");
  if (replayed.ok) return { done: "On its way again" };
  const { code } = replayed.error;
  if (code === "EndpointOff") return { problem: "The endpoint is turned off. Turn it on first." };
  return { problem: code === "NotFound" ? "It is not there any more." : sayTo({ code }) };
}

function problemOf(refusal: EndpointRefusal): FormState {
  switch (refusal.code) {
    case "BadUrl":
      return { fields: { url: urlWords[refusal.problem] } };
    case "NoTopics":
      return { fields: { topics: "Choose at least one thing it is told." } };
    case "TooManyEndpoints":
      return { problem: `A shop has at most ${refusal.most} endpoints. Remove one first.` };
    case "NotFound":
      return { problem: "This endpoint is not there any more." };
    case "NotAllowed":
      return { problem: sayTo(refusal) };
  }
}
