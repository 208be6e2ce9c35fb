import { isCall, isFormOfAction } from "./flight.ts";

/**
 * Whether what is posted to a page is something a page of ours could have posted: an action's call by a script, or a
 * form that was sent before its script was there. React finds out anything else only while reading it, and answers
 * with a fault.
 */
export async function isWellFormed(request: Request): Promise<boolean> {
  const { method, headers } = request;
  if (method !== "POST") return true;
  const type = headers.get("content-type") ?? "";
  const calls = headers.has("next-action");
  if (type.startsWith("multipart/form-data")) {
    const form = await request.formData().catch(() => null);
    return form !== null && (calls ? isCall(form) : isFormOfAction(form));
  }
  return !calls || (type.startsWith("text/plain") && isCall(await request.text()));
}
