import * as z from 'zod';
import { importMappingSchema } from './import-mapping.js';

/**
 * JSON Schema (draft 2020-12) of a mapping file, for editors and other tools. Also published as
 * `@cscx/support-core/schemas/import-mapping.schema.json`.
 */
export const importMappingJsonSchema = z.toJSONSchema(importMappingSchema, { io: 'input' });
