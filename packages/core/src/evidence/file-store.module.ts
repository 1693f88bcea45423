import { Module, type DynamicModule } from '@nestjs/common';
import { FILE_STORE } from './file-store.js';
import { FolderStore } from './folder-store.js';
import { noStore } from './no-store.js';

/** Where files are kept, as the process was told: a folder, or nowhere. */
@Module({})
export class FileStoreModule {
  static at(folder: string | undefined): DynamicModule {
    const useValue = folder === undefined ? noStore : new FolderStore(folder);
    return {
      module: FileStoreModule,
      global: true,
      providers: [{ provide: FILE_STORE, useValue }],
      exports: [FILE_STORE],
    };
  }
}
