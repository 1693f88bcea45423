// I8: what is stored as scores is what the stored figures give, computed once more.
import { RunScoring } from '@nhip/core/scoring';
import { openProduct } from '@nhip/core/product';

const STANDING = `select unit_id, indicator_code, state, value_num, value_den, points_num, points_den from score
  where run_id = $1 and superseded_at is null order by unit_id, indicator_code`;

export async function checkScores({ query, databaseUrl, office, report }) {
  const runs = await query(`select id, cycle_id as "cycleId" from scoring_run where status = 'open'`);
  const product = await openProduct({ url: databaseUrl, pool: 2 });
  try {
    const [{ now }] = await query('select business_now() as now');
    for (const { id, cycleId } of runs) {
      const before = await query(STANDING, [id]);
      const { scores } = await product.get(RunScoring).execute({ cycleId }, office.system(now.toISOString()));
      const after = await query(STANDING, [id]);
      if (scores > 0 || JSON.stringify(before) !== JSON.stringify(after))
        report.wrong('I8', `cycle ${cycleId}: ${scores} scores are others than the stored figures give`);
    }
  } finally {
    await product.close();
  }
  return runs.length;
}
