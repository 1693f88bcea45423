import { isIP } from 'node:net';
import { z } from 'zod';

/**
 * What each process is told by its environment. A variable's description says what would be right: it is what an
 * operator reads when the value is not.
 */
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

const connections = (usual: number, description: string) =>
  z.coerce.number().int().min(1).max(1000).default(usual).describe(description);

const perMinute = (usual: number, what: string) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(usual)
    .describe(
      `the most ${what} a minute of one account, or of one address not signed in; each API process counts its own`,
    );

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    rest.length === 0 && longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= longest))
  );
};

const isTimeZone = (text: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
};

const DATABASE_URL = url('postgres:', 'postgresql:').describe(
  'a PostgreSQL address with the application role, such as postgres://nhip_app:PASSWORD@127.0.0.1:5432/nhip',
);

const running = {
  DATABASE_URL,
  REDIS_URL: url('redis:', 'rediss:')
    .optional()
    .describe('a Redis address such as redis://127.0.0.1:6379; left out, the queue runs on PostgreSQL'),
  DATABASE_POOL: connections(10, 'the most connections this process opens for its own work, 1 to 1000'),
  QUEUE_POOL: connections(6, 'the most connections this process opens for a queue on PostgreSQL, 1 to 1000'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('one of fatal, error, warn, info, debug, trace, silent'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone)
    .default('Asia/Ho_Chi_Minh')
    .describe('the time zone in which days begin and deadlines end, by its IANA name'),
  EVIDENCE_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('the folder evidence files are kept in, the same for API and worker; left out, none are taken'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((text) => new URL(text).origin === text.replace(/\/$/, ''))
    .transform((text) => new URL(text).origin)
    .optional()
    .describe('the address people type, without a path, such as https://nhip.example.gov.vn'),
};

export const apiEnvironment = z.object({
  ...running,
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('the address to listen on; 0.0.0.0 for every interface'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4747)
    .describe('the TCP port to listen on, 0 to 65535'),
  CONSOLE_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('the folder of the built console, such as apps/console/dist; left out, only the API is served'),
  TRUST_PROXY: z
    .string()
    .transform((text) => (text === 'off' ? [] : text.split(',').map((part) => part.trim())))
    .refine((networks) => networks.every(isNetwork))
    .default([])
    .describe(
      'off, or the addresses of the reverse proxies whose X-Forwarded-For is believed: 10.0.0.5, 10.1.0.0/16',
    ),
  RATE_LIMIT_REQUESTS: perMinute(1200, 'requests'),
  RATE_LIMIT_WRITES: perMinute(300, 'commands'),
  RATE_LIMIT_FILES: perMinute(30, 'imports and exports'),
});

/** An address such as `nhip@example.gov.vn`, alone or as `Nhịp <nhip@example.gov.vn>`. */
const SENDER = /^([^<>\r\n]{1,80} )?<?[^\s@<>]+@[^\s@<>]+>?$/;

export const workerEnvironment = z.object({
  ...running,
  SMTP_URL: url('smtp:', 'smtps:')
    .optional()
    .describe(
      'a mail server such as smtp://NAME:PASSWORD@mail.example.gov.vn:587 or smtps://…:465; left out, nothing is mailed',
    ),
  MAIL_FROM: z
    .string()
    .regex(SENDER)
    .optional()
    .describe('the address mail comes from, such as Nhịp <nhip@example.gov.vn>'),
});

export const migrateEnvironment = z.object({
  DATABASE_OWNER_URL: url('postgres:', 'postgresql:').describe(
    'a PostgreSQL address with a role that may create roles and owns the database, such as postgres://nhip_owner:PASSWORD@127.0.0.1:5432/nhip',
  ),
  DATABASE_URL,
});

export type ApiEnvironment = z.infer<typeof apiEnvironment>;
export type WorkerEnvironment = z.infer<typeof workerEnvironment>;
export type MigrateEnvironment = z.infer<typeof migrateEnvironment>;
