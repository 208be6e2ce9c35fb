import { readPhoto } from "@kept/domain";
import { shopFor } from "../../../../../../../server/context.ts";

/**
 * A customer's photo, for members who reach the shop; for anybody else it is not there. It was written anew by Kept,
 * and can be looked at and do nothing.
 */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[shop]/returns/[number]/photos/[photo]">,
): Promise<Response> {
  const { shop, photo } = await params;
  const picture = await readPhoto(await shopFor(shop), photo);
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture), {
    headers: {
      "content-type": "image/webp",
      "content-disposition": 'inline; filename="photo.webp"',
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, max-age=240",
    },
  });
}
