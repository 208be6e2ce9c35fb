import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export interface Packed {
  readonly body: Buffer;
  readonly encoding: "br" | "gzip" | null;
}

/** Pages are some ten kilobytes: a quick level costs under a millisecond and saves a phone most of them. */
export function compress(body: Buffer, accepted: string | undefined): Packed {
  if (body.length < 1024) return { body, encoding: null };
  const names = (accepted ?? "").split(",").map((entry) => entry.trim().toLowerCase());
  const takes = (name: string) =>
    names.some((entry) => entry === name || (entry.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(entry)));
  if (takes("br")) return { body: brotliCompressSync(body, quick), encoding: "br" };
  if (takes("gzip")) return { body: gzipSync(body, { level: 5 }), encoding: "gzip" };
  return { body, encoding: null };
}

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
