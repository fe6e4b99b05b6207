import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentSecurityPolicy } from '../../layouts/content-security-policy.ts';

describe('the Content-Security-Policy', () => {
  const policy = contentSecurityPolicy(['player.example.com', 'localhost:8080']);

  it('allows nothing inline and nothing evaluated', () => {
    assert.doesNotMatch(policy, /unsafe|data:|blob:|\*/);
    assert.match(policy, /^default-src 'none'; script-src 'self';/);
    assert.match(policy, /style-src 'self'(?:;|$)/);
  });

  it('frames the embed hosts alone, over https', () => {
    assert.match(policy, /frame-src https:\/\/player\.example\.com https:\/\/localhost:8080;/);
    assert.match(contentSecurityPolicy([]), /frame-src 'none';/);
  });

  it('lets no host name add a directive', () => {
    for (const host of [
      "a.example; script-src 'unsafe-inline'",
      'a.example b.example',
      '*',
      'https://a.example',
      '',
    ]) {
      assert.match(contentSecurityPolicy([host]), /frame-src 'none';/);
    }
  });

  it('can be sent as a header', () => {
    assert.match(policy, /^[\x20-\x7e]+$/);
    assert.doesNotMatch(policy, /frame-ancestors/);
  });
});
