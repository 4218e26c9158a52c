// Drives `ecslint lsp` as an editor does: node client.js PATH-OF-ECSLINT. Exit code 0 when all is as it should be.
'use strict'
const assert = require('node:assert/strict')
const { spawn } = require('node:child_process')
const { once } = require('node:events')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const rpc = require('vscode-jsonrpc/node')

const digest = 'sha256:' + '0123456789abcdef'.repeat(4)
const image = `nginx@${digest}`
const good = `{
  "family": "web",
  "containerDefinitions": [
    {"name": "web", "dockerLabels": {"face": "😀"}, "image": "${image}", "memory": 512, "essential": true}
  ]
}
`
const bad = good.replace(`"${image}"`, `'${image}'`)
const patience = 20_000

async function main(program) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ecslint lsp '))
  const uri = pathToFileURL(path.join(folder, 'task-definition.json')).href
  const server = spawn(program, ['lsp', '--stdio', `--clientProcessId=${process.pid}`])
  const exited = once(server, 'exit')
  server.stderr.pipe(process.stderr)
  const connection = rpc.createMessageConnection(server.stdout, server.stdin)
  const published = queue()
  connection.onNotification('textDocument/publishDiagnostics', published.put)
  connection.listen()

  const { capabilities, serverInfo } = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
  })
  assert.equal(capabilities.positionEncoding, 'utf-16')
  assert.equal(serverInfo.name, 'ecslint')
  connection.sendNotification('initialized', {})

  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version: 1, text: bad },
  })
  const opened = await published.take()
  assert.equal(opened.uri, uri)
  assert.equal(opened.version, 1)
  const found = opened.diagnostics.find((d) => d.code === 'syntax-error')
  assert.ok(found, `no syntax-error in ${JSON.stringify(opened)}`)
  assert.deepEqual(found.range, rangeOf(bad, `'${image}'`))
  assert.equal(found.severity, 1)
  assert.equal(found.source, 'ecslint')

  connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: found.range, text: `"${image}"` }],
  })
  const changed = await published.take()
  assert.equal(changed.version, 2)
  assert.deepEqual(changed.diagnostics.filter((d) => d.severity === 1), [])

  await assert.rejects(connection.sendRequest('textDocument/unknown', {}), { code: -32601 })

  connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  assert.deepEqual((await published.take()).diagnostics, [])

  assert.equal(await connection.sendRequest('shutdown'), null)
  connection.sendNotification('exit')
  const [code] = await exited
  assert.equal(code, 0)
  fs.rmSync(folder, { recursive: true })
}

// rangeOf is the range of a part of one line; JavaScript counts UTF-16 units as the protocol does.
function rangeOf(text, part) {
  const before = text.slice(0, text.indexOf(part)).split('\n')
  const start = { line: before.length - 1, character: before.at(-1).length }
  return { start, end: { line: start.line, character: start.character + part.length } }
}

// queue hands over values in order to whoever waits for them.
function queue() {
  const values = []
  const waiting = []
  return {
    put(value) {
      const resolve = waiting.shift()
      resolve ? resolve(value) : values.push(value)
    },
    take: () => (values.length ? values.shift() : new Promise((resolve) => waiting.push(resolve))),
  }
}

setTimeout(() => {
  console.error('the server keeps the client waiting')
  process.exit(1)
}, patience).unref()

main(process.argv[2]).catch((error) => {
  console.error(error)
  process.exit(1)
})
