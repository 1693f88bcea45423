// Prints the one-time link that makes the first administrator of an installation without accounts; nothing otherwise.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readEnvironment, workerEnvironment } from '@nhip/config';
import { Clock, PlatformModule } from '@nhip/core/platform';
import { CreateSetupLink, PeopleModule } from '@nhip/core/people';
import { DomainError } from '@nhip/core/shared';

const { DATABASE_URL } = readEnvironment(workerEnvironment, process.env);
const address = process.env['PUBLIC_URL'] ?? 'http://127.0.0.1:4747';

@Module({ imports: [PlatformModule.connect({ url: DATABASE_URL, pool: 2 }), PeopleModule] })
class SetupLinkTool {}

const context = await NestFactory.createApplicationContext(SetupLinkTool, {
  logger: ['error'],
  abortOnError: false,
});
try {
  const now = await context.get(Clock).now();
  const { token } = await context.get(CreateSetupLink).execute({ now });
  // After the #, where it reaches neither a server nor its log.
  process.stdout.write(
    [
      'Mở liên kết này một lần để tạo quản trị viên đầu tiên (hết hạn sau 24 giờ):',
      'Open this link once to create the first administrator (it expires in 24 hours):',
      `${address.replace(/\/$/, '')}/set-up#token=${token}`,
      '',
    ].join('\n'),
  );
} catch (error) {
  if (!(error instanceof DomainError && error.code === 'SETUP_DONE')) throw error;
} finally {
  await context.close();
}
