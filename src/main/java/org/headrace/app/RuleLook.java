package org.headrace.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.headrace.extract.site.RuleFile;
import org.headrace.fetch.FetchSettings;
import org.headrace.fetch.WebFetcher;
import org.headrace.pipeline.RuleTrials;

/** Tries rules for sites on the real web, without the rest of the program. */
public final class RuleLook {
  private RuleLook() {}

  /**
   * Tries {@code files}, many at once, and tells each in the order of the list.
   *
   * @param privateNetwork whether the servers may lie inside the operator's own network
   * @throws InterruptedException if the operator wants to stop
   */
  public static void at(
      List<RuleFile> files,
      FetchSettings settings,
      boolean privateNetwork,
      BiConsumer<RuleFile, List<RuleTrials.Result>> told)
      throws InterruptedException {
    try (FetchedWeb web = new FetchedWeb(new WebFetcher(settings, InstantSource.system()));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RuleTrials trials = new RuleTrials(web, privateNetwork);
      List<Future<List<RuleTrials.Result>>> waiting = new ArrayList<>();
      files.forEach(file -> waiting.add(threads.submit(() -> trials.of(file))));
      for (int i = 0; i < files.size(); i++) {
        told.accept(files.get(i), result(waiting.get(i)));
      }
    }
  }

  private static List<RuleTrials.Result> result(Future<List<RuleTrials.Result>> waiting)
      throws InterruptedException {
    try {
      return waiting.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
