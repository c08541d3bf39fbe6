package org.headrace.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.headrace.bench.RealFragments.Fragment;
import org.headrace.clean.HtmlCleaner;
import org.jsoup.Jsoup;

/**
 * What cleaning costs beside {@code Jsoup.parseBodyFragment} of the same fragment, for made
 * articles and for what people wrote. Both take turns in one JVM; the fastest of many short rounds
 * counts, so that other work on the machine does not.
 */
public final class CleanSpeed {
  private static final URI BASE = URI.create("https://press.example/2026/11/story");
  private static final String[] WORDS =
      "river stone market council bridge after under minister green harvest signal water they said would & more"
          .split(" ");

  private static final List<String> ARTICLES = List.of("plain", "linked", "illustrated", "tables");
  private static final int WARM_ROUNDS = 10_000;
  private static final int DEEP = 5_000_000;
  private static final int ROUNDS = 2_000;
  private static final int TIMES = 10;

  /** So many characters of each kind of real fragments in a round, the rest left out. */
  private static final int MOST_REAL = 12_000_000;

  private static final int REAL_ROUNDS = 30;
  private static int seen;

  private static String made(String article) {
    Random random = new Random(3);
    StringBuilder html = new StringBuilder("<div class=\"entry-content\">\n");
    for (int i = 0; i < 24; i++) {
      if (i % 6 == 5) {
        html.append("<h2 class=\"wp-block-heading\" id=\"h-")
            .append(i)
            .append("\">")
            .append(words(random, 5))
            .append("</h2>\n");
      }
      html.append("<p>")
          .append(words(random, 45))
          .append(inset(article, i, random))
          .append(words(random, 25))
          .append("</p>\n");
      html.append(block(article, i, random));
    }
    return html.append("</div>").toString();
  }

  private static String inset(String article, int i, Random random) {
    return switch (article) {
      case "plain" -> i % 3 == 0 ? "<em>" + words(random, 2) + "</em> " : "";
      default ->
          "<a href=\"/topic/"
              + i
              + "?utm_source=feed\" target=\"_blank\" rel=\"noopener\">"
              + words(random, 3)
              + "</a> <strong>"
              + words(random, 2)
              + "</strong> ";
    };
  }

  private static String block(String article, int i, Random random) {
    return switch (article) {
      case "illustrated" ->
          i % 4 == 0
              ? "<figure class=\"wp-block-image size-large\"><img loading=\"lazy\""
                  + " decoding=\"async\" width=\"1024\" height=\"683\""
                  + " src=\"https://img.press.example/"
                  + i
                  + "-1024x683.jpg\" alt=\""
                  + words(random, 6)
                  + "\" class=\"wp-image-"
                  + i
                  + "\" srcset=\"https://img.press.example/"
                  + i
                  + "-1024x683.jpg 1024w, https://img.press.example/"
                  + i
                  + "-300x200.jpg 300w, https://img.press.example/"
                  + i
                  + "-768x512.jpg 768w\" sizes=\"auto, (max-width: 1024px) 100vw, 1024px\" />"
                  + "<figcaption>"
                  + words(random, 12)
                  + "</figcaption></figure>\n"
              : "";
      case "tables" -> i % 6 == 0 ? table(random) : "";
      default -> "";
    };
  }

