/** Runs jobs on every core. The answers stand in the order of the jobs, whoever was done first. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job, JobResult } from './jobs.ts';

const answerOf = (worker: Worker, job: Job): Promise<JobResult> =>
  new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (result: JobResult) => {
      worker.off('error', reject);
      resolve(result);
    });
    worker.postMessage(job);
  });

export const runJobs = async (jobs: readonly Job[]): Promise<readonly JobResult[]> => {
  const results: JobResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./job-worker.ts', import.meta.url));
    for (let i = next; i < jobs.length; i = next) {
      next += 1;
      const job = jobs[i];
      if (job) results[i] = await answerOf(worker, job);
    }
    await worker.terminate();
  };
  const threads = Math.min(availableParallelism(), jobs.length);
  await Promise.all(Array.from({ length: threads }, work));
  return results;
};
