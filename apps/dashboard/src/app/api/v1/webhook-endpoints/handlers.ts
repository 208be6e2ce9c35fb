import {
  addEndpoint,
  changeEndpoint,
  changeSecret,
  type Endpoint,
  type EndpointRefusal,
  listEndpoints,
  readEndpoint,
  removeEndpoint,
  type Tools,
} from "@kept/domain";
import type { Said } from "../answer.ts";
import { answerTo, type Door } from "../answer-to.ts";
import { pointerTo } from "../field-errors.ts";
import { readJson } from "../read-json.ts";
import { endpointChange, endpointRequest, endpointResource, newEndpoint } from "./schemas.ts";
import { urlWords } from "./url-words.ts";

const door: Door = { scope: "webhooks" };
const write: Door = { ...door, write: true };

export function getEndpoints(tools: Tools, request: Request): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => ({ ok: true, body: { data: (await listEndpoints(ctx)).map(resourceOf), next: null } }),
    door,
  );
}

export function getEndpoint(tools: Tools, request: Request, id: string): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const found = await readEndpoint(ctx, id);
      return found ? { ok: true, body: resourceOf(found) } : refusedWith({ code: "NotFound" });
    },
    door,
  );
}

/** Cannot be named to be repeated: its answer holds a secret, which is kept nowhere. */
export function postEndpoint(tools: Tools, request: Request): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const read = await readJson(request, endpointRequest);
      if (!read.ok) return read;
      const added = await addEndpoint(ctx, read.value);
      if (!added.ok) return refusedWith(added.error);
      const { endpoint, secret } = added.value;
      return { ok: true, status: 201, body: newEndpoint.parse({ ...resourceOf(endpoint), secret }) };
    },
    door,
  );
}

export function patchEndpoint(tools: Tools, request: Request, id: string): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const read = await readJson(request, endpointChange);
      if (!read.ok) return read;
      const changed = await changeEndpoint(ctx, { id, ...read.value });
      return changed.ok ? { ok: true, body: resourceOf(changed.value) } : refusedWith(changed.error);
    },
    write,
  );
}

export function deleteEndpoint(tools: Tools, request: Request, id: string): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const removed = await removeEndpoint(ctx, { id });
      return removed.ok ? { ok: true, status: 204 } : refusedWith(removed.error);
    },
    write,
  );
}

export function postSecret(tools: Tools, request: Request, id: string): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const changed = await changeSecret(ctx, { id });
      if (!changed.ok) return refusedWith(changed.error);
      const { endpoint, secret } = changed.value;
      return { ok: true, body: newEndpoint.parse({ ...resourceOf(endpoint), secret }) };
    },
    door,
  );
}

function resourceOf(endpoint: Endpoint) {
  const { id, url, description, topics, disabledAt, disabledBecause, failingSince, createdAt } = endpoint;
  return endpointResource.parse({
    id,
    url,
    description,
    topics,
    enabled: disabledAt === null,
    disabledBecause,
    failingSince: failingSince?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  });
}

function refusedWith(refusal: EndpointRefusal): Said {
  switch (refusal.code) {
    case "NotFound":
      return {
        ok: false,
        problem: { kind: "not-found", detail: "This shop has no webhook endpoint with this id." },
      };
    case "NotAllowed":
      return { ok: false, problem: { kind: "scope-missing", detail: "The key lacks the right for this." } };
    case "TooManyEndpoints":
      return {
        ok: false,
        problem: { kind: "wrong-state", detail: `A shop has at most ${refusal.most} webhook endpoints.` },
      };
    case "NoTopics":
      return invalid("topics", "Name at least one topic.");
    case "BadUrl":
      return invalid("url", urlWords[refusal.problem]);
  }
}

function invalid(field: string, detail: string): Said {
  const errors = [{ pointer: pointerTo([field]), detail }];
  return { ok: false, problem: { kind: "invalid", detail: "A field is wrong; `errors` names it.", errors } };
}
