import { expect, test } from 'vitest';
import { importMappingJsonSchema } from './import-mapping-json-schema.js';

test('the published JSON Schema is the one that mappings are checked with', async () => {
  // After a change: npx vitest run --project core --update import-mapping-json-schema
  await expect(`${JSON.stringify(importMappingJsonSchema, null, 2)}\n`).toMatchFileSnapshot(
    '../../../../schemas/import-mapping.schema.json',
  );
});
