package org.headrace.push;

import java.util.LinkedHashMap;
import java.util.Map;
import org.headrace.model.Subscription;

/** What a hub is asked for (WebSub, 5.1). */
public final class HubForm {
  private HubForm() {}

  /** Asks the hub to send, or to go on sending. */
  public static Map<String, String> subscribe(Subscription subscription) {
    Map<String, String> fields = fields("subscribe", subscription);
    fields.put("hub.lease_seconds", Long.toString(LeasePlan.WANTED.toSeconds()));
    fields.put("hub.secret", subscription.secret());
    return fields;
  }

  /** Asks the hub to stop. */
  public static Map<String, String> unsubscribe(Subscription subscription) {
    return fields("unsubscribe", subscription);
  }

  private static Map<String, String> fields(String mode, Subscription subscription) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("hub.mode", mode);
    fields.put("hub.topic", subscription.offer().topic().toString());
    fields.put("hub.callback", subscription.callback().toString());
    return fields;
  }
}
