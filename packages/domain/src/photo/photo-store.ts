import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AwsClient } from "aws4fetch";

/** Where pictures are kept, by random keys. Nothing in it is public: pages get pictures through `readPhoto`. */
export interface PhotoStore {
  put(key: string, picture: Buffer): Promise<void>;
  /** Null when it is not there. */
  get(key: string): Promise<Buffer | null>;
  remove(key: string): Promise<void>;
}

/**
 * `file:///var/lib/kept/photos`: a folder, shared by all processes that serve pictures. Or a bucket that speaks S3:
 * `s3://KEY:SECRET@host/bucket?region=eu-central-1`, with `insecure=1` for one on this machine.
 */
export function photoStoreAt(place: string): PhotoStore {
  const url = new URL(place);
  if (url.protocol === "file:") return folderStore(decodeURIComponent(url.pathname));
  if (url.protocol === "s3:") return bucketStore(url);
  throw new RangeError("Photos are kept at file:///… or s3://…");
}

function folderStore(folder: string): PhotoStore {
  const at = (key: string) => join(/* turbopackIgnore: true */ folder, key.slice(0, 2), checked(key));
  return {
    async put(key, picture) {
      const path = at(key);
      await mkdir(join(path, ".."), { recursive: true });
      // Under another name until it is whole: a picture is there or it is not.
      await writeFile(`${path}.part`, picture, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    async get(key) {
      try {
        return await readFile(at(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    remove: (key) => rm(at(key), { force: true }),
  };
}

function bucketStore(url: URL): PhotoStore {
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    service: "s3",
    region: url.searchParams.get("region") ?? "auto",
  });
  const origin = `${url.searchParams.has("insecure") ? "http" : "https"}://${url.host}${url.pathname}`;
  const ask = async (method: string, key: string, body?: Buffer) => {
    const answer = await client.fetch(`${origin}/${checked(key)}`, {
      method,
      // The one host that was set up: not where its answers point.
      redirect: "error",
      signal: AbortSignal.timeout(15_000),
      ...(body && { body: new Uint8Array(body), headers: { "content-type": "image/webp" } }),
    });
    if (!answer.ok && answer.status !== 404) throw new Error(`The photo store answered ${answer.status}`);
    return answer;
  };
  return {
    async put(key, picture) {
      const answer = await ask("PUT", key, picture);
      if (!answer.ok) throw new Error(`The photo store has no such bucket`);
    },
    async get(key) {
      const answer = await ask("GET", key);
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null;
    },
    async remove(key) {
      await ask("DELETE", key);
    },
  };
}

/** Keys are ours: 32 letters and digits. A path in one would be a mistake of ours, and goes nowhere. */
function checked(key: string): string {
  if (!/^[a-f0-9]{32}$/.test(key)) throw new RangeError("Not a key of a photo");
  return key;
}
