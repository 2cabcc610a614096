import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeOver } from '../../scripts/take-over.mjs'

let dist: string

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'paraphe-build-test-'))
})
afterEach(() => rmSync(dist, { recursive: true }))

function put(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    writeFileSync(join(dist, path), path)
  }
}

/** A whole build: the app's code under a name of its own, a worker that is called the same each time, the server. */
const build = (name: string) =>
  put(`next/client/assets/main-${name}.js`, 'next/client/sw.js', `next/server/main-${name}.js`)

const filesIn = (folder: string): string[] => (existsSync(join(dist, folder)) ? readdirSync(join(dist, folder)) : [])

const kept = () => ['client', 'previous/1', 'previous/2', 'previous/3'].map((it) => filesIn(`${it}/assets`))

describe('a new build', () => {
  test('is the only one at first', () => {
    build('one')
    takeOver(dist)
    expect(kept()).toEqual([['main-one.js'], [], [], []])
    expect(readdirSync(dist).sort()).toEqual(['client', 'server'])
  })

  test('keeps the files of the two before it, and of no more', () => {
    for (const name of ['one', 'two', 'three', 'four']) {
      build(name)
      takeOver(dist)
    }
    expect(kept()).toEqual([['main-four.js'], ['main-three.js'], ['main-two.js'], []])
    expect(filesIn('server')).toEqual(['main-four.js'])
    expect(filesIn('previous/1')).toEqual(['assets'])
  })

  test('that gives browsers the same files pushes none out', () => {
    for (const name of ['one', 'two', 'two']) {
      build(name)
      takeOver(dist)
      put(`client/assets/main-${name}.js.br`, `client/assets/main-${name}.js.gz`)
    }
    expect(kept().slice(1)).toEqual([['main-one.js', 'main-one.js.br', 'main-one.js.gz'], [], []])
  })

  test.each([
    ['nothing', []],
    ['no server', ['next/client/assets/main-two.js']],
    ['no app', ['next/client/sw.js', 'next/server/main.js']],
  ])('with %s takes nothing away', (_, parts) => {
    build('one')
    takeOver(dist)
    put(...parts)
    expect(() => takeOver(dist)).toThrow('the new build has no')
    expect(kept()).toEqual([['main-one.js'], [], [], []])
    expect(filesIn('server')).toEqual(['main-one.js'])
  })

  test('comes in place also where the last take-over was cut off', () => {
    build('one')
    takeOver(dist)
    rmSync(join(dist, 'client/assets'), { recursive: true })
    build('two')
    takeOver(dist)
    expect(kept()[0]).toEqual(['main-two.js'])
  })
})
