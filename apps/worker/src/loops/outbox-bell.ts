import pg from 'pg';

/** Rings when somebody committed outbox rows (`notify outbox`). Only a convenience: the relay looks by itself too. */
export class OutboxBell {
  private client: pg.Client | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly ring: () => void,
  ) {}

  /** Listens unless it does already; throws while the database is away. */
  async listen(): Promise<void> {
    if (this.client !== undefined) return;
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'nhip-bell',
      keepAlive: true,
    });
    const lost = () => {
      if (this.client === client) this.client = undefined;
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', this.ring);
    await client.connect();
    this.client = client;
    await client.query('listen outbox');
  }

  async close(): Promise<void> {
    await this.client?.end();
  }
}
