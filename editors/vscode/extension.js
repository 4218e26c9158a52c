// Starts `ecslint lsp` and leaves all else to it.
'use strict'
const { workspace } = require('vscode')
const { LanguageClient, TransportKind } = require('vscode-languageclient/node')

const languages = ['json', 'jsonc', 'shellscript']
let client

function activate() {
  const command = workspace.getConfiguration('ecslint').get('path', 'ecslint')
  client = new LanguageClient(
    'ecslint',
    'ecslint',
    { command, args: ['lsp'], transport: TransportKind.stdio },
    { documentSelector: languages.flatMap((language) => [{ scheme: 'file', language }, { scheme: 'untitled', language }]) },
  )
  return client.start()
}

function deactivate() {
  return client?.stop()
}

module.exports = { activate, deactivate }
