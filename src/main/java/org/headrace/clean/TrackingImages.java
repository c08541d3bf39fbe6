package org.headrace.clean;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headrace.model.WordList;
import org.headrace.url.WebAddress;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Pictures that are there to be asked for, not to be seen: a pixel high or wide, hidden, or of a
 * counter. The counters are listed in {@code tracking-images.txt}.
 */
final class TrackingImages {
  private static final Map<String, List<String>> PATHS_BY_DOMAIN = counters();

  /** The last label of each of the domains and the one before it. */
  private static final Set<String> ENDS =
      PATHS_BY_DOMAIN.keySet().stream().map(TrackingImages::end).collect(Collectors.toSet());

  private TrackingImages() {}

  static boolean isTracking(Element image, Surroundings around) {
    return isTiny(image) || isHidden(image) || isCounter(source(image), around);
  }

  private static boolean isTiny(Element image) {
    Attributes known = image.attributes();
    boolean tiny = isOnePixel(known.get("width")) || isOnePixel(known.get("height"));
    return tiny && !source(image).strip().toLowerCase(Locale.ROOT).startsWith("data:");
  }

  private static String source(Element image) {
    return image.attributes().get("src");
  }

  private static boolean isOnePixel(String length) {
    String size = length.strip().toLowerCase(Locale.ROOT);
    return size.equals("0") || size.equals("1") || size.equals("0px") || size.equals("1px");
  }

  private static boolean isHidden(Element image) {
    String style = image.attributes().get("style");
    if (style.isEmpty()) {
      return false;
    }
    for (String declaration : style.split(";")) {
      String[] parts = declaration.toLowerCase(Locale.ROOT).split(":", 2);
      if (parts.length == 2 && hides(parts[0].strip(), parts[1].strip())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hides(String property, String value) {
    return switch (property) {
      case "display" -> value.startsWith("none");
      case "visibility" -> value.startsWith("hidden");
      case "width", "height" -> isOnePixel(value);
      default -> false;
    };
  }

  private static boolean isCounter(String src, Surroundings around) {
    Optional<WebAddress> address = around.resolve(src);
    return address.isPresent() && isCounter(address.get());
  }

  private static String end(String host) {
    int last = host.lastIndexOf('.');
    return host.substring(host.lastIndexOf('.', last - 1) + 1);
  }

  private static boolean isCounter(WebAddress address) {
    String domain = address.host();
    if (!ENDS.contains(end(domain))) {
      return false;
    }
    while (!domain.isEmpty()) {
      if (PATHS_BY_DOMAIN.getOrDefault(domain, List.of()).stream()
          .anyMatch(address.path()::startsWith)) {
        return true;
      }
      int dot = domain.indexOf('.');
      domain = dot < 0 ? "" : domain.substring(dot + 1);
    }
    return false;
  }

  private static Map<String, List<String>> counters() {
    return WordList.lines(TrackingImages.class, "tracking-images.txt").stream()
        .map(line -> line.split("\\s+"))
        .collect(
            Collectors.groupingBy(
                words -> words[0], Collectors.mapping(words -> words[1], Collectors.toList())));
  }
}
