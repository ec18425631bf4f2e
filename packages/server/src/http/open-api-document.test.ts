import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { apiRoutes } from '@cscx/support-core/api';
import { openApiDocument } from './open-api-document.js';

const document = JSON.parse(JSON.stringify(openApiDocument)) as {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown> };
};

test('the document is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('it describes every route, with the ways in which it fails', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
    apiRoutes.map(({ operationId }) => operationId).toSorted(),
  );
  for (const { responses } of operations) {
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '429', '500', '503']),
    );
  }
});

test('models have their names', () => {
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['SupportTicket', 'CustomerSupportMetrics', 'SupportAlert', 'ProblemDetails']),
  );
});
