import { longestMessage, type MessageView } from "@kept/domain";
import { z } from "zod";
import { pageOf, pageQuery } from "../paging.ts";

export const messageResource = z
  .strictObject({
    id: z.string(),
    author: z.enum(["customer", "shop"]),
    text: z.string(),
    writtenAt: z.iso.datetime(),
  })
  .meta({ id: "Message", description: "A message about a return, to the shop or from it." });

export const messagesQuery = z.strictObject(pageQuery);

export const messagePage = pageOf(messageResource, "MessagePage");

export const messageRequest = z
  .strictObject({
    text: z.string().trim().min(1).max(longestMessage).describe("The customer reads it, word for word."),
  })
  .meta({ id: "MessageRequest", description: "A message of the shop to the customer of a return." });

export function messageFrom({ id, author, text, writtenAt }: MessageView): z.output<typeof messageResource> {
  return { id, author, text, writtenAt: writtenAt.toISOString() };
}
