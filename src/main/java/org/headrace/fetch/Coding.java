package org.headrace.fetch;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * How a body is packed for the way (RFC 9110, 8.4.1). We ask for three codings; servers that send
 * others, none, or one without a word about it, are understood too.
 */
enum Coding {
  GZIP {
    @Override
    InputStream unpacked(WireInput packed) throws IOException {
      return packed.startsWith(0x1f, 0x8b) ? new GzipInput(packed) : packed;
    }
  },
  BROTLI {
    @Override
    InputStream unpacked(WireInput packed) throws IOException {
      return new BrotliInputStream(packed, BUFFER);
    }
  },
  ZSTD {
    @Override
    InputStream unpacked(WireInput packed) throws IOException {
      return new ZstdInput(packed);
    }
  },
  DEFLATE {
    @Override
    InputStream unpacked(WireInput packed) throws IOException {
      if (packed.startsWith(0x1f, 0x8b)) {
        return new GzipInput(packed);
      }
      return packed.startsWithZlib() ? new InflaterInputStream(packed) : new RawDeflate(packed);
    }
  };

  private static final int BUFFER = 8192;

  /** More than one body in its right mind wears. */
  private static final int MOST_LAYERS = 2;

  abstract InputStream unpacked(WireInput packed) throws IOException;

  /** What to put into {@code Accept-Encoding}: those whose native code runs on this machine. */
  static String offered() {
    return Offer.TEXT;
  }

  /**
   * The plain body behind {@code Content-Encoding}.
   *
   * @throws IOException if a coding is not known, or there are too many on top of each other
   */
  static InputStream unpacked(InputStream body, String contentEncoding) throws IOException {
    List<Coding> layers = layers(contentEncoding);
    if (layers.size() < MOST_LAYERS) {
      layers.add(GZIP);
    }
    InputStream plain = WireInput.shielding(body);
    try {
      for (Coding layer : layers) {
        plain = layer.unpacked(WireInput.from(plain));
      }
      return plain;
    } catch (IOException broken) {
      plain.close();
      throw broken;
    }
  }

  /** Outermost first. */
  private static List<Coding> layers(String contentEncoding) throws IOException {
    List<Coding> layers = new ArrayList<>();
    for (String name : contentEncoding.toLowerCase(Locale.ROOT).split(",")) {
      if (!name.isBlank() && !name.strip().equals("identity")) {
        layers.add(named(name.strip()).orElseThrow(() -> unknown(name.strip())));
      }
    }
    if (layers.size() > MOST_LAYERS) {
      throw new OverLimitException("the body is packed more than " + MOST_LAYERS + " times");
    }
    Collections.reverse(layers);
    return layers;
  }

  private static IOException unknown(String name) {
    return new OverLimitException(
        "the body is packed in a way nobody asked for: " + Printable.of(name));
  }

  private static Optional<Coding> named(String name) {
    return switch (name) {
      case "gzip", "x-gzip" -> Optional.of(GZIP);
      case "br" -> Optional.of(BROTLI).filter(known -> Offer.BROTLI_RUNS);
      case "zstd" -> Optional.of(ZSTD).filter(known -> Offer.ZSTD_RUNS);
      case "deflate" -> Optional.of(DEFLATE);
      default -> Optional.empty();
    };
  }

  /** "deflate" means zlib, but many servers send what zlib wraps (RFC 9110, 8.4.1.2). */
  private static final class RawDeflate extends InflaterInputStream {
    RawDeflate(InputStream packed) {
      super(packed, new Inflater(true), BUFFER);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }

  /** Found out once, when the first request is made. */
  private static final class Offer {
    static final boolean BROTLI_RUNS = Brotli4jLoader.isAvailable();
    static final boolean ZSTD_RUNS = ZstdInput.runs();
    static final String TEXT = "gzip" + (BROTLI_RUNS ? ", br" : "") + (ZSTD_RUNS ? ", zstd" : "");
  }
}
