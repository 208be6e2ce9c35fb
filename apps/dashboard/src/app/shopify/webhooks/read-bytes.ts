/** Shopify's own limit is 5 MB; nothing Kept listens to comes near. */
export const mostBytes = 5 * 1024 * 1024;

/** The body exactly as it came in, which is what is signed. Null when it is longer than anything Shopify sends. */
export async function readBytes(request: Request): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
