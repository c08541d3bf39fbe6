package org.headrace.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Fingerprint;

/**
 * Stands for the store: fingerprints in a file, one behind the other, read and decoded when asked
 * for.
 */
final class FingerprintFile implements AutoCloseable {
  private final Path path = Files.createTempFile("fingerprints", ".bin");
  private final FileChannel file =
      FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  private final long[] starts;
  private final Arrival[] heads;
  private int length;
  private long end;
  long asked;

  FingerprintFile(int most) throws IOException {
    starts = new long[most + 1];
    heads = new Arrival[most];
  }

  /** Articles are numbered as they are added, from 0. */
  void add(Arrival arrival) throws IOException {
    byte[] kept = arrival.fingerprint().toBytes();
    file.write(ByteBuffer.wrap(kept), end);
    end += kept.length;
    heads[length++] = with(arrival, Fingerprint.NONE);
    starts[length] = end;
  }

  private static Arrival with(Arrival arrival, Fingerprint fingerprint) {
    return new Arrival(
        arrival.id(),
        arrival.source(),
        arrival.address(),
        arrival.canonical(),
        arrival.title(),
        arrival.published(),
        arrival.seen(),
        fingerprint);
  }

  List<Arrival> articles(Collection<ArticleId> ids) {
    asked += ids.size();
    return ids.stream().map(id -> article((int) id.value())).toList();
  }

  private Arrival article(int number) {
    ByteBuffer kept = ByteBuffer.allocate((int) (starts[number + 1] - starts[number]));
    try {
      while (kept.hasRemaining() && file.read(kept, starts[number] + kept.position()) >= 0) {
        continue;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return with(heads[number], Fingerprint.of(kept.array()));
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.delete(path);
  }
}
