import { bloom } from "../world/shops.ts";
import { type HostileFile, hostileFiles } from "./files.ts";
import { type Guest, guestAt } from "./guest.ts";
import { watchMemory } from "./memory.ts";
import { ask, formOf, inLanes } from "./raw.ts";

/**
 * G14. Every file is refused in words or comes out as a plain WebP of nothing but pixels, which is shown and does
 * nothing; quickly, and in little memory, also when all come at once.
 */
export async function uploads({
  portalPid,
  one = 1,
  atOnce = 24,
  longestMs = 3_000,
}: {
  portalPid?: number;
  /** Every file, or one of so many. */
  one?: number;
  atOnce?: number;
  longestMs?: number;
} = {}) {
  const files = hostileFiles().filter((_, n) => n % one === 0);
  const wrong: string[] = [];
  const memory = portalPid === undefined ? null : watchMemory(portalPid);
  const guest = await guestAt(bloom);
  let [taken, slowest] = [0, { name: "", milliseconds: 0 }];
  for (const file of files) {
    const { milliseconds, picture } = await give(guest, file, wrong);
    if (picture) taken += 1;
    if (milliseconds > slowest.milliseconds)
      slowest = { name: file.name.slice(0, 40), milliseconds: Math.round(milliseconds) };
  }
  await allAtOnce(files, atOnce, wrong);
  const tooLong = await ask("/bloom/return/x/items", {
    method: "POST",
    headers: { "content-length": 90 * 1024 * 1024, connection: "close" },
  }).catch(() => null);
  if (tooLong && tooLong.status !== 413) wrong.push(`90 MB: ${tooLong.status}`);
  const peak = memory?.stop();
  const ok =
    wrong.length === 0 &&
    taken > 0 && // pictures under odd names are pictures
    slowest.milliseconds < longestMs &&
    (peak === undefined || (peak.programMb < 400 && peak.serverMb < 600));
  return { files: files.length, taken, slowest, ...(peak && { peak }), wrong: wrong.slice(0, 20), ok };
}

async function give(guest: Guest, file: HostileFile, wrong: string[]) {
  const { milliseconds, status, body } = await upload(guest, file);
  if (status >= 500) wrong.push(`${file.name.slice(0, 40)}: ${status} ${body.toString().slice(0, 100)}`);
  const page = (await ask(`${guest.draft}/items`, { headers: { cookie: guest.pass } })).body.toString();
  if (page.includes("<img src=x") || /<script(?![^>]*data-keep)/.test(page))
    wrong.push(`${file.name.slice(0, 40)}: in the page`);
  const address = /src="(\/bloom\/photo\/[^"]+)"/.exec(page)?.[1];
  if (address) {
    await look(address, file, wrong);
    await remove(guest, page);
  }
  return { milliseconds, picture: address !== undefined };
}

async function upload(guest: Guest, { name, type, bytes }: HostileFile) {
  const photo = new File([new Uint8Array(bytes)], name, { type });
  const fields = [
    ...guest.form.fields,
    [`photo.${guest.item}`, photo],
    [`chosen.${guest.item}`, "on"],
    ["upload", "1"],
  ] as const;
  const { body, headers } = await formOf(fields);
  return ask(`${guest.draft}/items`, { method: "POST", body, headers: { ...headers, cookie: guest.pass } });
}

/** What is shown of it is a picture and nothing else. */
async function look(address: string, file: HostileFile, wrong: string[]): Promise<void> {
  const { headers, body } = await ask(address);
  const said = body.toString("latin1");
  const plain =
    headers["content-type"] === "image/webp" &&
    headers["x-content-type-options"] === "nosniff" &&
    /^attachment/.test(String(headers["content-disposition"])) &&
    /sandbox/.test(String(headers["content-security-policy"])) &&
    said.startsWith("RIFF") &&
    said.slice(8, 12) === "WEBP";
  const clean = ["script", "GPS", "Lovelace", "PK\x03\x04", "EXIF", "XMP "].every(
    (word) => !said.includes(word),
  );
  if (!plain || !clean)
    wrong.push(`${file.name.slice(0, 40)}: served as ${headers["content-type"]}, ${said.slice(0, 40)}`);
}

async function remove(guest: Guest, page: string): Promise<void> {
  const photoId =
    /name="remove" value="([^"]+)"|value="([^"]+)"[^>]*name="remove"/.exec(page)?.slice(1).find(Boolean) ??
    "";
  const { body, headers } = await formOf([...guest.form.fields, ["remove", photoId]]);
  await ask(`${guest.draft}/items`, { method: "POST", body, headers: { ...headers, cookie: guest.pass } });
}

/** Everybody uploads a bomb at the same moment: some are told to come back, nobody gets a fault. */
async function allAtOnce(files: readonly HostileFile[], times: number, wrong: string[]): Promise<void> {
  if (times === 0) return;
  const guests = [await guestAt(bloom), await guestAt(bloom)];
  const heavy = files.filter(({ name }) => /square|million|small|data|bomb|profile|broken/.test(name));
  await inLanes(times, 12, async (n) => {
    const [guest, file] = [guests[n % guests.length], heavy[n % heavy.length]];
    if (!guest || !file) return;
    const { status } = await upload(guest, file);
    if (status >= 500) wrong.push(`at once, ${file.name}: ${status}`);
  });
}
