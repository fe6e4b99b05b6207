import * as z from 'zod';

export const text = z.string().trim().min(1);
export const positive = z.int().min(1);

/** A path of the site, or an absolute http(s) address. */
export const link = z
  .string()
  .trim()
  .refine((value) => /^\/(?![/\\])/.test(value) || isHttpUrl(value), {
    error: 'expected a path that begins with "/", or an address that begins with https://',
  })
  .meta({
    description: 'Where it leads: a path of the site, or an address.',
    pattern: '^/(?![/\\\\])|^[Hh][Tt][Tt][Pp][Ss]?://',
  });

/** An absolute http(s) address. */
export const httpUrl = z
  .string()
  .trim()
  .refine(isHttpUrl, { error: 'expected an address that begins with http:// or https://' })
  .meta({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' });

/** `新媒体/36kr`, or a list of names. */
export const categoryPath = z
  .union([text, z.array(text).min(1)], { error: 'expected names such as 新媒体/36kr, or a list of them' })
  .meta({ description: 'Names from parent to child: 新媒体/36kr, or a list where a name holds a "/".' });

export const hostName = z
  .string()
  .trim()
  .refine(isHost, { error: 'expected a host name such as news.example.com, without https://' })
  .meta({ pattern: '^[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+$' });

export function isHttpUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isHost(value: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(value);
}
