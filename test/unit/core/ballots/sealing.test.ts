/** Sealed bytes: read by whom they are for, and refused where anything about them is not as it was. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  fingerprint,
  isKey,
  keyOf,
  newKeys,
  sealed,
  takesSeals,
  unsealed,
} from '../../../../src/core/ballots/sealing.ts';

const [ada, grace, eve] = [newKeys(), newKeys(), newKeys()];
const way = { from: ada.secret, to: grace.key, about: 'round 1' };
const opening = { from: ada.key, to: grace.secret, about: 'round 1' };

describe('Sealed bytes', () => {
  it('are read by whom they are for, whatever they say', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        assert.deepEqual(unsealed(sealed(bytes, way), opening), bytes);
      }),
      { numRuns: 20 },
    );
  });

  it('are not read by others, nor taken for somebody else’s, nor for another matter', () => {
    const bytes = sealed(new Uint8Array([1, 2, 3]), way);
    for (const wrong of [{ to: eve.secret }, { to: ada.secret }, { from: eve.key }, { about: 'round 2' }]) {
      assert.equal(unsealed(bytes, { ...opening, ...wrong }), undefined);
    }
    // Whoever knows both public keys alone cannot seal in Ada's name.
    assert.equal(unsealed(sealed(new Uint8Array([1]), { ...way, from: eve.secret }), opening), undefined);
  });

  it('are refused where a single bit was changed, or some are missing', () => {
    const bytes = sealed(new Uint8Array([1, 2, 3]), way);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
      // The highest bit of a key alone is ignored by X25519, and the key that is derived is another one all the same.
      assert.equal(unsealed(changed, opening), undefined, String(at));
    }
    for (const length of [0, 10, 40, 60, bytes.length - 1]) {
      assert.equal(unsealed(bytes.subarray(0, length), opening), undefined);
    }
    assert.equal(unsealed(bytes, { ...opening, from: '00'.repeat(32) }), undefined);
  });

  it('differ each time, and keys are known by their form', () => {
    const bytes = new Uint8Array([1]);
    assert.notDeepEqual(sealed(bytes, way), sealed(bytes, way));
    assert.deepEqual(
      [isKey(ada.key), isKey('x'), isKey(ada.key.toUpperCase())],
      [true, false, ada.key === ada.key.toUpperCase()],
    );
    assert.equal(keyOf(ada.secret), ada.key);
    // 80 bits: with fewer, somebody could try keys of their own until one looks the same.
    assert.match(fingerprint(ada.key), /^(?:[0-9a-f]{4} ){4}[0-9a-f]{4}$/);
    assert.notEqual(fingerprint(ada.key), fingerprint(grace.key));
  });

  it('are sealed to no key with which everybody could open them', () => {
    assert.ok(takesSeals(ada.key));
    // 0, 1 and −1, whose multiples anybody can work out.
    for (const key of ['00'.repeat(32), `01${'00'.repeat(31)}`, `ec${'ff'.repeat(30)}7f`]) {
      assert.equal(takesSeals(key), false);
      assert.throws(() => sealed(new Uint8Array([1]), { ...way, to: key }));
    }
  });
});
