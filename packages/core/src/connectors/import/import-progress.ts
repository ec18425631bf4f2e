/** How far a file has been read. */
export interface ImportProgress {
  /** Bytes of the file as it came, still packed if it is a gzip: compare with its size on disk. */
  bytes_read: number;
  /** Records found so far, skipped ones included. */
  records: number;
}

/** What every reader of a file takes. */
export interface ReadFileOptions {
  /** Stops reading: the iteration throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after each part of the file. */
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}
