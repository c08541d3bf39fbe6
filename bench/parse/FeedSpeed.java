package org.headrace.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.headrace.model.Page;
import org.headrace.parse.FeedParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How fast a well-formed feed of 5 MB is read: by Headrace, by Rome's SyndFeedInput, and by a bare
 * Woodstox pass that looks at every name, attribute and text and keeps none (the floor).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class FeedSpeed {
  private static final int SIZE = 5_000_000;

  @Param({"blog-rss", "blog-atom", "podcast", "news"})
  public String feed;

  private byte[] bytes;
  private Page page;
  private XMLInputFactory woodstox;

  @Setup
  public void make() {
    bytes = MadeFeeds.make(feed, SIZE).getBytes(StandardCharsets.UTF_8);
    page = Page.of(URI.create("https://press.example/feed"), "application/xml", bytes);
    woodstox = new WstxInputFactory();
    woodstox.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  @Benchmark
  public Object headrace() throws Exception {
    return FeedParser.parse(page);
  }

  @Benchmark
  public Object rome() throws Exception {
    return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
  }

  @Benchmark
  public int woodstox() throws Exception {
    XMLStreamReader reader = woodstox.createXMLStreamReader(new ByteArrayInputStream(bytes));
    int seen = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        seen += reader.getLocalName().length();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
          seen += reader.getAttributeValue(i).length();
        }
      } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
        seen += reader.getTextLength();
      }
    }
    reader.close();
    return seen;
  }

  public static void main(String[] arguments) throws Exception {
    for (String kind : List.of("blog-rss", "blog-atom", "podcast", "news")) {
      check(kind);
    }
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(FeedSpeed.class.getSimpleName()).build()).run();
    Map<String, Map<String, Double>> times = new TreeMap<>();
    for (RunResult result : results) {
      String reader = result.getPrimaryResult().getLabel();
      times
          .computeIfAbsent(result.getParams().getParam("feed"), kind -> new TreeMap<>())
          .put(reader, result.getPrimaryResult().getScore());
    }
    System.out.println();
    System.out.println(
        "| feed of 5 MB | Headrace ms | Rome ms | Woodstox ms | times Rome's speed | part of the floor's |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    times.forEach(
        (kind, of) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.1f | %.2f |%n",
                kind,
                of.get("headrace"),
                of.get("rome"),
                of.get("woodstox"),
                of.get("rome") / of.get("headrace"),
                of.get("woodstox") / of.get("headrace")));
  }

  /** Both readers must see the same entries, else the times mean nothing. */
  private static void check(String kind) throws Exception {
    FeedSpeed one = new FeedSpeed();
    one.feed = kind;
    one.make();
    int ours = FeedParser.parse(one.page).entries().size();
    int romes =
        new SyndFeedInput()
            .build(new XmlReader(new ByteArrayInputStream(one.bytes)))
            .getEntries()
            .size();
    System.out.printf("%s: %,d bytes, %,d entries%n", kind, one.bytes.length, ours);
    if (ours != romes) {
      throw new IllegalStateException(
          kind + ": Headrace reads " + ours + " entries, Rome " + romes);
    }
  }
}
