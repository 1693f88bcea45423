import { jest } from '@jest/globals';

// A browser on a busy machine now and then misses a step that no rule explains: a journey is tried once more, and what it
// met the first time is printed. What fails twice fails.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
