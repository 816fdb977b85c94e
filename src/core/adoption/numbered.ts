/** Texts that become numbers: the first is 0, each new one the next. A million are looked up, of which most are known. */

/** So many texts have a place that is found without a map; must be a power of two. */
const PLACES = 65_536;

/** So many places are looked at for a text. */
const TRIES = 8;

const FREE = -1;

export class Numbered {
  /** In the order of their numbers. */
  readonly texts: string[] = [];
  readonly #places = new Int32Array(PLACES).fill(FREE);
  /** Those whose places were all taken. */
  readonly #others = new Map<string, number>();

  /** The number of a text, the next one where it is new. */
  of(text: string): number {
    let place = placeOf(text);
    for (let tries = 0; tries < TRIES; tries++) {
      const number = this.#places[place] ?? FREE;
      if (number === FREE) {
        this.#places[place] = this.texts.length;
        return this.#add(text);
      }
      if (this.texts[number] === text) return number;
      place = (place + 1) % PLACES;
    }
    const known = this.#others.get(text);
    if (known !== undefined) return known;
    this.#others.set(own(text), this.texts.length);
    return this.#add(text);
  }

  #add(text: string): number {
    return this.texts.push(own(text)) - 1;
  }
}

/** The same text, in memory of its own: a part of a text holds on to all of it, and these are parts of a whole file. */
const own = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** A map would hash each text anew, and look at more of the memory. */
function placeOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
}
