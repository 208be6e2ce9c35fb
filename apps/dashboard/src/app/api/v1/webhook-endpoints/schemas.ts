import { topics } from "@kept/domain";
import { z } from "zod";
import { pageOf } from "../paging.ts";

const topic = z.enum(topics);

export const endpointResource = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    description: z.string(),
    topics: z.array(topic),
    enabled: z.boolean(),
    disabledBecause: z
      .enum(["person", "failing", "gone"])
      .nullable()
      .describe("`failing`: nothing got through for three days. `gone`: it answered 410."),
    failingSince: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "WebhookEndpoint", description: "Where the shop is told what happens." });

export const newEndpoint = endpointResource
  .extend({
    secret: z
      .string()
      .describe("Signs every letter (Standard Webhooks). Shown in this answer and never again."),
  })
  .meta({ id: "NewWebhookEndpoint", description: "An endpoint with the secret that signs what it is told." });

export const endpointRequest = z
  .strictObject({
    url: z.string().min(1).max(2000).describe("Public and https. Redirects are not followed."),
    description: z.string().max(120).default(""),
    topics: z.array(topic).min(1).max(topics.length).describe("What it is told."),
  })
  .meta({ id: "WebhookEndpointRequest", description: "A new place to tell." });

export const endpointChange = z
  .strictObject({
    url: z.string().min(1).max(2000).optional(),
    description: z.string().max(120).optional(),
    topics: z.array(topic).min(1).max(topics.length).optional(),
    enabled: z.boolean().optional().describe("Turns it off; or on again, also after it was turned off."),
  })
  .meta({ id: "WebhookEndpointChange", description: "What is left out stays as it is." });

export const endpointPage = pageOf(endpointResource, "WebhookEndpointPage");
