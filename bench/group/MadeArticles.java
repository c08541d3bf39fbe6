package org.headrace.bench;

import com.dynatrace.hash4j.hashing.Hashing;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Fingerprint;
import org.headrace.model.SourceId;
import org.headrace.model.Words;

/**
 * A made stream of news: words as often as Zipf says, headlines of a few thousand topics, and what
 * makes grouping hard: three articles in ten are copies of one of the last two days (as they are,
 * edited, cut, only the headline), two in a hundred are bulletins that differ in figures alone, and
 * most sources end every text in the same lines. The same number always gives the same article.
 */
final class MadeArticles {
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static final int VOCABULARY = 60_000;
  private static final int SOURCES = 2_000;
  private static final int TOPICS = 5_000;
  private static final int TOPIC_WORDS = 24;
  private static final int FUNCTION_WORDS = 60;

  private final double[] often = new double[VOCABULARY];
  private final char[] codes = new char[VOCABULARY];
  private final int perDay;

  /** A stream of so many articles a day. */
  MadeArticles(int perDay) {
    this.perDay = perDay;
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      sum += 1.0 / (i + 8);
      often[i] = sum;
      codes[i] =
          code(
              word(i),
              i < FUNCTION_WORDS
                  ? Words.Kind.FUNCTION
                  : i % 9 == 0 ? Words.Kind.NAME : Words.Kind.PLAIN);
    }
  }

  /** An article and the one whose text it has; its own number if it is the first. */
  record Made(long number, long original, Arrival arrival, String text) {}

  static String word(int i) {
    return "w" + Integer.toString(i, 36);
  }

  private static char code(String word, Words.Kind kind) {
    return Words.code((int) Hashing.komihash5_0().hashCharsToLong(word), kind);
  }

  private int word(Random random) {
    int place = Arrays.binarySearch(often, random.nextDouble() * often[VOCABULARY - 1]);
    return Math.min(VOCABULARY - 1, place < 0 ? -place - 1 : place);
  }

  /** What an article is a copy of: itself, or one of the last two days. */
  private long original(long number) {
    Random random = new Random(mixed(number));
    long back = 1 + (long) (Math.pow(random.nextDouble(), 2) * 2 * perDay);
    return random.nextInt(10) >= 3 || back >= number ? number : original(number - back);
  }

  Arrival arrival(long number) {
    return made(number, false).arrival();
  }

  /** With the text, too, for a tokeniser. */
  Made made(long number, boolean withText) {
    long original = original(number);
    Random random = new Random(mixed(number) + 1);
    int source = (int) (SOURCES * Math.pow(random.nextDouble(), 2));
    Draft draft = new Draft(original);
    if (original != number) {
      draft.copied(random);
    }
    draft.published(source, random);
    Instant seen = START.plusMillis(number * 86_400_000L / perDay);
    String title = draft.title();
    Words body = draft.words(draft.body, draft.length, draft.lines);
    Words head = draft.words(draft.head, draft.headLength, new BitSet());
    Fingerprint fingerprint =
        new Fingerprint(
            body.length() == 0 ? 0 : body.hashCode() * 31L + body.length(), head, draft.tail, body);
    Arrival arrival =
        new Arrival(
            new ArticleId(number),
            new SourceId(mixed(source)),
            "s" + source + ".example/" + number,
            "",
            title,
            Optional.of(seen.minusSeconds(random.nextInt(3600))),
            seen,
            fingerprint);
    return new Made(number, original, arrival, withText ? draft.text() : "");
  }

  private static long mixed(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** An article while it is written: words by their numbers. */
  private final class Draft {
    private int[] body = new int[1024];
    private int length;
    private BitSet lines = new BitSet();
    private int[] head = new int[24];
    private int headLength;
    private int tail;

    Draft(long original) {
      Random random = new Random(mixed(original) + 2);
      boolean isBulletin = random.nextInt(100) < 2;
      Random form = isBulletin ? new Random(random.nextInt(200)) : random;
      int topic = (int) (TOPICS * Math.pow(form.nextDouble(), 3));
      int[] words = new Random(topic).ints(TOPIC_WORDS, FUNCTION_WORDS, VOCABULARY).toArray();
      int length = (int) Math.min(3000, Math.exp(5.7 + 0.7 * form.nextGaussian()));
      int line = 0;
      for (int i = 0; i < length; i++) {
        boolean isFigure = isBulletin && i % 12 == 11;
        boolean isOfTopic = form.nextInt(12) == 0;
        int any = word(form);
        int ofTopic = words[form.nextInt(TOPIC_WORDS)];
        add(isFigure ? random.nextInt(VOCABULARY) : isOfTopic ? ofTopic : any, line == 0);
        line = line == 0 ? 15 + form.nextInt(50) : line - 1;
      }
      int inTitle = 6 + form.nextInt(5);
      for (int i = 0; i < inTitle; i++) {
        int any = word(form);
        head[headLength++] = i % 2 == 0 ? words[form.nextInt(TOPIC_WORDS)] : any;
      }
    }

    private void add(int word, boolean startsLine) {
      if (length == body.length) {
        body = Arrays.copyOf(body, 2 * length);
      }
      if (startsLine) {
        lines.set(length);
      }
      body[length++] = word;
    }

    void copied(Random random) {
      int kind = random.nextInt(100);
      if (kind >= 25 && kind < 60) {
        for (int i = 0; i < length; i++) {
          body[i] = random.nextInt(25) == 0 ? word(random) : body[i];
        }
        head[random.nextInt(headLength)] = word(random);
      } else if (kind >= 60 && kind < 85) {
        int end = 0;
        for (int line = random.nextInt(4); line >= 0 && end >= 0; line--) {
          end = lines.nextSetBit(end + 1);
        }
        length = end < 0 ? length : end;
      } else if (kind >= 85) {
        length = 0;
      }
      lines.clear(length, Math.max(length, lines.length()));
    }

    void published(int source, Random random) {
      Random house = new Random(mixed(source) + 3);
      if (length > 0 && house.nextInt(10) < 7) {
        for (int line = house.nextInt(3); line >= 0; line--) {
          int words = 5 + house.nextInt(25);
          for (int i = 0; i < words; i++) {
            add(word(house), i == 0);
          }
        }
      }
      if (house.nextInt(10) < 4) {
        tail = 2;
        head[headLength++] = FUNCTION_WORDS + house.nextInt(VOCABULARY - FUNCTION_WORDS);
        head[headLength++] = FUNCTION_WORDS + house.nextInt(VOCABULARY - FUNCTION_WORDS);
      }
    }

    Words words(int[] numbers, int length, BitSet lines) {
      char[] made = new char[length];
      for (int i = 0; i < length; i++) {
        made[i] = codes[numbers[i]];
      }
      return Words.of(made, lines, new BitSet());
    }

    String title() {
      StringBuilder title = new StringBuilder();
      IntStream.range(0, headLength)
          .forEach(
              i ->
                  title
                      .append(i == 0 ? "" : i == headLength - tail ? " - " : " ")
                      .append(word(head[i])));
      return title.toString();
    }

    String text() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append(i == 0 ? "" : lines.get(i) ? "\n" : " ").append(word(body[i]));
      }
      return text.toString();
    }
  }
}
