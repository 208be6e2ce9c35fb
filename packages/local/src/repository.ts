import { join } from "node:path";

/** The folder of the checkout, absolute. */
export const repository = join(import.meta.dirname, "../../..");
