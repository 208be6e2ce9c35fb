/** A request whose body is still to come, as far as it is needed to read one: the web's own, or one of Node's in its clothes. */
export interface Arriving {
  readonly body: AsyncIterable<Uint8Array> | null;
  readonly headers: { get(name: string): string | null };
}

/** A request's body, byte for byte, read no further than `most` bytes, whatever length was announced; null when there is more. */
export async function bodyOf({ body, headers }: Arriving, most: number): Promise<Buffer | null> {
  if (Number(headers.get("content-length") ?? 0) > most) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
