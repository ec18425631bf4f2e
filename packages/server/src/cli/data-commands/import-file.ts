import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { createRejectsFile, type RejectsFile } from '../../imports/rejects-file.js';
import type { OrganizationStore } from '../../store/organization-store.js';
import type { CommandContext } from './data-command.js';
import { organizationIdSchema, pathSchema } from './fields.js';

/** What every import of a file takes. */
export const importFileSchema = z.object({
  organization_id: organizationIdSchema,
  file: pathSchema,
  /** Where records go that cannot be read. */
  rejects: pathSchema,
});

/** What every import counts, as its last line says it. */
export interface ImportCounts {
  imported: number;
  unchanged: number;
  rejected: number;
}

export const countsText = ({ imported, unchanged, rejected }: ImportCounts): string =>
  `imported ${imported}, unchanged ${unchanged}, rejected ${rejected}`;

/** What the import of an open file is given. */
export interface OpenImport {
  organization: OrganizationStore;
  stream: ReadableStream<Uint8Array>;
  onSkipped: RejectsFile['write'];
  onProgress: (progress: ImportCounts & { bytes_read: number }) => void;
}

/** Opens what an import needs, creates the organization if it is new, and closes everything at the end. */
export const withImportFile = async <Summary extends ImportCounts>(
  { organization_id, file, rejects }: z.infer<typeof importFileSchema>,
  { store, signal, onProgress }: CommandContext,
  work: (open: OpenImport) => Promise<Summary>,
): Promise<Summary & { organization_id: string; file: string; rejects: string | null }> => {
  const { size } = await stat(file);
  const rejectsFile = createRejectsFile(rejects);
  const organization = store.forOrganization(organization_id);
  await organization.ensure();
  const stream = Readable.toWeb(createReadStream(file, { signal })) as ReadableStream<Uint8Array>;
  try {
    const summary = await work({
      organization,
      stream,
      onSkipped: rejectsFile.write,
      onProgress: ({ bytes_read, ...counts }) =>
        onProgress({ done: bytes_read, total: size, text: countsText(counts) }),
    });
    return { ...summary, organization_id, file, rejects: summary.rejected > 0 ? rejects : null };
  } finally {
    await rejectsFile.close();
  }
};
