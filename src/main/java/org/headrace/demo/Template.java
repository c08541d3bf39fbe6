package org.headrace.demo;

import java.util.List;

/**
 * Text with places to fill: a small part of the Mustache language.
 *
 * <p>{@code {{name}}} puts a value with markup escaped, {@code {{&name}}} as it is. {@code
 * {{#name}}…{{/name}}} repeats its inside for each member of a list, or shows it once if the value
 * is not empty; {@code {{^name}}…{{/name}}} shows it if there is nothing. A name that nobody gave
 * is an error.
 *
 * @param place where the template stands, for messages
 * @param parts what it is made of
 * @see <a href="https://mustache.github.io/mustache.5.html">mustache(5)</a>
 */
record Template(String place, List<Part> parts) {

  /** A piece of a template. */
  sealed interface Part {
    /** Text as it is. */
    record Text(String text) implements Part {}

    /** A place for a value. */
    record Value(String name, boolean escaped) implements Part {}

    /** A part that is repeated or left out; {@code inverted} if it is shown where nothing is. */
    record Section(String name, boolean inverted, List<Part> inside) implements Part {}
  }

  static Template read(String place) {
    return new Template(place, new TemplateReader(place, Shelf.text(place)).whole());
  }

  static Template of(String source) {
    return new Template("template", new TemplateReader("template", source).whole());
  }

  String fill(Scope scope) {
    StringBuilder out = new StringBuilder();
    fill(parts, scope, out);
    return out.toString();
  }

  private void fill(List<Part> some, Scope scope, StringBuilder out) {
    for (Part part : some) {
      switch (part) {
        case Part.Text text -> out.append(text.text());
        case Part.Value value -> out.append(shown(value, scope));
        case Part.Section section -> fill(section, scope, out);
      }
    }
  }

  private void fill(Part.Section section, Scope scope, StringBuilder out) {
    List<Scope> members = members(section.name(), scope);
    if (!section.inverted()) {
      members.forEach(member -> fill(section.inside(), member, out));
    } else if (members.isEmpty()) {
      fill(section.inside(), scope, out);
    }
  }

  private List<Scope> members(String name, Scope scope) {
    return scope
        .list(name)
        .map(list -> list.stream().map(member -> member.inside(scope)).toList())
        .orElseGet(() -> value(name, scope).isEmpty() ? List.of() : List.of(scope));
  }

  private String shown(Part.Value value, Scope scope) {
    String text = value(value.name(), scope);
    return value.escaped() ? escape(text) : text;
  }

  private String value(String name, Scope scope) {
    return scope
        .value(name)
        .orElseThrow(() -> new IllegalArgumentException(place + ": nobody gave " + name));
  }

  /** Safe as text and between double quotes, in HTML and in XML. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
