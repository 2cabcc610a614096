import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { lookAt, MAX_CARD_BYTES, MAX_LOGO_BYTES } from '../../protocol/picture-bytes.ts'
import { png } from '../png.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inner: string, attributes = 'viewBox="0 0 200 80"') =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`)

describe('a card', () => {
  it('is a PNG of 1200 by 630', () => {
    expect(lookAt(png(1200, 630), 'card')).toEqual({ type: 'png', width: 1200, height: 630 })
  })

  it.each([
    ['another size', png(1200, 631), 'wrong-picture-size'],
    ['an SVG', svg(''), 'not-a-picture'],
    ['a page', bytes('<!doctype html><script>alert(1)</script>'), 'not-a-picture'],
    ['a PNG that was cut short', png(1200, 630).slice(0, -1), 'not-a-picture'],
    ['a page behind a PNG', new Uint8Array([...png(1200, 630), ...bytes('<script>')]), 'not-a-picture'],
    ['nothing', new Uint8Array(), 'not-a-picture'],
    ['a large one', new Uint8Array(MAX_CARD_BYTES + 1), 'too-large'],
  ])('is not %s', (_, given, reason) => {
    expect(lookAt(given, 'card')).toBe(reason)
  })
})

describe('a logo', () => {
  it('is a small PNG, or an SVG that only draws', () => {
    expect(lookAt(png(300, 100), 'logo')).toEqual({ type: 'png', width: 300, height: 100 })
    const exported = `<?xml version="1.0" encoding="UTF-8"?>
      <!-- Generator: a drawing program -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20mm" height="10mm" viewBox="0 0 200.4 100">
      <title>Ligue &amp; amis</title><style type="text/css">.a{fill:#ffcb2e} .b{fill:url(#g)}</style>
      <defs><linearGradient id="g"><stop offset='0' stop-color="red"/></linearGradient></defs>
      <g transform="scale(2)"><path class="a" d="M0 0h9"/><use xlink:href="#g"/></g></svg>`
    expect(lookAt(bytes(exported), 'logo')).toEqual({ type: 'svg', width: 200, height: 100 })
    expect(lookAt(svg('<rect width="1" height="1"/>', 'width="64px" height="32px"'), 'logo')).toMatchObject({
      width: 64,
    })
  })

  it.each([
    ['<script>alert(1)</script>'],
    ['<SCRIPT>alert(1)</SCRIPT>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
    ['<g onclick="alert(1)"/>'],
    ['<g OnLoad="alert(1)"/>'],
    ['<a href="javascript:alert(1)"><path d="M0 0"/></a>'],
    ['<use href="https://evil.example/x.svg#a"/>'],
    ['<use xmlns:y="http://www.w3.org/1999/xlink" y:href="//evil.example/#a"/>'],
    ['<image href="data:image/png;base64,AAAA"/>'],
    ['<foreignObject><p>x</p></foreignObject>'],
    ['<animate attributeName="href" to="javascript:alert(1)"/>'],
    ['<style>@import "https://evil.example/x.css";</style>'],
    ['<style>path{fill:url(https://evil.example/x)}</style>'],
    ['<style>path{fill:u\\72l(//evil.example)}</style>'],
    ['<style>path{fill:u<!-- -->rl(//evil.example)}</style>'],
    ['<path style="fill:url( \'//evil.example/x\' )"/>'],
    ['<path fill="u&#114;l(//evil.example/x)"/>'],
    ['<g xml:base="//evil.example/"/>'],
    ['<g xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['<![CDATA[<script>alert(1)</script>]]>'],
    ['<?xml-stylesheet href="//evil.example/x.css"?>'],
    ['&<b>'],
  ])('may not hold %s', (inner) => {
    expect(lookAt(svg(inner), 'logo')).toBe('active-picture')
  })

  it.each([
    [
      'entities',
      bytes('<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'),
      'not-a-picture',
    ],
    ['another language', bytes('<html><svg xmlns="http://www.w3.org/2000/svg"/></html>'), 'not-a-picture'],
    ['no namespace', bytes('<svg viewBox="0 0 1 1"/>'), 'not-a-picture'],
    ['an open end', bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g></svg>'), 'not-a-picture'],
    ['something behind', new Uint8Array([...svg(''), ...bytes('<script/>')]), 'not-a-picture'],
    ['no sides', svg('', 'width="100%" height=""'), 'wrong-picture-size'],
    ['too long a shape', svg('', 'viewBox="0 0 900 100"'), 'wrong-picture-size'],
    ['a poster', png(2000, 1000), 'wrong-picture-size'],
    ['not UTF-8', new Uint8Array([0x3c, 0xff]), 'not-a-picture'],
    ['a large one', svg(' '.repeat(MAX_LOGO_BYTES)), 'too-large'],
    ['something else', deflateSync(bytes('x')), 'not-a-picture'],
  ])('is not %s', (_, given, reason) => {
    expect(lookAt(given, 'logo')).toBe(reason)
  })

  it('is read in a moment, whatever it holds', () => {
    const begun = performance.now()
    for (const unit of ['<', '<g ', '<!--', "<g a='", '<svg', '<g a=" '])
      lookAt(svg(unit.repeat(Math.floor(60_000 / unit.length))), 'logo')
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
