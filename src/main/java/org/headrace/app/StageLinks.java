package org.headrace.app;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Makes ready what stages need that leave the process, before any route begins. */
final class StageLinks extends MainListenerSupport {
  private static final String KAFKA = "kafka";

  private final Map<String, String> properties;
  private final boolean begin;
  private final Closing closing;

  /**
   * Links for stages that are connected as {@code properties} say.
   *
   * @param begin false if nothing outside is to be touched
   * @param closing closes what goes on beside the routes
   */
  StageLinks(Map<String, String> properties, boolean begin, Closing closing) {
    this.properties = properties;
    this.begin = begin;
    this.closing = closing;
  }

  @Override
  public void afterConfigure(BaseMainSupport main) {
    CamelContext context = main.getCamelContext();
    StageMessages.register(context.getTypeConverterRegistry());
    if (begin && Stages.use(KAFKA, properties)) {
      closing.add(Topics.of(context, properties));
    }
  }

  /** Apart, so that nothing of Kafka is looked for where it is not in use. */
  private static final class Topics {
    static KafkaTopics of(CamelContext context, Map<String, String> properties) {
      KafkaComponent component = context.getComponent(KAFKA, KafkaComponent.class);
      Properties client = new Properties();
      component
          .getConfiguration()
          .createConsumerProperties()
          .forEach(
              (name, value) -> {
                if (isClients(String.valueOf(name))) {
                  client.put(name, value);
                }
              });
      client.put("bootstrap.servers", component.getConfiguration().getBrokers());
      List<String> topics =
          properties.entrySet().stream()
              .filter(one -> Stages.use(KAFKA, Map.ofEntries(one)))
              .map(one -> context.resolvePropertyPlaceholders(one.getValue()))
              .map(Topics::name)
              .toList();
      return KafkaTopics.provide(
          client,
          topics,
          Integer.parseInt(properties.getOrDefault("kafka.partitions", "1").strip()),
          Short.parseShort(properties.getOrDefault("kafka.replication", "-1").strip()));
    }

    /** How brokers are reached, and by what right. */
    private static boolean isClients(String name) {
      return name.startsWith("ssl.") || name.startsWith("sasl.") || name.startsWith("security.");
    }

    private static String name(String endpoint) {
      String path = endpoint.substring(endpoint.indexOf(':') + 1);
      int options = path.indexOf('?');
      return options < 0 ? path : path.substring(0, options);
    }
  }
}
