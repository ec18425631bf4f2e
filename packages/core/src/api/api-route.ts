import type { z } from 'zod';
import type { Scope } from './scope.js';

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
  /** What the caller's credentials have to be good for. */
  scope: Scope;
  params: z.ZodObject;
  query: z.ZodObject;
  /** Of a POST or PUT: the fields of its JSON object. */
  body?: z.ZodObject;
  response: z.ZodType;
}

/** Without a body, nothing more. */
type BodyShape<Route extends ApiRoute> = Route extends { body: infer Body extends z.ZodObject }
  ? Body['shape']
  : unknown;

type RequestSchema<Route extends ApiRoute> = z.ZodObject<
  Route['params']['shape'] & Route['query']['shape'] & BodyShape<Route>
>;

/** What a caller passes: path parameters, query parameters and the fields of the body; defaults left out. */
export type ApiRequest<Route extends ApiRoute> = z.input<RequestSchema<Route>>;

/** The same as the server reads it: checked, with defaults. */
export type ReadApiRequest<Route extends ApiRoute> = z.output<RequestSchema<Route>>;

/** What the route answers. */
export type ApiResponse<Route extends ApiRoute> = z.output<Route['response']>;
