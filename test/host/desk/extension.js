// A file system in memory. The server that shows the page is told of every change, so that a test can look into the
// files, and a window that is opened again finds them.
const vscode = require('vscode');

/** Contents by path, `null` for a folder. @type {Map<string, Uint8Array | null>} */
const entries = new Map();

exports.activate = async (/** @type {vscode.ExtensionContext} */ { extensionUri, subscriptions }) => {
  const server = `${extensionUri.scheme}://${extensionUri.authority}/files`;
  /** @type {Record<string, string | null>} */
  const stored = await (await fetch(server)).json();
  for (const [path, content] of Object.entries(stored)) {
    entries.set(path, content === null ? null : Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0)));
  }
  const provider = fileSystem((path, method, body) => fetch(server + encodeURI(path), { method, body }));
  subscriptions.push(vscode.workspace.registerFileSystemProvider('desk', provider, { isCaseSensitive: true }));
};

/** @param {(path: string, method: string, body?: BodyInit) => Promise<unknown>} tell @returns {vscode.FileSystemProvider} */
function fileSystem(tell) {
  const changed = new vscode.EventEmitter();
  const { Created, Changed, Deleted } = vscode.FileChangeType;
  const known = (/** @type {vscode.Uri} */ uri) => {
    const entry = entries.get(uri.path);
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => ({ type: typeOf(known(uri)), ctime: 0, mtime: 0, size: known(uri)?.length ?? 0 }),
    readDirectory: (uri) => {
      known(uri);
      return [...entries].flatMap(([path, entry]) => {
        const end = path.lastIndexOf('/');
        const isWithin = path.slice(0, end) === uri.path;
        return isWithin ? [/** @type {const} */ ([path.slice(end + 1), typeOf(entry)])] : [];
      });
    },
    readFile: (uri) => {
      const content = known(uri);
      if (content === null) throw vscode.FileSystemError.FileIsADirectory(uri);
      return content;
    },
    createDirectory: async (uri) => {
      entries.set(uri.path, null);
      await tell(uri.path, 'MKCOL');
    },
    writeFile: async (uri, content) => {
      const isNew = !entries.has(uri.path);
      entries.set(uri.path, content);
      changed.fire([{ type: isNew ? Created : Changed, uri }]);
      await tell(uri.path, 'PUT', content);
    },
    delete: async (uri) => {
      known(uri);
      entries.delete(uri.path);
      changed.fire([{ type: Deleted, uri }]);
      await tell(uri.path, 'DELETE');
    },
    rename: (uri) => {
      throw vscode.FileSystemError.Unavailable(uri);
    },
  };
}

function typeOf(/** @type {Uint8Array | null} */ entry) {
  return entry === null ? vscode.FileType.Directory : vscode.FileType.File;
}
