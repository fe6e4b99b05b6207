import type { ImportJob } from './import-job.ts';
export async function importHexo(_folder: string, _job: ImportJob): Promise<number> {
  return 0;
}
