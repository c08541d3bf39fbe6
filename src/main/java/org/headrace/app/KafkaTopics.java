package org.headrace.app;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the topics of the stages are there with room for many readers: what a broker
 * makes by itself has one partition, and so one reader. Goes on looking whether Kafka can be
 * reached, and says when that changes. Nobody waits longer than the first look takes.
 */
final class KafkaTopics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration UNTIL_THERE = Duration.ofSeconds(1);
  private static final Duration ONCE_THERE = Duration.ofSeconds(15);

  private final Admin admin;
  private final Collection<String> topics;
  private final int partitions;
  private final short replication;
  private final Thread watch;
  private boolean reached;

  private KafkaTopics(
      Properties client, Collection<String> topics, int partitions, short replication) {
    Properties patient = new Properties();
    patient.putAll(client);
    patient.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
    patient.put("request.timeout.ms", Long.toString(PATIENCE.toMillis()));
    this.admin = Admin.create(patient);
    this.topics = topics;
    this.partitions = partitions;
    this.replication = replication;
    this.reached = true;
    look();
    watch = Thread.ofVirtual().name("kafka-topics").start(this::goOnLooking);
  }

  /**
   * Makes the topics that are not there.
   *
   * @param client how the brokers are reached, as Kafka's own properties
   * @param replication on how many brokers; -1 for as many as the brokers are set to
   */
  static KafkaTopics provide(
      Properties client, Collection<String> topics, int partitions, short replication) {
    return new KafkaTopics(client, topics, partitions, replication);
  }

  private void goOnLooking() {
    try {
      while (true) {
        Thread.sleep(reached ? ONCE_THERE : UNTIL_THERE);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    boolean before = reached;
    try {
      for (String topic : topics) {
        provide(topic);
      }
      reached = true;
      if (!before) {
        LOG.warn("Kafka can be reached again");
      }
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      reached = false;
      if (before) {
        LOG.warn(
            "Kafka cannot be reached ({}); polls go on, and what they bring waits in the store",
            e.getMessage());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void provide(String topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    Optional<TopicDescription> there = described(topic);
    if (there.isEmpty()) {
      make(topic);
    }
  }

  private Optional<TopicDescription> described(String topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return Optional.ofNullable(
          wait(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void make(String topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      wait(admin.createTopics(List.of(new NewTopic(topic, partitions, replication))).all());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) { // another node was quicker
        throw e;
      }
    }
  }

  private static <T> T wait(KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    watch.interrupt();
    admin.close(Duration.ofSeconds(1));
  }
}
