package org.headrace.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.publish.Pages;

/**
 * Takes orders from whoever knows a key. An order is a POST, so no link and no picture gives one,
 * and the key comes with each, so no other site can make a browser give one.
 */
public final class ControlAnswers {
  private final Controls controls;
  private final List<String> keys;
  private final String base;

  /**
   * Takes orders for {@code controls} from whoever knows one of {@code keys}.
   *
   * @param base path of the site
   */
  public ControlAnswers(Controls controls, List<String> keys, String base) {
    this.controls = controls;
    this.base = base;
    this.keys = keys.stream().filter(key -> !key.isBlank()).toList();
  }

  /** To be added to the server's places. */
  public List<Route> routes() {
    return List.of(
        new Route("/control/reload", Set.of("POST"), request -> ordered(request, false)),
        new Route("/control/refresh", Set.of("POST"), request -> ordered(request, true)));
  }

  private Answer ordered(Request request, boolean refresh) {
    Optional<Map<String, String>> sent = FormFields.sent(request);
    if (sent.isEmpty()) {
      return Answer.text(413, "This is too long for an order.\n");
    }
    Map<String, String> form = sent.get();
    if (!isAllowed(request, form)) {
      return Answer.text(403, "Only who knows the key may give orders.\n");
    }
    Controls.Done done =
        refresh ? controls.refresh(form.getOrDefault("source", "")) : controls.reload();
    return request.header("Accept").contains("text/html")
        ? Answer.of(
            done.status(),
            Pages.MEDIA_TYPE,
            Pages.message(base, done.status() == 200 ? "Done" : "Not done", done.words() + "."))
        : Answer.text(done.status(), done.words() + "\n");
  }

  private boolean isAllowed(Request request, Map<String, String> form) {
    String header = request.header("Authorization");
    String given =
        header.startsWith("Bearer ")
            ? header.substring("Bearer ".length()).strip()
            : form.getOrDefault("token", "");
    boolean known = false;
    for (String key : keys) {
      known |=
          MessageDigest.isEqual(
              key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
    return known;
  }
}
