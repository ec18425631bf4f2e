/** Our id of an imported ticket, stable across imports: `import:{instance}:{external_id}`. */
export const importedTicketId = (instance: string, externalId: string): string => `import:${instance}:${externalId}`;
