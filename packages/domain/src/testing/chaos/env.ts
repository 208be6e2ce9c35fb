import { z } from "zod";

const shape = z.object({ DATABASE_URL: z.url(), SHOPIFY_BASE_URL: z.url() });

/** Where the chaos run's database and stand-in are. */
export const env = shape.parse(process.env);
