import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "../../../../server/auth.ts";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  if (!(await isReadable(request))) return new Response("Not readable", { status: 400 });
  return NextAuth(request as never, context as never, await authOptions());
}

/** The library would answer a body that is not what it says it is with a fault. */
function isReadable(request: NextRequest): Promise<boolean> {
  // Its own script names that type also where it sends nothing.
  const sends = request.method !== "GET" && request.headers.get("content-type")?.includes("application/json");
  if (!sends) return Promise.resolve(true);
  return request
    .clone()
    .json()
    .then(
      () => true,
      () => false,
    );
}

export { handle as GET, handle as POST };
