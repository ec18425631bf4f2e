import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { z } from 'zod';
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

/** Of a request with a body alone. */
const BODY_FAILURES = ['payload_too_large', 'unsupported_media_type'] as const;

const retryAfter = {
  headers: { 'Retry-After': { schema: { type: 'integer' as const }, description: 'seconds to wait' } },
};

const failure = (code: ProblemDetails['code']) => ({
  description: problemKinds[code].title,
  ...((code === 'rate_limited' || code === 'not_ready') && retryAfter),
  content: { 'application/problem+json': { schema: problemDetailsSchema } },
});

const failures = (codes: readonly ProblemDetails['code'][]): ZodOpenApiResponsesObject =>
  Object.fromEntries(codes.map((code) => [problemKinds[code].status, failure(code)]));

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
  ...failures(body ? [...FAILURES, ...BODY_FAILURES] : FAILURES),
});

const operation = (route: ApiRoute): ZodOpenApiOperationObject => ({
  operationId: route.operationId,
  summary: route.summary,
  description: `Needs the scope \`${route.scope}\`.`,
  // Roles and keys have scopes of their own; OpenAPI names them where it names those of OAuth.
  security: [{ token: [route.scope] }, { apiKey: [route.scope] }],
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

/** What support systems send is theirs: no schema of ours, and a signature in place of a token. */
const webhookPaths: ZodOpenApiObject['paths'] = {
  '/api/support/webhooks/{connectionId}': {
    post: {
      operationId: 'receiveWebhook',
      summary: 'Take what a support system tells',
      description:
        'Proven by the signature or the secret of the support system. Once answered it is stored, and applied within ' +
        'seconds. An unknown connection and a wrong signature are answered alike. GET and HEAD are answered with 200.',
      security: [],
      requestParams: { path: z.object({ connectionId: z.string() }) },
      requestBody: { required: true, content: { '*/*': { schema: {} } } },
      responses: {
        200: {
          description: 'Taken; known: it came before; ignored: it says nothing about tickets',
          content: { 'application/json': { schema: z.object({ status: z.enum(['accepted', 'known', 'ignored']) }) } },
        },
        ...failures(['invalid_input', 'unauthenticated', ...BODY_FAILURES, 'internal_error', 'not_ready']),
      },
    },
  },
};

const securitySchemes = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'cscx_…',
    description: 'a key of one organization, from `cscx-support api-key create`',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'a token of a user, signed by an issuer that the server knows; or what else the host accepts',
  },
} as const;

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
    servers: [{ url: '/', description: 'where this document comes from' }],
    components: { securitySchemes },
    paths: { ...paths, ...webhookPaths },
  },
  {
    override({ jsonSchema }) {
      // The format says it; the pattern of leap years says it again in 400 characters, at every instant.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      // A record of known keys is an object with these properties, as generators of clients understand it.
      const { propertyNames, required, additionalProperties: value } = jsonSchema;
      if (propertyNames === undefined || required === undefined || value === undefined) return;
      delete jsonSchema.propertyNames;
      jsonSchema.properties = Object.fromEntries(required.map((name) => [name, value]));
      jsonSchema.additionalProperties = false;
    },
  },
);
