import type { IncomingMessage } from "node:http";
import { z } from "zod";

/** What a browser posted, as far as it is asked for after the pages failed with it. */
export interface PostedBody {
  /**
   * Whether it is a form at all, whole, and its hidden fields as they are written into the page of this path. What is none
   * makes Next fail, which is no fault of ours.
   */
  isFormOf(path: string): Promise<boolean>;
}

/** Longer ones carry photos: only their end is kept. */
const mostKept = 200_000;
const endKept = 512;

/** Keeps a copy of what passes by on its way to the pages; reading it from the request would take it away from them. */
export function keepPosted(request: IncomingMessage): PostedBody {
  const chunks: Buffer[] = [];
  let size = 0;
  let end = Buffer.alloc(0);
  const push = request.push;
  request.push = (chunk: Buffer | null, ...rest) => {
    if (chunk) {
      if (size < mostKept) chunks.push(chunk);
      size += chunk.length;
      end = Buffer.concat([end, chunk.subarray(-endKept)]).subarray(-endKept);
    }
    return push.call(request, chunk, ...rest);
  };
  return {
    async isFormOf(path) {
      const type = request.headers["content-type"] ?? "";
      if (size > mostKept) return endsAsItSays(type, end);
      try {
        const posted = new Response(Buffer.concat(chunks), { headers: { "content-type": type } });
        return [...(await posted.formData())].every(([name, value]) => isAsWritten(path, name, value));
      } catch {
        return false;
      }
    },
  };
}

function endsAsItSays(contentType: string, end: Buffer): boolean {
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1];
  return boundary !== undefined && end.toString("latin1").trimEnd().endsWith(`--${boundary}--`);
}

const action = z.strictObject({ id: z.string().regex(/^[0-9a-f]{42}$/), bound: z.literal("$@1") });

/** Which action a form is for, and what is bound to it, stand in fields of React's that nobody types into. */
function isAsWritten(path: string, name: string, value: FormDataEntryValue): boolean {
  if (!name.startsWith("$ACTION_")) return true;
  if (typeof value !== "string") return false;
  if (/^\$ACTION_(REF_\d+|ID_[0-9a-f]{42})$/.test(name)) return value === "";
  if (/^\$ACTION_\d+:0$/.test(name)) return action.safeParse(parsed(value)).success;
  return /^\$ACTION_\d+:1$/.test(name) && value === JSON.stringify(boundAt(path));
}

/** What every action of a page is bound to: its shop, and whose draft or return it shows. */
function boundAt(path: string): string[] {
  const [, shop = "", area = "", key = ""] = path.split("/");
  return area === "return" || area === "r" ? [shop, key] : [shop];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
