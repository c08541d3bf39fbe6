package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.NOON;

import java.io.IOException;
import java.util.List;
import org.headrace.model.ArticleId;
import org.headrace.model.HostTurn;

/** A process that holds a store: idle with one argument, else it works until it is killed. */
final class StoreHolder {
  private StoreHolder() {}

  public static void main(String[] arguments) throws IOException {
    Store store = Store.open(new StoreSettings(arguments[0]));
    System.out.println("open");
    if (arguments.length == 1) {
      System.in.read();
      return;
    }
    work(store);
  }

  /** Polls, reads and groups without end; prints what it was told is kept. */
  private static void work(Store store) {
    store.sources().sync(List.of(Samples.source("a.example")), NOON);
    for (int i = 0; ; i++) {
      HostTurn turn = store.turns().claim(1, HOUR, NOON.plus(HOUR.multipliedBy(i))).getFirst();
      var now = NOON.plus(HOUR.multipliedBy(i));
      ArticleId id =
          store
              .turns()
              .complete(turn, Samples.polled(now, Samples.entry("key" + i, "Title " + i)), now)
              .orElseThrow()
              .getFirst();
      System.out.println("polled " + i);
      ArticleWork work = store.articles().claim(id, HOUR, now).orElseThrow();
      store.articles().keep(work, Samples.read(work, "text " + i), now);
      System.out.println("read " + i);
      store.stories().place(id, new SameText(), now);
      System.out.println("grouped " + i);
    }
  }
}
