/** Hosts that serve nothing but counters. Each stands for its subdomains too. */
const TRACKER_HOSTS: ReadonlySet<string> = new Set(
  (
    'google-analytics.com googletagmanager.com doubleclick.net googlesyndication.com googleadservices.com ' +
    'adservice.google.com scorecardresearch.com quantserve.com chartbeat.com chartbeat.net pixel.wp.com stats.wp.com ' +
    'pixel.facebook.com feedsportal.com feeds.feedburner.com hm.baidu.com hmcdn.baidu.com eclick.baidu.com ' +
    'cpro.baidu.com cnzz.com cnzz.net umeng.com mmstat.com atpanel.com growingio.com sensorsdata.cn ' +
    'irs01.com irs01.net miaozhen.com admaster.com.cn gridsumdissector.com tanx.com 51.la 51yes.com linezing.com ' +
    'pingjs.qq.com pingtcss.qq.com beacon.qq.com btrace.qq.com dp3.qq.com beacon.sina.com.cn sax.sina.com.cn ' +
    'pos.baidu.com statcounter.com histats.com mc.yandex.ru counter.yadro.ru matomo.cloud bat.bing.com ' +
    'px.ads.linkedin.com ct.pinterest.com analytics.twitter.com t.co pixel.quantcount.com sb.scorecardresearch.com ' +
    'list-manage.com mailtrack.io'
  ).split(' '),
);

/** File names that no picture has: what counters, beacons and spacers are called. */
const TRACKER_PATH =
  /\/(?:(?:__utm|__?hm|hm|pixel|pix|beacon|track|tracker|tracking|counter?|stats?|hit|hits|log|collect|clear|cleardot|dot|spacer|blank|transparent|1x1|1px|open|b|c|g|p|s|t|v)\.gif|(?:pixel|beacon|track|tracker|tracking|1x1|1px|cleardot)\.(?:png|php|aspx?|ashx|jsp)|(?:collect|beacon|pixel|track|tracking|impression|imp)\/?)$/i;

/**
 * Whether a picture's address is that of a counter: it is fetched to be noticed, not to be seen.
 *
 * @param src - Resolved address, absolute or site-relative.
 */
export function isTracker(src: string): boolean {
  const [, host = '', path = ''] = PARTS.exec(src) ?? [];
  if (TRACKER_PATH.test(path)) return true;
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    if (TRACKER_HOSTS.has(name)) return true;
  }
  return false;
}

/** Host and path of an address in its normal form. */
const PARTS = /^(?:https?:\/\/([^/:?#]*)[^/?#]*)?([^?#]*)/;
