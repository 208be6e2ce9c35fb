import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { plain } from "./answer.ts";

const types: Record<string, string> = {
  ".webp": "image/webp",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".svg": "image/svg+xml",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

const safeName = /^[a-z0-9][a-z0-9._-]*$/i;
const pictures = new URL("../../pictures/", import.meta.url);
const assets = new URL("./assets/", import.meta.url);

/** /cdn/{shop}/{file}: a product's picture. May be shown anywhere, kept for a day, and can run nothing. */
export async function picture(shop: string, file: string): Promise<Response> {
  return send(pictures, [shop, file], {
    "cache-control": "public, max-age=86400",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
}

/** /assets/{file}: what these pages themselves need. */
export async function asset(file: string): Promise<Response> {
  return send(assets, [file], { "cache-control": "no-cache" });
}

async function send(
  folder: URL,
  names: readonly string[],
  headers: Record<string, string>,
): Promise<Response> {
  const type = types[extname(names.at(-1) ?? "")];
  if (!type || !names.every((name) => safeName.test(name))) return plain(404, "No such file.");
  try {
    const content = await readFile(new URL(names.join("/"), folder));
    return new Response(content, {
      headers: { "content-type": type, "x-content-type-options": "nosniff", ...headers },
    });
  } catch {
    return plain(404, "No such file.");
  }
}
