import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { apiRoutes, SCOPES } from '@cscx/support-core/api';
import { openApiDocument } from './open-api-document.js';

interface Operation {
  operationId: string;
  security: Record<string, string[]>[];
  requestBody?: { required: boolean };
  responses: Record<string, unknown>;
}

const document = JSON.parse(JSON.stringify(openApiDocument)) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};
const webhookPath = '/api/support/webhooks/{connectionId}';
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  path === webhookPath ? [] : Object.values(methods),
);

test('the document is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('it keeps the rules that Redocly recommends', async () => {
  // The contract says it: literal paths win, and the two that could be taken for each other differ in their method.
  const config = await createConfig({ extends: ['recommended'], rules: { 'no-ambiguous-paths': 'off' } });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test('it describes every route, with the ways in which it fails', () => {
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
    apiRoutes.map(({ operationId }) => operationId).toSorted(),
  );
  for (const { responses, requestBody } of operations) {
    const statuses = ['200', '400', '401', '403', '404', '429', '500', '503'];
    if (requestBody) statuses.push('413', '415');
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(statuses));
  }
});

test('it says what the body of a write is, and which scope an operation needs of a key or a token', () => {
  const withBody = operations.filter(({ requestBody }) => requestBody?.required);
  expect(withBody.map(({ operationId }) => operationId).toSorted()).toEqual([
    'actOnAlert',
    'linkTicket',
    'postHealthScores',
    'putCustomers',
  ]);
  for (const { security } of operations) {
    expect(security.map((requirement) => Object.keys(requirement))).toEqual([['token'], ['apiKey']]);
    const scopes = security.flatMap((requirement) => Object.values(requirement).flat());
    expect(SCOPES).toEqual(expect.arrayContaining(scopes));
  }
});

test('the address of webhooks takes no token, and any body', () => {
  const { post } = document.paths[webhookPath] ?? {};
  expect(post).toMatchObject({ operationId: 'receiveWebhook', security: [], requestBody: { required: true } });
  expect(Object.keys(post?.responses ?? {})).toEqual(['200', '400', '401', '413', '415', '500', '503']);
});

test('models have their names', () => {
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['SupportTicket', 'CustomerSupportMetrics', 'SupportAlert', 'ProblemDetails']),
  );
});
