import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints all that stands in a topic: a line for each record, with key and value and a tab between.
 *
 * <p>Arguments: brokers, topic.
 */
final class StoryTopic {
  private static final PrintStream OUT = System.out;

  public static void main(String[] arguments) {
    System.setOut(System.err); // what others have to say
    Properties reach = new Properties();
    reach.put("bootstrap.servers", arguments[0]);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(reach, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(arguments[1]).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long left =
          consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      while (left > 0) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          OUT.println(record.key() + "\t" + record.value());
          left--;
        }
      }
    }
  }
}
