import type { ComponentChildren } from 'preact'
import type { Drawing as Name } from '../../protocol/petition.ts'
import './Drawing.css'

// The project's own line drawings: ink, and one spot of yellow in each.
const DRAWINGS: Record<Name, ComponentChildren> = {
  window: (
    <>
      <path class="shade" d="M118 76 84 62v92l34-12M202 76l34-14v92l-34-12" />
      <path d="m92 86 18 6M92 104l18 4M92 122l18 2M228 86l-18 6M228 104l-18 4M228 122l-18 2" />
      <path class="shade" d="M118 142V76h84v66z" />
      <path class="sun" d="M118 76a42 42 0 0 1 84 0z" />
      <path d="M160 34v108M118 109h84M160 76l-30-30M160 76l30-30M106 142h108M112 151h96" />
      <path d="M252 66c14 6 18 22 8 36M270 52c26 12 32 44 12 66" />
    </>
  ),
  drum: (
    <>
      <path class="shade" d="M70 64v50c0 12 27 22 60 22s60-10 60-22V64" />
      <path d="m70 78 30 50 30-40 30 40 30-50" />
      <ellipse class="sun" cx="130" cy="62" rx="60" ry="19" />
      <path d="m52 24 52 28M206 16l-52 34" />
      <circle class="dot" cx="106" cy="53" r="6" />
      <circle class="dot" cx="152" cy="51" r="6" />
      <path class="shade" d="M230 84c0 10-22 14-22 32 0 14 14 22 36 22s36-8 36-22c0-18-22-22-22-32z" />
      <path d="M225 84h38M210 108c20 9 48 9 68 0M209 120c22 9 48 9 70 0M44 142h248" />
    </>
  ),
  flute: (
    <>
      <g transform="rotate(-15 160 92)">
        <rect class="shade" x="38" y="83" width="244" height="18" rx="6" />
        <path d="M82 83v18M92 83v18M254 83v18" />
        <ellipse class="dot" cx="62" cy="92" rx="7" ry="4" />
        <path class="holes" d="M124 92h0m22 0h0m22 0h0m28 0h0m22 0h0m22 0h0" />
      </g>
      <path class="sun" d="M104 44c-13-15-34 2-20 18l20 20 20-20c14-16-7-33-20-18z" />
      <path d="M196 138v-26l24-7v26" />
      <circle class="dot" cx="190" cy="139" r="7" />
      <circle class="dot" cx="214" cy="132" r="7" />
      <path d="M258 126v-24c8 2 10 8 7 14" />
      <circle class="dot" cx="252" cy="127" r="7" />
    </>
  ),
}

/** A case's picture; an empty `alt` where the words beside it say enough. */
export function Drawing({ name, alt }: { name: Name; alt: string }) {
  const look = { class: `art ${name}`, viewBox: '0 0 320 168' }
  if (alt === '')
    return (
      <svg {...look} aria-hidden="true">
        {DRAWINGS[name]}
      </svg>
    )
  return (
    <svg {...look} role="img" aria-label={alt}>
      {DRAWINGS[name]}
    </svg>
  )
}
