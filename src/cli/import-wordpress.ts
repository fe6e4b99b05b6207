import type { ImportJob } from './import-job.ts';
export async function importWordpress(_file: string, _job: ImportJob): Promise<number> {
  return 0;
}
