// A file system in memory, as of a virtual workspace: one that can be written, one that cannot, one that refuses for a while.
import * as vscode from 'vscode';

export interface MemoryFiles extends vscode.FileSystemProvider {
  /** Contents by path; folders are the paths of what lies in them. */
  readonly files: Map<string, Uint8Array>;
  /** Every write is refused. */
  refuses: boolean;
}

export function memoryFiles(): MemoryFiles {
  const files = new Map<string, Uint8Array>();
  const folders = new Set<string>(['/']);
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const tell = (type: vscode.FileChangeType, uri: vscode.Uri) => changed.fire([{ type, uri }]);
  const provider: MemoryFiles = {
    files,
    refuses: false,
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => {
      const content = files.get(uri.path);
      const isFolder = folders.has(uri.path);
      if (!content && !isFolder) throw vscode.FileSystemError.FileNotFound(uri);
      return {
        type: isFolder ? vscode.FileType.Directory : vscode.FileType.File,
        ctime: 0,
        mtime: 0,
        size: content?.length ?? 0,
      };
    },
    readDirectory: (uri) => {
      if (!folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
      const within = (path: string) => path !== '/' && path.slice(0, path.lastIndexOf('/') || 1) === uri.path;
      const named =
        (type: vscode.FileType) =>
        (path: string): [string, vscode.FileType] => [path.slice(path.lastIndexOf('/') + 1), type];
      return [
        ...[...folders].filter(within).map(named(vscode.FileType.Directory)),
        ...[...files.keys()].filter(within).map(named(vscode.FileType.File)),
      ];
    },
    readFile: (uri) => {
      const content = files.get(uri.path);
      if (!content) throw vscode.FileSystemError.FileNotFound(uri);
      return content;
    },
    createDirectory: (uri) => {
      if (provider.refuses) throw vscode.FileSystemError.NoPermissions(uri);
      folders.add(uri.path);
    },
    writeFile: (uri, content) => {
      if (provider.refuses) throw vscode.FileSystemError.NoPermissions(uri);
      const isNew = !files.has(uri.path);
      files.set(uri.path, content);
      tell(isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri);
    },
    delete: (uri) => {
      if (provider.refuses) throw vscode.FileSystemError.NoPermissions(uri);
      if (!files.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
      tell(vscode.FileChangeType.Deleted, uri);
    },
    rename: () => {
      throw vscode.FileSystemError.Unavailable('not needed here');
    },
  };
  return provider;
}
