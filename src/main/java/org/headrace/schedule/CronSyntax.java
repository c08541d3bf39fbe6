package org.headrace.schedule;

import java.text.ParseException;
import java.util.Date;
import java.util.Optional;
import org.quartz.CronExpression;

/** Tells whether a cron expression can be read: Quartz syntax, six or seven fields. */
public final class CronSyntax {
  private CronSyntax() {}

  /** What is wrong with {@code expression}, in words; empty if it can be used. */
  @SuppressWarnings("JavaUtilDate") // Quartz knows no other
  public static Optional<String> fault(String expression) {
    int fields = expression.strip().split("\\s+").length;
    if (fields < 6 || fields > 7) {
      return Optional.of(
          "a cron expression has six or seven fields (second, minute, hour, day, month, weekday,"
              + " year), this has "
              + fields);
    }
    try {
      CronExpression cron = new CronExpression(expression);
      return cron.getNextValidTimeAfter(new Date(0)) == null
          ? Optional.of("this cron expression never comes true")
          : Optional.empty();
    } catch (ParseException | RuntimeException e) {
      return Optional.of("this is not a cron expression: " + e.getMessage());
    }
  }
}
