package org.headrace.bench;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.headrace.extract.ContentExtractor;
import org.headrace.model.Extracted;
import org.headrace.model.Page;

/**
 * Pages made to exhaust who reads them: how long each takes (five seconds of the processor at
 * most), and what it is told to be.
 */
public final class HostilePages {
  private static final int MANY = 1_000_000;

  private HostilePages() {}

  public static void main(String[] arguments) {
    Map<String, Supplier<String>> pages = new LinkedHashMap<>();
    pages.put("a million nested div", () -> "<div>".repeat(MANY) + "deep");
    pages.put("a million nested b", () -> "<b>".repeat(MANY) + "deep");
    pages.put("a million nested a and p", () -> "<p><a href=x>".repeat(MANY) + "deep");
    pages.put("a million nested tables", () -> "<table><tr><td>".repeat(MANY / 3) + "deep");
    pages.put("an attribute of 40 MB", () -> "<p title='" + "x".repeat(40_000_000) + "'>text</p>");
    pages.put("a class of 8 MB", () -> "<p class='" + "news ".repeat(1_600_000) + "'>text</p>");
    pages.put("a million siblings", () -> "<p>x</p>".repeat(MANY));
    pages.put("a million links", () -> "<a href=/2>2</a> ".repeat(MANY / 2));
    pages.put("a million headings", () -> "<h1>News</h1>".repeat(MANY / 2));
    pages.put("one text of 12 MB", () -> "word, ".repeat(2_000_000));
    pages.put(
        "a script of 12 MB", () -> "<script>x=\"" + "\\u003cp>".repeat(1_500_000) + "\"</script>");
    pages.put(
        "linked data of 2 MB",
        () -> "<script type=application/ld+json>" + "[".repeat(2_000_000) + "</script>");
    pages.put("half a million attributes", () -> "<p" + attributes() + ">text</p>");
    int slow = 0;
    for (Map.Entry<String, Supplier<String>> made : pages.entrySet()) {
      byte[] bytes = made.getValue().get().getBytes(StandardCharsets.UTF_8);
      Page page = Page.of(URI.create("https://press.example/story"), "text/html", bytes);
      long cpu = processNanos();
      long before = System.nanoTime();
      Extracted found = ContentExtractor.extract(page);
      double seconds = (System.nanoTime() - before) / 1e9;
      double busy = (processNanos() - cpu) / 1e9;
      slow += busy > 5 ? 1 : 0;
      System.out.printf(
          Locale.ROOT,
          "%-28s %5.2f s, %5.2f s of them busy  %s, %d letters%n",
          made.getKey(),
          seconds,
          busy,
          found.kind(),
          found.text().length());
    }
    System.exit(slow == 0 ? 0 : 1);
  }

  private static long processNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static String attributes() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < MANY / 2; i++) {
      all.append(" a").append(i).append("=x");
    }
    return all.toString();
  }
}
