import type { DomDocument } from './dom.ts';

/** Consent and cookie notices are long prose, and on a short page an extractor takes them for the article: off before it looks. */
const CONSENT =
  '#onetrust-consent-sdk,#onetrust-banner-sdk,[id^="onetrust-"],[class*="onetrust"],#CybotCookiebotDialog,#didomi-host,[id^="sp_message"],#usercentrics-root,.qc-cmp2-container,#cookie-law-info-bar,.fc-consent-root,#truste-consent-track,' +
  '[id*="cookie-consent" i],[class*="cookie-consent" i],[id*="cookie-banner" i],[class*="cookie-banner" i],[id*="cookie-notice" i],[class*="cookie-notice" i],[class*="cookie-policy-popup" i],[id*="gdpr" i],[class*="gdpr-" i],[class*="consent-banner" i],[class*="consent-modal" i]';

/** Removes notices in place; never the page itself (some themes mark the body with such a class). */
export function removeConsent(document: DomDocument): void {
  for (const element of [...document.querySelectorAll(CONSENT)]) {
    const isPage = /^(?:html|body|main|article)$/.test(element.localName) || element.querySelector('article, main, h1') !== null;
    if (!isPage) element.remove();
  }
}
