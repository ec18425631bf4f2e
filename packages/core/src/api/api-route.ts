import type { z } from 'zod';

/**
 * One route of the HTTP API as data: the server validates and documents with it, the client calls
 * and reads with it.
 */
export interface ApiRoute {
  operationId: string;
  method: 'GET' | 'POST' | 'PUT';
  /** With `{name}` for each path parameter, as in OpenAPI. */
  path: string;
  summary: string;
  params: z.ZodObject;
  query: z.ZodObject;
  response: z.ZodType;
}

/** What a caller passes: path and query parameters, defaults left out. */
export type ApiRequest<Route extends ApiRoute> = z.input<
  z.ZodObject<Route['params']['shape'] & Route['query']['shape']>
>;

/** What the route answers. */
export type ApiResponse<Route extends ApiRoute> = z.output<Route['response']>;
