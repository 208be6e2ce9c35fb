import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types for exactly the documents in src, from Shopify's published schema. The output is committed. */
const config: CodegenConfig = {
  schema: [{ "./admin": { loader: "./schema-loader.mjs" } }],
  documents: ["src/**/*.ts", "!src/generated/**", "!src/**/*.test.ts"],
  generates: {
    "src/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        onlyOperationTypes: true,
        useTypeImports: true,
        importExtension: ".ts",
        strictScalars: true,
        scalars: {
          ARN: "string",
          BigInt: "string",
          Color: "string",
          Date: "string",
          DateTime: "string",
          Decimal: "string",
          FormattedString: "string",
          HTML: "string",
          JSON: "unknown",
          Money: "string",
          StorefrontID: "string",
          URL: "string",
          UnsignedInt64: "string",
          UtcOffset: "string",
        },
      },
    },
  },
};

export default config;
