import type { IncomingMessage } from "node:http";

/** What a browser posted, as far as it is asked for after the pages failed with it. */
export interface PostedBody {
  /** Whether it is a form at all, and whole. What is none makes Next fail, which is no fault of ours. */
  isForm(): Promise<boolean>;
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
    async isForm() {
      const type = request.headers["content-type"] ?? "";
      if (size > mostKept) return endsAsItSays(type, end);
      try {
        await new Response(Buffer.concat(chunks), { headers: { "content-type": type } }).formData();
        return true;
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
