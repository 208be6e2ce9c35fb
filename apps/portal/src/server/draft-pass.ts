import { jwtVerify, SignJWT } from "jose";

export interface DraftPassFacts {
  readonly shopId: string;
  readonly key: string;
}

export const draftPassName = "kept_draft";

/**
 * The signed word that this browser found this order. It travels in a cookie of the draft's own path, so that two
 * returns in two tabs do not push each other out; the key in the address alone opens nothing.
 */
export async function signDraftPass(
  linkKey: Buffer,
  facts: DraftPassFacts,
  expiresAt: Date,
): Promise<string> {
  return new SignJWT({ shop: facts.shopId })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(facts.key)
    .setAudience(audience)
    .setExpirationTime(expiresAt)
    .sign(linkKey);
}

/** True when the pass was signed by us, for this shop and this draft, and has not run out. Never throws. */
export async function holdsDraftPass(
  linkKey: Buffer,
  pass: string | undefined,
  facts: DraftPassFacts,
  now: Date,
): Promise<boolean> {
  if (!pass) return false;
  try {
    const options = { algorithms: ["HS256"], audience, subject: facts.key, currentDate: now };
    const { payload } = await jwtVerify(pass, linkKey, options);
    return payload.shop === facts.shopId;
  } catch {
    return false;
  }
}

const audience = "kept-return-draft";
