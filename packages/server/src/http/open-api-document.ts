import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { type ApiRoute, apiRoutes, problemDetailsSchema, type ProblemDetails } from '@cscx/support-core/api';
import { problemKinds } from './problem-response.js';

const FAILURES = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'rate_limited',
  'internal_error',
  'not_ready',
] as const;

const failure = (code: ProblemDetails['code']) => ({
  description: problemKinds[code].title,
  content: { 'application/problem+json': { schema: problemDetailsSchema } },
});

/** What is read again may not have changed. */
const unchanged = {
  304: { description: 'Nothing has changed since the ETag in If-None-Match' },
};

const responses = ({ method, body, response }: ApiRoute): ZodOpenApiResponsesObject => ({
  200: {
    description: 'OK',
    ...(method === 'GET' && {
      headers: { ETag: { schema: { type: 'string' }, description: 'send it back as If-None-Match' } },
    }),
    content: { 'application/json': { schema: response } },
  },
  ...(method === 'GET' && unchanged),
  ...(body && { [problemKinds.payload_too_large.status]: failure('payload_too_large') }),
  ...Object.fromEntries(FAILURES.map((code) => [problemKinds[code].status, failure(code)])),
});

const operation = (route: ApiRoute): ZodOpenApiOperationObject => ({
  operationId: route.operationId,
  summary: route.summary,
  requestParams: { path: route.params, query: route.query },
  ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
  responses: responses(route),
});

const paths: ZodOpenApiObject['paths'] = Object.fromEntries(
  [...Map.groupBy<string, ApiRoute>(apiRoutes, ({ path }) => path)].map(([path, routes]) => [
    path,
    Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), operation(route)])),
  ]),
);

/** The API as an OpenAPI 3.1 document, made from the schemas that the routes themselves check with. */
export const openApiDocument: ReturnType<typeof createDocument> = createDocument(
  {
    openapi: '3.1.0',
    info: {
      title: 'CSCX Support Metrics',
      version: '1',
      description: 'How support is going for each customer. Instants are ISO-8601 in UTC; null means unknown.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'an API key' } } },
    paths,
  },
  {
    override({ jsonSchema }) {
      // The format says it; the pattern of leap years says it again in 400 characters, at every instant.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  },
);
