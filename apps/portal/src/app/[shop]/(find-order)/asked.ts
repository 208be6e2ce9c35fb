import { asTyped } from "@kept/domain";
import { z } from "zod";

const order = z
  .string({ error: "orderMissing" })
  .transform(asTyped)
  .pipe(z.string().min(1, "orderMissing").max(60, "orderTooLong"));
const text = (missing: string) =>
  z.string({ error: missing }).transform(asTyped).pipe(z.string().min(1, missing));

/** Whatever a mailbox may be called; one without a dot behind its @ was not finished. */
const address = /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\]+\.[^\s@"(),:;<>[\]\\.]{2,}$/u;

/** What the first form must say, per thing a shop asks for beside the number. */
export const asked = {
  email: z.object({
    order,
    contact: text("emailMissing").pipe(z.string().max(254, "emailWrong").regex(address, "emailWrong")),
  }),
  phone: z.object({
    order,
    contact: text("phoneMissing").pipe(z.string().max(40, "phoneWrong").min(7, "phoneWrong")),
  }),
  postcode: z.object({
    order,
    contact: text("postcodeMissing").pipe(z.string().max(20, "postcodeMissing").min(3, "postcodeMissing")),
  }),
};
