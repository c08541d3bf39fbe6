package org.headrace.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private static final int MANY = 300;
  private static final int MOST = 64;

  private final CountDownLatch coming = new CountDownLatch(MANY);
  private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

  @Test
  void who_comes_at_the_same_time_is_served_together_and_gets_his_own() throws Exception {
    GroupCommit<Integer, String> commit =
        new GroupCommit<>(
            MOST,
            group -> {
              awaitAll();
              return work(group);
            });
    List<Optional<String>> outcomes = all(commit);
    assertEquals(
        IntStream.range(0, MANY).mapToObj(i -> Optional.of("did " + i)).toList(), outcomes);
    assertEquals(MANY, groups.stream().mapToInt(List::size).sum());
    assertTrue(groups.stream().allMatch(group -> group.size() <= MOST), groups::toString);
    assertTrue(groups.size() < MANY / 2, groups::toString);
  }

  @Test
  void a_group_that_fails_leaves_its_pieces_to_their_owners_and_the_next_group_goes_on()
      throws Exception {
    GroupCommit<Integer, String> commit =
        new GroupCommit<>(
            MOST,
            group -> {
              if (group.contains(7)) {
                throw new StoreException("seven is not wanted");
              }
              return work(group);
            });
    List<Optional<String>> outcomes = all(commit);
    assertTrue(outcomes.get(7).isEmpty());
    List<Integer> done = groups.stream().flatMap(List::stream).sorted().toList();
    assertEquals(
        IntStream.range(0, MANY).filter(i -> outcomes.get(i).isPresent()).boxed().toList(), done);
    assertEquals(Optional.of("did 1"), commit.run(1));
  }

  /** Work that takes as long as the others need to come. */
  private void awaitAll() {
    try {
      coming.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> work(List<Integer> group) {
    groups.add(group);
    return group.stream().map(i -> "did " + i).toList();
  }

  private List<Optional<String>> all(GroupCommit<Integer, String> commit) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<String>>> asked = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        int piece = i;
        asked.add(
            threads.submit(
                () -> {
                  coming.countDown();
                  return commit.run(piece);
                }));
      }
      List<Optional<String>> outcomes = new ArrayList<>();
      for (Future<Optional<String>> one : asked) {
        outcomes.add(one.get());
      }
      return outcomes;
    }
  }
}
