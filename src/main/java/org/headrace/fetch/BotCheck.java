package org.headrace.fetch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises the answers of bot checks by the headers they are documented to send and, in refusals,
 * by the addresses of the scripts they load. They are never solved or evaded: the operator is told
 * who asks.
 */
final class BotCheck {
  private static final List<Sign> SIGNS =
      List.of(
          new Sign("cf-mitigated", "", "Cloudflare", false),
          new Sign("x-amzn-waf-action", "", "AWS WAF", false),
          new Sign("x-vercel-mitigated", "", "Vercel", false),
          new Sign("x-sucuri-block", "", "Sucuri", false),
          new Sign("x-datadome", "", "DataDome", true),
          new Sign("x-dd-b", "", "DataDome", true),
          new Sign("x-iinfo", "", "Imperva", true),
          new Sign("server", "ddos-guard", "DDoS-Guard", true));

  /** What stands in the page of a refusal, and whose it is. */
  private static final Map<String, String> SCRIPTS =
      Map.ofEntries(
          Map.entry("/cdn-cgi/challenge-platform/", "Cloudflare"),
          Map.entry("challenges.cloudflare.com", "Cloudflare"),
          Map.entry("captcha-delivery.com", "DataDome"),
          Map.entry("_incapsula_resource", "Imperva"),
          Map.entry("awswaf.com", "AWS WAF"),
          Map.entry("/.within.website/x/cmd/anubis/", "Anubis"),
          Map.entry("/_sec/cp_challenge/", "Akamai"),
          Map.entry("px-captcha", "HUMAN"),
          Map.entry("/.well-known/ddos-guard/", "DDoS-Guard"),
          Map.entry("sucuri_cloudproxy", "Sucuri"),
          Map.entry("hcaptcha.com/1/api.js", "hCaptcha"),
          Map.entry("google.com/recaptcha/", "reCAPTCHA"));

  private BotCheck() {}

  /** Who checks; empty if nobody does. */
  static Optional<String> by(Reply.Answer answer) {
    return SIGNS.stream()
        .filter(sign -> sign.isOn(answer))
        .map(Sign::whose)
        .findFirst()
        .or(() -> byPage(answer));
  }

  /** True for a status with which bot checks send their page. */
  static boolean mayBeRefusal(int status) {
    return status == 401 || status == 403 || status == 405 || status == 429 || status == 503;
  }

  private static Optional<String> byPage(Reply.Answer answer) {
    if (!mayBeRefusal(answer.status()) || answer.body().length == 0) {
      return Optional.empty();
    }
    String page = new String(answer.body(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return SCRIPTS.entrySet().stream()
        .filter(script -> page.contains(script.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * @param start of the header's value, lower case
   * @param onRefusalsOnly true if the header also stands on good answers
   */
  private record Sign(String header, String start, String whose, boolean onRefusalsOnly) {
    boolean isOn(Reply.Answer answer) {
      String value = answer.header(header).toLowerCase(Locale.ROOT);
      boolean refusal = answer.status() == 403 || answer.status() == 429;
      return !value.isEmpty() && value.startsWith(start) && (refusal || !onRefusalsOnly);
    }
  }
}
