import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { nestLogger } from './log.js';
import { WorkerModule, type WorkerSettings } from './worker.module.js';

/** The whole worker: it takes jobs at once; the loops begin with `get(Schedules).start()`. */
export function createWorker(settings: WorkerSettings): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.with(settings), {
    logger: nestLogger(settings.log),
    abortOnError: false,
  });
}
