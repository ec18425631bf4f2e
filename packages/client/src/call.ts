import type { ApiRequest, ApiResponse, ApiRoute } from '@cscx/support-core/api';
import type { CallOptions } from './send-request.js';

/** Whether a request may be left out altogether: it has no field that is required, or none at all. */
type IsOptional<Request> =
  Request extends Record<string, never> ? true : Partial<Request> extends Request ? true : false;

type CallArguments<Request> =
  IsOptional<Request> extends true
    ? [request?: Request, options?: CallOptions]
    : [request: Request, options?: CallOptions];

/** A route as a function. */
export type Call<Route extends ApiRoute> = (...call: CallArguments<ApiRequest<Route>>) => Promise<ApiResponse<Route>>;
