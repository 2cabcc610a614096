import type { Actor } from './actor.ts'

// The Web Locks of one device (W3C Web Locks API), as far as the outbox asks for them: one exclusive lock. A thread that dies
// lets go; one that is frozen holds on.

interface Wish {
  actor: Actor
  begin: () => Promise<unknown>
  granted: boolean
}

export class Locks {
  #wishes: Wish[] = []

  /** The LockManager that this thread sees. */
  seenBy(actor: Actor): LockManager {
    const request = (_name: string, { signal }: LockOptions, callback: () => Promise<unknown>) =>
      new Promise((resolve, reject) => {
        const wish: Wish = {
          actor,
          granted: false,
          begin: async () => {
            try {
              resolve(await callback())
            } catch (error) {
              reject(error)
            }
            this.#drop(wish)
          },
        }
        signal?.addEventListener('abort', () => {
          if (wish.granted) return
          this.#drop(wish)
          reject(signal.reason)
        })
        this.#wishes.push(wish)
        this.#grant()
      })
    return { request } as unknown as LockManager
  }

  /** After a thread died. */
  forget(actor: Actor): void {
    this.#wishes = this.#wishes.filter((wish) => wish.actor !== actor)
    this.#grant()
  }

  #drop(wish: Wish): void {
    this.#wishes = this.#wishes.filter((other) => other !== wish)
    this.#grant()
  }

  #grant(): void {
    const first = this.#wishes[0]
    if (!first || first.granted) return
    first.granted = true
    first.actor.after(1, () => void first.begin())
  }
}
