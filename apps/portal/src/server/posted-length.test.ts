import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { draftPassName, signDraftPass } from "./draft-pass.ts";
import { admitted } from "./posted-length.ts";

const linkKey = Buffer.alloc(32, 0x4c);
const pass = await signDraftPass(linkKey, { shopId: "bloom", key: "abc" }, new Date(Date.now() + 60_000));
const megabytes = (count: number) => count * 1024 * 1024;

const type = "multipart/form-data; boundary=x";
const words = '--x\r\ncontent-disposition: form-data; name="note.1"\r\n\r\ntorn \u00e9\r\n';
const photo = '--x\r\ncontent-disposition: form-data; name="photo.1"; filename="a.jpg"\r\n\r\nbytes\r\n';

/** A form of that length from a browser with a pass, and the line it came on. */
function posted(length: number, parts = `${words}${photo}--x--\r\n`) {
  const headers = {
    "content-length": String(length),
    "content-type": type,
    cookie: `${draftPassName}=${pass}`,
  };
  const line = new EventEmitter();
  const body = Readable.from([Buffer.from(parts)]);
  const request = Object.assign(body, {
    headers,
    url: "/bloom/return/abc/items",
  }) as unknown as IncomingMessage;
  return { line, body, answer: admitted(linkKey, request, line as ServerResponse) };
}

test("photos wait until there is memory for them, and words never wait", async () => {
  const [first, second] = [posted(megabytes(60)), posted(megabytes(60))];
  expect(await first.answer).toBe("in");
  let through = false;
  void second.answer.then(() => {
    through = true;
  });
  expect(await posted(2_000).answer).toBe("in");
  await new Promise((later) => setTimeout(later, 300));
  expect(through).toBe(false);
  first.line.emit("close");
  expect(await second.answer).toBe("in");
  second.line.emit("close");
});

test("of photos that are too large together the words beside them are kept; what is far longer is not read", async () => {
  const [photos, flood] = [posted(megabytes(85)), posted(megabytes(500))];
  const kept = await photos.answer;
  expect(typeof kept === "object" && Object.fromEntries(kept.typed)).toEqual({ "note.1": "torn é" });
  expect(photos.body.readableEnded).toBe(true);
  expect([await flood.answer, flood.body.readableEnded]).toEqual(["too-long", false]);
  expect(await posted(megabytes(85), `${words}--`).answer).toBe("too-long");
});
