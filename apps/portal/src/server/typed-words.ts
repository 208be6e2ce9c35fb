import type { IncomingMessage } from "node:http";
import { finished, pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";

const most = { fields: 1_000, fieldNameSize: 200, fieldSize: 10_000, files: 1_000 };

/**
 * The words of a form whose photos are too large to be taken: the photos are read past, and nobody has to type again.
 * Read to its end, or its browser shows no answer. Null for what is no such form, or broke off.
 */
export async function typedWords(request: IncomingMessage): Promise<FormData | null> {
  const words = new FormData();
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) {
    request.resume();
    await finished(request).catch(() => {}); // who leaves meanwhile wants no answer
    return null;
  }
  const parser = new Busboy({ headers: { "content-type": type }, limits: most });
  parser.on("field", (name, value) => words.append(name, value));
  parser.on("file", (_, photo) => photo.resume());
  try {
    await pipeline(request, parser);
    return words;
  } catch {
    return null;
  }
}
