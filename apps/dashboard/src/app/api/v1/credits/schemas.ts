import { z } from "zod";
import { returnsQuery } from "../returns/schemas.ts";

const { creditState, limit, cursor } = returnsQuery.shape;

export const creditsQuery = z.strictObject({ creditState, limit, cursor });
