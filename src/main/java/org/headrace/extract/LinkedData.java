package org.headrace.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.markup.HtmlMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts a page states as JSON-LD: the article's node of any graph, its parts given in
 * place or by reference.
 *
 * @see <a href="https://schema.org/Article">schema.org Article</a>
 */
final class LinkedData {
  private static final int MOST_NODES = 2_000;
  private static final int MOST_GROUPS = 4;

  private final List<Map<?, ?>> nodes = new ArrayList<>();
  private final Map<String, Map<?, ?>> byId = new HashMap<>();

  private LinkedData() {}

  static Facts facts(List<String> scripts, DateReader dates) {
    LinkedData data = new LinkedData();
    for (String script : scripts) {
      LooseJson.read(script).forEach(root -> data.collect(root, 0));
    }
    return data.read(dates);
  }

  private void collect(Object value, int depth) {
    if (depth > 12 || nodes.size() > MOST_NODES) {
      return;
    }
    if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, depth + 1));
    } else if (value instanceof Map<?, ?> map) {
      nodes.add(map);
      if (map.get("@id") instanceof String id && map.size() > 1) {
        byId.putIfAbsent(id, map);
      }
      for (Object inner : map.values()) {
        if (inner instanceof Map || inner instanceof List) {
          collect(inner, depth + 1);
        }
      }
    }
  }

  private Facts read(DateReader dates) {
    Facts facts = Facts.NONE;
    int best = 0;
    for (Map<?, ?> node : nodes) {
      int rank = rank(node);
      if (rank > best) {
        best = rank;
        facts = facts(node, dates).or(facts);
      }
    }
    return facts.or(site());
  }

  /** How well a node describes the page's article; zero if it does not. */
  private static int rank(Map<?, ?> node) {
    int rank = 0;
    for (String type : texts(node.get("@type"))) {
      String name = type.substring(type.lastIndexOf('/') + 1);
      if (name.endsWith("Article") || name.endsWith("BlogPosting")) {
        rank = Math.max(rank, 3);
      } else if (name.equals("Report")
          || name.endsWith("Posting")
          || name.endsWith("Review")
          || name.equals("Recipe")) {
        rank = Math.max(rank, 2);
      } else if (name.equals("WebPage") || name.equals("CreativeWork") || name.equals("ItemPage")) {
        rank = Math.max(rank, 1);
      }
    }
    // A list of other articles names them, but does not say when and by whom.
    boolean told = node.containsKey("datePublished") || node.containsKey("author");
    return rank == 0 || (!told && !node.containsKey("articleBody")) ? Math.min(rank, 1) : rank + 1;
  }

  private Facts facts(Map<?, ?> node, DateReader dates) {
    String free = text(node.get("isAccessibleForFree"));
    return new Facts(
        unescaped(text(node.get("headline")), text(node.get("name"))),
        Authors.people(names(node.get("author")), name(node.get("publisher"))),
        groups(node.get("author")),
        dates
            .read(text(node.get("datePublished")))
            .or(() -> dates.read(text(node.get("dateCreated")))),
        dates.read(text(node.get("dateModified"))),
        image(node.get("image")),
        unescaped(name(node.get("publisher")), ""),
        text(node.get("inLanguage")),
        "",
        unescaped(text(node.get("articleSection")), ""),
        unescaped(text(node.get("description")), ""),
        text(node.get("articleBody")),
        free.equalsIgnoreCase("false"));
  }

  private Facts site() {
    for (Map<?, ?> node : nodes) {
      if (texts(node.get("@type")).contains("WebSite")) {
        return new Facts(
            "",
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "",
            unescaped(name(node), ""),
            "",
            "",
            "",
            "",
            "",
            false);
      }
    }
    return Facts.NONE;
  }

  private @Nullable Object resolved(@Nullable Object value) {
    if (value instanceof Map<?, ?> map
        && map.size() <= 2
        && !map.containsKey("name")
        && map.get("@id") instanceof String id) {
      return byId.getOrDefault(id, map);
    }
    return value;
  }

  private List<String> names(@Nullable Object value) {
    List<String> names = new ArrayList<>();
    Object target = resolved(value);
    if (target instanceof List<?> list) {
      list.stream().limit(30).forEach(item -> names.addAll(names(item, 1)));
    } else {
      names.addAll(names(target, 1));
    }
    return names;
  }

  private List<String> names(@Nullable Object value, int depth) {
    Object target = resolved(value);
    if (target instanceof List<?> list && depth < 3) {
      return list.stream().limit(30).flatMap(item -> names(item, depth + 1).stream()).toList();
    }
    if (target instanceof Map<?, ?> map && isGroup(map)) {
      return List.of();
    }
    String name = target instanceof String said ? said : name(target);
    return name.isBlank() ? List.of() : List.of(unescaped(name, ""));
  }

  private List<String> groups(@Nullable Object value) {
    Object target = resolved(value);
    List<?> all = target instanceof List<?> list ? list : Arrays.asList(target);
    List<String> groups = new ArrayList<>();
    for (Object item : all.subList(0, Math.min(all.size(), MOST_GROUPS))) {
      if (resolved(item) instanceof Map<?, ?> map && isGroup(map) && name(map).length() > 1) {
        groups.add(unescaped(name(map), ""));
      }
    }
    return groups;
  }

  private static boolean isGroup(Map<?, ?> map) {
    return texts(map.get("@type")).stream()
        .anyMatch(type -> type.endsWith("Organization") || type.equals("Corporation"));
  }

  private String name(@Nullable Object value) {
    Object target = resolved(value);
    if (target instanceof Map<?, ?> map) {
      String name = text(map.get("name"));
      return name.isEmpty() ? text(map.get("alternateName")) : name;
    }
    return target instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> map
        ? text(map.get("name"))
        : "";
  }

  private String image(@Nullable Object value) {
    Object target = resolved(value);
    if (target instanceof List<?> list) {
      return list.isEmpty() ? "" : image(list.get(0));
    }
    if (target instanceof Map<?, ?> map) {
      String url = text(map.get("url"));
      return url.isEmpty() ? text(map.get("contentUrl")) : url;
    }
    return text(target);
  }

  private static List<String> texts(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }
    return value instanceof String text ? List.of(text) : List.of();
  }

  private static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty() ? "" : text(list.get(0));
    }
    if (value instanceof Map<?, ?> map) {
      return map.get("@value") instanceof String text ? text : "";
    }
    return value instanceof String text ? text.strip() : "";
  }

  /** Many pages escape twice. */
  private static String unescaped(String text, String otherwise) {
    String chosen = text.isBlank() ? otherwise : text;
    return chosen.indexOf('&') < 0 && chosen.indexOf('<') < 0
        ? chosen
        : HtmlMarkup.page(chosen, "").text();
  }
}
