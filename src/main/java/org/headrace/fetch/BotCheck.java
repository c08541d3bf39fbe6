package org.headrace.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises the answers of bot checks by the headers they are documented to send. They are never
 * solved or evaded: the operator is told who asks.
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

  private BotCheck() {}

  /** Who checks; empty if nobody does. */
  static Optional<String> by(Reply.Answer answer) {
    return SIGNS.stream().filter(sign -> sign.isOn(answer)).map(Sign::whose).findFirst();
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
