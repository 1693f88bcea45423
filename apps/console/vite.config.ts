import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

// In development the API runs beside; NHIP_API_URL says where, if not on its usual port.
export default defineConfig(({ mode }) => {
  const { NHIP_API_URL = 'http://127.0.0.1:4747' } = loadEnv(mode, import.meta.dirname, 'NHIP_');
  return {
    plugins: [react()],
    server: {
      host: '127.0.0.1',
      proxy: { '/api': NHIP_API_URL, '/livez': NHIP_API_URL, '/readyz': NHIP_API_URL },
    },
    build: {
      // Fonts stay files: the content policy allows no data: address for them.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        // The contracts are declarations: what the console does not use of them need not be shipped.
        treeshake: { moduleSideEffects: (id: string) => !id.includes('/packages/contracts/') },
      },
    },
  };
});
