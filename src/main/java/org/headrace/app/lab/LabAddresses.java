package org.headrace.app.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.headrace.fetch.AddressGuard;
import org.headrace.fetch.AddressGuard.Verdict;
import org.headrace.fetch.Names;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says of a list of addresses which of them the address guard lets through. Nothing is asked.
 *
 * <p>In: JSON Lines {@code {"id", "url", "resolve": {name: [ip]}, "then": {name: [ip]}}}. {@code
 * resolve} stands in for DNS; {@code then}, where there is one, is what DNS says when the same
 * address is asked a second time, as after a redirect. Out: {@code {"id", "decision": "allow" or
 * "block", "dial": [ip], "reason"}}; both times must be allowed for {@code allow}.
 */
public final class LabAddresses {
  private static final JsonMapper JSON = JsonMapper.shared();

  private LabAddresses() {}

  /** Reads {@code in}, writes {@code out}, a line for each line. */
  public static int run(Path in, Path out) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(in);
        Writer decisions = AnswerFile.writer(out)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          decisions.write(JSON.writeValueAsString(decision(line)) + "\n");
        }
      }
    }
    return 0;
  }

  private static ObjectNode decision(String line) {
    ObjectNode decision = JSON.createObjectNode();
    try {
      JsonNode row = JSON.readTree(line);
      decision.set("id", row.path("id"));
      return decide(decision, row);
    } catch (JacksonException unreadable) {
      return blocked(decision, "this line is no JSON");
    }
  }

  private static ObjectNode decide(ObjectNode decision, JsonNode row) {
    Set<String> dial = new LinkedHashSet<>();
    for (JsonNode answers : lookUps(row)) {
      switch (verdict(row.path("url").asString(""), names(answers))) {
        case Verdict.Refuse refused -> {
          return blocked(decision, refused.reason());
        }
        case Verdict.Dial allowed ->
            allowed.addresses().stream().map(InetAddress::getHostAddress).forEach(dial::add);
      }
    }
    ArrayNode dialled = decision.put("decision", "allow").putArray("dial");
    dial.forEach(dialled::add);
    return decision;
  }

  /** What DNS says, the first time and, where it changes its mind, the second. */
  private static List<JsonNode> lookUps(JsonNode row) {
    ObjectNode first = JSON.createObjectNode();
    row.path("resolve").properties().forEach(name -> first.set(name.getKey(), name.getValue()));
    ObjectNode second = first.deepCopy();
    row.path("then").properties().forEach(name -> second.set(name.getKey(), name.getValue()));
    return first.equals(second) ? List.of(first) : List.of(first, second);
  }

  private static ObjectNode blocked(ObjectNode decision, String reason) {
    decision.put("decision", "block").putArray("dial");
    return decision.put("reason", reason);
  }

  private static Verdict verdict(String address, Names names) {
    try {
      return AddressGuard.verdict(new URI(address), names);
    } catch (URISyntaxException unreadable) {
      return new Verdict.Refuse("this is no address");
    }
  }

  private static Names names(JsonNode resolve) {
    return (host, patience) -> {
      Set<String> found =
          resolve.properties().stream()
              .filter(name -> plain(name.getKey()).equals(host))
              .flatMap(name -> name.getValue().valueStream())
              .map(JsonNode::asString)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (found.isEmpty()) {
        throw new UnknownHostException(host);
      }
      return List.of(addresses(found));
    };
  }

  /** A name as the guard looks it up: lower case, without the dot of the root. */
  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static InetAddress[] addresses(Set<String> literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.size()];
    int next = 0;
    for (String literal : literals) {
      addresses[next++] = InetAddress.getByName(literal);
    }
    return addresses;
  }
}