  private static String table(Random random) {
    StringBuilder table =
        new StringBuilder(
            "<table><thead><tr><th>Place</th><th>Then</th><th>Now</th></tr></thead><tbody>");
    for (int row = 0; row < 8; row++) {
      table
          .append("<tr><td>")
          .append(words(random, 2))
          .append("</td><td>")
          .append(row)
          .append("</td><td>")
          .append(row * 3)
          .append("</td></tr>\n");
    }
    return table.append("</tbody></table>\n").toString();
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String word = WORDS[random.nextInt(WORDS.length)];
      words.append(word.equals("&") ? "&amp;" : word).append(' ');
    }
    return words.toString();
  }

  public static void main(String[] arguments) throws IOException {
    warm();
    fragments();
    real(Path.of(arguments[0]));
    deep();
    if (seen == 0) {
      throw new IllegalStateException("nothing was measured");
    }
  }

  /** The compiler sees all kinds of articles before any is measured, as in a program that runs. */
  private static void warm() {
    for (int round = 0; round < WARM_ROUNDS; round++) {
      for (String article : ARTICLES) {
        String html = made(article);
        parse(html);
        clean(html);
      }
    }
  }

  private static void fragments() {
    System.out.println(
        "| article | characters | parse µs | clean µs, parse included | on top of the parse |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (String article : ARTICLES) {
      String html = made(article);
      double parse = Double.MAX_VALUE;
      double clean = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        parse = Math.min(parse, micros(TIMES, () -> parse(html)));
        clean = Math.min(clean, micros(TIMES, () -> clean(html)));
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %.0f | %.0f | %.2f × the parse |%n",
          article,
          html.length(),
          parse,
          clean,
          clean / parse - 1);
    }
  }

  private static void real(Path packs) throws IOException {
    System.out.println(
        "\n"
            + "| what people wrote | fragments | characters | parse ms | clean ms, parse included |"
            + " on top of the parse |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    RealFragments.in(packs)
        .forEach(
            (kind, fragments) -> {
              if (fragments.isEmpty()) {
                System.out.println("skipped: " + kind + " (their pack is not at hand)");
              } else {
                real(kind, fragments);
              }
            });
  }

  /** The sum over the fragments of the fastest of each one's rounds. */
  private static void real(String kind, List<Fragment> all) {
    List<Fragment> fragments = some(all);
    double[] parse = new double[fragments.size()];
    double[] clean = new double[fragments.size()];
    Arrays.fill(parse, Double.MAX_VALUE);
    Arrays.fill(clean, Double.MAX_VALUE);
    for (int round = 0; round < REAL_ROUNDS; round++) {
      for (int i = 0; i < parse.length; i++) {
        Fragment one = fragments.get(i);
        parse[i] = Math.min(parse[i], micros(1, () -> parse(one.html())));
        clean[i] =
            Math.min(
                clean[i],
                micros(1, () -> HtmlCleaner.clean(one.html(), one.base()).value().length()));
      }
    }
    double parsed = Arrays.stream(parse).sum() / 1000;
    double cleaned = Arrays.stream(clean).sum() / 1000;
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %.1f | %.1f | %.2f × the parse |%n",
        kind,
        fragments.size(),
        characters(fragments),
        parsed,
        cleaned,
        cleaned / parsed - 1);
  }

  /** Every so many of them, so that a round does not take long. */
  private static List<Fragment> some(List<Fragment> all) {
    int every = Math.toIntExact(characters(all) / MOST_REAL + 1);
    return IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
  }

  private static long characters(List<Fragment> fragments) {
    return fragments.stream().mapToLong(fragment -> fragment.html().length()).sum();
  }

  /** What wants to grow when it is written again: 5 MB of blocks, each in the one before. */
  private static void deep() {
    String html = "<div>".repeat(DEEP / "<div>".length());
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    seen += clean(html);
    double clean = (thread.getCurrentThreadCpuTime() - start) / 1e9;
    int left = HtmlCleaner.clean(html + "end", BASE).value().length();
    System.out.printf(
        Locale.ROOT,
        "%n%,d characters of nested div: cleaned in %.2f s of computing to %,d characters%n",
        html.length(),
        clean,
        left);
  }

  private static int parse(String html) {
    return Jsoup.parseBodyFragment(html).childNodeSize();
  }

  private static int clean(String html) {
    return HtmlCleaner.clean(html, BASE).value().length();
  }

  private static double micros(int times, IntSupplier work) {
    long start = System.nanoTime();
    for (int time = 0; time < times; time++) {
      seen += work.getAsInt();
    }
    return (System.nanoTime() - start) / 1000.0 / times;
  }
}
