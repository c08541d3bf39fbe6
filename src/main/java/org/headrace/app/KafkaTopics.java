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
 * makes by itself has one partition, and so one reader. Tries until it has been done, and makes
 * nobody wait longer than the first try takes.
 */
final class KafkaTopics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Properties client;
  private final Collection<String> topics;
  private final int partitions;
  private final short replication;
  private final Optional<Thread> later;

  private KafkaTopics(
      Properties client, Collection<String> topics, int partitions, short replication) {
    this.client = client;
    this.topics = topics;
    this.partitions = partitions;
    this.replication = replication;
    later =
        provided()
            ? Optional.empty()
            : Optional.of(Thread.ofVirtual().name("kafka-topics").start(this::tryOn));
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

  private void tryOn() {
    try {
      do {
        Thread.sleep(PAUSE);
      } while (!provided());
      LOG.info("Kafka can be reached now");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean provided() {
    Properties patient = new Properties();
    patient.putAll(client);
    patient.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
    patient.put("request.timeout.ms", Long.toString(PATIENCE.toMillis()));
    try (Admin admin = Admin.create(patient)) {
      for (String topic : topics) {
        provide(admin, topic);
      }
      return true;
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.warn("Kafka cannot be reached yet, work waits in the store: {}", e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void provide(Admin admin, String topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    Optional<TopicDescription> there = described(admin, topic);
    if (there.isEmpty()) {
      make(admin, topic);
    } else if (there.get().partitions().size() < partitions) {
      LOG.warn(
          "Kafka's topic {} has {} partitions instead of {}: no more can read it at once",
          topic,
          there.get().partitions().size(),
          partitions);
    }
  }

  private static Optional<TopicDescription> described(Admin admin, String topic)
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

  private void make(Admin admin, String topic)
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
    later.ifPresent(Thread::interrupt);
  }
}
