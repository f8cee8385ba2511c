import { defineConfig } from '@hey-api/openapi-ts';

/** What the client itself sends with each request, so that no call has to. */
const OWN_HEADERS = ['Idempotency-Key', 'If-Match'];

type Parameter = { in?: string; name?: string };
type Content = { content?: Record<string, { schema?: unknown }> };
type Operation = { parameters?: Parameter[]; requestBody?: Content; responses?: Record<string, Content> };
type Paths = Record<string, Record<string, Operation>>;

/** Files travel as they are. */
function asFile(content: Content | undefined) {
  for (const [type, media] of Object.entries(content?.content ?? {})) {
    if (!/json|urlencoded|form-data/.test(type)) media.schema = { type: 'string', format: 'binary' };
  }
}

export default defineConfig({
  input: '../openapi/openapi.json',
  output: { path: 'src/api/gen', header: ['// Generated from openapi/openapi.json by `npm run generate`; do not edit.'] },
  parser: {
    patch: {
      input: (document) => {
        for (const path of Object.values((document as { paths?: Paths }).paths ?? {})) {
          for (const operation of Object.values(path)) {
            if (!operation.responses) continue;
            operation.parameters = operation.parameters?.filter(
              (one) => !(one.in === 'header' && OWN_HEADERS.includes(one.name ?? '')),
            );
            asFile(operation.requestBody);
            // Whatever is not a success is one Problem, thrown by src/api/index.ts.
            operation.responses = Object.fromEntries(
              Object.entries(operation.responses).filter(([status]) => status.startsWith('2')),
            );
            Object.values(operation.responses).forEach(asFile);
          }
        }
      },
    },
  },
  plugins: [
    { name: '@hey-api/client-fetch', throwOnError: true, baseUrl: false },
    { name: '@hey-api/typescript', enums: false },
    { name: '@hey-api/sdk', responseStyle: 'data' },
  ],
});
