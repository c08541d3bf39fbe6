package org.headrace.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headrace.publish.Pages;

/**
 * Takes orders from whoever knows a key. An order is a POST, so no link and no picture gives one,
 * and the key comes with each, so no other site can make a browser give one.
 */
public final class ControlAnswers {
  private static final int LARGEST_FORM = 16_384;

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
    byte[] body = request.body().upTo(LARGEST_FORM + 1);
    if (body.length > LARGEST_FORM) {
      return Answer.text(413, "This is too long for an order.\n");
    }
    Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
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

  /** Fields of a form as browsers send them; of two with one name the first counts. */
  static Map<String, String> form(String encoded) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String field : encoded.split("&", -1)) {
      int sign = field.indexOf('=');
      if (sign > 0) {
        form.putIfAbsent(decoded(field.substring(0, sign)), decoded(field.substring(sign + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
